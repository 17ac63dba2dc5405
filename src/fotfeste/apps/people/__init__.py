"""Accounts, units, roles, persons, and the dated relations between them."""
