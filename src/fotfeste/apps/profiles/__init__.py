"""The vocational assessment and the career profile, in versions; reviews, and what went to NAV."""
