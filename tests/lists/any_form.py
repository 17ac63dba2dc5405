"""Filling in whatever form a page has, as somebody who says yes to everything would."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests.web.pages import words


class _Fields(HTMLParser):
    """The fields of a page's forms and what one would put in them; only the first choice of each group."""

    def __init__(self, day: str) -> None:
        super().__init__()
        self.day, self.typed, self._select = day, dict[str, str](), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is filled in, choose the first, and write something where nothing stands."""
        given = {name: value or "" for name, value in attrs}
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and given.get("value"):
            self.typed.setdefault(self._select, given["value"])
        elif tag == "textarea" and name:
            self.typed[name] = "Sagt i dag."
        elif tag == "input" and name and kind in {"radio", "checkbox"}:
            self.typed.setdefault(name, given.get("value", "on"))
        elif tag == "input" and name and kind in {"hidden", "text"}:
            is_day = "day" in name or name.endswith("_on")
            self.typed[name] = given.get("value") or (self.day if is_day else "2")


def answer(client: Client, address: str, *, day: str) -> Any:
    """Open a page and send its form, filled in."""
    page = client.get(address)
    assert page.status_code == 200, (address, words(page))
    fields = _Fields(day)
    fields.feed(page.content.decode().partition("<main")[2].partition("</main")[0])
    return client.post(address, fields.typed)
