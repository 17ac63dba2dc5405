"""How long a measure lasts: the ladder drawn and in a table, and what gives more; and who does not see it."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.models import Interruption, MeasureDecision, Participation
from fotfeste.apps.people.models import Relation
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from fotfeste.web.pictures.ladder import Bar, ladder_picture
from tests.measure_people import named
from tests.web.filling_in import words
from tests.web.measure_taking_part import taking_part

As = Callable[[str], Client]
FONT = 12
"""How high the labels of the ladder are; a third of it goes below the foot of a g."""


def page(client: Client, row: Participation) -> str:
    return words(client.get(reverse("measure_duration", args=[row.person.public_id]))).replace("\xa0", " ")


def own(client: Client) -> str:
    return words(client.get(reverse("my_measure_duration"))).replace("\xa0", " ")


def paused(row: Participation, cast: Cast, why: str) -> Interruption:
    pause = Interruption(
        person=row.person,
        participation=row,
        written_on=cast.on,
        written_by=cast.accounts["hege"],
        from_day=date(2026, 10, 1),
    )
    pause.seal("sealed_why", why, unwrapped(row.person.key, row.person.public_id))
    pause.save()
    return pause


@pytest.mark.req("F-12")
def test_the_ladder_is_drawn_and_stands_in_a_table_with_the_latest_lawful_day(
    client_as: As, cast: Cast
) -> None:
    said = page(client_as("hege"), taking_part(cast))

    assert '<svg class="ladder"' in said
    for day in ("28. februar 2027", "31. august 2027", "31. august 2029", "28. februar 2030"):
        assert day in said
    assert "31. august 2027 (12 måneder)" in said
    assert "FOR-2015-12-11-1598" in said
    assert (said.count("Vedtatt hit"), said.count(">Kan gis<"), said.count(">Krever mer<")) == (1, 1, 2)
    assert "Nedsatt arbeidsevne er slått fast" in said


def test_no_line_of_the_ladder_crosses_what_is_written_over_a_bar() -> None:
    first = date(2026, 9, 1)
    bars = [Bar(str(year), date(year, 8, 31), is_open=True) for year in (2027, 2029, 2030)]
    drawn = ladder_picture(bars, first=first, decided=bars[0].last, today=first, title="", desc="", key="k")

    feet = [int(y) for y in re.findall(r'<text[^>]* y="(\d+)"', drawn)]
    lines = [(int(top), int(end)) for top, end in re.findall(r' y1="(\d+)" y2="(\d+)"', drawn)]
    assert len(lines) == 2 * len(feet) == 6
    for foot in feet:
        assert not [each for each in lines if each[0] < foot + FONT / 3 and each[1] > foot - FONT]


@pytest.mark.req("F-12")
def test_reduced_work_capacity_opens_the_next_rung(client_as: As, cast: Cast) -> None:
    said = page(client_as("hege"), taking_part(cast, reduced=True))

    assert "31. august 2029 (36 måneder)" in said
    assert (said.count(">Kan gis<"), said.count(">Krever mer<")) == (2, 1)


@pytest.mark.req("F-12")
@pytest.mark.parametrize(
    ("measure", "last", "source"),
    [
        ("ips", "31. august 2027 (12 måneder)", "FOR-2023-06-20-1073"),
        ("ips_young", "31. august 2027 (12 måneder)", "FOR-2023-06-20-1073"),
        ("supported_employment", "31. august 2027 (12 måneder)", "FOR-2023-06-20-1073"),
    ],
)
def test_each_measure_has_the_ladder_of_its_own_regulation(
    client_as: As, cast: Cast, measure: str, last: str, source: str
) -> None:
    said = page(client_as("hege"), taking_part(cast, measure=measure))

    assert last in said
    assert source in said
    assert "Første innvilgelse" not in said


@pytest.mark.req("F-12")
def test_where_navs_own_counting_gives_another_day_it_is_shown_beside(client_as: As, cast: Cast) -> None:
    assert "NAVs program godtar 1. september 2027" in page(client_as("hege"), taking_part(cast))


@pytest.mark.req("F-12")
def test_a_break_is_on_record_and_moves_nothing(client_as: As, cast: Cast) -> None:
    row = taking_part(cast)
    paused(row, cast, "Lagt inn <i>")
    said = page(client_as("hege"), row)

    assert "31. august 2027 (12 måneder)" in said
    assert "Lagt inn &lt;i&gt;" in said
    assert "De flytter ikke siste dag" in said


@pytest.mark.req("F-12", "F-13")
def test_the_person_sees_it_coming_and_what_can_still_be_granted(client_as: As, cast: Cast) -> None:
    taking_part(cast, first=date(2026, 6, 1), last=date(2026, 11, 30))
    said = own(client_as("nora"))

    assert "Tiltaket går snart ut" in said
    assert "31. mai 2027" in said
    for day in ("5. oktober 2026", "2. november 2026", "23. november 2026"):
        assert day in said


@pytest.mark.req("F-12")
def test_the_guide_who_is_named_sees_the_days_and_no_reasons(client_as: As, cast: Cast) -> None:
    here, elsewhere = taking_part(cast), taking_part(cast, first=date(2024, 1, 1), last=date(2024, 6, 30))
    here.provider = cast.units["brobygger"]
    here.save()
    paused(here, cast, "Lagt inn")
    MeasureDecision.objects.create(
        person=here.person,
        case=here.case,
        participation=here,
        kind="extension",
        measure=here.measure,
        decided_on=cast.on,
        decided_by=cast.accounts["hege"],
    )
    Relation.objects.create(
        person=here.person,
        kind=RelationKind.GUIDE,
        account=cast.accounts["guro"],
        unit=cast.units["brobygger"],
        from_day=date(2026, 9, 1),
    )
    guro = client_as("guro")
    assert "31. august 2027" not in page(guro, here), "around the person as a guide, but named by nobody"
    named(here, cast.accounts["guro"])
    said, whole = page(guro, here), page(client_as("hege"), here)

    assert "31. august 2027" in said
    for hidden in ("Lagt inn", "Forlengelse", elsewhere.public_id.hex):
        assert hidden in whole
        assert hidden not in said


@pytest.mark.req("F-12")
@pytest.mark.parametrize("name", ["siv", "tom", "mette", "berit", "guro", "erik", "arne", "amir"])
def test_nobody_else_sees_it(client_as: As, cast: Cast, name: str) -> None:
    row = taking_part(cast)

    answer = client_as(name).get(reverse("measure_duration", args=[row.person.public_id]))

    assert answer.status_code in {403, 404}


def test_another_persons_own_page_shows_nothing_of_hers(client_as: As, cast: Cast) -> None:
    row = taking_part(cast)
    said = own(client_as("nora"))
    row.person = cast.people["amir"]
    row.save()

    assert "31. august 2027" in said
    assert "Ingen deltakelse ennå" in own(client_as("nora"))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1900, 1, 1), date(1900, 6, 30)),
        (date(2024, 2, 29), date(2024, 8, 28)),
        (date(9999, 12, 31), date(9999, 12, 31)),
        (date(2026, 8, 31), date(2031, 1, 1)),
    ],
)
def test_any_days_are_drawn(client_as: As, cast: Cast, first: date, last: date) -> None:
    row = taking_part(cast, first=first, last=last)

    assert "Siste lovlige dag nå" in page(client_as("hege"), row)


def test_it_costs_the_same_however_many_there_are(
    client_as: As, cast: Cast, django_assert_max_num_queries: Callable[..., object]
) -> None:
    hege = client_as("hege")
    row = taking_part(cast)
    page(hege, row)
    for year in range(2000, 2020):
        paused(taking_part(cast, first=date(year, 1, 1), last=date(year, 6, 30)), cast, "Slik")

    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]  # the fixture is a context manager
        page(hege, row)
