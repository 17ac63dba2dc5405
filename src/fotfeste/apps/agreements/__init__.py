"""The facilitation and follow-up agreement: three parties, one text, promises with dates (source A)."""
