"""How long a measure lasts, as a program reads it."""

import pytest

from fotfeste.cli.cast import Cast
from tests.api.conftest import Make
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
