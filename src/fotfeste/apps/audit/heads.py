"""The end of the chain, kept outside the database: only against it does a tail that was cut off show."""

import hmac
import json
import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from fotfeste.apps.audit import chain


def export_head(place: Path, key: bytes, *, at: datetime) -> chain.Head:
    """Add the present end of the chain to the file, signed. Never rewrites what stands there."""
    head = chain.head()
    line = {"at": at.isoformat(), "seq": head.seq, "mac": head.mac.hex()}
    line["signature"] = _signature(line, key)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with place.open("a") as file:
        file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return head


def kept_heads(place: Path, key: bytes) -> list[chain.Head]:
    """All ends ever kept. Raises ValueError when a line has been tampered with."""
    if not place.exists():
        return []
    heads = []
    for number, text in enumerate(place.read_text().splitlines(), start=1):
        line = json.loads(text)
        signature = line.pop("signature")
        if not hmac.compare_digest(signature, _signature(line, key)):
            raise ValueError(f"Line {number} of {place.name} does not carry our signature.")
        if line["seq"]:
            heads.append(chain.Head(line["seq"], bytes.fromhex(line["mac"])))
    return heads


def _signature(line: dict[str, object], key: bytes) -> str:
    return hmac.new(key, json.dumps(line, sort_keys=True).encode(), sha256).hexdigest()
