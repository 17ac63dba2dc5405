"""Who has looked: the person sees it, can ask about it, and the supervisor answers."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import LookQuestion, Membership, Person
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Protection
from tests.web.pages import hidden, read, send, words

As = Callable[[str], Client]
MINE = "/min-side/hvem-har-sett"


def person_url(cast: Cast, person: str = "nora") -> str:
    return reverse("person", args=[cast.people[person].public_id])


def look(cast: Cast, client_as: As, who: str = "siv") -> int:
    """Somebody looks at Nora; the number of that row in the log."""
    client_as(who).get(person_url(cast))
    return LogRow.objects.latest("seq").seq


def ask(cast: Cast, client_as: As, text: str = "Hvorfor så du på meg?") -> LookQuestion:
    seq = look(cast, client_as)
    send(client_as("nora"), reverse("ask_about_look", args=[seq]), text=text)
    return LookQuestion.objects.get(seq=seq)


def test_the_very_look_stands_in_the_person_s_log_with_who_where_and_why(cast: Cast, client_as: As) -> None:
    look(cast, client_as)

    page = read(client_as("nora"), MINE)

    assert "Siv Rønning, jobbspesialist, IPS Salten åpnet saken." in page
    assert "Hvorfor: er jobbspesialisten." in page
    assert "søndag 22. november 2026" in page
    assert "førte opp noen rundt deg" in page
    assert "jobbsøkeren" not in page


SHOWN = {
    "role": ("Jobbspesialist åpnet saken", ["Siv Rønning", "IPS Salten åpnet"]),
    "role+unit": ("Jobbspesialist, IPS Salten åpnet saken", ["Siv Rønning"]),
    "role+unit+name": ("Siv Rønning, jobbspesialist, IPS Salten åpnet saken", []),
}


@pytest.mark.parametrize("shown_as", SHOWN)
def test_an_installation_decides_what_is_shown_of_staff(
    cast: Cast, client_as: As, settings: object, shown_as: str
) -> None:
    settings.STAFF_SHOWN_AS = shown_as  # type: ignore[attr-defined]  # pytest-django's own
    seen, not_seen = SHOWN[shown_as]
    look(cast, client_as)

    page = read(client_as("nora"), MINE)

    assert seen in page
    for name in not_seen:
        assert name not in page


def test_lists_and_searches_stand_there_too(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    siv.get(reverse("today"))
    siv.get(reverse("caseload"))

    page = read(client_as("nora"), MINE)

    assert "så neste steg i en liste" in page
    assert "så navnet i porteføljen" in page


def test_looks_that_are_alike_are_folded_by_day(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    for _ in range(5):
        siv.get(person_url(cast))

    page = read(client_as("nora"), MINE)

    assert page.count("åpnet saken") == 1
    assert "og 2 ganger til" in page


def test_one_s_own_looks_are_not_there(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    nora.get(reverse("mine"))
    nora.get(MINE)

    page = read(nora, MINE)

    assert "Jobbsøker" not in page.split("Dag for dag")[1]


def test_somebody_who_was_stopped_stands_there_as_stopped(cast: Cast, client_as: As) -> None:
    assert client_as("jonas").get(person_url(cast)).status_code == 404

    page = read(client_as("nora"), MINE)

    assert "Jonas Eidissen, jobbspesialist, IPS Salten ble stoppet" in page


def test_nobody_sees_the_log_of_another(cast: Cast, client_as: As) -> None:
    look(cast, client_as)

    assert "åpnet saken" not in read(client_as("amir"), MINE)


def test_the_specialist_sees_the_same_log_and_their_own_looks_in_it(cast: Cast, client_as: As) -> None:
    look(cast, client_as)
    look(cast, client_as, "hege")

    page = read(client_as("siv"), reverse("person_log", args=[cast.people["nora"].public_id]))

    assert "Hege Dahl, NAV-veileder, NAV Bodø åpnet saken" in page
    assert "Siv Rønning, jobbspesialist, IPS Salten åpnet saken" in page


@pytest.mark.parametrize(("who", "status"), [("berit", 403), ("hege", 403), ("mette", 403), ("jonas", 404)])
def test_the_log_is_for_the_person_and_the_specialist(
    cast: Cast, client_as: As, who: str, status: int
) -> None:
    url = reverse("person_log", args=[cast.people["nora"].public_id])

    assert client_as(who).get(url).status_code == status


def test_a_long_log_is_read_some_days_at_a_time(cast: Cast, client_as: As, monkeypatch: object) -> None:
    from fotfeste.apps.around import log

    monkeypatch.setattr(log, "A_PAGE", 3)  # type: ignore[attr-defined]  # pytest's own
    siv, nora = client_as("siv"), client_as("nora")
    for page in ("person", "person_facts", "person_timeline", "person_notes", "person_people"):
        siv.get(reverse(page, args=[cast.people["nora"].public_id]))

    first = nora.get(MINE)
    older = first.context["older_url"]
    second = nora.get(MINE + older)

    assert older
    assert words(first) != words(second)
    assert second.status_code == 200


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 30, "١٢", "1 OR 1=1"])
def test_a_place_in_the_log_that_is_none_is_its_beginning(cast: Cast, client_as: As, typed: str) -> None:
    look(cast, client_as)

    assert "åpnet saken" in read(client_as("nora"), f"{MINE}?etter={typed}")


def test_a_question_goes_to_the_supervisor_and_the_answer_comes_back(cast: Cast, client_as: As) -> None:
    nora, mette = client_as("nora"), client_as("mette")
    question = ask(cast, client_as)
    assert "1 spørsmål fra en jobbsøker om hvem som har sett" in read(mette, reverse("team"))
    listed = read(mette, reverse("log_questions"))
    assert "Spørsmål fra 22. november 2026" in listed
    assert cast.people["nora"].name not in listed
    url = reverse("log_question", args=[question.public_id])

    opened = mette.get(url)
    done = send(mette, url, text="Siv forberedte møtet.", version=hidden(opened, "version"))

    assert "Hvorfor så du på meg?" in words(opened)
    assert "Siv Rønning, IPS Salten åpnet saken" in words(opened)
    assert done.status_code == 302
    page = read(nora, MINE)
    assert "Siv forberedte møtet." in page
    assert "Du har spurt om dette." in page
    assert Errand.objects.filter(kind="mail.notice").count() == 1
    assert "Ingen spørsmål venter" in read(mette, reverse("log_questions"))


def test_question_and_answer_are_sealed(cast: Cast, client_as: As) -> None:
    question = ask(cast, client_as, "Hun er naboen min.")

    assert b"naboen" not in bytes(question.sealed_text)


def test_opening_a_question_is_a_look_with_its_reason(cast: Cast, client_as: As) -> None:
    question = ask(cast, client_as)

    client_as("mette").get(reverse("log_question", args=[question.public_id]))

    row = LogRow.objects.latest("seq")
    assert (row.subject, row.area, row.purpose) == (
        cast.people["nora"].log_id,
        "log_question",
        "answers_complaint",
    )


def test_the_one_who_is_asked_about_does_not_read_of_it(cast: Cast, client_as: As) -> None:
    question = ask(cast, client_as)
    mette, siv = client_as("mette"), client_as("siv")
    mette.get(reverse("log_question", args=[question.public_id]))

    log = read(siv, reverse("person_log", args=[cast.people["nora"].public_id]))
    timeline = read(siv, reverse("person_timeline", args=[cast.people["nora"].public_id]))

    assert "spurte om noe i loggen" not in log
    assert "Metodeveileder" not in log
    assert "spør" not in timeline.lower()
    assert siv.get(reverse("log_question", args=[question.public_id])).status_code == 403


def test_one_asks_once_about_a_look(cast: Cast, client_as: As) -> None:
    question = ask(cast, client_as)

    again = send(client_as("nora"), reverse("ask_about_look", args=[question.seq]), text="Igjen?")

    assert again.status_code == 422
    assert "Du har alt spurt om dette" in words(again)


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_question_is_none(cast: Cast, client_as: As, text: str) -> None:
    seq = look(cast, client_as)

    answer = send(client_as("nora"), reverse("ask_about_look", args=[seq]), text=text)

    assert answer.status_code == 422
    assert not LookQuestion.objects.exists()


def test_one_asks_about_looks_at_oneself_only(cast: Cast, client_as: As) -> None:
    seq = look(cast, client_as)
    amir = client_as("amir")

    assert amir.get(reverse("ask_about_look", args=[seq])).status_code == 404
    assert send(amir, reverse("ask_about_look", args=[seq]), text="Hvem?").status_code == 404
    assert not LookQuestion.objects.exists()


def test_a_supervisor_of_another_team_does_not_see_it(cast: Cast, client_as: As) -> None:
    question = ask(cast, client_as)
    Membership.objects.filter(account=cast.accounts["mette"]).update(unit=cast.units["ips_helgeland"])
    mette = client_as("mette")

    assert "Ingen spørsmål venter" in read(mette, reverse("log_questions"))
    assert mette.get(reverse("log_question", args=[question.public_id])).status_code == 404


def test_two_who_answer_at_once_lose_no_answer(cast: Cast, client_as: As) -> None:
    question, mette = ask(cast, client_as), client_as("mette")
    url = reverse("log_question", args=[question.public_id])
    version = hidden(mette.get(url), "version")
    send(mette, url, text="Første svar.", version=version)

    second = send(mette, url, text="Andre svar.", version=version)

    assert second.status_code == 422
    assert "Første svar." in words(second)
    assert "Det du skrev" in words(second)
    assert "Andre svar." in words(second)
    assert "Første svar." in read(client_as("nora"), MINE)


def test_nobody_who_could_answer_is_said_when_it_is_asked(cast: Cast, client_as: As) -> None:
    Person.objects.filter(pk=cast.people["nora"].pk).update(
        protection=Protection.CODE_6,
        name="",
        search_name="",
        phone="",
        email="",
        phone_index=None,
        email_index=None,
    )
    client_as("siv").get(person_url(cast))
    seq = LogRow.objects.filter(subject=cast.people["nora"].log_id).latest("seq").seq

    answer = send(client_as("nora"), reverse("ask_about_look", args=[seq]), text="Hvorfor?")

    assert answer.status_code == 422
    assert "Ingen leder i teamet kan se saken din" in words(answer)


def test_access_in_an_emergency_is_marked(cast: Cast, client_as: As) -> None:
    from fotfeste.apps.people.models import EmergencyAccess

    arne, mette, nora = client_as("arne"), client_as("mette"), client_as("nora")
    public_id = cast.people["nora"].public_id
    send(arne, reverse("emergency"), about=str(public_id), why="Brann.")
    asked = EmergencyAccess.objects.get()
    send(mette, reverse("answer_emergency", args=[asked.public_id]), answer="yes", minutes="20")
    arne.post(reverse("begin_emergency", args=[public_id]))
    arne.get(person_url(cast))

    page = read(nora, MINE)

    assert "Arne Moe, administrator, Drift åpnet saken. Nødtilgang" in page
    assert "Hvorfor: fare for liv eller helse" in page
    assert "ba om nødtilgang" in page
    assert "ga nødtilgang" in page


@pytest.mark.parametrize(("shown_as", "found"), [("role", []), ("everything", ["fotfeste.E003"])])
def test_a_way_of_showing_staff_that_does_not_exist_stops_the_start(
    settings: object, shown_as: str, found: list[str]
) -> None:
    from fotfeste.web.checks import staff_are_shown_in_a_known_way

    settings.STAFF_SHOWN_AS = shown_as  # type: ignore[attr-defined]  # pytest-django's own

    assert [problem.id for problem in staff_are_shown_in_a_known_way()] == found
