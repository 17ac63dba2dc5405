"""The keys of an installation: in one file outside the database, never in a backup of it.

`keys.json` (mode 0600) holds the id of the set, a key-encryption key per controller, the key of the
blind indexes and the key of the log. Database and key set carry the same id, or the program refuses to start.
"""

import base64
import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from django.conf import settings

KEY_BYTES = 32


class KeysMissing(RuntimeError):  # says what is the matter
    """The key file is not there, or readable by others than its owner."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All keys of one installation. Printing it shows only its id."""

    set_id: str
    index_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)
    controller_keys: dict[str, bytes] = field(repr=False)

    def controller_key(self, controller: str) -> bytes:
        """The key-encryption key of a controller. Raises KeysMissing for one without a key."""
        try:
            return self.controller_keys[controller]
        except KeyError:
            raise KeysMissing(f"There is no key for controller {controller}.") from None


def make_key_ring(controllers: list[str]) -> KeyRing:
    """A new set of random keys."""
    return KeyRing(
        set_id=secrets.token_hex(16),
        index_key=secrets.token_bytes(KEY_BYTES),
        audit_key=secrets.token_bytes(KEY_BYTES),
        controller_keys={controller: secrets.token_bytes(KEY_BYTES) for controller in controllers},
    )


def ensure_controller_key(controller: str) -> None:
    """Make and keep a key for a controller that has none. Two processes doing so at once keep both."""
    with alone_with(settings.KEY_FILE):
        ring = load_key_ring(settings.KEY_FILE)
        if controller not in ring.controller_keys:
            save_key_ring(with_controller(ring, controller), settings.KEY_FILE)


def controller_key(controller: str) -> bytes:
    """The key of a controller, also of one that another process has just made. Raises KeysMissing."""
    if controller not in key_ring().controller_keys:
        key_ring.cache_clear()
    return key_ring().controller_key(controller)


@contextmanager
def alone_with(place: Path) -> Iterator[None]:
    """Only one process at a time, on this machine, reads the keys in order to write them."""
    descriptor = os.open(place.with_suffix(".lock"), os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def with_controller(ring: KeyRing, controller: str) -> KeyRing:
    """The same ring, with a key for one more controller."""
    keys = {**ring.controller_keys, controller: secrets.token_bytes(KEY_BYTES)}
    return KeyRing(ring.set_id, ring.index_key, ring.audit_key, keys)


def save_key_ring(ring: KeyRing, place: Path) -> None:
    """Write the keys so that a crash leaves the old file or the new one, never half of one."""
    write_whole(place, json.dumps(_as_text(ring)))
    key_ring.cache_clear()


def write_whole(place: Path, text: str) -> None:
    """Write a file that only its owner can read, so that a crash leaves the old one or the new one."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = place.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(place)


def load_key_ring(place: Path) -> KeyRing:
    """Read the keys. Raises KeysMissing when the file is absent or open to others."""
    if not place.exists():
        raise KeysMissing(f"There is no key file at {place.name}.")
    if place.stat().st_mode & 0o077:
        raise KeysMissing(f"{place.name} can be read by others; it must have mode 0600.")
    return _from_text(json.loads(place.read_text()))


@lru_cache(maxsize=1)
def key_ring() -> KeyRing:
    """The keys of this installation, read once."""
    return load_key_ring(settings.KEY_FILE)


def _as_text(ring: KeyRing) -> dict[str, object]:
    return {
        "set_id": ring.set_id,
        "index": _b64(ring.index_key),
        "audit": _b64(ring.audit_key),
        "controllers": {name: _b64(key) for name, key in ring.controller_keys.items()},
    }


def _from_text(kept: dict[str, object]) -> KeyRing:
    controllers = kept["controllers"]
    assert isinstance(controllers, dict)  # noqa: S101  # our own file; an assertion is clearer than a cast
    return KeyRing(
        set_id=str(kept["set_id"]),
        index_key=base64.b64decode(str(kept["index"])),
        audit_key=base64.b64decode(str(kept["audit"])),
        controller_keys={name: base64.b64decode(key) for name, key in controllers.items()},
    )


def _b64(key: bytes) -> str:
    return base64.b64encode(key).decode()
