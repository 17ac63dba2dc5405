"""Supervision: each jobseeker's next step with the reason logged, coaching, tasks back to the specialist."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.people.models import Event, Person
from fotfeste.apps.supervision.models import SupervisionEntry
from fotfeste.cli.cast import Cast
from tests.web.pages import read, send, words

As = Callable[[str], Client]
CANARY = "kanarifugl i treningsfeltet"


def page_of(cast: Cast, who: str) -> str:
    return reverse("supervision", args=[cast.accounts[who].public_id])


def give(cast: Cast, client: Client, who: str = "siv", **typed: object) -> None:
    sent = {"kind": "task", "day": "22.11.2026", "text": CANARY, **typed}
    answer = send(client, page_of(cast, who), **sent)
    assert answer.status_code == 302, words(answer)


@pytest.mark.req("I-6.1")
def test_the_supervisor_sees_each_next_step_and_the_reason_is_logged(cast: Cast, client_as: As) -> None:
    page = read(client_as("mette"), page_of(cast, "siv"))

    assert cast.people["nora"].name in page
    assert cast.people["amir"].name in page
    assert cast.people["sofie"].name not in page
    row = LogRow.objects.latest("seq")
    assert (row.action, row.area, row.purpose) == ("caseload.seen", "supervision", "supervises")
    shown = set(LogSubject.objects.filter(row=row).values_list("subject", flat=True))
    assert shown == {cast.people["nora"].log_id, cast.people["amir"].log_id}


def test_a_protected_person_is_not_in_it_for_one_who_is_not_cleared(cast: Cast, client_as: As) -> None:
    page = read(client_as("mette"), page_of(cast, "marit"))

    assert "Hemmelig" not in page
    assert "Ingen jobbsøkere nå." in page


def test_a_task_stands_on_today_until_it_is_answered_once(cast: Cast, client_as: As) -> None:
    give(cast, client_as("mette"), person=str(cast.people["nora"].public_id), due="27.11.2026")
    task = SupervisionEntry.objects.get()
    answer = reverse("answer_supervision_task", args=[task.public_id])

    assert f"Oppgave til jobbspesialisten, 22. november 2026: {cast.people['nora'].name} {CANARY}" in read(
        client_as("siv"), "/i-dag"
    )
    assert CANARY not in read(client_as("jonas"), "/i-dag")
    assert client_as("jonas").get(answer).status_code == 404
    assert send(client_as("jonas"), answer, text="Hei").status_code == 404
    assert send(client_as("siv"), answer, text="Ringte i går").status_code == 302
    again = send(client_as("siv"), answer, text="Ringte på nytt")

    assert again.status_code == 422
    assert "Oppgaven er besvart." in words(again)
    assert CANARY not in read(client_as("siv"), "/i-dag")
    assert "Ringte i går" in read(client_as("mette"), page_of(cast, "siv"))
    assert [each.kind for each in Event.objects.filter(kind__startswith="supervision")] == [
        "supervision.task-given"
    ]
    assert CANARY.encode() not in bytes(task.sealed_text)


def test_coaching_has_what_and_next_and_only_the_two_read_it(cast: Cast, client_as: As) -> None:
    give(cast, client_as("mette"), kind="coaching", next_step="Prøve selv på fredag")
    give(cast, client_as("mette"), kind="held", text="")

    for client, page in ((client_as("siv"), "/veiledning"), (client_as("mette"), page_of(cast, "siv"))):
        said = read(client, page)
        assert "Veiledning ute i felt, 22. november 2026" in said
        assert "Neste steg: Prøve selv på fredag" in said
        assert "Veiledning holdt, 22. november 2026" in said
    assert CANARY not in read(client_as("jonas"), "/veiledning")


@pytest.mark.parametrize(
    "typed",
    [{"text": ""}, {"day": "23.11.2026"}, {"day": "31.02.2026"}, {"due": "01.01.9999"}, {"kind": "other"}],
    ids=str,
)
def test_what_cannot_be_is_told_and_kept(cast: Cast, client_as: As, typed: dict[str, str]) -> None:
    sent = {"kind": "task", "day": "22.11.2026", "text": "Ørjan <b>", "next_step": "漢字 <i>", **typed}

    answer = send(client_as("mette"), page_of(cast, "siv"), **sent)

    assert answer.status_code == 422
    assert "漢字 &lt;i&gt;" in answer.content.decode()
    assert not SupervisionEntry.objects.exists()


def test_a_task_is_about_somebody_the_specialist_follows(cast: Cast, client_as: As) -> None:
    sent = {"kind": "task", "day": "22.11.2026", "text": "Hei", "person": str(cast.people["sofie"].public_id)}

    assert send(client_as("mette"), page_of(cast, "siv"), **sent).status_code == 422
    assert not SupervisionEntry.objects.exists()


def test_nobody_else_supervises_and_not_those_of_another_team(cast: Cast, client_as: As) -> None:
    assert client_as("mette").get(page_of(cast, "odd")).status_code == 404
    for who in ("siv", "berit", "hege", "arne", "nora"):
        assert client_as(who).get(page_of(cast, "siv")).status_code in (403, 404)
        assert send(client_as(who), page_of(cast, "siv"), kind="held").status_code in (403, 404)


def test_what_is_put_down_about_one_who_is_closed_by_now_is_closed_too(cast: Cast, client_as: As) -> None:
    give(cast, client_as("mette"), person=str(cast.people["nora"].public_id))
    task = SupervisionEntry.objects.get()
    answer = reverse("answer_supervision_task", args=[task.public_id])
    assert CANARY in read(client_as("mette"), page_of(cast, "siv"))

    Person.objects.filter(pk=cast.people["nora"].pk).update(is_own_staff=True)

    assert CANARY not in read(client_as("mette"), page_of(cast, "siv"))
    assert client_as("siv").get(answer).status_code == 404
    sent = {"form_key": uuid.uuid4().hex, "text": "Uten å ha sett den"}
    assert client_as("siv").post(answer, sent).status_code == 404
    task.refresh_from_db()
    assert task.answered_on is None


def test_it_is_between_the_two_of_them(cast: Cast, client_as: As) -> None:
    give(cast, client_as("mette"))
    SupervisionEntry.objects.update(supervisor=cast.accounts["jonas"])  # another of the team wrote it

    assert CANARY not in read(client_as("mette"), page_of(cast, "siv"))
    assert CANARY in read(client_as("siv"), "/veiledning")
