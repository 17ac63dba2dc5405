"""Acts in the course of support. Each runs inside the act that opened the door, and is told its Deed."""
