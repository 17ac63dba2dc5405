"""*Today*, through the page."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine, Alarm
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Event
from fotfeste.apps.people.services import begin_relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.people import AT, ON
from tests.web.caseloads import MOST, follow, statements
from tests.web.filling_in import words

As = Callable[[str], Client]
TODAY = "/i-dag"


@pytest.mark.req("I-4.1a")
def test_what_is_overdue_comes_first_with_whom_why_source_and_one_button(cast: Cast, client_as: As) -> None:
    follow(cast, "Frida Berg", days_ago=3)

    page = words(client_as("siv").get(TODAY))

    nora, amir, frida = (page.index(name) for name in ("Nora Lunde</a>", "Amir Eira</a>", "Frida Berg</a>"))
    assert nora < amir < frida
    assert "13 dager over" in page
    assert "Henvist 2. november. Første møte bør holdes innen 7 dager" in page
    assert reverse("source", args=["I-4.1"]) in page
    assert reverse("act", args=[cast.people["nora"].public_id, "plan-meeting"]) in page


def test_a_specialist_of_another_team_sees_none_of_it(cast: Cast, client_as: As) -> None:
    page = words(client_as("odd").get(TODAY))

    assert "Nora Lunde" not in page
    assert "Ingen jobbsøkere ennå" in page


@pytest.mark.parametrize("name", ["mette", "berit", "hege", "nora", "arne"])
def test_it_is_the_specialists_own_page(client_as: As, name: str) -> None:
    assert client_as(name).get(TODAY).status_code == 403


def test_nobody_gets_in_without_logging_in(client: Client, cast: Cast) -> None:
    answer = client.get(TODAY)

    assert answer.status_code == 302
    assert reverse("account_login") in answer["Location"]


def test_the_look_is_logged_once_with_each_person_on_the_page(cast: Cast, client_as: As) -> None:
    client_as("siv").get(TODAY)

    row = LogRow.objects.get(action=Action.AGENDA_SEEN)
    assert row.actor == cast.accounts["siv"].public_id
    assert set(row.subjects.values_list("subject", flat=True)) == {
        cast.people["nora"].log_id,
        cast.people["amir"].log_id,
    }


def test_only_what_is_asked_for_is_shown(cast: Cast, client_as: As) -> None:
    frida = follow(cast, "Frida Berg", days_ago=3)
    siv = client_as("siv")

    overdue = words(siv.get(TODAY, {"vis": "over-fristen"}))
    coming = words(siv.get(TODAY, {"vis": "neste-dager"}))
    hers = words(siv.get(TODAY, {"person": str(frida.public_id)}))

    assert "Nora Lunde</a>" in overdue
    assert "Frida Berg</a>" not in overdue
    assert "Frida Berg</a>" in coming
    assert "Nora Lunde</a>" not in coming
    assert "Frida Berg</a>" in hers
    assert "Nora Lunde</a>" not in hers


def test_nonsense_in_the_address_is_the_whole_page_not_an_error(client_as: As) -> None:
    answer = client_as("siv").get(TODAY, {"vis": "ukjent", "person": "x", "etter": "2026-02-31_1_x"})

    assert answer.status_code == 200
    assert "Nora Lunde</a>" in words(answer)


def test_many_lines_come_some_at_a_time_and_each_once(cast: Cast, client_as: As) -> None:
    for number in range(30):
        follow(cast, f"Person {number:02}", days_ago=number % 20)
    siv, seen, address = client_as("siv"), [], TODAY

    while address:
        page = words(siv.get(address))
        seen += re.findall(r'line__what">[^<]*<a href="[^"]*">([^<]*)</a>', page)
        older = re.search(r'rel="next" href="([^"]*)"', page)
        address = TODAY + older[1].replace("&amp;", "&") if older else ""

    assert len(seen) == len(set(seen)) == 32


def test_a_ringing_alarm_asks_the_rule_again_in_the_same_look(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    AgendaLine.objects.filter(person=nora).delete()
    Alarm.objects.filter(person=nora).update(ask_again_on=ON)

    page = words(client_as("siv").get(TODAY))

    assert "Nora Lunde</a>" in page
    assert Alarm.objects.get(person=nora).ask_again_on != ON


def test_a_quiet_alarm_is_believed(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    AgendaLine.objects.filter(person=nora).delete()
    Alarm.objects.filter(person=nora).update(ask_again_on=ON + timedelta(days=1))

    assert "Nora Lunde</a>" not in words(client_as("siv").get(TODAY))


def test_of_those_one_stands_in_for_only_the_name_until_one_has_said_so(cast: Cast, client_as: As) -> None:
    sofie = cast.people["sofie"]
    with act():
        begin_relation(
            sofie,
            RelationKind.STAND_IN,
            by=cast.acting("jonas"),
            at=AT,
            on=ON,
            account=cast.accounts["siv"],
            until=ON + timedelta(days=5),
        )
    siv = client_as("siv")

    before = words(siv.get(TODAY))
    siv.post(reverse("today_stand_in"))
    after = words(siv.get(TODAY))

    assert "Du er vikar" in before
    assert "Sofie Strand</a>" not in before
    assert "Sofie Strand</a>" in after


def test_what_others_have_done_is_new(cast: Cast, client_as: As) -> None:
    common = {"kind": "wishes.stated", "on": ON, "at": AT}
    Event.objects.create(person=cast.people["nora"], by=cast.accounts["nora"], **common)
    Event.objects.create(person=cast.people["amir"], by=cast.accounts["siv"], **common)

    news = words(client_as("siv").get(TODAY)).split('id="news"')[1]

    assert "Ønskene er oppdatert" in news
    assert ">Nora Lunde</a>" in news
    assert ">Amir Eira</a>" not in news


def test_the_load_stands_beside_the_advice_for_the_position(cast: Cast, client_as: As) -> None:
    cast.accounts["siv"].memberships.update(position_percent=5)

    page = words(client_as("siv").get(TODAY))

    assert "Metoden råder til inntil 20 i full stilling; din er 5\N{NO-BREAK SPACE}%." in page
    assert "Snakk med metodeveileder" in page


def test_the_number_of_statements_does_not_grow_with_the_caseload(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    siv.get(TODAY)
    few = statements(lambda: siv.get(TODAY))
    for number in range(23):
        follow(cast, f"Person {number:02}", days_ago=number)

    many = statements(lambda: siv.get(TODAY))

    assert len(many) == len(few) <= MOST


def test_nothing_is_read_after_the_look_is_logged(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    siv.get(TODAY)

    said = statements(lambda: siv.get(TODAY))

    assert "audit_logsubject" in said[-1]
