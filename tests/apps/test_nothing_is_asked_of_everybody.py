"""What a page asks of its own team reads its own rows, however many others there are in the house."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import QuerySet

from fotfeste.apps.around.emergency import access_waiting
from fotfeste.apps.around.handover_page import specialists
from fotfeste.apps.around.questions import access_unanswered
from fotfeste.apps.referrals.inbox import of_team
from fotfeste.apps.team.discharge import access_asked
from fotfeste.cli.cast import Cast
from tests.people import AT, ON

EVERYBODY = re.compile(r"SCAN (V\d|people_person)")
ASKS: dict[str, Callable[[Cast], object]] = {
    "referrals": lambda cast: list(of_team(cast.acting("siv")).filter(reply="")),
    "questions about looks": lambda cast: access_unanswered(cast.acting("mette"), on=ON),
    "emergencies": lambda cast: access_waiting(cast.acting("mette"), at=AT, on=ON),
    "discharges": lambda cast: access_asked(cast.acting("mette")),
    "caseloads": lambda cast: specialists(cast.acting("mette"), on=ON),
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads small tables whole")
@pytest.mark.parametrize("what", ASKS)
def test_people_are_looked_up_one_by_one_and_never_all_at_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    plans: list[str] = []
    evaluate = QuerySet._fetch_all

    def explain_first(asked: QuerySet) -> None:  # type: ignore[type-arg]  # of whatever is asked for
        if asked._result_cache is None:
            plans.append(asked.explain())
        evaluate(asked)

    monkeypatch.setattr(QuerySet, "_fetch_all", explain_first)
    ASKS[what](cast)

    assert plans
    assert [line for plan in plans for line in plan.splitlines() if EVERYBODY.search(line)] == []
