"""What is next, for whom, why: the lines that the rules gave, and the alarm that asks them again."""
