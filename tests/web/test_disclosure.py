"""The disclosure agreement, contacts with employers and the composer, through the pages (I §4.3)."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import AgreedTopic, ComposedText, EmployerContact, JournalTask
from fotfeste.apps.employers.models import Employer, EmployerPerson
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.models import Event, Relation
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from fotfeste.jobs.loop import carry_next
from fotfeste.web.acts_journal import CONTACTS
from fotfeste.web.happenings import WORDS
from tests.people import AT, ON
from tests.web.filling_in import send, words

As = Callable[[str], Client]
TODAY = "22.11.2026"
SUPPORT = "Jeg hjelper med å finne jobb."
GAP = "Har vært ute av arbeid en tid."
HEALTH = "Kanarifuglord om en tung tid."
SAID = {
    "support_answer": "may",
    "support_wording": SUPPORT,
    "cv_gaps_answer": "if_asked",
    "cv_gaps_wording": GAP,
    "health_answer": "not",
    "health_wording": HEALTH,
    "day": TODAY,
}


def act_page(cast: Cast, person: str, act: str, about: str = "") -> str:
    page = reverse("act", args=[cast.people[person].public_id, act])
    return f"{page}?om={about}" if about else page


def codes(cast: Cast, person: str = "nora") -> list[str]:
    rows = AgendaLine.objects.filter(person=cast.people[person])
    return list(rows.values_list("code", flat=True))


@pytest.fixture
def employer(cast: Cast) -> Employer:
    """Stormyra Mat, known to the team, with somebody to write to."""
    row = Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )
    EmployerPerson.objects.create(employer=row, name="Kari Krok", email="kari@stormyra.example")
    return row


@pytest.fixture
def key(employer: Employer) -> str:
    return employer.public_id.hex


@pytest.fixture
def agreed(cast: Cast, client_as: As, employer: Employer) -> Employer:
    """Nora has answered for Stormyra Mat."""
    page = act_page(cast, "nora", "agree-disclosure", employer.public_id.hex)
    assert send(client_as("siv"), page, **SAID, says_yes="on").status_code == 302
    return employer


def compose(cast: Cast, client: Client, key: str, **typed: str) -> object:
    return send(client, act_page(cast, "nora", "compose-text", key), **typed)


def queue(cast: Cast, client: Client, employer: Employer, **typed: str) -> ComposedText:
    compose(cast, client, employer.public_id.hex, **{"greeting": "Hei", "support": "on", **typed})
    to = employer.people.get().public_id.hex
    assert send(client, act_page(cast, "nora", "send-text"), how="mail", to=to).status_code == 302
    return ComposedText.objects.get()


def work() -> None:
    while carry_next():
        pass


@pytest.mark.req("I-4.3a")
def test_pros_and_cons_are_talked_through_as_a_matter_of_its_own(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "nora", "agree-disclosure"), **SAID)
    assert "disclosure.talk-through" in codes(cast)

    talk = act_page(cast, "nora", "talk-disclosure-through")
    send(siv, talk, pros="Slipper å skjule noe", cons="Redd for rykter", day=TODAY)

    assert "disclosure.talk-through" not in codes(cast)
    page = words(siv.get(reverse("disclosure", args=[cast.people["nora"].public_id])))
    assert "Slipper å skjule noe" in page
    assert "Redd for rykter" in page


@pytest.mark.req("I-4.3a", "I-4.3b")
def test_the_person_answers_topic_by_topic_in_their_own_words(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "nora", "agree-disclosure"), **SAID)

    answers = dict(AgreedTopic.objects.values_list("topic", "answer"))
    assert answers == {"support": "may", "cv_gaps": "if_asked", "health": "not"}
    assert DisclosureStatement.objects.get(ended_at=None).stand == "partial"
    page = words(siv.get(reverse("disclosure", args=[cast.people["nora"].public_id])))
    assert SUPPORT in page
    assert "Bare hvis de spør" in page


def test_what_may_be_told_needs_words_and_a_true_day(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "agree-disclosure")

    without = send(siv, page, support_answer="may", day=TODAY)
    ahead = send(siv, page, **{**SAID, "day": "23.11.2026"})
    nothing = send(siv, page, day=TODAY)

    assert without.status_code == ahead.status_code == nothing.status_code == 422
    assert "Skriv hva som skal sies" in words(without)
    assert "Svar på minst ett tema" in words(nothing)
    assert not DisclosureStatement.objects.exists()


def test_nothing_may_be_told_is_an_answer_given_with_one_touch(
    cast: Cast, client_as: As, employer: Employer, key: str
) -> None:
    page = act_page(cast, "nora", "agree-disclosure", key)

    send(client_as("siv"), page, nothing="on", day=TODAY, says_yes="on")

    assert set(AgreedTopic.objects.values_list("answer", flat=True)) == {"not"}
    assert DisclosureStatement.objects.get().stand == "none"


@pytest.mark.req("I-4.3c")
def test_the_general_answer_is_a_proposal_and_each_employer_takes_a_yes_of_its_own(
    cast: Cast, client_as: As, employer: Employer, key: str
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "agree-disclosure", key)
    send(siv, act_page(cast, "nora", "agree-disclosure"), **SAID)

    shown = words(siv.get(page))
    assert "Gjelder bare Stormyra Mat" in shown
    assert "fylt inn som et forslag" in shown
    assert SUPPORT in shown
    assert send(siv, page, **SAID).status_code == 422

    send(siv, page, **SAID, says_yes="on")
    assert DisclosureStatement.objects.filter(employer=employer, ended_at=None).count() == 1


@pytest.mark.req("I-4.3c")
def test_no_contact_is_agreed_before_it_is_clarified_for_that_employer(
    cast: Cast, client_as: As, employer: Employer, key: str
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "agree-employer-contact")
    send(siv, act_page(cast, "nora", "agree-disclosure"), **SAID)
    typed = {"employer": key, "way": "visit", "day": "25.11.2026"}

    for way in ("visit", "phone", "mail", "cv", "application", "meeting"):
        refused = send(siv, page, **{**typed, "way": way})
        assert refused.status_code == 422
        assert "Et generelt svar er bare et forslag" in words(refused)
    assert not EmployerContact.objects.exists()

    send(siv, act_page(cast, "nora", "agree-disclosure", key), **SAID, says_yes="on")
    assert send(siv, page, **typed).status_code == 302

    line = AgendaLine.objects.get(person=cast.people["nora"], code="employer-contact.coming")
    assert line.due == date(2026, 11, 25)
    assert SUPPORT in words(siv.get(act_page(cast, "nora", "log-agreed-contact", line.about)))


@pytest.mark.parametrize(
    ("day", "said"),
    [("21.11.2026", "har vært"), ("1.1.2090", "for langt fram"), ("31.2.2027", "forstår ikke datoen")],
)
def test_a_contact_in_the_past_or_far_ahead_is_refused_in_clear_words(
    cast: Cast, client_as: As, agreed: Employer, day: str, said: str
) -> None:
    typed = {"employer": agreed.public_id.hex, "way": "meeting", "day": day}

    answer = send(client_as("siv"), act_page(cast, "nora", "agree-employer-contact"), **typed)

    assert answer.status_code == 422
    assert said in words(answer)
    assert not EmployerContact.objects.exists()


@pytest.mark.req("I-4.3c")
def test_a_topic_changed_after_the_meeting_was_planned_is_said_again(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv = client_as("siv")
    typed = {"employer": key, "way": "meeting", "day": "25.11.2026"}
    send(siv, act_page(cast, "nora", "agree-employer-contact"), **typed)
    statement = DisclosureStatement.objects.get(ended_at=None)
    withdraw = reverse("withdraw_topic", args=[statement.public_id, "support"])

    assert client_as("nora").post(withdraw, {}).status_code == 302

    assert "disclosure.changed-since-planned" in codes(cast)
    line = AgendaLine.objects.get(code="disclosure.changed-since-planned")
    page = act_page(cast, "nora", "see-disclosure-change", line.about)
    assert "Kan ikke sies" in words(siv.get(page))
    assert f"om={line.about}" in words(siv.get("/i-dag"))
    send(siv, page)
    assert "disclosure.changed-since-planned" not in codes(cast)


@pytest.mark.req("I-4.3b", "I-4.3c")
def test_how_it_went_is_recorded_and_goes_to_the_journal_without_writing_twice(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv = client_as("siv")
    typed = {"employer": key, "way": "visit", "day": TODAY}
    send(siv, act_page(cast, "nora", "agree-employer-contact"), **typed)
    log = act_page(cast, "nora", "log-agreed-contact")
    assert send(siv, log, outcome="held").status_code == 422
    assert send(siv, log, outcome="held", day="1.12.2026").status_code == 422

    send(siv, log, outcome="held", day=TODAY, to_journal="on")

    assert EmployerContact.objects.get().state == "held"
    assert Episode.objects.get(person=cast.people["nora"]).first_employer_contact_on == ON
    page = words(siv.get(act_page(cast, "nora", "carry-to-journal")))
    assert "22.\N{NO-BREAK SPACE}november 2026: Kontakt med en arbeidsgiver (besøk)." in page
    assert "journal.carry-over" in codes(cast)


@pytest.mark.req("I-4.3b")
def test_what_was_agreed_waits_for_the_health_journal_until_it_is_confirmed(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "carry-to-journal")
    shown = words(siv.get(page))
    assert "Avtale om åpenhet mot Stormyra Mat" in shown
    assert SUPPORT in shown
    assert HEALTH not in shown

    assert send(siv, page, day=TODAY).status_code == 422
    box = f"t_{JournalTask.objects.get().public_id.hex}"
    assert send(siv, page, **{box: "on", "day": "23.11.2026"}).status_code == 422
    send(siv, page, **{box: "on", "day": TODAY})

    assert JournalTask.objects.get().done_on == ON
    assert "journal.carry-over" not in codes(cast)
    assert Event.objects.filter(kind="journal.carried").count() == 1


def test_a_newer_agreement_takes_the_place_of_one_nobody_has_carried_over(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    page = act_page(cast, "nora", "agree-disclosure", key)
    send(client_as("siv"), page, nothing="on", day=TODAY, says_yes="on")

    assert JournalTask.objects.filter(done_on=None, replaced_on=None).count() == 1
    assert JournalTask.objects.exclude(replaced_on=None).count() == 1


@pytest.mark.req("I-4.3b")
@pytest.mark.parametrize("kind", CONTACTS)
def test_any_contact_can_be_carried_over_once(cast: Cast, client_as: As, kind: str) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "add-to-journal")
    event = Event.objects.create(
        person=cast.people["nora"], kind=kind, on=ON, at=AT, data={"place": "office", "way": "meeting"}
    )

    assert send(siv, page, event=event.public_id.hex).status_code == 302

    assert JournalTask.objects.get().event == event
    assert send(siv, page, event=event.public_id.hex, again="on").status_code == 422


@pytest.mark.req("I-4.3b")
def test_a_call_without_an_answer_and_a_missed_meeting_are_contacts_too(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "nora", "call-unanswered"))

    assert "Ringte, ikke svar" in words(siv.get(act_page(cast, "nora", "add-to-journal")))
    assert set(CONTACTS) <= set(WORDS)


@pytest.mark.req("I-4.3c")
def test_only_what_is_agreed_can_be_put_into_a_text_and_it_is_shown_exactly(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "compose-text", key)
    shown = words(siv.get(page))
    assert SUPPORT in shown
    assert GAP in shown
    assert HEALTH not in shown

    typed = {"greeting": "Hei Kari", "text": "Kan vi møtes tirsdag?", "support": "on", "closing": "Siv"}
    answer = send(siv, page, **typed, health="on", cv_gaps="on")

    assert answer.status_code == 302
    preview = words(siv.get(answer["Location"]))
    assert "Hei Kari\n\nKan vi møtes tirsdag?\n\nJeg hjelper med å finne jobb.\n\nSiv" in preview
    assert GAP not in preview
    assert HEALTH not in preview


@pytest.mark.req("I-4.3c")
def test_only_if_asked_goes_in_when_the_employer_has_asked(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv = client_as("siv")

    compose(cast, siv, key, text="Som du spurte om:", cv_gaps_asked="on")

    assert GAP in words(siv.get(act_page(cast, "nora", "send-text")))


@pytest.mark.req("I-4.3c")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nora kan begynne mandag.", "nevner jobbsøkeren ved navn"),
        (f"For å si det slik: {HEALTH}", "ord fra et tema som ikke er valgt"),
        ("Nummeret er 14839421142", "ser ut som et fødselsnummer"),
        ("Hun er i behandling.", "ord om helse, sosiale forhold eller hjelp: behandling"),
    ],
)
def test_free_text_is_looked_through(
    cast: Cast, client_as: As, agreed: Employer, text: str, said: str
) -> None:
    answer = compose(cast, client_as("siv"), agreed.public_id.hex, text=text)

    assert answer.status_code == 422  # type: ignore[attr-defined]  # a response
    assert said in words(answer)  # type: ignore[arg-type]  # a response
    assert not ComposedText.objects.exists()


def test_a_word_that_was_warned_of_goes_when_somebody_has_read_it_and_the_log_says_so(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv = client_as("siv")
    assert "is_approved" not in words(siv.get(act_page(cast, "nora", "compose-text", key)))
    warned = compose(cast, siv, key, text="Lunsjen er på sykehuset, i behandlingsbygget.")
    assert "is_approved" in words(warned)  # type: ignore[arg-type]  # a response

    compose(cast, siv, key, text="Lunsjen er på sykehuset, i behandlingsbygget.", is_approved="on")

    assert ComposedText.objects.get().words_approved
    row = LogRow.objects.get(action=Action.TEXT_WORDS_APPROVED)
    assert row.subject == cast.people["nora"].log_id


def test_the_name_goes_when_it_is_agreed(cast: Cast, client_as: As, employer: Employer, key: str) -> None:
    siv = client_as("siv")
    typed = {"name_answer": "may", "name_wording": "Det gjelder Nora Lunde.", "day": TODAY, "says_yes": "on"}
    send(siv, act_page(cast, "nora", "agree-disclosure", key), **typed)

    assert compose(cast, siv, key, text="Nora kommer.").status_code == 422  # type: ignore[attr-defined]  # a response
    assert compose(cast, siv, key, text="Nora kommer.", name="on").status_code == 302  # type: ignore[attr-defined]  # a response


def test_said_or_sent_by_hand_it_is_kept_with_its_day(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "send-text")
    compose(cast, siv, key, support="on")
    assert send(siv, page, how="by_hand").status_code == 422
    assert send(siv, page, how="by_hand", day="1.1.2090").status_code == 422

    send(siv, page, how="by_hand", day=TODAY)

    row = ComposedText.objects.get()
    assert (row.state, row.sent_on, row.is_by_hand) == ("sent", ON, True)
    assert "Ingen tekst venter" in words(siv.get(page))
    assert mail.outbox == []


@pytest.mark.req("I-4.3c")
def test_a_mail_leaves_exactly_as_composed_and_nothing_else(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    queue(cast, client_as("siv"), agreed, subject="Avtale om\nbesøk")

    work()

    (sent,) = mail.outbox
    assert sent.to == ["kari@stormyra.example"]
    assert sent.subject == "Avtale om besøk"
    assert sent.body == f"Hei\n\n{SUPPORT}"
    assert (sent.cc, sent.bcc, sent.attachments) == ([], [], [])
    assert "Nora" not in str(sent.message())
    assert ComposedText.objects.get().state == "sent"
    work()
    assert len(mail.outbox) == 1


@pytest.mark.req("I-4.3c")
def test_a_topic_withdrawn_while_the_mail_was_queued_stops_it_and_the_specialist_is_told(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    siv = client_as("siv")
    text = queue(cast, siv, agreed)
    statement = DisclosureStatement.objects.get(ended_at=None)

    client_as("nora").post(reverse("withdraw_topic", args=[statement.public_id, "support"]), {})
    work()

    assert mail.outbox == []
    text.refresh_from_db()
    assert text.state == "stopped"
    line = AgendaLine.objects.get(person=cast.people["nora"], code="compose.text-stopped")
    page = act_page(cast, "nora", "see-stopped-text", line.about)
    assert "Stormyra Mat" in words(siv.get(page))
    send(siv, page)
    assert "compose.text-stopped" not in codes(cast)
    assert Event.objects.filter(person=cast.people["nora"], kind="text.stopped").count() == 1


def test_changed_past_every_act_the_mail_is_stopped_by_the_last_look(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    queue(cast, client_as("siv"), agreed)
    AgreedTopic.objects.filter(topic="support").update(answer="not")

    work()

    assert mail.outbox == []
    assert ComposedText.objects.get().state == "stopped"
    assert LogRow.objects.filter(action=Action.TEXT_STOPPED).count() == 1
    assert "compose.text-stopped" in codes(cast)


def test_one_who_no_longer_follows_the_person_sends_nothing(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    queue(cast, client_as("siv"), agreed)
    Relation.objects.filter(person=cast.people["nora"], account=cast.accounts["siv"]).update(
        ended_at=AT, until_day=ON
    )

    work()

    assert mail.outbox == []
    assert ComposedText.objects.get().state == "stopped"


def test_a_change_that_leaves_the_topics_of_the_mail_alone_lets_it_leave(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    queue(cast, client_as("siv"), agreed)
    statement = DisclosureStatement.objects.get(ended_at=None)
    client_as("nora").post(reverse("withdraw_topic", args=[statement.public_id, "cv_gaps"]), {})

    work()

    assert len(mail.outbox) == 1


def test_a_text_that_is_no_longer_agreed_is_not_sent_by_hand_either(
    cast: Cast, client_as: As, agreed: Employer, key: str
) -> None:
    siv = client_as("siv")
    compose(cast, siv, key, support="on")
    page = act_page(cast, "nora", "agree-disclosure", key)
    send(siv, page, nothing="on", day=TODAY, says_yes="on")

    answer = send(siv, act_page(cast, "nora", "send-text"), how="by_hand", day=TODAY)

    assert answer.status_code == 422
    assert "skal ikke sies til denne arbeidsgiveren" in words(answer).replace("ikke skal", "skal ikke")
    assert ComposedText.objects.get().state == "draft"


@pytest.mark.req("I-4.3b")
def test_the_jobseeker_reads_it_and_changes_it_at_once(cast: Cast, client_as: As, agreed: Employer) -> None:
    nora = client_as("nora")
    page = words(nora.get(reverse("my_disclosure")))
    assert SUPPORT in page
    assert HEALTH in page
    statement = DisclosureStatement.objects.get(ended_at=None)
    change = reverse("my_topic", args=[statement.public_id, "adaptation"])

    assert nora.post(change, {"answer": "may"}).status_code == 422
    assert nora.post(change, {"answer": "may", "wording": "Korte dager først"}).status_code == 302

    siv_sees = words(client_as("siv").get(act_page(cast, "nora", "compose-text", agreed.public_id.hex)))
    assert "Korte dager først" in siv_sees
    newest = DisclosureStatement.objects.get(ended_at=None)
    assert newest.confirmed_by == cast.accounts["nora"]
    stale = nora.post(change, {"answer": "not"})
    assert stale.status_code == 409
    assert "endret i mellomtiden" in words(stale)


def test_withdrawn_in_general_is_withdrawn_for_everybody(cast: Cast, client_as: As, agreed: Employer) -> None:
    send(client_as("siv"), act_page(cast, "nora", "agree-disclosure"), **SAID)
    general = DisclosureStatement.objects.get(employer=None, ended_at=None)

    client_as("nora").post(reverse("withdraw_topic", args=[general.public_id, "support"]), {})

    in_force = AgreedTopic.objects.filter(statement__ended_at=None, topic="support")
    assert list(in_force.values_list("answer", flat=True)) == ["not", "not"]


def test_what_a_list_told_feeds_nothing(cast: Cast, client_as: As, employer: Employer, key: str) -> None:
    nora = cast.people["nora"]
    row = DisclosureStatement(person=nora, stand="full", stated_on=ON, is_brought_in=True, employer=employer)
    row.seal("sealed_wording", "alt kan sies", keys_of([(nora.pk, nora.public_id)])[nora.pk])
    row.save()
    siv = client_as("siv")

    contact = {"employer": key, "way": "phone", "day": TODAY}
    assert send(siv, act_page(cast, "nora", "agree-employer-contact"), **contact).status_code == 422
    assert compose(cast, siv, key, text="Hei").status_code == 422  # type: ignore[attr-defined]  # a response
    assert "Listen sa" in words(siv.get(act_page(cast, "nora", "agree-disclosure", key)))


WHO = [("odd", 404), ("jonas", 404), ("berit", 403), ("hege", 403), ("erik", 404), ("arne", 404)]


@pytest.mark.parametrize(("name", "status"), WHO)
def test_who_does_not_see_what_may_be_told(
    cast: Cast, client_as: As, agreed: Employer, name: str, status: int
) -> None:
    client, nora = client_as(name), cast.people["nora"]
    pages = [reverse("disclosure", args=[nora.public_id])]
    pages += [
        act_page(cast, "nora", slug, agreed.public_id.hex) for slug in ("agree-disclosure", "compose-text")
    ]

    for page in pages:
        answer = client.get(page)
        assert answer.status_code == status
        assert SUPPORT not in words(answer)
    assert client.get(reverse("my_disclosure")).status_code == 403


def test_a_former_specialist_and_one_not_cleared_for_kode_6_see_nothing(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    page = reverse("disclosure", args=[cast.people["nora"].public_id])
    assert client_as("siv").get(page).status_code == 200
    Relation.objects.filter(person=cast.people["nora"], account=cast.accounts["siv"]).update(
        ended_at=AT, until_day=date(2026, 11, 21)
    )

    assert client_as("siv").get(page).status_code == 403
    liv = reverse("disclosure", args=[cast.people["liv"].public_id])
    assert client_as("siv").get(liv).status_code == 404
    assert client_as("marit").get(liv).status_code == 200


@pytest.mark.req("I-4.3c")
def test_no_agreed_words_in_lists_logs_or_the_database(cast: Cast, client_as: As, agreed: Employer) -> None:
    siv = client_as("siv")
    queue(cast, siv, agreed)
    for page in ("/i-dag", reverse("caseload"), reverse("person", args=[cast.people["nora"].public_id])):
        assert SUPPORT not in words(siv.get(page))
        assert HEALTH not in words(siv.get(page))

    kept = [*AgreedTopic.objects.values_list("sealed_wording", flat=True)]
    kept += [bytes(row.sealed_text) + bytes(row.sealed_parts) for row in ComposedText.objects.all()]
    assert not any(SUPPORT.encode() in bytes(each) or HEALTH.encode() in bytes(each) for each in kept)
    told = str(list(LogRow.objects.values())) + str(list(Event.objects.values()))
    assert "Kanarifugl" not in told
    assert "finne jobb" not in told


HOSTILE = "<script>alert(1)</script>\n=cmd|' /C calc'!A0 \u202e 🙂"


def test_hostile_text_is_kept_as_it_is_and_shown_as_text(
    cast: Cast, client_as: As, employer: Employer, key: str
) -> None:
    siv = client_as("siv")
    typed = {"own_answer": "may", "own_wording": HOSTILE, "wording": HOSTILE, "day": TODAY, "says_yes": "on"}
    send(siv, act_page(cast, "nora", "agree-disclosure", key), **typed)
    compose(cast, siv, key, own="on", text=HOSTILE)

    shown = [
        words(siv.get(act_page(cast, "nora", "send-text"))),
        words(siv.get(act_page(cast, "nora", "compose-text", key))),
        words(siv.get(reverse("disclosure", args=[cast.people["nora"].public_id]))),
        words(client_as("nora").get(reverse("my_disclosure"))),
        words(siv.get(act_page(cast, "nora", "carry-to-journal"))),
    ]
    for page in shown:
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("about", ["x", "0" * 32, "../../etc", "%00", "a" * 64])
def test_an_employer_nobody_knows_is_said_so(
    cast: Cast, client_as: As, employer: Employer, about: str
) -> None:
    siv = client_as("siv")

    for slug in ("agree-disclosure", "compose-text", "log-agreed-contact", "see-stopped-text", "send-text"):
        assert siv.get(act_page(cast, "nora", slug, about)).status_code == 200
    answer = send(siv, act_page(cast, "nora", "agree-disclosure", about), **SAID, says_yes="on")
    assert answer.status_code == 422
    assert "står ikke i teamets register" in words(answer)
    assert not DisclosureStatement.objects.exists()


def test_an_employer_of_another_team_is_not_known_here(cast: Cast, client_as: As) -> None:
    other = Employer.objects.create(
        team=cast.units["ips_helgeland"], name="Fjern AS", search_name="fjern as", created_at=AT
    )
    page = act_page(cast, "nora", "agree-disclosure", other.public_id.hex)

    answer = send(client_as("siv"), page, **SAID, says_yes="on")

    assert answer.status_code == 422
    assert "Fjern AS" not in words(answer)


@pytest.mark.req("I-7.3", "I-4.3c")
def test_who_comes_back_starts_from_the_old_answers_and_they_do_not_hold(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    said = DisclosureStatement.objects.get(person=cast.people["nora"], employer=agreed)
    DisclosureStatement.objects.filter(pk=said.pk).update(ended_at=AT)
    siv = client_as("siv")
    page = act_page(cast, "nora", "agree-disclosure", agreed.public_id.hex)

    shown = siv.get(page).content.decode()

    assert "Fra forrige gang, sagt" in shown
    assert "Det gjelder ikke lenger" in shown
    assert GAP in shown
    assert "says_yes" in shown
    assert not DisclosureStatement.objects.filter(employer=agreed, ended_at=None).exists()
    assert send(siv, page, **SAID).status_code == 422
    reviewed = {**SAID, "cv_gaps_wording": "Har hatt annet å gjøre en tid."}
    assert send(siv, page, **reviewed, says_yes="on").status_code == 302
    assert DisclosureStatement.objects.filter(employer=agreed, ended_at=None).count() == 1
    assert "Fra forrige gang" not in siv.get(page).content.decode()


def test_what_is_said_in_general_now_goes_before_an_old_answer_for_one_employer(
    cast: Cast, client_as: As, agreed: Employer
) -> None:
    DisclosureStatement.objects.filter(employer=agreed).update(ended_at=AT)
    siv = client_as("siv")
    in_general = act_page(cast, "nora", "agree-disclosure")
    assert (
        send(siv, in_general, **{**SAID, "cv_gaps_answer": "not", "cv_gaps_wording": ""}).status_code == 302
    )

    shown = siv.get(act_page(cast, "nora", "agree-disclosure", agreed.public_id.hex)).content.decode()

    assert "Fra forrige gang" not in shown
    assert re.search(r'name="cv_gaps_answer" value="not"[^>]*checked', shown)


def test_what_only_a_list_said_before_is_not_filled_in(cast: Cast, client_as: As, agreed: Employer) -> None:
    DisclosureStatement.objects.filter(employer=agreed).update(ended_at=AT, confirmed_at=None)
    page = act_page(cast, "nora", "agree-disclosure", agreed.public_id.hex)

    assert "Fra forrige gang" not in client_as("siv").get(page).content.decode()
