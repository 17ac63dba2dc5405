"""Acts on the assessment and the profile."""
