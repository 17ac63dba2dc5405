"""The caseload by course stage, through the page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.employment.services import start_job
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.services.meetings import log_meeting
from fotfeste.apps.people.services import begin_relation
from fotfeste.apps.plans.services import date_profile, state_wishes
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.startup import PlaceKind
from tests.people import AT, ON
from tests.web.caseloads import MOST, follow, statements
from tests.web.filling_in import words

As = Callable[[str], Client]
CASELOAD = "/portefoljen"


def do(cast: Cast, person: str, service: Callable[..., object], **facts: object) -> None:
    """Something Siv does with one of hers."""
    siv = cast.acting("siv")
    public_id = cast.people[person].public_id
    with opened(
        siv, public_id, Permission.ABOUT_PERSON_CHANGE, at=AT, action=Action.EPISODE_CHANGED
    ) as found:
        service(Deed(found, by=siv, at=AT, on=ON), **facts)


def column(page: str, stage: str) -> str:
    return page.split(f'id="stage-{stage}"')[1].split("</section>", maxsplit=1)[0]


def test_each_person_stands_in_the_stage_that_follows_from_what_happened(cast: Cast, client_as: As) -> None:
    do(cast, "amir", log_meeting, held_on=ON - timedelta(days=5), place_kind=PlaceKind.NEUTRAL)

    page = words(client_as("siv").get(CASELOAD))

    assert "Nora Lunde" in column(page, "referred")
    assert "Amir Eira" in column(page, "start_up")
    assert "5 dager her" in column(page, "start_up")


def test_a_job_moves_somebody_on(cast: Cast, client_as: As) -> None:
    do(cast, "amir", date_profile, dated_on=ON - timedelta(days=9))
    do(cast, "nora", start_job, started_on=ON - timedelta(days=1))

    page = words(client_as("siv").get(CASELOAD))

    assert "Amir Eira" in column(page, "job_search")
    assert "Nora Lunde" in column(page, "in_job")


def test_a_card_tells_what_is_next_and_what_is_wanted(cast: Cast, client_as: As) -> None:
    do(cast, "nora", state_wishes, work="Lager <b>eller</b> butikk", percent=50)

    page = words(client_as("siv").get(CASELOAD))

    assert "Hold oppstartsmøte" in column(page, "referred")
    assert "13 dager over" in column(page, "referred")
    assert "Lager &lt;b&gt;eller&lt;/b&gt; butikk, 50\N{NO-BREAK SPACE}%" in page


def test_only_the_stage_name_or_lateness_that_is_asked_for(cast: Cast, client_as: As) -> None:
    follow(cast, "Đorđe Ærlig", days_ago=1)
    siv = client_as("siv")

    by_stage = words(siv.post(CASELOAD, {"stadium": "i-jobb"}))
    by_name = words(siv.post(CASELOAD, {"navn": "dorde aer"}))
    late = words(siv.post(CASELOAD, {"over": "ja"}))

    assert "Ingen passer med det du valgte" in by_stage
    assert "Đorđe Ærlig" in by_name
    assert "Nora Lunde" not in by_name
    assert "Nora Lunde" in late
    assert "Đorđe Ærlig" not in late


def test_those_discharged_are_only_there_when_asked_for(cast: Cast, client_as: As) -> None:
    Episode.objects.filter(person=cast.people["nora"]).update(discharged_on=ON)
    siv = client_as("siv")

    page = words(siv.get(CASELOAD))
    over = words(siv.get(CASELOAD, {"stadium": "utskrevet"}))

    assert "Nora Lunde" not in page
    assert "Amir Eira" in page
    assert "Nora Lunde" in column(over, "discharged")
    assert "Amir Eira" not in over


def test_a_protected_name_is_shown_to_the_one_who_follows_and_to_nobody_else(
    cast: Cast, client_as: As
) -> None:
    assert "Liv Hemmelig" in words(client_as("marit").get(CASELOAD))
    assert "Liv Hemmelig" not in words(client_as("siv").get(CASELOAD))


def test_of_one_whom_one_stands_in_for_only_the_name(cast: Cast, client_as: As) -> None:
    with act():
        begin_relation(
            cast.people["sofie"],
            RelationKind.STAND_IN,
            by=cast.acting("jonas"),
            at=AT,
            on=ON,
            account=cast.accounts["siv"],
        )

    page = words(client_as("siv").get(CASELOAD))

    assert "Sofie Strand" in page.split('id="unopened"')[1].split("</section>")[0]
    assert "Sofie Strand" not in page.split('class="board"')[1]


@pytest.mark.parametrize("name", ["mette", "berit", "hege", "nora", "arne", "guro", "erik"])
def test_it_is_the_specialists_own_page(client_as: As, name: str) -> None:
    assert client_as(name).get(CASELOAD).status_code == 403


def test_somebody_with_nobody_is_told_what_to_do(client_as: As) -> None:
    page = words(client_as("odd").get(CASELOAD))

    assert "Ingen i porteføljen ennå" in page
    assert "Nora Lunde" not in page


def test_the_look_is_logged_with_everyone_on_the_page(cast: Cast, client_as: As) -> None:
    client_as("siv").get(CASELOAD)

    row = LogRow.objects.get(action=Action.CASELOAD_SEEN)
    shown = set(row.subjects.values_list("subject", flat=True))
    assert shown == {cast.people["nora"].log_id, cast.people["amir"].log_id}


def test_25_persons_take_as_few_statements_as_two_and_none_after_the_log(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    siv.get(CASELOAD)
    few = statements(lambda: siv.get(CASELOAD))
    for number in range(23):
        follow(cast, f"Person {number:02}", days_ago=number)

    many = statements(lambda: siv.get(CASELOAD))

    assert len(many) == len(few) <= MOST
    assert "audit_logsubject" in many[-1]
