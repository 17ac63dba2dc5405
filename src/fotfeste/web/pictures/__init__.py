"""Pictures drawn by the server as SVG: dataclasses in, markup out. No styles, no scripts."""
