"""Leaving the caseload and coming back (I-7.2, I-7.3; RL4434)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.discharge.models import Consideration, Consultation, Discharge, DischargeLetter
from fotfeste.apps.disclosure.models import ComposedText, EmployerContact
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.episodes.models_holds import SearchHold
from fotfeste.apps.people.models import Event, Relation
from fotfeste.cli.cast import Cast
from fotfeste.jobs.loop import carry_next
from tests.people import AT, ON
from tests.reading_pdf import squeezed, words_in
from tests.web.filling_in import opened, send, words
from tests.web.test_acts_start_up import act_page, codes
from tests.web.test_disclosure import SAID as MAY_SAY
from tests.web.test_referrals import NORAS, accept, page, refer, sent

As = Callable[[str], Client]
WHY = "Kanarifugl: vil ta en pause"
DECIDED = {
    "day": "22.11.2026",
    "reason": "long_pause",
    "words": "Du ønsker en lengre pause nå.",
    "coming_back": "Ring oss når du vil.",
    "letter_language": "nb",
}


def person_page(cast: Cast, name: str = "person_discharge", who: str = "nora") -> str:
    return reverse(name, args=[cast.people[who].public_id])


def consider(client: Client, cast: Cast, **more: str) -> HttpResponse:
    typed = {"why": WHY, "jobseeker": "Jeg orker ikke nå", **more}
    return send(client, act_page(cast, "nora", "consider-discharge"), **typed)


def ask(client: Client, cast: Cast) -> Consultation:
    send(client, act_page(cast, "nora", "ask-about-discharge"), question="Bør vi vente?")
    return Consultation.objects.get(consulted="supervisor")


def talked(client: Client, cast: Cast, act: str = "discharge-with-clinician") -> HttpResponse:
    said = {"day": "20.11.2026", "pros": "Ro", "cons": "Mister fart", "advice": "Greit nå"}
    return send(client, act_page(cast, "nora", act), **said)


def discharge(client: Client, cast: Cast, **more: str) -> HttpResponse:
    return send(client, act_page(cast, "nora", "discharge"), **{**DECIDED, **more})


def heard_and_discharged(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    consider(siv, cast)
    talked(siv, cast)
    talked(siv, cast, "discharge-with-supervisor")
    assert discharge(siv, cast, **everything_open(siv, cast)).status_code == 302


def everything_open(client: Client, cast: Cast) -> dict[str, str]:
    """An answer to each thing that is open, by the form's own names."""
    form = words(client.get(act_page(cast, "nora", "discharge")))  # type: ignore[arg-type]  # a response
    names = {part.split('"')[0] for part in form.split('name="')[1:] if part.startswith("end_")}
    return dict.fromkeys(names, "cancel")


@pytest.mark.req("I-7.2", "I-8")
def test_it_is_talked_through_decided_and_told_in_a_letter(cast: Cast, client_as: As) -> None:
    siv, mette = client_as("siv"), client_as("mette")
    consider(siv, cast)
    assert "discharge.talk-through" in codes(cast, "nora")
    row = ask(siv, cast)
    talked(siv, cast)
    assert "1 spørsmål om utskriving" in words(mette.get(reverse("team")))
    advice = reverse("discharge_advice", args=[row.public_id])
    assert send(mette, advice, pros="", cons="", advice="Hold kontakt til jul").status_code == 302
    assert "discharge.decide" in codes(cast, "nora")
    shown = words(siv.get(person_page(cast)))
    for said in (WHY, "Jeg orker ikke nå", "Mister fart", "Hold kontakt til jul", "Mette Solvang"):
        assert said in shown

    assert discharge(siv, cast).status_code == 302

    episode = Episode.objects.get(person=cast.people["nora"])
    assert (episode.discharged_on, codes(cast, "nora")) == (ON, set())
    assert Discharge.objects.get().departures == []
    while carry_next():
        pass
    letter = DischargeLetter.objects.get()
    assert b"lengre pause" not in bytes(letter.sealed_content)
    address = reverse(
        "discharge_letter", args=[cast.people["nora"].public_id, Discharge.objects.get().public_id]
    )
    told = squeezed(words_in(client_as("nora").get(address).content))
    assert squeezed("Du ønsker en lengre pause nå.") in told
    assert squeezed("Ring oss når du vil.") in told
    assert siv.get(address).status_code == 200
    assert client_as("berit").get(address).status_code in {403, 404}


@pytest.mark.req("I-7.2")
def test_the_supervisor_sees_the_case_because_she_is_asked_and_the_log_says_so(
    cast: Cast, client_as: As
) -> None:
    siv, mette = client_as("siv"), client_as("mette")
    consider(siv, cast)
    assert mette.get(person_page(cast, "person")).status_code == 403
    row = ask(siv, cast)

    asked = words(mette.get(reverse("discharge_asked")))
    one = words(mette.get(reverse("discharge_advice", args=[row.public_id])))

    assert "Siv Rønning spør om råd" in asked
    assert "Nora" not in asked
    assert WHY in one
    log = LogRow.objects.filter(subject=cast.people["nora"].log_id).order_by("-seq")[0]
    assert (log.purpose, log.area) == ("asked_about_discharge", "discharge")
    assert mette.get(person_page(cast, "person")).status_code == 403
    for who in ("odd", "jonas", "berit", "hege", "arne", "nora"):
        assert client_as(who).get(reverse("discharge_advice", args=[row.public_id])).status_code in {403, 404}


def test_an_answer_given_twice_is_told_and_what_was_typed_stays(cast: Cast, client_as: As) -> None:
    siv, mette = client_as("siv"), client_as("mette")
    consider(siv, cast)
    address = reverse("discharge_advice", args=[ask(siv, cast).public_id])
    late = opened(mette, address)
    send(mette, address, advice="Først")

    answer = mette.post(address, {**late, "advice": "Etterpå"})

    assert answer.status_code == 422
    assert "Etterpå" in words(answer)  # type: ignore[arg-type]  # a response
    assert "besvart" in words(answer)  # type: ignore[arg-type]  # as above


@pytest.mark.req("I-7.2")
def test_without_the_clinician_it_takes_a_reason_and_is_no_lock(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    consider(siv, cast)

    refused = discharge(siv, cast)

    assert refused.status_code == 422
    assert "Skriv hvorfor det ikke er gjort" in words(refused)
    assert "Ring oss når du vil." in words(refused)
    assert discharge(siv, cast, why_departed="Ingen svarer").status_code == 302
    assert Discharge.objects.get().departures == [
        "discharge.without-supervisor",
        "discharge.without-clinician",
    ]


@pytest.mark.req("I-7.2")
def test_the_jobseeker_is_heard_or_it_says_how_they_were_tried(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    consider(siv, cast, jobseeker="")
    assert "hva jobbsøkeren sier" in words(discharge(siv, cast, why_departed="Ingen svarer"))

    consider(siv, cast, jobseeker="", tried="Ringt ti ganger, brev sendt")

    assert discharge(siv, cast, why_departed="Ingen svarer").status_code == 302


def test_nothing_is_discharged_that_was_not_considered(cast: Cast, client_as: As) -> None:
    answer = discharge(client_as("siv"), cast)

    assert answer.status_code == 422
    assert "ikke vurdert ennå" in words(answer)
    assert not Episode.objects.filter(person=cast.people["nora"], discharged_on__isnull=False).exists()


def test_one_may_go_on_after_all(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    consider(siv, cast)

    assert send(siv, act_page(cast, "nora", "stay-on-caseload"), because_of="Vil likevel").status_code == 302

    assert Consideration.objects.get().closed_on == ON
    assert not {"discharge.talk-through", "discharge.decide"} & codes(cast, "nora")


@pytest.mark.parametrize("who", ["odd", "jonas", "berit", "hege", "nora"])
def test_nobody_but_specialist_and_supervisor_can_discharge(cast: Cast, client_as: As, who: str) -> None:
    consider(client_as("siv"), cast)

    answer = client_as(who).post(act_page(cast, "nora", "discharge"), DECIDED)

    assert answer.status_code in {403, 404}
    assert client_as(who).get(person_page(cast)).status_code in {403, 404}
    assert not Discharge.objects.exists()


def test_the_supervisor_can_discharge_when_she_says_why(cast: Cast, client_as: As) -> None:
    consider(client_as("siv"), cast)
    mette = client_as("mette")
    say_why = reverse("say_why", args=[cast.people["nora"].public_id])
    mette.post(say_why, {"purpose": "supervises", "onward": person_page(cast)})

    assert discharge(mette, cast, why_departed="Siv er syk").status_code == 302


@pytest.fixture
def open_things(cast: Cast, client_as: As) -> Employer:
    """A meeting, a contact with an employer and a text, all agreed and not done."""
    siv = client_as("siv")
    row = Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )
    send(siv, act_page(cast, "nora", "plan-meeting"), day="30.11.2026", place_kind="office", clinician="no")
    agreement = act_page(cast, "nora", "agree-disclosure") + f"?om={row.public_id.hex}"
    assert send(siv, agreement, **MAY_SAY, says_yes="on").status_code == 302
    contact = act_page(cast, "nora", "agree-employer-contact") + f"?om={row.public_id.hex}"
    send(siv, contact, day="01.12.2026", way="visit", employer=row.public_id.hex)
    return row


@pytest.mark.req("I-7.2")
def test_everything_that_is_open_is_decided_and_nothing_is_left_hanging(
    cast: Cast, client_as: As, open_things: Employer
) -> None:
    siv = client_as("siv")
    consider(siv, cast)
    talked(siv, cast)
    talked(siv, cast, "discharge-with-supervisor")
    assert Meeting.objects.filter(fell_through="", is_held=False).count() == 1
    assert discharge(siv, cast).status_code == 422

    names = everything_open(siv, cast)
    assert {name.split("_")[1] for name in names} == {"meeting", "contact", "journal"}
    answer = discharge(siv, cast, **names)

    assert answer.status_code == 302
    assert not Meeting.objects.filter(fell_through="", is_held=False).exists()
    assert not EmployerContact.objects.filter(state="agreed").exists()
    assert not ComposedText.objects.filter(state__in=["draft", "queued"]).exists()
    assert len(Discharge.objects.get().loose_ends) == len(names)


@pytest.mark.req("I-7.2")
def test_agenda_relations_consents_and_holds_end_and_the_record_stays(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), cast.people["nora"]
    hold = {"day": "20.11.2026", "reason": "worsening", "contact_by": "Siv", "weeks": "1", "way": "phone"}
    send(siv, act_page(cast, "nora", "hold-search"), **hold, look_again_on="20.12.2026")
    assert client_as("hege").get(person_page(cast, "person")).status_code == 200

    heard_and_discharged(client_as, cast)

    assert not AgendaLine.objects.filter(person=nora).exists()
    assert SearchHold.objects.get().ended_on == ON
    assert not ConsentStatement.objects.filter(person=nora, ended_at=None).exists()
    assert set(ConsentStatement.objects.filter(person=nora).values_list("end_kind", flat=True)) == {"lapsed"}
    for who in ("berit", "hege"):
        assert client_as(who).get(person_page(cast, "person")).status_code in {403, 404}
    assert siv.get(person_page(cast)).status_code == 200
    tomorrow = ON + timedelta(days=1)
    assert not any(each.holds_on(tomorrow) for each in Relation.objects.filter(person=nora))
    assert Event.objects.filter(person=nora, kind="episode.discharged").exists()
    assert client_as("nora").get(reverse("mine")).status_code == 200


@pytest.mark.req("I-7.3")
def test_coming_back_takes_a_new_referral_and_the_history_is_at_hand(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), cast.people["nora"]
    send(siv, act_page(cast, "nora", "note"), text="Likte seg på lager")
    heard_and_discharged(client_as, cast)
    assert send(siv, act_page(cast, "nora", "note"), text="Til slutt").status_code == 422

    referral = sent(client_as("berit"), cast, name="Nora Lunde", identity_number=NORAS)
    send(client_as("jonas"), page(referral), **accept(cast, "jonas"))

    jonas = client_as("jonas")
    assert Episode.objects.filter(person=nora).count() == 2
    facts = words(jonas.get(person_page(cast, "person_facts")))
    assert "Tidligere løp" in facts
    assert "Likte seg på lager" in words(jonas.get(person_page(cast, "person_notes")))


@pytest.mark.req("I-7.3")
def test_what_was_said_in_the_earlier_course_does_not_hold_until_it_is_said_again(
    cast: Cast, client_as: As, open_things: Employer
) -> None:
    siv, nora = client_as("siv"), cast.people["nora"]
    heard_and_discharged(client_as, cast)
    referral = sent(client_as("berit"), cast, name="Nora Lunde", identity_number=NORAS)
    send(siv, page(referral), **accept(cast))

    assert "handover.overlap-ends" not in codes(cast, "nora")
    assert not DisclosureStatement.objects.filter(person=nora, ended_at=None).exists()
    assert client_as("hege").get(person_page(cast, "person")).status_code in {403, 404}
    compose = act_page(cast, "nora", "compose-text") + f"?om={open_things.public_id.hex}"
    contact = act_page(cast, "nora", "agree-employer-contact") + f"?om={open_things.public_id.hex}"
    key = open_things.public_id.hex
    assert send(siv, contact, day="02.12.2026", way="visit", employer=key).status_code == 422
    assert ComposedText.objects.count() == 0
    assert siv.get(compose).status_code == 200
    send(siv, act_page(cast, "nora", "log-meeting"), day="22.11.2026", place_kind="office", clinician="yes")
    why = [reason["code"] for line in AgendaLine.objects.filter(person=nora) for reason in line.why]
    assert "return.gone-through-again" in why


def test_somebody_discharged_cannot_be_taken_up_without_a_referral(cast: Cast, client_as: As) -> None:
    heard_and_discharged(client_as, cast)
    siv = client_as("siv")

    for act in ("hold-search", "plan-meeting", "consider-discharge"):
        address = act_page(cast, "nora", act)
        typed = {"why": "x", "day": "23.11.2026", "place_kind": "office", "clinician": "no"}
        typed |= {"reason": "life", "contact_by": "x", "weeks": "1", "way": "phone"}
        assert send(siv, address, **typed, look_again_on="23.11.2026").status_code == 422
    assert refer(siv, cast, name="Nora Lunde", identity_number=NORAS).status_code == 302


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "Ðåŋ 漢字 \u202e", "\ufffd" * 200, "诺" * 50])
def test_any_words_can_stand_in_the_letter(cast: Cast, client_as: As, text: str) -> None:
    siv = client_as("siv")
    consider(siv, cast, why=text, jobseeker=text)

    answer = discharge(siv, cast, words=text, coming_back=text, why_departed=text)
    while carry_next():
        pass

    assert answer.status_code == 302
    assert DischargeLetter.objects.count() == 1
    assert "<script>alert" not in words(siv.get(person_page(cast)))
