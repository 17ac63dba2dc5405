"""Filling in a form as a browser does: open the page, keep its hidden fields, send it."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

HIDDEN = re.compile(r'<input type="hidden" name="(form_key|version)" value="([^"]*)">')


def opened(client: Client, url: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    page = client.get(url)
    assert page.status_code == 200, (page.status_code, url)
    return dict(HIDDEN.findall(page.content.decode()))


def send(client: Client, url: str, **typed: Any) -> HttpResponse:
    """Open the page and send its form with what was typed. Answers what the server answered."""
    return client.post(url, {**opened(client, url), **typed})  # type: ignore[return-value]  # Django's test response is one


def words(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()
