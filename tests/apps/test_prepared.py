"""Questions put together once answer as Django would: for every value, for every shape, on both databases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.people.models import Event, Person
from fotfeste.cli.cast import Cast
from fotfeste.prepared import NotOnlyPassedOn, Prepared, prepared


@dataclass(frozen=True, slots=True)
class Place:
    """A value in parts, one of which may be missing."""

    due: date | None
    place: int


@pytest.fixture
def as_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is held against Django."""
    monkeypatch.setattr(Prepared, "is_held_against_django", False)


def test_each_value_gets_its_own_answer(cast: Cast) -> None:
    @prepared
    def named(name: str) -> QuerySet[Person]:
        return Person.objects.filter(search_name=name)

    for person in cast.people.values():
        assert [found.pk for found in named(person.search_name)] == [person.pk]
    assert named("nobody at all") == []


def test_each_shape_has_sql_of_its_own(cast: Cast) -> None:
    @prepared
    def lines(people: Sequence[int], due: date | None, is_late: bool) -> QuerySet[AgendaLine]:
        rows = AgendaLine.objects.filter(person_id__in=people)
        return rows.filter(due__lt=due) if is_late and due else rows.filter(due=due)

    everyone = [person.pk for person in cast.people.values()]
    for people in ([], everyone[:1], everyone, everyone * 40):
        for due in (None, cast.on, cast.on + timedelta(days=30)):
            for is_late in (True, False):
                found = {line.pk for line in lines(people, due, is_late)}
                rows = AgendaLine.objects.filter(person_id__in=people)
                if is_late and due:
                    assert found == {line.pk for line in rows if line.due and line.due < due}
                else:
                    assert found == {line.pk for line in rows if line.due == due}


def test_the_smallest_column_of_a_database_takes_a_stand_in_too(cast: Cast) -> None:
    """On PostgreSQL Django answers by itself when a number is too large for the column."""

    @prepared
    def further(place: Place) -> QuerySet[AgendaLine]:
        same_day = Q(due=place.due) & Q(place__gt=place.place)
        return AgendaLine.objects.filter(same_day | Q(due=None))

    everything = AgendaLine.objects.all()
    for due in {line.due for line in everything}:
        found = {line.pk for line in further(Place(due, 1))}
        assert found == {
            line.pk for line in everything if not line.due or (line.due == due and line.place > 1)
        }


def reckoning(on: date) -> QuerySet[AgendaLine]:
    """Reckons with its value, which a prepared question may not."""
    return AgendaLine.objects.filter(due__lte=on + timedelta(days=7))


def choosing(most: int) -> QuerySet[Event]:
    """Chooses by its value."""
    return Event.objects.filter(pk__lte=most) if most < 100 else Event.objects.filter(pk__gt=most)


def mistaken(place: int) -> QuerySet[AgendaLine]:
    """Has a number of its own that is one of the stand-ins."""
    return AgendaLine.objects.filter(Q(place=place) | Q(place=31_000))


@pytest.mark.parametrize("ask", [reckoning, choosing, mistaken])
def test_what_does_more_than_pass_on_is_found_out(ask: object, cast: Cast) -> None:
    value = cast.on if ask is reckoning else 1
    with pytest.raises(NotOnlyPassedOn):
        Prepared(ask)(value)  # type: ignore[arg-type]  # three questions of three kinds


@pytest.mark.usefixtures("as_in_production")
def test_and_in_production_it_is_asked_as_it_stands(cast: Cast) -> None:
    last = cast.on + timedelta(days=7)
    expected = {line.pk for line in AgendaLine.objects.all() if line.due and line.due <= last}
    assert expected

    ask = prepared(reckoning)
    assert {line.pk for line in ask(cast.on)} == expected
    assert not {line.pk for line in ask(cast.on - timedelta(days=10_000))}


def test_a_later_value_that_would_ask_something_else_is_found_out(cast: Cast) -> None:
    ask = prepared(choosing)
    ask(31_500)

    with pytest.raises(NotOnlyPassedOn):
        ask(7)


@pytest.mark.usefixtures("as_in_production")
def test_nothing_is_put_together_the_second_time(cast: Cast) -> None:
    asked = []

    @prepared
    def one(person: int) -> QuerySet[Person]:
        asked.append(person)
        return Person.objects.filter(pk=person)

    nora, amir = cast.people["nora"].pk, cast.people["amir"].pk
    one(nora)
    asked.clear()
    with CaptureQueriesContext(
        connection,
    ) as statements:
        assert [person.pk for person in one(amir)] == [amir]

    assert asked == []
    assert len(statements) == 1
