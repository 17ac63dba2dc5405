"""Starts, guides and proposals by programs: each refusal with its reason (F-05, F-09)."""

from datetime import timedelta
from typing import Any

import pytest

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.measures.guides import change_guide
from fotfeste.apps.measures.models import GuideAssignment, Participation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from tests.api.conftest import Make, Program
from tests.api.doing import act_on, codes
from tests.provider_people import agreed, another_provider, begun, granted


@pytest.fixture
def row(cast: Cast) -> Participation:
    agreed(cast)
    return granted(cast, "nora", starts_on=cast.on)


def start(caller: Program, row: Participation, **more: Any) -> Any:
    return caller.post(f"/enrolments/{row.public_id}/start", more)


@pytest.mark.req("F-05", "F-09")
def test_a_program_confirms_a_start_once(cast: Cast, program: Make, row: Participation) -> None:
    guro, said = program("guro"), {"day": "2026-11-22", "guide": str(cast.accounts["guro"].public_id)}
    assert [each["name"] for each in guro.get("/enrolments").json()["enrolments"]] == ["Nora Lunde"]

    assert start(guro, row, **said).status_code == 200
    assert codes(start(guro, row, **said)) == {"measure-start.begun-already"}
    (mine,) = guro.get("/participants").json()["participants"]
    one = f"/people/{mine['person']}/participations/{mine['participation']}"
    assert guro.get(one).json()["standing"] == "going_on"
    assert {program(name).get(one).status_code for name in ("siv", "tom", "erik", "berit")} <= {403, 404}


@pytest.mark.req("F-05")
def test_each_refusal_at_the_start_has_its_reason(cast: Cast, program: Make, row: Participation) -> None:
    guro, guide = program("guro"), str(cast.accounts["guro"].public_id)
    second = granted(cast, "amir", starts_on=cast.on, provider=another_provider())
    assert start(guro, second, day="2026-11-22", guide=guide).status_code == 404

    assert codes(start(guro, row, day="2026-11-21", guide=guide)) == {"measure-start.before-decided"}
    hege = str(cast.accounts["hege"].public_id)
    both = start(guro, row, day="2027-01-01", guide=hege)
    assert codes(both) == {"measure-start.too-far-ahead", "measure-guide.not-here"}
    named = guro.post(f"/enrolments/{row.public_id}/guide", {"guide": guide})
    assert codes(named) == {"measure-guide.not-begun"}
    begun(cast, row)
    again = guro.post(f"/enrolments/{row.public_id}/guide", {"guide": guide})
    assert codes(again) == {"measure-guide.there-is-one"}
    assert GuideAssignment.objects.count() == 1


@pytest.mark.req("F-05")
def test_each_refusal_about_guide_and_provider_has_its_reason(
    cast: Cast, program: Make, row: Participation
) -> None:
    begun(cast, row)
    guro, hege = program("guro"), program("hege")
    here, other = str(cast.units["brobygger"].public_id), another_provider()
    waits = act_on(guro, row, "measure-suggest", kind="aim", why="Vil noe annet")
    assert waits.status_code == 200
    assert codes(act_on(guro, row, "measure-suggest", kind="aim", why="Fordi")) == {
        "measure-suggestion.waits"
    }
    chosen = act_on(hege, row, "measure-provider", provider=here, why="Fordi")
    assert codes(chosen) == {"measure-provider.choose-another"}
    agreed(cast, provider=other, first=cast.on + timedelta(days=1))
    coming = act_on(hege, row, "measure-provider", provider=str(other.public_id), why="Fordi")
    assert codes(coming) == {"measure-provider.no-agreement"}
    nobody = act_on(hege, row, "measure-suggestion-answer", "0" * 32, answer="accepted")
    assert codes(nobody) == {"measure-suggestion.not-found"}
    suggestion = hege.get("/measure-suggestions").json()["suggestions"][0]["id"].replace("-", "")
    no = act_on(hege, row, "measure-suggestion-answer", suggestion, answer="refused")
    assert codes(no) == {"measure-suggestion.say-why"}
    assert act_on(hege, row, "measure-suggestion-answer", suggestion, answer="accepted").status_code == 200
    again = act_on(hege, row, "measure-suggestion-answer", suggestion, answer="accepted")
    assert codes(again) == {"measure-suggestion.answered"}
    assert act_on(hege, row, "measure-guide-end", why="Sluttet").status_code == 200
    assert codes(act_on(hege, row, "measure-guide-end", why="Sluttet")) == {"measure-guide.none"}


@pytest.mark.req("F-05")
def test_what_has_ended_takes_no_new_provider_and_no_proposal(
    cast: Cast, program: Make, row: Participation
) -> None:
    begun(cast, row)
    Participation.objects.filter(pk=row.pk).update(ended_on=cast.on - timedelta(days=1))
    other = another_provider()
    agreed(cast, provider=other)

    chosen = act_on(program("hege"), row, "measure-provider", provider=str(other.public_id), why="Fordi")
    proposed = act_on(program("guro"), row, "measure-suggest", kind="aim", why="Fordi")

    assert codes(chosen) == {"measure-provider.ended"}
    assert codes(proposed) == {"measure-suggestion.not-going-on"}


@pytest.mark.req("F-05")
@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "extend"}, "measure-suggestion.which-day"),
        ({"kind": "extend", "day": "2027-05-31"}, "measure-suggestion.not-later"),
        ({"kind": "end", "day": "2026-11-21"}, "measure-suggestion.not-earlier"),
        ({"kind": "amount"}, "measure-suggestion.how-much"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_with_its_reason(
    cast: Cast, program: Make, row: Participation, values: dict[str, Any], code: str
) -> None:
    begun(cast, row)

    assert codes(act_on(program("guro"), row, "measure-suggest", why="Fordi", **values)) == {code}


@pytest.mark.req("F-05")
def test_nobody_hands_over_to_themselves(cast: Cast, row: Participation) -> None:
    begun(cast, row)
    acting, guro = cast.acting("guro"), cast.accounts["guro"].public_id

    def hand_over() -> None:
        with opened(acting, row.person.public_id, Permission.MEASURE_FOLLOW, at=cast.at) as found:
            deed = Deed(found, by=acting, at=cast.at, on=cast.on)
            change_guide(deed, row.public_id.hex, guide=guro, handover="Til meg selv")

    with pytest.raises(Refused) as refused:
        hand_over()
    assert [reason.code for reason in refused.value.verdict] == ["measure-guide.same"]


@pytest.mark.req("F-05")
def test_who_has_begun_is_not_put_on_a_waiting_list(cast: Cast, program: Make, row: Participation) -> None:
    begun(cast, row)
    other = another_provider()
    agreed(cast, provider=other, places=1)
    granted(cast, "amir", provider=other)

    full = act_on(program("hege"), row, "measure-provider", provider=str(other.public_id), why="Fordi")

    assert codes(full) == {"measure-provider.full"}


@pytest.mark.req("F-05")
def test_a_program_reads_when_nav_made_the_change_it_accepted(
    cast: Cast, hege: Program, program: Make, row: Participation
) -> None:
    begun(cast, row)
    act_on(program("guro"), row, "measure-suggest", kind="amount", hours="6", why="Trenger mer")
    one = f"/people/{row.person.public_id}/participations/{row.public_id}"
    (proposed,) = hege.get(one).json()["suggestions"]
    about = proposed["id"].replace("-", "")

    act_on(hege, row, "measure-suggestion-answer", about, answer="accepted")
    assert hege.get(one).json()["suggestions"][0]["carried_out_on"] is None
    act_on(hege, row, "measure-amount", about, from_day="2026-11-22", hours="6", why="Enig")

    assert program("guro").get(one).json()["suggestions"][0]["carried_out_on"] == "2026-11-22"
