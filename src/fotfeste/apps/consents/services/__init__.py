"""Acts of consent and disclosure. Each statement is a version: a new one takes the place of the old."""
