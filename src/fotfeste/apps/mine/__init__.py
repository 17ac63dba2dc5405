"""The jobseeker's own pages: the next step, who sees what, everything to take along. No tables of its own."""
