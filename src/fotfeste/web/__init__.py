"""Pages: a module per page group, templates beside it."""
