"""Keys: one per person, wrapped by the key of the controller, kept outside the database."""
