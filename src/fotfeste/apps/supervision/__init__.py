"""Supervision of specialists: each jobseeker's next step, field coaching, tasks and their answers."""
