"""The project's own settings, with the bare pages beside the real ones."""

from pathlib import Path

from fotfeste.project.settings import *  # noqa: F403  # everything is as it is, but for the two lines below
from fotfeste.project.settings import TEMPLATES

ROOT_URLCONF = "bench.bare.urls"
TEMPLATES = [{**TEMPLATES[0], "DIRS": [*TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"]}]
