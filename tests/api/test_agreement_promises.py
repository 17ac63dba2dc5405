"""The promises of an agreement for programs: each party with the same rights as on its page."""

from typing import Any

import pytest

from fotfeste.apps.disclosure.models import AgreedTopic
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from tests.api.conftest import Make, problem
from tests.promise_people import BUDDY, CHAIR, SECRET, promise, three_promise


def by_text(answer: Any) -> dict[str, dict[str, Any]]:
    return {each["text"]: each for each in answer.json()["promises"]}


@pytest.mark.req("A-05")
def test_a_program_reads_what_became_of_each_promise(cast: Cast, program: Make) -> None:
    row = three_promise(cast)
    person = cast.people["nora"].public_id
    address, of_employer = (
        f"/people/{person}/agreement/promises",
        f"/employer/agreements/{row.public_id}/promises",
    )

    said = {"day": "2026-11-22"}
    act = f"/people/{person}/acts/agreement-promise-kept?about={promise(2).public_id.hex}"
    start = program("hege").get(act)
    assert program("hege").post(act, said, If_Match=start["ETag"]).status_code == 200

    told = [
        by_text(program(who).get(at))
        for who, at in (("hege", address), ("nora", address), ("erik", of_employer))
    ]
    for each in told:
        assert (each[BUDDY]["state"], each[BUDDY]["kept_on"]) == ("kept_late", "2026-11-22")
        assert (each[CHAIR]["state"], each[CHAIR]["application"]) == ("open", "not_sent")
        assert SECRET in each
    AgreedTopic.objects.filter(topic=Topic.HEALTH).update(answer="not")
    assert SECRET not in by_text(program("erik").get(of_employer))
    assert program("siv").get(address).status_code == 403
    unsaid = program("nora").get("/me/acts/own-agreement-promise-kept")
    none = program("nora").post("/me/acts/own-agreement-promise-kept", said, If_Match=unsaid["ETag"])
    assert [each["code"] for each in problem(none)["reasons"]] == ["promise.none-such"]
