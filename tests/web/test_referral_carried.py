"""What a referral told comes along into the record, as proposals and statements to confirm (RL4285)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind, SentReferral
from fotfeste.apps.people.models import Clearance, Person, Relation
from fotfeste.apps.people.services import touch
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.people import ON
from tests.web.filling_in import send, words
from tests.web.test_referrals import NORAS, accept, page, sent

As = Callable[[str], Client]
TIES = {
    "nav_registration": "yes",
    "nav_office": "NAV Bodø",
    "nav_adviser": "Hege Dahl",
    "benefit": "disability_benefit",
    "nav_contact": "on",
    "health_release": "on",
}


def taken_on(cast: Cast, client_as: As, **more: str) -> Person:
    """Kari is referred by Berit, taken on by Siv, and has been met once."""
    referral = sent(client_as("berit"), cast, **{**TIES, **more})
    assert send(client_as("siv"), page(referral), **accept(cast)).status_code == 302
    person = referral.person
    Meeting.objects.create(
        person=person, episode=person.episode_set.get(), kind=MeetingKind.START_UP, held_on=ON
    )
    touch(person, on=ON)
    return Person.objects.get(pk=person.pk)


def act(person: Person, slug: str) -> str:
    return reverse("act", args=[person.public_id, slug])


@pytest.mark.req("I-8", "I-4.1c")
def test_ties_to_nav_come_along_and_wait_to_be_confirmed(cast: Cast, client_as: As) -> None:
    kari, siv = taken_on(cast, client_as), client_as("siv")
    named = Relation.objects.get(person=kari, kind=RelationKind.NAV_ADVISER)
    assert (named.account, named.contact_name, named.unit_name) == (None, "Hege Dahl", "NAV Bodø")
    assert "Bekreft det henvisningen sa om NAV" in words(siv.get(reverse("person", args=[kari.public_id])))
    facts = words(siv.get(reverse("person_facts", args=[kari.public_id])))
    assert "fra henvisningen" in facts
    assert "Uføretrygd" in facts

    answer = send(
        siv, act(kari, "confirm-nav-ties"), registration="no", benefit="disability_benefit", day="22.11.2026"
    )

    assert answer.status_code == 302
    assert NavRegistration.objects.get(person=kari, ended_at=None).answer == "no"
    assert BenefitStatement.objects.get(person=kari, ended_at=None).confirmed_at is not None
    shown = words(siv.get(reverse("person", args=[kari.public_id])))
    assert "Bekreft det henvisningen sa om NAV" not in shown


@pytest.mark.req("I-8", "I-7.3")
def test_taken_on_from_the_persons_own_page_the_referral_is_answered_and_comes_along(
    cast: Cast, client_as: As
) -> None:
    nora, siv = cast.people["nora"], client_as("siv")
    Episode.objects.filter(person=nora).update(discharged_on=ON)
    referral = sent(client_as("berit"), cast, name="Nora Lunde", identity_number=NORAS, **TIES)
    assert referral.person == nora

    late = send(siv, act(nora, "answer-referral"), day="23.11.2026")
    assert late.status_code == 422
    assert not NavRegistration.objects.filter(person=nora).exists()

    assert send(siv, act(nora, "answer-referral"), day="22.11.2026").status_code == 302

    referral.refresh_from_db()
    assert (referral.reply, referral.answered_by) == ("accepted", cast.accounts["siv"])
    course = Episode.objects.get(person=nora, discharged_on=None)
    assert (course.accepted_on, course.consents_said) == (ON, ["health_release", "nav_contact"])
    registration = NavRegistration.objects.get(person=nora, ended_at=None)
    assert (registration.answer, registration.confirmed_at) == ("yes", None)
    assert "Ta imot henvisningen" not in words(siv.get(reverse("person", args=[nora.public_id])))


def test_what_the_referral_said_of_nav_opens_nothing_for_nav(cast: Cast, client_as: As) -> None:
    kari = taken_on(cast, client_as)

    assert client_as("hege").get(reverse("person", args=[kari.public_id])).status_code == 404
    assert not ConsentStatement.objects.filter(person=kari).exists()


def test_a_page_without_an_answer_saves_nothing(cast: Cast, client_as: As) -> None:
    kari = taken_on(cast, client_as)

    answer = send(client_as("siv"), act(kari, "confirm-nav-ties"), day="22.11.2026")

    assert answer.status_code == 422
    assert NavRegistration.objects.get(person=kari).confirmed_at is None


@pytest.mark.req("I-4.1c", "I-4.1f")
def test_the_first_consent_is_a_proposal_on_the_consent_and_first_in_the_start_up(
    cast: Cast, client_as: As
) -> None:
    kari, siv = taken_on(cast, client_as), client_as("siv")
    consent = words(siv.get(act(kari, "record-consent")))
    assert "Sagt i henvisningen" in consent
    assert 'name="nav_contact" value="yes"' in consent
    assert "checked" in consent.split('name="nav_contact" value="yes"')[1].split(">")[0]
    assert "checked" not in consent.split('name="participation" value="yes"')[1].split(">")[0]

    start_up = words(siv.get(act(kari, "go-through-start-up")))
    assert "Sagt i henvisningen" in start_up.split("work_goal")[0]

    answer = send(siv, act(kari, "record-consent"), nav_contact="no", day="22.11.2026")
    assert answer.status_code == 302
    assert ConsentStatement.objects.get(person=kari).answer == "no"
    again = words(siv.get(act(kari, "record-consent")))
    assert "checked" in again.split('name="nav_contact" value="no"')[1].split(">")[0]


def test_what_is_known_here_is_not_changed_by_a_referral(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    before = list(NavRegistration.objects.filter(person=nora).values_list("pk", "answer"))
    consents = list(ConsentStatement.objects.filter(person=nora, ended_at=None).values_list("pk", "answer"))

    sent(client_as("berit"), cast, identity_number=NORAS, **{**TIES, "nav_registration": "no"})

    assert list(NavRegistration.objects.filter(person=nora).values_list("pk", "answer")) == before
    assert (
        list(ConsentStatement.objects.filter(person=nora, ended_at=None).values_list("pk", "answer"))
        == consents
    )


def test_texts_of_nav_are_sealed_in_the_referral(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast, **TIES)

    for column in ("sealed_nav_office", "sealed_nav_adviser", "sealed_benefit"):
        assert bytes(getattr(referral, column))
        assert b"Hege" not in bytes(getattr(referral, column))


@pytest.mark.req("I-8")
def test_the_referrer_is_told_at_once_when_nobody_there_can_read_it(cast: Cast, client_as: As) -> None:
    Clearance.objects.all().delete()
    berit = client_as("berit")

    sent(berit, cast, protection="unknown")
    shown = words(berit.get(reverse("referrals_sent")))

    assert "Ingen i IPS Salten kan lese henvisningen ennå" in shown
    assert "Ring Mette Solvang" in shown
    assert "Henvisningen er sendt til teamet" not in shown
    assert "Ring Mette Solvang" in words(berit.get(reverse("referrals_sent"))), (
        "and it stays until somebody can"
    )
    assert "Kari Ny" not in words(client_as("mette").get(reverse("referrals")))


def test_the_same_is_said_whoever_it_is(cast: Cast, client_as: As) -> None:
    """Nora is here without protection; who refers her with «vet ikke» does not learn it."""
    Clearance.objects.all().delete()
    berit = client_as("berit")

    sent(berit, cast, protection="unknown", identity_number=NORAS)

    assert "Ring Mette Solvang" in words(berit.get(reverse("referrals_sent")))


def test_where_somebody_is_cleared_nothing_more_is_said(cast: Cast, client_as: As) -> None:
    berit = client_as("berit")
    sent(berit, cast, protection="unknown")

    shown = words(berit.get(reverse("referrals_sent")))

    assert "Henvisningen er sendt til teamet" in shown
    assert "kan lese henvisningen ennå" not in shown
    assert SentReferral.objects.get().typed_protection == "unknown"
