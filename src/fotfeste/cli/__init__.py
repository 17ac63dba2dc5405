"""The `fotfeste` command."""
