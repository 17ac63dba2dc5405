"""Rules as dated data: YAML with sources, and the small typed loader that reads it."""
