"""Holding a list against the record is a look: only what may be read is told, and each look is logged."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.imports.batches import open_batch
from fotfeste.apps.imports.models import ImportBatch, MergeQuestion, RowState
from fotfeste.apps.imports.report import row_problems
from fotfeste.apps.people.models import Clearance, Closeness, Person, Relation
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.people.services import begin_relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.apps.test_bring_caseload import a_row, brought, confirmed

As = Callable[[str], Client]
FIRST = a_row(Ytelse="Dagpenger")
AGAIN = a_row(Ytelse="AAP", Telefon="90000002")
CHANGED = "caseload.cell-changed"


@pytest.fixture
def kari(cast: Cast) -> Person:
    """Somebody who came with a list, and whom Siv follows."""
    confirmed(cast, brought(cast, FIRST, name="siv"), name="siv")
    return Person.objects.get(name="Kari Prøve")


def asked(batch: ImportBatch) -> set[str]:
    """The columns in which the list says something else than the record."""
    row = batch.rows.get()
    return {p.columns[0] for p in row_problems(row, open_batch(batch)) if p.reason.code in CHANGED}


def seen(kari: Person) -> int:
    return LogRow.objects.filter(subjects__subject=kari.log_id, action__startswith="import.").count()


def test_the_specialist_is_asked_about_every_cell_the_supervisor_not_about_money(
    cast: Cast, kari: Person
) -> None:
    assert asked(brought(cast, AGAIN, name="siv")) == {"benefit", "phone"}
    assert asked(brought(cast, AGAIN, name="mette")) == {"phone"}


def test_the_supervisor_who_opens_a_specialists_list_is_not_told_of_money(
    cast: Cast, kari: Person, client_as: As
) -> None:
    batch = brought(cast, AGAIN, name="siv")
    row = batch.rows.get()
    for name in ("brought_list", "bring_report", "brought_row"):
        where = reverse(name, args=[batch.public_id, *([row.public_id] if name == "brought_row" else [])])
        siv, mette = (client_as(who).get(where).content.decode() for who in ("siv", "mette"))
        assert "«Dagpenger»" in siv
        assert "«Dagpenger»" not in mette
        assert "+4790000001" in mette


def test_a_stand_in_is_held_back_until_they_have_said_why(cast: Cast, kari: Person) -> None:
    with act():
        begin_relation(
            kari,
            RelationKind.STAND_IN,
            by=cast.acting("siv"),
            at=cast.at,
            on=cast.on,
            account=cast.accounts["jonas"],
            until=cast.on + timedelta(days=3),
        )

    batch = brought(cast, AGAIN, name="jonas")

    assert batch.rows.get().state == RowState.HELD
    assert asked(batch) == set()
    assert asked(brought(cast, AGAIN, name="siv")) != set()


@pytest.mark.parametrize("name", ["jonas", "mette"])
def test_nobody_learns_from_a_list_that_one_of_our_own_staff_is_here(
    cast: Cast, kari: Person, name: str
) -> None:
    Person.objects.filter(pk=kari.pk).update(is_own_staff=True)

    batch = brought(cast, AGAIN, name=name)

    assert batch.rows.get().state == RowState.READY
    confirmed(cast, batch, name=name)
    assert MergeQuestion.objects.get().older == kari


def test_one_who_is_cleared_for_own_staff_is_asked(cast: Cast, kari: Person) -> None:
    Person.objects.filter(pk=kari.pk).update(is_own_staff=True)
    Clearance.objects.create(
        account=cast.accounts["mette"],
        kind=ClearanceKind.OWN_STAFF,
        given_by=cast.accounts["arne"],
        from_day=cast.on,
    )

    assert asked(brought(cast, AGAIN, name="mette")) == {"phone"}


@pytest.mark.parametrize("name", ["jonas", "mette"])
def test_nobody_learns_from_a_list_that_somebody_close_is_here(cast: Cast, kari: Person, name: str) -> None:
    """Bringing a sister's number in a list is searching for her (threat model, story 6)."""
    Closeness.objects.create(account=cast.accounts[name], person=kari, kind="sibling", declared_on=cast.on)

    assert brought(cast, AGAIN, name=name).rows.get().state == RowState.READY
    assert asked(brought(cast, AGAIN, name="siv")) != set()


def test_who_has_handed_the_person_over_is_told_no_more(cast: Cast, kari: Person, client_as: As) -> None:
    siv = client_as("siv")
    batch = brought(cast, AGAIN, name="siv")
    report = reverse("bring_report", args=[batch.public_id])
    assert "+4790000001" in siv.get(report).content.decode()

    Relation.objects.filter(person=kari).update(ended_at=cast.at, until_day=cast.on)

    row = reverse("brought_row", args=[batch.public_id, batch.rows.get().public_id])
    for where in (report, row, reverse("brought_list", args=[batch.public_id])):
        assert "+4790000001" not in siv.get(where).content.decode()


def test_each_look_at_what_the_record_says_is_in_the_persons_log(
    cast: Cast, kari: Person, client_as: As
) -> None:
    siv, batch = client_as("siv"), brought(cast, AGAIN, name="siv")
    row = reverse("brought_row", args=[batch.public_id, batch.rows.get().public_id])
    assert seen(kari) == 0

    for number, where in enumerate(
        (
            reverse("brought_list", args=[batch.public_id]),
            row,
            reverse("bring_report", args=[batch.public_id]),
        ),
        1,
    ):
        siv.get(where)
        assert seen(kari) >= number, where
    assert (
        "holdt opplysningene opp mot en liste"
        in siv.get(reverse("person_log", args=[kari.public_id])).content.decode()
    )


def test_a_change_that_a_list_brings_is_in_the_persons_log(cast: Cast, kari: Person) -> None:
    before = LogRow.objects.filter(action="caseload.imported", subjects__subject=kari.log_id).count()
    batch = brought(cast, a_row(Ytelse="Dagpenger", Telefon="90000002"), name="siv")
    row = batch.rows.get()
    (question,) = row_problems(row, open_batch(batch))
    row.answers = {question.key: "take-new"}
    row.save()

    assert confirmed(cast, batch, name="siv")["changed"] == 1

    kari.refresh_from_db()
    assert kari.phone == "+4790000002"
    after = LogRow.objects.filter(action="caseload.imported", subjects__subject=kari.log_id).count()
    assert after == before + 1
