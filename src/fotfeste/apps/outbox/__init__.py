"""Side effects leave from here: rows written in the act's own transaction, carried out by the worker."""
