"""The rules: facts in, verdict out. No Django, no clock, no files, nothing but the standard library."""
