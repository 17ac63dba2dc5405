"""Letters, forms and agreements: a folder per document. Made by the worker, never inside a request."""
