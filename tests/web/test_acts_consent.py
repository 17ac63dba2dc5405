"""Consent, disclosure, NAV, and what a list told, act by act, through the pages."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.economy.models import NavRegistration
from fotfeste.apps.episodes.models import CaseNote, Episode, OpenQuestion
from fotfeste.apps.people.models import Person
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from tests.people import ON
from tests.web.filling_in import send, words

As = Callable[[str], Client]
NAV = "nav_contact"


def act_page(cast: Cast, person: str, act: str) -> str:
    return reverse("act", args=[cast.people[person].public_id, act])


def codes(cast: Cast, person: str) -> set[str]:
    return set(AgendaLine.objects.filter(person=cast.people[person]).values_list("code", flat=True))


def in_force(cast: Cast, person: str) -> ConsentStatement:
    return ConsentStatement.objects.get(person=cast.people[person], scope=NAV, ended_at=None)


@pytest.mark.req("I-4.1c", "I-5.0a")
def test_a_yes_to_contact_with_nav_opens_for_the_adviser_at_once(cast: Cast, client_as: As) -> None:
    tom, page = client_as("tom"), reverse("person", args=[cast.people["amir"].public_id])
    assert tom.get(page).status_code == 404

    send(client_as("siv"), act_page(cast, "amir", "record-consent"), nav_contact="yes", day="20.11.2026")

    assert tom.get(page).status_code == 200


@pytest.mark.req("I-5.0a")
def test_a_withdrawal_closes_at_the_next_request_and_is_logged_as_one(cast: Cast, client_as: As) -> None:
    hege, page = client_as("hege"), reverse("person", args=[cast.people["nora"].public_id])
    assert hege.get(page).status_code == 200

    send(client_as("siv"), act_page(cast, "nora", "record-consent"), nav_contact="no", day="22.11.2026")

    closed = hege.get(page)
    assert closed.status_code == 403
    assert "Hold oppstartsmøte" not in words(closed)
    earlier = ConsentStatement.objects.get(person=cast.people["nora"], scope=NAV, answer="yes")
    assert earlier.end_kind == "withdrawn"
    assert LogRow.objects.filter(action=Action.CONSENT_WITHDRAWN).count() == 1


@pytest.mark.req("I-4.4c")
def test_a_no_leads_to_the_talk_about_what_it_means_and_is_respected(cast: Cast, client_as: As) -> None:
    siv, talk = client_as("siv"), act_page(cast, "amir", "explain-consequences")

    answer = send(siv, act_page(cast, "amir", "record-consent"), nav_contact="no", day="20.11.2026")

    assert answer["Location"] == talk
    assert "bare tas opp anonymt" in words(siv.get(talk))
    assert "consent.talk-about-consequences" in codes(cast, "amir")

    send(siv, talk, day="20.11.2026", still="no")

    assert "consent.talk-about-consequences" not in codes(cast, "amir")
    said = in_force(cast, "amir")
    assert (said.answer, said.consequences_explained_on) == ("no", date(2026, 11, 20))


def test_after_the_talk_the_person_may_have_changed_their_mind(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "amir", "record-consent"), nav_contact="no", day="20.11.2026")
    send(siv, act_page(cast, "amir", "explain-consequences"), day="21.11.2026", still="yes")

    assert in_force(cast, "amir").answer == "yes"


def test_there_is_nothing_to_explain_to_one_who_said_yes(cast: Cast, client_as: As) -> None:
    page = act_page(cast, "nora", "explain-consequences")

    answer = send(client_as("siv"), page, day="20.11.2026", still="no")

    assert answer.status_code == 422
    assert "har ikke sagt nei til kontakt med NAV" in words(answer)


def test_consents_do_not_follow_from_each_other_and_silence_changes_nothing(
    cast: Cast, client_as: As
) -> None:
    page = act_page(cast, "nora", "record-consent")

    assert send(client_as("siv"), page, day="20.11.2026").status_code == 422
    send(client_as("siv"), page, participation="yes", day="20.11.2026")

    scopes = ConsentStatement.objects.filter(person=cast.people["nora"], ended_at=None)
    assert set(scopes.values_list("scope", flat=True)) == {"ips_participation", NAV}
    assert in_force(cast, "nora").answer == "yes"


def test_not_clarified_is_an_answer_and_opens_nothing(cast: Cast, client_as: As) -> None:
    send(client_as("siv"), act_page(cast, "amir", "record-consent"), nav_contact="unclear", day="20.11.2026")

    assert in_force(cast, "amir").answer == "unclear"
    assert client_as("tom").get(reverse("person", args=[cast.people["amir"].public_id])).status_code == 404


@pytest.mark.req("I-4.1f", "I-5.1")
def test_registered_with_nav_the_consent_is_tracked_until_it_lies_in_the_archive(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "nora", "record-registration"), reply="no", day="20.11.2026")
    assert "nav.register-as-jobseeker" in codes(cast, "nora")
    assert "consent.archive-in-nav" not in codes(cast, "nora")

    send(siv, act_page(cast, "nora", "record-registration"), reply="yes", day="21.11.2026")
    assert "nav.register-as-jobseeker" not in codes(cast, "nora")
    assert "consent.archive-in-nav" in codes(cast, "nora")

    send(siv, act_page(cast, "nora", "archive-consent"), day="22.11.2026")
    assert "consent.archive-in-nav" not in codes(cast, "nora")


@pytest.mark.req("I-4.3a", "I-4.3b")
def test_the_person_takes_a_stand_in_their_own_words_and_it_is_gone_through_again(
    cast: Cast, client_as: As
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "agree-disclosure")
    typed = {"adaptation_answer": "may", "adaptation_wording": "Korte dager", "day": "20.11.2026"}
    typed["wording"] = "Trenger gradvis opptrapping"
    assert send(siv, page, **typed, review_on="1.11.2026").status_code == 422

    send(siv, page, **typed, review_on="04.02.2027")

    row = DisclosureStatement.objects.get(ended_at=None)
    assert b"opptrapping" not in bytes(row.sealed_wording)
    line = AgendaLine.objects.get(person=cast.people["nora"], code="disclosure.review")
    assert line.due == date(2027, 2, 4)
    overview = words(siv.get(reverse("person", args=[cast.people["nora"].public_id])))
    assert "Trenger gradvis opptrapping" in overview


@pytest.mark.req("I-4.3b")
def test_a_new_stand_leaves_the_old_one_as_what_it_was(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "agree-disclosure")
    send(siv, page, support_answer="may", support_wording="Hjelp", day="20.11.2026")
    send(siv, page, nothing="on", day="21.11.2026")

    stands = DisclosureStatement.objects.filter(person=cast.people["nora"]).order_by("pk")
    assert [(row.stand, row.ended_at is None) for row in stands] == [
        ("partial", False),
        ("none", True),
    ]


@pytest.fixture
def brought(cast: Cast) -> Person:
    """Amir, as a list told of him: a yes to NAV, registered, a stand; all of it unconfirmed."""
    amir = cast.people["amir"]
    key = keys_of([(amir.pk, amir.public_id)])[amir.pk]
    common = {"person": amir, "stated_on": ON, "is_brought_in": True}
    ConsentStatement.objects.create(**common, scope=NAV, answer="yes")
    NavRegistration.objects.create(**common, answer="yes")
    stand = DisclosureStatement(**common, stand="partial")
    stand.seal("sealed_wording", "ikke diagnose", key)
    stand.save()
    question = OpenQuestion(
        person=amir, code="clear-up.wished-percent-over-100", column="Ønsket stilling %", raised_on=ON
    )
    question.seal("sealed_as_written", "140 % <i>", key)
    question.save()
    Episode.objects.filter(person=amir).update(brought_in_on=ON)
    rewrite([(amir.pk, amir.public_id)], on=ON)
    return amir


def test_what_a_list_told_opens_nothing_until_it_is_confirmed(
    cast: Cast, client_as: As, brought: Person
) -> None:
    siv, page = client_as("siv"), act_page(cast, "amir", "confirm-statements")
    tom, overview = client_as("tom"), reverse("person", args=[brought.public_id])
    shown = words(siv.get(page))
    assert tom.get(overview).status_code == 404
    assert "Listen sa: ja" in shown
    assert "ikke diagnose" in shown
    assert "checked" not in shown

    send(siv, page, nav_contact="yes", day="22.11.2026")

    assert tom.get(overview).status_code == 200
    assert in_force(cast, "amir").is_brought_in
    assert "import.confirm" in codes(cast, "amir")


def test_what_is_not_so_is_put_right_and_what_the_list_said_is_kept(
    cast: Cast, client_as: As, brought: Person
) -> None:
    siv, page = client_as("siv"), act_page(cast, "amir", "confirm-statements")
    typed = {"registration": "no", "stand": "partial", "wording": "ikke diagnose", "day": "22.11.2026"}

    answer = send(siv, page, nav_contact="no", **typed)

    assert answer["Location"] == act_page(cast, "amir", "explain-consequences")
    assert "import.confirm" not in codes(cast, "amir")
    assert in_force(cast, "amir").answer == "no"
    assert ConsentStatement.objects.get(person=brought, answer="yes").end_kind == "replaced"
    stand = DisclosureStatement.objects.get(person=brought)
    assert (stand.is_brought_in, stand.confirmed_at is not None) == (True, True)


def test_a_form_without_a_single_answer_says_so(cast: Cast, client_as: As, brought: Person) -> None:
    page = act_page(cast, "amir", "confirm-statements")

    for as_the_list_had_it in ("ikke diagnose", " ikke\r\ndiagnose"):
        answer = send(client_as("siv"), page, day="22.11.2026", wording=as_the_list_had_it)
        assert answer.status_code == 422

    assert "Svar på minst ett av spørsmålene." in words(answer)
    assert not LogRow.objects.filter(action=Action.CONSENT_CONFIRMED).exists()


def test_words_of_ones_own_wait_for_what_may_be_said(cast: Cast, client_as: As, brought: Person) -> None:
    siv, page = client_as("siv"), act_page(cast, "amir", "confirm-statements")

    answer = send(siv, page, day="22.11.2026", nav_contact="yes", wording="Bare at jeg trenger pauser.")

    assert answer.status_code == 422
    assert "Svar på hva som kan sies, så blir ordene med." in words(answer)
    assert "Bare at jeg trenger pauser." in words(answer)
    assert not in_force(cast, "amir").confirmed_at


def test_what_a_list_left_open_is_shown_as_it_was_written_and_leads_to_its_answer(
    cast: Cast, client_as: As, brought: Person
) -> None:
    page = words(client_as("siv").get(act_page(cast, "amir", "clear-up")))

    assert "over 100 prosent" in page
    assert "140 % &lt;i&gt;" in page
    assert act_page(cast, "amir", "wishes") in page


def test_answering_clears_it_up(cast: Cast, client_as: As, brought: Person) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "amir", "wishes"), work="Snekker", percent="40")

    assert OpenQuestion.objects.get().settled_on == ON
    assert "over 100 prosent" not in words(siv.get(act_page(cast, "amir", "clear-up")))


def test_it_can_be_settled_with_a_note(cast: Cast, client_as: As, brought: Person) -> None:
    page = act_page(cast, "amir", "settle") + "?om=clear-up.wished-percent-over-100"

    send(client_as("siv"), page, outcome="settled", answer="Mente 40")

    assert OpenQuestion.objects.get().settled_by == cast.accounts["siv"]
    assert CaseNote.objects.count() == 1


def test_what_nobody_knows_yet_rests_until_the_day_one_chooses(
    cast: Cast, client_as: As, brought: Person
) -> None:
    siv = client_as("siv")
    codes_open = ["clear-up.wished-percent-over-100", "clear-up.clinician-unknown"]
    for code in codes_open:
        page = act_page(cast, "amir", "settle") + f"?om={code}"
        assert send(siv, page, outcome="later").status_code == 422
        assert send(siv, page, outcome="later", ask_again_on="21.11.2026").status_code == 422
        send(siv, page, outcome="later", ask_again_on="01.12.2026")

    line = AgendaLine.objects.get(person=brought, act="clear-up")
    rest = AgendaLine.objects.get(person=brought, act="clear-up").why
    assert not {reason["code"] for reason in rest} & set(codes_open)
    assert line.code in {"clear-up.list", "clear-up.put-off"}
    assert "Spørres igjen 1." in words(siv.get(act_page(cast, "amir", "clear-up")))


def test_a_question_nobody_asked_cannot_be_settled(cast: Cast, client_as: As) -> None:
    page = act_page(cast, "amir", "settle") + "?om=clear-up.same-person-twice"

    answer = send(client_as("siv"), page, outcome="settled", answer="x")

    assert answer.status_code == 422
    assert "allerede ryddet opp i" in words(answer)
