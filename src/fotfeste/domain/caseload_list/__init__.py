"""The list a team keeps of its jobseekers, read cell by cell. Pure: text in, facts and problems out."""
