"""Career profile and wishes, in versions."""
