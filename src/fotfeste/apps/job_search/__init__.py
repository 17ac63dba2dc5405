"""Job search: leads, applications, interviews, and the help that is given."""
