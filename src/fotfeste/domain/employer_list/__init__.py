"""The list of employers a team brings. Pure: text in, facts and problems out."""
