"""The job search through the pages: the specialist's, and the jobseeker's own (I-3.2, I-6.1, I-6.2)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.job_search.models import Application, HelpGiven, Interview, Lead, SearchFocus
from fotfeste.apps.job_search.selectors import days_to_first_employer_meeting
from fotfeste.cli.cast import Cast
from tests.people import AT, ON
from tests.web.caseloads import statements
from tests.web.filling_in import send as fill_in
from tests.web.pages import read, send, words

As = Callable[[str], Client]
TODAY = f"{ON:%d.%m.%Y}"
AD = "Kokk søkes til Stormyra\nVi trenger deg.\nhttps://jobb.example/1?utm_source=x"
HOSTILE = "<script>alert(1)</script> =1+1 \u202egnitirw 🙂 مطلوب"
CANARY = "kanarifugl-i-jobbsoket"


@pytest.fixture
def stormyra(cast: Cast) -> Employer:
    return Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )


def page(cast: Cast, person: str = "nora") -> str:
    return reverse("person_job_search", args=[cast.people[person].public_id])


def do(cast: Cast, client: Client, act: str, about: object = "", **typed: str) -> Any:
    url = reverse("act", args=[cast.people["nora"].public_id, act])
    return fill_in(client, f"{url}?om={about}" if about else url, **typed)


def codes(cast: Cast) -> set[str]:
    return set(AgendaLine.objects.filter(person=cast.people["nora"]).values_list("code", flat=True))


def found(cast: Cast, client: Client, text: str = AD, **typed: str) -> Lead:
    assert do(cast, client, "add-lead", text=text, day=TODAY, **typed).status_code == 302
    return Lead.objects.order_by("-pk")[0]


def clarify(cast: Cast, client: Client, employer: Employer) -> None:
    said = {"nothing": "on", "day": TODAY, "says_yes": "on"}
    assert do(cast, client, "agree-disclosure", employer.public_id.hex, **said).status_code == 302


@pytest.mark.req("I-3.2")
def test_a_lead_comes_from_whatever_is_pasted_and_is_sealed(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    row = found(cast, siv)

    assert b"Stormyra" not in bytes(row.sealed_text) + bytes(row.sealed_title)
    seen = read(siv, page(cast))
    assert "Kokk søkes til Stormyra" in seen
    assert "Funnet, ikke svart" in seen
    assert "job-search.wanted" in codes(cast)


def test_the_same_lead_again_is_known(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    found(cast, siv)
    again = do(cast, siv, "add-lead", text="Annen tekst https://www.jobb.example/1/", day=TODAY)

    assert again.status_code == 422
    assert "Denne står her fra før" in words(again)  # job-search.lead-already-there
    assert "Annen tekst" in again.content.decode()
    assert Lead.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"text": "", "day": TODAY}, "Lim inn annonsen"),  # job-search.nothing-pasted
        ({"text": "Kokk", "day": "01.01.1900"}, "for langt tilbake"),
        ({"text": "Kokk", "day": "01.01.2090"}, "ikke kommet ennå"),
        ({"text": "x" * 50_001, "day": TODAY}, "50000"),
    ],
)
def test_what_cannot_be_a_lead_is_refused(
    cast: Cast, client_as: As, typed: dict[str, str], says: str
) -> None:
    answer = do(cast, client_as("siv"), "add-lead", **typed)

    assert answer.status_code == 422
    assert says in words(answer)


def test_any_alphabet_and_any_markup_is_kept_as_words(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    found(cast, siv, HOSTILE * 50)
    shown = siv.get(page(cast)).content.decode()

    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


@pytest.mark.req("I-6.1", "I-3.2")
def test_the_jobseeker_adds_one_and_says_no_to_another_on_the_phone(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    row = found(cast, siv)
    assert "Kokk søkes" in read(nora, reverse("my_leads"))
    wish = reverse("my_wish", args=[row.public_id])
    assert fill_in(nora, wish, wanted="no", why="For langt unna").status_code == 302
    assert fill_in(nora, reverse("my_leads"), text="Butikken på hjørnet").status_code == 302

    seen = read(siv, page(cast))
    assert "Ønskes ikke" in seen
    assert "For langt unna" in seen
    assert "Butikken på hjørnet" in seen
    assert "job-search.wanted" not in codes(cast)
    refused = do(cast, siv, "send-application", row.public_id.hex, sent_by="jobseeker", day=TODAY)
    assert "Jobbsøkeren har sagt nei" in words(refused)  # job-search.not-wanted
    assert fill_in(nora, wish, wanted="yes").status_code == 302
    assert "Ønskes" in read(siv, page(cast))


def test_somebody_else_s_lead_is_not_there(cast: Cast, client_as: As) -> None:
    row = found(cast, client_as("siv"))
    amir = client_as("amir")

    assert amir.get(reverse("my_wish", args=[row.public_id])).status_code == 404
    assert send(amir, reverse("my_wish", args=[row.public_id]), wanted="no").status_code == 422
    assert "Kokk" not in read(amir, reverse("my_leads"))
    row.refresh_from_db()
    assert row.wanted is None


@pytest.mark.req("I-4.3c", "I-6.2")
def test_an_application_on_behalf_waits_for_that_employer_s_disclosure(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    lead = found(cast, siv).public_id.hex
    sent = {"sent_by": "specialist", "day": TODAY}
    assert "hvilken arbeidsgiver" in words(do(cast, siv, "send-application", lead, **sent))
    do(cast, siv, "lead-employer", lead, employer=stormyra.public_id.hex)
    assert do(cast, siv, "send-application", lead, **sent).status_code == 422
    assert not Application.objects.exists()

    clarify(cast, siv, stormyra)
    assert do(cast, siv, "send-application", lead, **sent).status_code == 302
    again = do(cast, siv, "send-application", lead, **sent)
    assert "ført som sendt" in words(again)  # job-search.applied-already
    assert "Søkt" in read(siv, page(cast))


def test_what_the_jobseeker_sends_waits_for_nobody(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    lead = found(cast, siv).public_id.hex
    long_ago = f"{ON - timedelta(days=14):%d.%m.%Y}"

    unsent = do(cast, siv, "log-application-answer", lead, answer="Nei", day=TODAY)
    assert "ikke ført noen søknad" in words(unsent)  # job-search.not-applied
    assert do(cast, siv, "send-application", lead, sent_by="jobseeker", day=long_ago).status_code == 302
    assert "job-search.no-answer" in codes(cast)
    do(cast, siv, "log-application-answer", lead, answer=CANARY, day=TODAY)
    assert "job-search.no-answer" not in codes(cast)
    assert CANARY in read(siv, page(cast))


@pytest.mark.req("I-3.2", "I-6.2")
def test_an_interview_is_prepared_by_both_and_being_there_is_help(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    lead = found(cast, siv, employer=stormyra.public_id.hex).public_id.hex
    assert do(cast, siv, "agree-interview", lead, day=TODAY, is_specialist_there="on").status_code == 422
    assert do(cast, siv, "agree-interview", lead, day=TODAY).status_code == 302
    interview = Interview.objects.get()
    prepare = reverse("act", args=[cast.people["nora"].public_id, "prepare-interview"])
    about = f"{prepare}?om={interview.public_id.hex}"
    assert "job-search.interview-ahead" in codes(cast)
    assert fill_in(siv, about, employer_needs="on").status_code == 422
    assert fill_in(siv, about, own_strengths="on", hard_questions="on").status_code == 302

    clarify(cast, siv, stormyra)
    assert fill_in(siv, about, own_strengths="on", employer_needs="on").status_code == 302
    interview.refresh_from_db()
    assert interview.prepared == ["own_strengths", "employer_needs"]
    do(cast, siv, "agree-interview", lead, day=TODAY, is_specialist_there="on")
    there = Interview.objects.order_by("-pk")[0]
    do(cast, siv, "log-interview", there.public_id.hex, outcome="held", note="Gikk fint")
    assert HelpGiven.objects.get().kind == "at_interview"


@pytest.mark.req("I-6.2")
@pytest.mark.parametrize("kind", ["application_and_cv", "hard_questions", "instead_of_interview", "other"])
def test_help_is_on_record_with_its_day_and_who_gave_it(cast: Cast, client_as: As, kind: str) -> None:
    siv = client_as("siv")
    assert do(cast, siv, "log-help", kind=kind, note=CANARY, day=TODAY).status_code == 302

    row = HelpGiven.objects.get()
    assert (row.kind, row.on, row.given_by) == (kind, ON, cast.accounts["siv"])
    assert CANARY in read(siv, page(cast))
    assert do(cast, siv, "log-help", kind="kaffe", day=TODAY).status_code == 422


@pytest.mark.req("I-3.2")
def test_the_search_narrows_from_line_of_business_to_company_to_job(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    for level, said in (("line", "Mat"), ("company", "Stormyra"), ("job", "Kokk på dagtid")):
        assert do(cast, siv, "narrow-search", level=level, words=said).status_code == 302
    seen = read(siv, page(cast))
    assert seen.index("Bransje Mat") < seen.index("Bedrift Stormyra") < seen.index("Jobb Kokk på dagtid")

    do(cast, siv, "widen-search", SearchFocus.objects.get(level="company").public_id.hex)
    assert "Bedrift Ikke valgt ennå." in read(siv, page(cast))
    assert do(cast, siv, "narrow-search", level="job", words="  ").status_code == 422


def test_what_came_of_it_ends_it(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    lead = found(cast, siv).public_id.hex
    assert do(cast, siv, "end-lead", lead, result="no", note="Trengte lappen", day=TODAY).status_code == 302

    ended = do(cast, siv, "end-lead", lead, result="job", day=TODAY)
    assert "alt ført hva det ble til" in words(ended)  # job-search.has-ended
    assert "Det ble nei" in read(siv, page(cast))


@pytest.mark.parametrize(
    "act",
    ["lead-wanted", "send-application", "end-lead", "agree-interview", "prepare-interview", "widen-search"],
)
def test_an_act_about_nothing_is_refused_in_words(cast: Cast, client_as: As, act: str) -> None:
    typed = {"wanted": "yes", "sent_by": "jobseeker", "result": "no", "day": TODAY}
    answer = do(cast, client_as("siv"), act, "0" * 32, **typed)

    assert answer.status_code == 422
    assert "ikke her lenger" in words(answer)  # job-search.not-there, job-search.focus-without-words


def test_days_to_the_first_meeting_face_to_face(cast: Cast, client_as: As, stormyra: Employer) -> None:
    siv, nora = client_as("siv"), cast.people["nora"]
    clarify(cast, siv, stormyra)
    behalf = {"employer": stormyra.public_id.hex, "day": TODAY}
    do(cast, siv, "contact-on-behalf", **behalf, way="phone")
    assert days_to_first_employer_meeting([nora.pk]) == {nora.pk: None}
    do(cast, siv, "contact-on-behalf", **behalf, way="visit")

    (days,) = days_to_first_employer_meeting([nora.pk]).values()
    entered = nora.episode_set.get().accepted_on
    assert days == (ON - entered).days
    assert f"{days} dag" in read(siv, page(cast))


@pytest.mark.parametrize(
    ("name", "status"),
    [("odd", 404), ("jonas", 404), ("berit", 403), ("hege", 403), ("arne", 404), ("nora", 200)],
)
def test_who_may_see_it(cast: Cast, client_as: As, name: str, status: int) -> None:
    found(cast, client_as("siv"), CANARY)
    answer = client_as(name).get(page(cast))

    assert answer.status_code == status
    assert (CANARY in answer.content.decode()) is (status == 200)


def test_it_takes_as_many_statements_with_many_leads(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    found(cast, siv, "Kokk nummer 0")
    siv.get(page(cast))
    few = len(statements(lambda: siv.get(page(cast))))
    for number in range(1, 6):
        found(cast, siv, f"Kokk nummer {number}")
    siv.get(page(cast))

    assert len(statements(lambda: siv.get(page(cast)))) == few
