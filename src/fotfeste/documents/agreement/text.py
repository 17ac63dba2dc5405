"""The text of the agreement as everybody reads it: on a page, before signing, or in a version of before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.documents.agreement.words import GOALS, INSTRUMENTS, KINDS, NAV_UNITS, PARTIES, TOWARDS
from fotfeste.documents.frequency_words import FREQUENCIES
from fotfeste.domain.agreements.content import Content, Line, LineKind
from fotfeste.domain.agreements.parties import Party
from fotfeste.parameters.texts.days import spoken_day


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line in words: what it says, and beside it who, how often, by when."""

    key: str
    text: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GroupShown:
    """The lines of one kind."""

    kind: str
    title: str
    lines: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True)
class PartyShown:
    """A party, and how to reach it."""

    title: str
    name: str
    reached: str


def text_shown(content: Content, language: str) -> dict[str, Any]:
    """All of it in one language, ready for agreements/parts/text.html and for the document."""
    return {
        "parties": tuple(_parties(content)),
        "groups": tuple(_group(kind, content, language) for kind in LineKind if content.of(kind)),
        "review_on": content.review_on,
    }


def _parties(content: Content) -> Iterator[PartyShown]:
    yield _party(_("Jobbsøker"), content.jobseeker.name, content.jobseeker.phone, content.jobseeker.email)
    if content.employer is not None:
        employer, contact = content.employer, content.employer.contact
        name = (
            f"{employer.name} ({employer.organisation_number})"
            if employer.organisation_number
            else employer.name
        )
        yield _party(
            _("Arbeidsgiver"),
            f"{name}, {contact.name}" if contact.name else name,
            contact.phone,
            contact.email,
        )
    yield PartyShown(_("NAV"), content.office, "")
    if content.contact is not None:
        contact = content.contact
        yield _party(_("Fast kontaktperson i NAV"), contact.name, contact.phone, contact.email)


def _party(title: str, name: str, phone: str, email: str) -> PartyShown:
    return PartyShown(title, name, ", ".join(each for each in (phone, email) if each))


def _group(kind: LineKind, content: Content, language: str) -> GroupShown:
    lines = tuple(
        LineShown(each.key, each.text, tuple(line_facts(each, language))) for each in content.of(kind)
    )
    return GroupShown(kind, str(KINDS[kind]), lines)


def line_facts(line: Line, language: str) -> Iterator[tuple[str, str]]:
    """What stands beside the words of a line."""
    if line.goal:
        yield _("Slags mål"), str(GOALS[line.goal])
    if line.kind is LineKind.GOAL:
        return
    if line.instrument:
        yield _("Slags hjelp"), str(INSTRUMENTS[line.instrument])
    yield _("Lovet av"), _who(line)
    yield _("Gjelder for"), str(TOWARDS[line.towards])
    if line.every:
        yield _("Hvor ofte"), str(FREQUENCIES[line.every])
    for words, day in ((_("Fra"), line.from_day), (_("Til"), line.until), (_("Innen"), line.deadline)):
        if day is not None:
            yield words, spoken_day(day, language)


def _who(line: Line) -> str:
    party = (
        str(NAV_UNITS[line.nav_unit])
        if line.owner is Party.NAV and line.nav_unit
        else str(PARTIES[line.owner])
    )
    return f"{party}: {line.responsible}" if line.responsible else party
