"""Leaving the caseload: considered, talked through, decided, told in a letter (I §7; RL4434)."""
