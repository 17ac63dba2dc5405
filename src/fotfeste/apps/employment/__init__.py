"""Jobs: start, end, follow-along support."""
