"""A team brings its list: staged, mended, confirmed, all or nothing."""
