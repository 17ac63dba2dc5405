"""Cases about a measure by programs: the acts of the pages, each refusal with its reason (F-02 to F-09)."""

from typing import Any

import pytest

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureDecision
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program
from tests.api.doing import act, codes

ON = "2026-11-22"
NEED_14A = {
    "kind": "need_14a",
    "goal": "get_work",
    "group": "needs_guidance",
    "reasons": "Slik vurderer vi det",
    "told_on": ON,
}
GRANT = {"kind": "grant", "reasons": "Du trenger mer hjelp", "told_on": ON}


@pytest.fixture
def nora(cast: Cast) -> str:
    open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    return f"/people/{cast.people['nora'].public_id}"


@pytest.mark.req("F-02")
@pytest.mark.parametrize(
    ("slug", "values", "code"),
    [
        ("measure-content", {"part": "own_words", "why": "Fordi"}, "measure-case.describe"),
        ("measure-content-drop", {"why": "Fordi"}, "measure-case.no-such-part"),
        ("measure-weigh", {"weighed": "not_needed", "why": "Fordi"}, "measure-case.weigh-together"),
        ("measure-amount", {"from_day": ON, "hours": "0", "why": "Fordi"}, "measure-case.hours"),
        ("measure-branch", {"is_employed": "yes"}, "measure-case.which-job"),
        (
            "measure-employer-plan",
            {"in_house": "carried_out", "duty_met": "yes"},
            "measure-case.no-job",
        ),
        ("measure-decide-need", {**NEED_14A, "group": ""}, "measure-decision.no-group"),
        (
            "measure-decide-need",
            {**NEED_14A, "kind": "sick_listed_exemption"},
            "measure-decision.not-sick-listed",
        ),
        ("measure-decide-need", {**NEED_14A, "told_on": "2026-11-21"}, "measure-decision.told-when"),
        ("measure-approve", {"answer": "yes", "told_on": ON}, "measure-decision.not-waiting"),
        ("measure-decide", GRANT, "measure-decision.need-first"),
        ("measure-decide", GRANT, "offer.assessment-not-weighed"),
        ("measure-decide", GRANT, "measure-decision.no-content"),
        ("measure-decide", GRANT, "measure-decision.no-branch"),
        ("measure-decide", GRANT, "measure-decision.no-days"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    hege: Program, nora: str, slug: str, values: dict[str, Any], code: str
) -> None:
    assert code in codes(act(hege, nora, slug, **values))
    assert not MeasureDecision.objects.exists()


@pytest.mark.req("F-06")
def test_needed_first_is_said_until_it_is_carried_out(hege: Program, nora: str) -> None:
    act(hege, nora, "measure-weigh", weighed="needed_first", is_together=True, why="Uklart")

    assert "measure-decision.assessment-first" in codes(act(hege, nora, "measure-decide", **GRANT))


@pytest.mark.req("F-02")
def test_who_decided_does_not_approve_it_too(hege: Program, program: Make, nora: str) -> None:
    act(hege, nora, "measure-decide-need", **{**NEED_14A, "group": "work_in_part"})
    waiting = MeasureDecision.objects.get().public_id.hex

    answer = act(hege, nora, "measure-approve", waiting, answer="yes", told_on=ON)

    assert codes(answer) == {"measure-decision.own-second"}
    decision = hege.get(f"{nora}/measure-case").json()["decisions"][0]
    assert (decision["counts"], decision["complain_by"]) == (False, None)
    assert program("nora").get(f"{nora}/measure-case").json()["decisions"] == [], "nobody has told her yet"


def test_without_a_case_there_is_nothing_to_work_with(hege: Program, nora: str, cast: Cast) -> None:
    case = cast.people["nora"].measurecase_set.get()  # type: ignore[attr-defined]  # Django's reverse name
    case.closed_on = cast.on
    case.save()

    answer = act(hege, nora, "measure-content", part="adaptation", why="Fordi")

    assert codes(answer) == {"measure-case.none"}


@pytest.mark.req("F-02")
def test_only_the_person_the_office_and_the_guide_read_the_case(program: Make, nora: str) -> None:
    statuses = {
        name: program(name).get(f"{nora}/measure-case").status_code
        for name in ("hege", "nora", "siv", "tom", "guro", "berit", "mette", "odd", "arne")
    }

    assert {name for name, status in statuses.items() if status == 200} == {"hege", "nora"}
    assert set(statuses.values()) <= {200, 403, 404}
