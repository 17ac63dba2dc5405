"""Acts towards a discharge. Each runs inside the act that opened the door, and is told its Deed."""
