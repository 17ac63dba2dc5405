"""Settings, urls and wsgi: where the house is put together."""
