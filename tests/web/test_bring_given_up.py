"""A fault of ours that keeps coming back never leaves anybody waiting for a list."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.imports.models import ImportStage, RowState
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.outbox.services import MOST_TRIES
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast
from fotfeste.jobs import imports
from tests.web.test_bring import bring, page, work

As = Callable[[str], Client]


def broken(*_: object, **__: object) -> None:
    raise RuntimeError("on purpose")


def try_to_the_end(cast: Cast) -> None:
    """Let the worker try as often as it ever will."""
    for _ in range(MOST_TRIES):
        Errand.objects.filter(done_at=None).update(not_before=cast.at)
        work()


def test_a_list_that_cannot_be_read_says_so_in_the_end(
    cast: Cast, client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports.services, "read", broken)
    siv = client_as("siv")

    batch = bring(siv)
    assert "Leser listen" in page(siv, batch)
    try_to_the_end(cast)

    batch.refresh_from_db()
    assert batch.stage == ImportStage.REFUSED
    assert [problem["code"] for problem in batch.problems] == ["tables.our-fault"]
    assert batch.sealed_file is None
    assert "Vi klarte ikke å lese listen." in page(siv, batch)
    assert "Ingenting av den er lagret." in page(siv, batch)


def test_rows_that_cannot_come_in_wait_with_their_answers_and_can_be_confirmed_again(
    cast: Cast, client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    siv = client_as("siv")
    batch, people = bring(siv), Person.objects.count()
    ready = batch.rows.filter(state=RowState.READY).count()

    with monkeypatch.context() as for_a_while:
        for_a_while.setattr(imports, "apply_caseload", broken)
        siv.post(reverse("bring_confirm", args=[batch.public_id]))
        try_to_the_end(cast)

    batch.refresh_from_db()
    assert batch.problems[-1]["code"] == "tables.not-brought-in"
    assert Person.objects.count() == people
    assert "Vi klarte ikke å hente inn radene." in page(siv, batch)
    siv.post(reverse("bring_confirm", args=[batch.public_id]))
    work()
    assert Person.objects.count() == people + ready


def test_the_rows_left_behind_are_named_when_the_rest_has_come_in(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    batch = bring(siv)
    left = batch.rows.filter(state__in=[RowState.WAITS, RowState.HELD]).order_by("number")
    numbers = ", ".join(str(number) for number in left.values_list("number", flat=True))
    assert numbers

    siv.post(reverse("bring_confirm", args=[batch.public_id]))
    work()

    assert f"Disse radene ble ikke med: {numbers}." in page(siv, batch)


def test_a_row_that_still_waits_is_not_called_answered_and_leads_to_the_next(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    batch = bring(siv)
    first, second = batch.rows.filter(state=RowState.WAITS).order_by("number")[:2]
    address = reverse("brought_row", args=[batch.public_id, first.public_id])

    answer = siv.post(address, {"version": first.version}, follow=True)

    shown = answer.content.decode()
    assert "Raden venter fortsatt." in shown
    assert "Svaret er tatt med." not in shown
    assert reverse("brought_row", args=[batch.public_id, second.public_id]) in shown
