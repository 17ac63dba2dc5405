"""The 62 people of the list that a team brings can each be carried on from where they stand."""

import csv
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.imports import services
from fotfeste.apps.imports.batches import open_batch
from fotfeste.apps.imports.models import ImportBatch, RowState
from fotfeste.apps.imports.report import row_problems
from fotfeste.apps.people.models import Person, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import RelationKind
from tests.apps.test_bring_caseload import LIST, brought, confirmed
from tests.lists.any_form import answer
from tests.people import AT, ON
from tests.web.filling_in import send
from tests.web.pages import read, words
from tests.web.test_referrals import accept, page, sent

As = Callable[[str], Client]
CLARIFY = re.compile(r'href="([^"]*/agree-disclosure\?om=[0-9a-f-]+)"')
ROWS = list(csv.DictReader(LIST.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
TODAY = f"{ON:%d.%m.%Y}"
PEOPLE, ENDED = 62, 3
ANSWERS = {
    "caseload.shared-email": "not-known",
    "caseload.end-beside-job": "leave-open",
    "number.lost-leading-zero": "with-zero",
    "caseload.referral-to-come": "leave-open",
    "caseload.end-before-job-start": "leave-open",
    "caseload.referral-date-missing": "leave-open",
    "caseload.start-up-before-referral": "leave-open",
    "caseload.percent-over-100": "leave-open",
    "caseload.same-person-earlier": "this-row",
}
"""What the team answers the questions of the list with; most often that it is not known yet."""

MENDED = {"referred_on": "2025-11-02", "identity_number": "04868224571", "name": "Uten Navn"}


@pytest.fixture
def all_of_them(cast: Cast) -> list[Person]:
    """Everybody on the list, with every question answered and every cell mended that must be."""
    batch = brought(cast)
    by = cast.acting("mette")
    for code, choice in ANSWERS.items():
        services.answer_alike(batch, code, choice, by=by, at=AT, on=ON)
    for row in batch.rows.filter(state=RowState.WAITS):
        _mend(row.pk, batch, cast)
    confirmed(cast, batch)
    theirs = [person.pk for person in cast.people.values()]
    return list(Person.objects.exclude(pk__in=theirs).order_by("pk"))


def _mend(row_id: int, batch: ImportBatch, cast: Cast) -> None:
    """Type anew what cannot be right, and answer what only this row asks."""
    row = batch.rows.get(pk=row_id)
    problems = [each for each in row_problems(row, open_batch(batch)) if each.holds_back]
    columns = [each.key.partition(":")[0] for each in problems if not each.choices]
    answers = {each.key: each.choices[0].id for each in problems if each.choices}
    cells = {name: MENDED[name] for name in columns}
    services.mend_row(row, cells, answers, version=row.version, by=cast.acting("mette"), at=AT, on=ON)


def followed_by(people: list[Person], client_as: As) -> dict[int, Client]:
    """A browser for each person's own specialist."""
    kind = RelationKind.EMPLOYMENT_SPECIALIST
    rows = Relation.objects.filter(person__in=people, kind=kind).select_related("account")
    names = {row.person_id: row.account.username for row in rows if row.account}
    clients = {name: client_as(name) for name in set(names.values())}
    return {person: clients[name] for person, name in names.items()}


def next_line(person: Person) -> AgendaLine | None:
    return AgendaLine.objects.filter(person=person).order_by("place").first()


def act_of(line: AgendaLine) -> str:
    about = f"?om={line.about}" if line.about else ""
    return reverse("act", args=[line.person.public_id, line.act]) + about


def record_of(person: Person) -> str:
    return reverse("person", args=[person.public_id])


def referred_again(cast: Cast, client_as: As, person: Person) -> None:
    """Who had left before the list came, comes back by a new referral to the same record."""
    number = next(row["Fødselsnummer"] for row in ROWS if row["Navn"].strip() == person.name)
    referral = sent(client_as("berit"), cast, name=person.name, identity_number=number)
    send(client_as("siv"), page(referral), **accept(cast))
    assert "Tidligere løp" in read(client_as("siv"), f"{record_of(person)}/fakta")


def carried_out(client: Client, line: AgendaLine) -> Any:
    """The act of a line; where an employer must not be told before it is clarified what, that comes first."""
    if line.act == Act.LOG_EMPLOYER_CONTACT:
        clarify = CLARIFY.search(client.get(act_of(line)).content.decode())
        assert clarify
        assert answer(client, clarify[1], day=TODAY).status_code == 302
    return answer(client, act_of(line), day=TODAY)


def said(line: AgendaLine) -> tuple[object, ...]:
    """What a line asks for, when and why."""
    return line.code, line.about, line.due, line.why


@pytest.mark.timeout(600)
@pytest.mark.req("I-4.1a", "I-7.3")
def test_each_of_the_62_has_a_next_act_that_can_be_opened_and_done(
    cast: Cast, client_as: As, all_of_them: list[Person]
) -> None:
    assert len(all_of_them) == PEOPLE
    clients = followed_by(all_of_them, client_as)
    ended: list[Person] = []
    opened: set[str] = set()

    for person in all_of_them:
        first, client = next_line(person), clients[person.pk]
        if first is None:
            ended.append(person)
            assert "Du følger ikke lenger opp" in words(client.get(record_of(person)))
            referred_again(cast, client_as, person)
            assert next_line(person) is not None
            continue
        done = carried_out(client, first)
        assert done.status_code == 302, (first.act, words(done))
        assert said(first) not in [said(line) for line in AgendaLine.objects.filter(person=person)]
        after = next_line(person)
        assert after is not None
        if after.act not in opened:
            opened.add(after.act)
            assert client.get(act_of(after)).status_code == 200, after.act

    assert len(ended) == ENDED
