"""Agreements with providers by programs: the same rules, each refusal with its reason (F-05)."""

from datetime import date
from typing import Any

import pytest

from fotfeste.apps.measures.models import FrameworkAgreement
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make
from tests.api.doing import codes
from tests.provider_people import agreed, granted

ALL = "/measure-agreements"


def said(cast: Cast, **more: Any) -> dict[str, Any]:
    return {
        "from_day": "2026-01-01",
        "until_day": "2028-12-31",
        "places": 4,
        "offices": [str(cast.units["nav_bodo"].public_id)],
        **more,
    }


@pytest.mark.req("F-05")
def test_a_program_makes_one_and_the_provider_reads_how_many_places_are_free(
    cast: Cast, program: Make
) -> None:
    new = {"provider": str(cast.units["brobygger"].public_id), "measure": "follow_up"}
    made = program("hege").post(ALL, said(cast, **new))
    assert made.status_code == 201
    granted(cast, "nora")

    (shown,) = program("guro").get(ALL).json()["agreements"]

    assert (shown["places"], shown["taken"], shown["free"], shown["waiting"]) == (4, 1, 3, 0)
    assert [each["name"] for each in shown["offices"]] == ["NAV Bodø"]
    assert program("siv").get(ALL).status_code == 403


@pytest.mark.req("F-05")
@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"provider": "00000000-0000-4000-8000-000000000000"}, "measure-agreement.no-such-provider"),
        ({"offices": ["00000000-0000-4000-8000-000000000000"]}, "measure-agreement.no-office"),
        ({"from_day": "2014-12-31"}, "measure-agreement.too-old"),
        ({"until_day": "2036-01-01"}, "measure-agreement.too-long"),
        ({"until_day": "2025-12-31"}, "day.ends-before-start"),
        ({"places": 0}, "measure-agreement.places"),
        ({"places": 1001}, "measure-agreement.places"),
    ],
)
def test_what_cannot_be_agreed_is_refused_with_its_reason(
    cast: Cast, program: Make, more: dict[str, Any], code: str
) -> None:
    new = {"provider": str(cast.units["brobygger"].public_id), "measure": "follow_up", **more}

    assert code in codes(program("hege").post(ALL, said(cast, **new)))
    assert not FrameworkAgreement.objects.exists()


@pytest.mark.req("F-05")
def test_one_that_is_changed_keeps_its_version_its_offices_and_those_who_have_begun(
    cast: Cast, program: Make
) -> None:
    row = agreed(cast, offices=("nav_bodo",))
    one, hege = f"{ALL}/{row.public_id}", program("hege")
    for name in ("nora", "amir"):
        granted(cast, name, starts_on=date(2026, 11, 2), first_start=date(2026, 11, 2))
    fauske = [str(cast.units["nav_fauske"].public_id)]

    fewer = hege.send("PUT", one, said(cast, places=1), If_Match='"1"')
    elsewhere = hege.send("PUT", one, said(cast, offices=fauske), If_Match='"1"')
    changed = hege.send("PUT", one, said(cast, places=2), If_Match='"1"')
    late = hege.send("PUT", one, said(cast, places=9), If_Match='"1"')
    others = program("tom").send("PUT", one, said(cast), If_Match='"2"')

    assert codes(fewer) == {"measure-agreement.fewer-than-begun"}
    assert codes(elsewhere) == {"measure-agreement.not-yours"}
    assert (changed.status_code, late.status_code, others.status_code) == (200, 412, 404)
    assert [each["places"] for each in hege.get(one).json()["versions"]] == [2, 4]


@pytest.mark.req("F-05")
def test_two_agreements_do_not_share_an_office_and_a_day(cast: Cast, program: Make) -> None:
    agreed(cast)
    new = {"provider": str(cast.units["brobygger"].public_id), "measure": "follow_up"}

    assert codes(program("hege").post(ALL, said(cast, **new))) == {"measure-agreement.overlaps"}
    assert program("hege").post(ALL, said(cast, **{**new, "measure": "ips"})).status_code == 201
