"""What every page is told about its surroundings: the day, the mode, whether writing is closed."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from fotfeste.clock import today


def look(request: HttpRequest) -> dict[str, Any]:
    """Context processor for the frame: `today`, `is_demo`, and each language under its own name."""
    return {"today": today(), "is_demo": settings.MODE == "demo", "languages": settings.LANGUAGES}
