"""Sealing a text so that it can be read only with its person's key, and only in its own place.

AES-256-GCM. The place (table, column, public id of the row, version of the key) is bound in, so that a
ciphertext moved to another row or column does not open.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = b"\x01"
NONCE_BYTES = 12
KEY_BYTES = 32
_HEAD = len(FORMAT) + 2


class CannotOpen(ValueError):  # says what happened
    """The text was sealed with another key, for another place, or has been changed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed text belongs."""

    table: str
    column: str
    row: str


@dataclass(frozen=True, slots=True)
class SealingKey:
    """A key and its version. Printing it does not show the key."""

    secret: bytes = field(repr=False)
    version: int = 1

    def seal(self, text: str, place: Place) -> bytes:
        """The text, readable only with this key and only in this place."""
        return self.seal_bytes(text.encode(), place)

    def open(self, sealed: bytes, place: Place) -> str:
        """The text again. Raises CannotOpen when key or place is not the right one."""
        return self.open_bytes(sealed, place).decode()

    def seal_bytes(self, content: bytes, place: Place) -> bytes:
        """A file or anything else, readable only with this key and only in this place."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(self.secret).encrypt(nonce, content, _bound(place, self.version))
        return FORMAT + self.version.to_bytes(2, "big") + nonce + sealed

    def open_bytes(self, sealed: bytes, place: Place) -> bytes:
        """The content again. Raises CannotOpen when key or place is not the right one."""
        version = int.from_bytes(sealed[1:_HEAD], "big")
        if sealed[:1] != FORMAT or version != self.version:
            raise CannotOpen(f"Sealed with key version {version}, not {self.version}.")
        nonce, body = sealed[_HEAD : _HEAD + NONCE_BYTES], sealed[_HEAD + NONCE_BYTES :]
        try:
            return AESGCM(self.secret).decrypt(nonce, body, _bound(place, version))
        except InvalidTag:
            raise CannotOpen(f"{place.table}.{place.column} does not open with this key.") from None


def new_secret() -> bytes:
    """A fresh 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def blind_index(key: bytes, kind: str, value: str) -> bytes:
    """A keyed fingerprint that finds an exact value without telling it."""
    return hmac.new(key, f"{kind}\0{value}".encode(), sha256).digest()


def _bound(place: Place, version: int) -> bytes:
    return f"{place.table}|{place.column}|{place.row}|{version}".encode()
