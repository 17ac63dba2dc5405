"""Tags and filters that every template may load: `{% load fotfeste %}`."""
