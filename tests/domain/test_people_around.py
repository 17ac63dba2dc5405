"""Who can be put down as somebody around a jobseeker."""

from pathlib import Path

import pytest
import yaml

from fotfeste.domain.people_around import NewAround, may_be_put_down, may_change
from fotfeste.domain.permissions import Protection, RelationKind

CASES = yaml.safe_load((Path(__file__).parent / "cases_people_around.yaml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_putting_down(case: dict) -> None:
    if case.get("changed_meanwhile"):
        assert [reason.code for reason in may_change(is_as_it_was=False)] == case["refused"]
        return
    who = {
        "has_account": True,
        "has_name": False,
        "has_the_role": True,
        "is_there_already": False,
        "next_of_kin_consent": False,
        "protection": "none",
    } | case.get("who", {})
    who["protection"] = Protection(who["protection"])

    found = may_be_put_down(NewAround(kind=RelationKind(case["kind"]), **who))

    assert [reason.code for reason in found] == case["refused"]


def test_what_has_changed_meanwhile_is_not_changed_again() -> None:
    assert [reason.code for reason in may_change(is_as_it_was=False)] == ["around.changed-meanwhile"]
    assert may_change(is_as_it_was=True) == ()
