"""The typed JSON door for programs: schemas and routes, no logic."""
