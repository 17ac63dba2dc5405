"""A measure that runs out is no surprise: the person, the guide and NAV see it coming (F-13)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.expiring import ring_for_the_expiring, tell_of_warnings, windows
from fotfeste.apps.measures.models import (
    ExpiryWarning,
    GuideAssignment,
    MeasureCase,
    MeasureDecision,
    Participation,
)
from fotfeste.apps.outbox.models import Errand
from fotfeste.cli.cast import Cast
from fotfeste.domain.measures.expiry import rings_on
from fotfeste.parameters import EXPIRY_WARNINGS
from tests.web.filling_in import words

As = Callable[[str], Client]
AT = datetime(2026, 11, 22, 11, tzinfo=UTC)
LAST_DAYS = {1: date(2027, 1, 17), 2: date(2026, 12, 20), 3: date(2026, 11, 29)}
"""The last days that just get the first, the second and the last warning today."""


@pytest.fixture
def case(cast: Cast) -> MeasureCase:
    return open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )


def taking_part(case: MeasureCase, last_day: date) -> Participation:
    """In Follow-up since half a year before the last day."""
    return Participation.objects.create(
        person=case.person,
        case=case,
        office=case.office,
        measure="follow_up",
        aim="new_job",
        starts_on=last_day - timedelta(days=180),
        first_start=last_day - timedelta(days=180),
        last_day=last_day,
    )


@pytest.mark.req("F-13")
def test_nav_and_the_person_see_it_coming_and_what_can_still_be_granted(
    case: MeasureCase, client_as: As
) -> None:
    taking_part(case, LAST_DAYS[1])

    hege = client_as("hege")
    nav = words(hege.get(reverse("measure_cases")))
    assert "Tiltaket går ut" in nav
    assert "Nora" in nav
    assert "Tiltaket går ut" in words(hege.get(reverse("measure_case", args=[case.person.public_id])))
    nora = client_as("nora")
    for page in ("mine", "my_measures"):
        shown = words(nora.get(reverse(page)))
        assert "17. januar 2027" in shown
        assert "Tiltaket kan forlenges til og med" in shown


@pytest.mark.req("F-13")
def test_nothing_is_said_before_its_time_after_the_last_day_or_when_it_has_ended(
    case: MeasureCase, client_as: As
) -> None:
    taking_part(case, LAST_DAYS[1] + timedelta(days=1))
    taking_part(case, date(2026, 11, 21))
    ended = taking_part(case, LAST_DAYS[2])
    Participation.objects.filter(pk=ended.pk).update(ended_on=date(2026, 11, 20))

    assert "Tiltaket går ut" not in words(client_as("hege").get(reverse("measure_cases")))
    assert "Tiltaket går ut" not in words(client_as("nora").get(reverse("mine")))
    assert ring_for_the_expiring(on=date(2026, 11, 22)) == 0


def test_another_office_and_those_around_the_person_are_told_nothing(
    case: MeasureCase, client_as: As
) -> None:
    taking_part(case, LAST_DAYS[2])

    assert "Tiltaket går ut" not in words(client_as("tom").get(reverse("measure_cases")))
    siv = client_as("siv")
    assert "Tiltaket går ut" not in words(siv.get(reverse("today")))
    assert siv.get(reverse("measure_cases")).status_code == 403


def test_the_page_takes_as_many_statements_for_ten_that_run_out_as_for_one(
    case: MeasureCase, client_as: As
) -> None:
    hege, page = client_as("hege"), reverse("measure_cases")
    taking_part(case, LAST_DAYS[1])
    hege.get(page)
    with CaptureQueriesContext(connection) as one:
        hege.get(page)
    for _ in range(9):
        taking_part(case, LAST_DAYS[2])
    with CaptureQueriesContext(connection) as ten:
        hege.get(page)
    assert len(ten) == len(one)


@pytest.mark.req("F-13")
def test_by_night_each_warning_is_put_down_once_and_told_without_naming_anybody(case: MeasureCase) -> None:
    rows = {ring: taking_part(case, last_day) for ring, last_day in LAST_DAYS.items()}
    guide = case.opened_by
    GuideAssignment.objects.create(
        person=case.person,
        participation=rows[1],
        account=guide,
        from_day=date(2026, 11, 1),
        written_on=date(2026, 11, 1),
        written_by=guide,
    )
    MeasureDecision.objects.create(
        person=case.person,
        case=case,
        participation=rows[2],
        kind="grant",
        measure="follow_up",
        decided_on=date(2026, 11, 1),
        decided_by=guide,
    )

    assert ring_for_the_expiring(on=date(2026, 11, 22)) == 3
    assert {each.participation_id: each.ring for each in ExpiryWarning.objects.all()} == {
        row.pk: ring for ring, row in rows.items()
    }
    person = case.person.account
    assert person is not None
    assert tell_of_warnings(at=AT) == 2
    told = Errand.objects.filter(kind="mail.notice")
    assert {each.payload["account"] for each in told} == {str(guide.public_id), str(person.public_id)}
    assert all(set(each.payload) == {"what", "account"} for each in told)

    assert ring_for_the_expiring(on=date(2026, 11, 22)) == 0
    assert tell_of_warnings(at=AT) == 0
    assert told.count() == 2


@pytest.mark.req("F-13")
def test_stopped_midway_it_goes_on_where_it_was(case: MeasureCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fotfeste.apps.measures.expiring.A_BATCH", 2)
    for _ in range(5):
        taking_part(case, LAST_DAYS[2])
    made = ExpiryWarning.objects.bulk_create
    lots: list[int] = []

    def made_twice(*args: object, **more: object) -> object:
        lots.append(1)
        if len(lots) > 2:
            raise RuntimeError("the machine stopped")
        return made(*args, **more)  # type: ignore[arg-type]  # passed on as it came

    with monkeypatch.context() as during:
        during.setattr(ExpiryWarning.objects, "bulk_create", made_twice)
        with pytest.raises(RuntimeError):
            ring_for_the_expiring(on=date(2026, 11, 22))
    assert ExpiryWarning.objects.count() == 4
    assert ring_for_the_expiring(on=date(2026, 11, 22)) == 1
    assert ExpiryWarning.objects.count() == 5


def test_another_last_day_is_warned_of_anew_and_a_later_ring_replaces_one_that_was_missed(
    case: MeasureCase,
) -> None:
    row = taking_part(case, LAST_DAYS[1])
    assert ring_for_the_expiring(on=date(2026, 11, 22)) == 1
    assert ring_for_the_expiring(on=date(2027, 1, 12)) == 1
    assert list(ExpiryWarning.objects.order_by("pk").values_list("ring", flat=True)) == [1, 3]
    Participation.objects.filter(pk=row.pk).update(last_day=date(2027, 2, 28))
    assert ring_for_the_expiring(on=date(2027, 1, 12)) == 1


@given(ahead=st.integers(min_value=-3, max_value=60))
def test_the_windows_of_the_night_are_the_rings_of_the_rule(ahead: int) -> None:
    on = date(2026, 11, 22)
    last_day = on + timedelta(days=ahead)
    found = [ring for ring, soonest, latest in windows(on) if soonest <= last_day <= latest]
    rung = rings_on(last_day, EXPIRY_WARNINGS.on(on), on=on)
    assert found == ([rung] if rung else [])
