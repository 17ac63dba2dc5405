"""Reading a page as somebody reads it: its words without its markup."""

import re
import uuid
from html import unescape
from typing import Any

from django.test import Client

SPACE = re.compile(r"\s+")
BEFORE = re.compile(r" ([,.;:?!»)])")
TAG = re.compile(r"<[^>]+>")
FRAME = re.compile(r"<(head|header|footer|script|style)\b.*?</\1>", re.DOTALL)


def words(response: Any) -> str:
    """What stands on the page itself, without its frame."""
    html = FRAME.sub(" ", response.content.decode())
    return BEFORE.sub(r"\1", SPACE.sub(" ", unescape(TAG.sub(" ", html)))).strip()


def read(client: Client, address: str, status: int = 200) -> str:
    """The words of a page that opens."""
    response = client.get(address)
    assert response.status_code == status, words(response)
    return words(response)


def send(client: Client, address: str, **typed: Any) -> Any:
    """Send a form, with a key of its own."""
    return client.post(address, {"form_key": uuid.uuid4().hex, **typed})


def hidden(response: Any, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found, f"no hidden {name}"
    return found[1]
