"""The keys on disk: two processes that add one at the same time both keep theirs."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from fotfeste.apps.vault.keyring import (
    KeysMissing,
    controller_key,
    key_ring,
    load_key_ring,
    make_key_ring,
    save_key_ring,
    with_controller,
)

ROOT = Path(__file__).resolve().parents[2]
ADD_TEN = """
import sys
from pathlib import Path
import django
from django.conf import settings
settings.configure(KEY_FILE=Path(sys.argv[1]))
from fotfeste.apps.vault.keyring import ensure_controller_key
for number in range(10):
    ensure_controller_key(f"{sys.argv[2]}-{number}")
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "keys" / "keys.json"
    save_key_ring(make_key_ring(["first"]), place)
    return place


def test_two_processes_that_add_keys_at_once_lose_none(place: Path) -> None:
    before = load_key_ring(place)
    adding = [
        subprocess.Popen([sys.executable, "-c", ADD_TEN, str(place), name], cwd=ROOT / "src")
        for name in ("one", "two", "three")
    ]
    for process in adding:
        assert process.wait(timeout=60) == 0

    after = load_key_ring(place)

    added = {f"{name}-{number}" for name in ("one", "two", "three") for number in range(10)}
    assert after.controller_keys.keys() == {"first", *added}
    assert after.controller_keys["first"] == before.controller_keys["first"]
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.with_suffix(".lock").stat().st_mode & 0o077 == 0


def test_a_process_finds_a_key_that_another_has_just_made() -> None:
    ring = key_ring()
    with pytest.raises(KeysMissing):
        controller_key("made-elsewhere")
    key_ring()
    save_key_ring(with_controller(ring, "made-elsewhere"), settings.KEY_FILE)

    assert len(controller_key("made-elsewhere")) == 32

    save_key_ring(ring, settings.KEY_FILE)
