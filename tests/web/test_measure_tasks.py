"""The NAV adviser's tasks for a jobseeker: done or not, when, by whom, and what is due (I-5.2b)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import NavTaskDone
from fotfeste.cli.cast import Cast
from tests.measure_people import guided
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
ON = "22.11.2026"
DONE = {"task": "benefits", "state": "done", "day": ON, "words": "Gikk gjennom dagpengene"}


def act(cast: Cast, person: str = "nora") -> str:
    return reverse("act", args=[cast.people[person].public_id, "measure-nav-task"])


def page(client: Client, cast: Cast) -> str:
    return words(client.get(reverse("measure_tasks", args=[cast.people["nora"].public_id])))


@pytest.mark.req("I-5.2b")
def test_the_adviser_puts_down_what_is_done_and_the_person_reads_it(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    assert send(hege, act(cast), **DONE).status_code == 302
    assert send(hege, act(cast), task="debt_adviser", state="not_needed").status_code == 302

    shown = page(hege, cast)

    for said in ("Veiledning: ytelser", "Gjort", "Hege Dahl", "Gikk gjennom dagpengene", "Trengs ikke"):
        assert said in shown
    assert "Gikk gjennom dagpengene" in words(client_as("nora").get(reverse("my_measure_tasks")))
    assert b"dagpengene" not in bytes(NavTaskDone.objects.first().sealed_words)  # type: ignore[union-attr]  # there is one


@pytest.mark.req("I-5.2b")
def test_enrolment_in_arena_is_due_when_the_course_has_begun_and_exit_when_it_has_ended(
    cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    assert "Meld personen inn i IPS i Arena" in page(hege, cast)
    who = {"words": "Tiltaksarrangøren registrerer", "state": "done", "day": ON}
    send(hege, act(cast), task="who_registers", **who)
    send(hege, act(cast), task="arena_enrolment", state="done", day="20.11.2026")
    assert "Meld personen inn i IPS i Arena" not in page(hege, cast)

    Episode.objects.filter(person=cast.people["nora"]).update(discharged_on=cast.on - timedelta(days=1))

    shown = page(hege, cast)
    assert "Meld personen ut av IPS i Arena" in shown
    assert "over fristen" in shown
    send(hege, act(cast), task="arena_exit", state="done", day=ON)
    assert "Meld personen ut av IPS i Arena" not in page(hege, cast)


@pytest.mark.req("I-5.2b")
def test_a_planned_four_party_meeting_stands_on_the_offices_list_and_is_late_the_day_after(
    cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    assert (
        send(hege, act(cast), task="four_party_meeting", state="planned", day="24.11.2026").status_code == 302
    )
    listed = words(hege.get(reverse("measure_cases")))
    assert "Firepartsmøte" in listed
    assert "over fristen" not in listed

    NavTaskDone.objects.update(day=cast.on - timedelta(days=1))
    assert "over fristen" in words(hege.get(reverse("measure_cases")))
    send(hege, act(cast), task="four_party_meeting", state="done", day=ON)
    assert "Firepartsmøte" not in words(hege.get(reverse("measure_cases")))


@pytest.mark.req("I-5.2b")
@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "arne", "guro", "erik", "amir"])
def test_nobody_else_sees_the_tasks(cast: Cast, client_as: As, name: str) -> None:
    guided(cast, "nora", "guro")
    send(client_as("hege"), act(cast), **DONE)
    client = client_as(name)

    answer = client.get(reverse("measure_tasks", args=[cast.people["nora"].public_id]))

    assert answer.status_code in {403, 404}
    assert "dagpengene" not in words(answer)  # type: ignore[arg-type]  # Django's test response
    assert client.post(act(cast), DONE).status_code in {403, 404}
    assert NavTaskDone.objects.count() == 1


@pytest.mark.req("I-5.2b")
def test_without_the_persons_yes_to_nav_the_adviser_sees_nothing(cast: Cast, client_as: As) -> None:
    amir, tom = cast.people["amir"].public_id, client_as("tom")

    assert tom.get(reverse("measure_tasks", args=[amir])).status_code in {403, 404}
    assert tom.get(act(cast, "amir")).status_code in {403, 404}


@pytest.mark.parametrize("day", ["31.12.9999", "01.01.1900", "29.02.2027", ""])
@pytest.mark.parametrize("state", ["done", "planned"])
def test_odd_days_are_refused(cast: Cast, client_as: As, day: str, state: str) -> None:
    hege = client_as("hege")

    assert send(hege, act(cast), **{**DONE, "day": day, "state": state}).status_code == 422
    assert send(hege, act(cast), **{**DONE, "task": "noe"}).status_code == 422
    assert not NavTaskDone.objects.exists()


def test_sent_twice_it_is_one_and_of_two_at_once_one_is_told(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    first, second = opened(hege, act(cast)), opened(hege, act(cast))

    assert [hege.post(act(cast), {**first, **DONE}).status_code for _ in range(2)] == [302, 302]
    assert hege.post(act(cast), {**second, **DONE}).status_code == 409
    assert NavTaskDone.objects.count() == 1


def test_the_page_asks_few_questions(
    cast: Cast, client_as: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    hege = client_as("hege")
    send(hege, act(cast), **DONE)

    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]  # a context manager
        page(hege, cast)
