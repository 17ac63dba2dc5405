"""An advertisement or a link as somebody pasted it: parsed, never fetched, nothing guessed."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

_LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}]+", re.IGNORECASE)
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|ref|source)=", re.IGNORECASE)
_CLOSING = ".,;:!?)]}»”"
_LONGEST_TITLE, _LONGEST_LINK = 200, 1_000


@dataclass(frozen=True, slots=True)
class PastedLead:
    """What was pasted: a first line to call it by, the first link in it, and all of it."""

    title: str
    link: str
    text: str


def read_pasted(text: str, *, title: str = "") -> PastedLead:
    """A title that was typed goes before the first line. Never fails: the text may be anything."""
    kept = text.strip()
    link = _first_link(kept)
    return PastedLead(_title(title) or _title_of(kept, link), link, kept)


def same_as(pasted: PastedLead) -> str:
    """What the same lead has in common with itself: the link without what counts visits, else the words."""
    if pasted.link:
        return "link " + _bare(pasted.link)
    words = " ".join(unicodedata.normalize("NFKC", f"{pasted.title} {pasted.text}").casefold().split())
    return "text " + words


def _first_link(text: str) -> str:
    for found in _LINK.finditer(text):
        link = found.group().rstrip(_CLOSING)
        if len(link) <= _LONGEST_LINK and _parts(link) is not None:
            return link
    return ""


def _parts(link: str) -> SplitResult | None:
    """The link in its parts; None for one without a host, or with a log-in hidden in it."""
    try:
        parts = urlsplit(link)
        is_plain = bool(parts.hostname) and parts.username is None and (parts.port or 1) > 0
    except ValueError:
        return None
    return parts if is_plain else None


def _bare(link: str) -> str:
    parts = _parts(link)
    if parts is None:
        return link
    query = "&".join(sorted(each for each in parts.query.split("&") if each and not _TRACKING.match(each)))
    host = (parts.hostname or "").removeprefix("www.")
    return urlunsplit(("", host, parts.path.rstrip("/"), query, ""))


def _title_of(text: str, link: str) -> str:
    lines = (_title(line.replace(link, " ") if link else line) for line in text.splitlines()[:50])
    host = (_parts(link).hostname or "") if link and _parts(link) else ""  # type: ignore[union-attr]  # asked just before
    return next((line for line in lines if line), host)


def _title(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TITLE]
