"""Finding employers, and the team's contacts with them. Knows no jobseeker."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.employers.models import Employer, TeamContact
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_relation import Cup, EmployerRelation, relation
from fotfeste.domain.employer_relation import TeamContact as ContactFact
from fotfeste.domain.names import search_form
from fotfeste.prepared import prepared

CONTACTS = 20
"""How many contacts a page of the log shows."""
_MOST_WORDS = 6


def found_by(rows: QuerySet[Employer], text: str) -> QuerySet[Employer]:
    """Those that fit every word typed: in the name, in the place, or as the beginning of the number."""
    digits = re.sub(r"\s", "", text)
    if digits.isascii() and digits.isdigit():
        return rows.filter(organisation_number__startswith=digits[:9])
    for word in search_form(text).split()[:_MOST_WORDS]:
        rows = rows.filter(Q(search_name__contains=word) | Q(search_place__contains=word))
    return rows


def recent_with(account: int, team: int, *, most: int) -> list[Employer]:
    """The employers one was last in touch with, the newest first; those that have closed are left out."""
    return list(dict.fromkeys(_recent(account, team)))[:most]


def newest_of(team: int, *, most: int) -> list[Employer]:
    """The employers a team got to know last, the newest first; those that have closed are left out."""
    return list(Employer.objects.filter(team=team, closed_on=None).order_by("-pk")[:most])


@prepared
def _recent(account: int, team: int) -> QuerySet[Employer]:
    mine = Q(contacts__by=account) | Q(contacts__together__by=account)
    rows = Employer.objects.filter(mine, team=team, closed_on=None)
    return rows.order_by("-contacts__on", "-contacts__id")[:40]


def relation_with(employer: Employer, shown: Sequence[TeamContact]) -> EmployerRelation:
    """How far the relation has come. `shown` are the newest contacts, which are loaded already."""
    cups = _cups(employer.pk)
    newest = [(row.on, row.way, row.cup) for row in shown]
    return relation(_fact(*each) for each in (*cups, *newest))


@prepared
def _cups(employer: int) -> QuerySet[TeamContact, tuple[date, str, int | None]]:
    rows = TeamContact.objects.filter(employer=employer, cup__isnull=False)
    return rows.order_by("on").values_list("on", "way", "cup")


def _fact(on: date, way: str, cup: int | None) -> ContactFact:
    return ContactFact(on, ContactWay(way), Cup(cup) if cup else None)


def contacts_with(employer: Employer, *, after: UUID | None = None) -> list[TeamContact]:
    """The log, the newest first: one more than a page holds, so that one sees whether there are more."""
    rows = TeamContact.objects.filter(employer=employer)
    if after is not None:
        last = TeamContact.objects.filter(employer=employer, public_id=after).first()
        if last is not None:
            rows = rows.filter(Q(on__lt=last.on) | Q(on=last.on, pk__lt=last.pk))
    rows = rows.select_related("by").prefetch_related("together__by")
    return list(rows.order_by("-on", "-pk")[: CONTACTS + 1])
