"""The rules of the facilitation and follow-up agreement: what it holds, who signs what, what is promised."""
