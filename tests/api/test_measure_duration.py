"""How long a measure lasts, as a program reads it."""

import pytest

from fotfeste.apps.measures.models import MeasureDecision
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, problem
from tests.api.doing import act_on
from tests.web.measure_taking_part import taking_part


@pytest.mark.req("F-12")
def test_a_program_reads_the_same_ladder(cast: Cast, program: Make) -> None:
    row = taking_part(cast)
    told = program("hege").get(f"/people/{row.person.public_id}/measure-duration").json()["participations"][0]

    assert (told["id"], told["latest_lawful_end"], told["months"]) == (str(row.public_id), "2027-08-31", 12)
    assert [(each["months"], each["last"], each["state"]) for each in told["rungs"]] == [
        (6, "2027-02-28", "here"),
        (12, "2027-08-31", "can_be_granted"),
        (36, "2029-08-31", "takes_more"),
        (42, "2030-02-28", "takes_more"),
    ]
    notes = {note["code"] for note in told["notes"]}
    assert notes == {"expiry.can-be-extended", "measure.reduced-capacity-gives", "nav-days.later"}


@pytest.mark.req("F-12")
def test_only_the_person_and_the_office_read_it(cast: Cast, program: Make) -> None:
    one = f"/people/{taking_part(cast).person.public_id}/measure-duration"
    statuses = {
        name: program(name).get(one).status_code
        for name in ("hege", "nora", "siv", "tom", "guro", "berit", "mette", "odd", "arne")
    }

    assert {name for name, status in statuses.items() if status == 200} == {"hege", "nora"}
    assert set(statuses.values()) <= {200, 403, 404}


@pytest.mark.req("F-12")
def test_a_program_extends_and_is_told_why_not(cast: Cast, program: Make) -> None:
    row, hege = taking_part(cast), program("hege")
    said = {"reasons": "Trenger mer tid", "told_on": "2026-11-22"}
    refused = problem(act_on(hege, row, "measure-extend", day="2027-09-01", **said))
    told = {each["code"]: each for each in refused["reasons"]}

    assert set(told) == {"measure.beyond-latest-day", "measure.reduced-capacity-gives"}
    assert all("4-4" in each["source"] for each in told.values())
    assert act_on(hege, row, "measure-extend", day="2027-08-31", **said).status_code < 300
    decision = MeasureDecision.objects.get()
    assert (decision.kind, decision.complain_by.isoformat()) == ("extension", "2027-01-04")


@pytest.mark.req("F-08")
def test_a_program_changes_the_aim_with_its_content(cast: Cast, program: Make) -> None:
    row, hege = taking_part(cast), program("hege")
    row.aim = "keep_job"
    row.save()
    said = {"reasons": "Kan ikke løfte", "told_on": "2026-11-22", "day": "2026-11-20"}

    assert act_on(hege, row, "measure-aim", help_to_seek=True, **said).status_code < 300
    row.refresh_from_db()
    assert (row.aim, row.clock_from.isoformat()) == ("new_job", "2026-09-01")
    case = hege.get(f"/people/{row.person.public_id}/measure-case").json()
    assert [each["part"] for each in case["content"]] == ["help_to_seek"]
