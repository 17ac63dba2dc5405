"""Agenda lines in words: what, for whom, why, the source it leads to, and the one button that does it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from fotfeste.apps.agenda.selectors import StoredLine
from fotfeste.domain.agenda import Act
from fotfeste.domain.sources import NoSuchSource
from fotfeste.domain.verdict import Reason
from fotfeste.parameters.sources import source
from fotfeste.parameters.texts import text
from fotfeste.web.addresses import address
from fotfeste.web.words.dates import language_of

MOST_REASONS = 3
GATHERING = frozenset({Act.CONFIRM_STATEMENTS, Act.CLEAR_UP})
"""Lines that gather many things of one kind: among many persons' lines the things stay on their own page."""

_NAME = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Where a rule is written, and the page that tells of it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Action:
    """The one button of a line."""

    label: str
    url: str
    is_post: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line as today/lines.html reads it. `said` is `what` without markup, for the button's own name.
    `touch` is a second button, done at once (web/acts_touch.py).

    Without an action for one who may only read.
    """

    due: date | None
    what: SafeString
    said: str
    why: str
    source: SourceLink | None
    action: Action | None
    touch: object | None = None
    also: Action | None = None


def language() -> str:
    """The reader's language, as the rule texts know it."""
    return language_of(get_language())


def line_on_person(line: StoredLine, public_id: UUID, *, on: date, may_act: bool = True) -> LineShown:
    """The line on the person's own page, where the name goes without saying."""
    title = words_of(line.why[0], "title", on=on)
    found = _shown(line, public_id, what=format_html("{}", title), said=title, on=on)
    return found if may_act else replace(found, action=None, also=None)


def line_on_today(line: StoredLine, public_id: UUID, name: str, *, on: date) -> LineShown:
    """The line among many persons': the name in it leads to the person."""
    named = words_of(line.why[0], "named", on=on, name=_NAME)
    before, _, after = named.partition(_NAME)
    link = format_html('<a href="{}">{}</a>', address("person", public_id), name)
    what = format_html("{}{}{}", before, link, after)
    said = f"{before}{name}{after}"
    most = 1 if line.act in GATHERING else MOST_REASONS
    return _shown(line, public_id, what=what, said=said, on=on, most=most, back="?fra=i-dag")


def why_in_words(reasons: Sequence[Reason], *, on: date, most: int = MOST_REASONS) -> str:
    """All reasons in a row; of many, the first ones and how many more there are."""
    said = [words_of(reason, on=on) for reason in reasons[:most]]
    if (more := len(reasons) - most) > 0:
        said.append(ngettext("Og %(more)d ting til.", "Og %(more)d ting til.", more) % {"more": more})
    return " ".join(said)


def source_link(text: str) -> SourceLink | None:
    """The page that tells what a source says; None for one that nothing is told of."""
    return _source_link(text, language())


@lru_cache(maxsize=1000)
def _source_link(text: str, language: str) -> SourceLink | None:
    try:
        found = source(text)
        return SourceLink(found.label(language), reverse("source", args=[found.key.slug]))
    except (NoSuchSource, NoReverseMatch):
        return None


def act_url(public_id: UUID, act: str) -> str:
    """The page of an act on a person."""
    return address("act", public_id, act)


def line_url(line: StoredLine, public_id: UUID, back: str = "") -> str:
    """The page that answers a line, about what the line is about."""
    about = f"om={line.about}" if line.about else ""
    query = "&".join(part for part in (back.removeprefix("?"), about) if part)
    return act_url(public_id, line.act) + (f"?{query}" if query else "")


def _shown(
    line: StoredLine,
    public_id: UUID,
    *,
    what: SafeString,
    said: str,
    on: date,
    most: int = MOST_REASONS,
    back: str = "",
) -> LineShown:
    return LineShown(
        due=line.due,
        what=what,
        said=said,
        why=why_in_words(line.why if most > 1 else line.why[:1], on=on),
        source=source_link(line.why[0].source),
        action=Action(words_of(line.why[0], "button", on=on), line_url(line, public_id, back)),
        also=_also(line, public_id, back),
    )


def _also(line: StoredLine, public_id: UUID, back: str) -> Action | None:
    """A meeting that a list does not tell of may have been held: then one logs it, and plans none."""
    if all(reason.code != "startup.meeting-not-in-list" for reason in line.why):
        return None
    return Action(gettext("Møtet er holdt"), act_url(public_id, Act.LOG_MEETING) + back)


def words_of(reason: Reason, part: str = "why", *, on: date, **more: str) -> str:
    """A reason in the reader's language, with its own data."""
    return text(reason.code, language(), part, on=on, **(dict(reason.data) | more))


def text_of(code: str, part: str = "why", *, on: date) -> str:
    """A rule's text in the reader's language, for one that names nothing."""
    return text(code, language(), part, on=on)
