"""Fotfeste: the shared working place of everyone around one jobseeker."""
