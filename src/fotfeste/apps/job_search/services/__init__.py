"""Acts of job search. Each runs inside the act that opened the door."""
