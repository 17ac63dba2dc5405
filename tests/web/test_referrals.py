"""Referral: sent by a clinician or registered by the specialist, and answered by the team (RL4285, I-7.3)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.episodes.models import Episode, SentReferral
from fotfeste.apps.people.models import Closeness, Person, Relation
from fotfeste.cli.cast import Cast
from tests.people import ON
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
NO_TEAM = '<option value="" selected>Velg</option>'
NEW_NUMBER = "13918334232"
NORAS = "14839421142"


def written(cast: Cast, **more: str) -> dict[str, str]:
    return {
        "team": str(cast.units["ips_salten"].public_id),
        "name": "Kari Ny",
        "protection": "none",
        "referred_on": "22.11.2026",
        "wishes_to_work": "on",
        "treatment": "current",
        "talk": "not_held",
        "nav_contact": "on",
        "message": "Vil gjerne arbeide ute",
        **more,
    }


def refer(client: Client, cast: Cast, **more: str) -> HttpResponse:
    return send(client, reverse("refer"), **written(cast, **more))


def sent(client: Client, cast: Cast, **more: str) -> SentReferral:
    answer = refer(client, cast, **more)
    assert answer.status_code == 302, words(answer)
    return SentReferral.objects.order_by("-pk")[0]


def page(referral: SentReferral) -> str:
    return reverse("referral", args=[referral.public_id])


def accept(cast: Cast, who: str = "siv") -> dict[str, Any]:
    return {"answer": "accepted", "specialist": str(cast.accounts[who].public_id)}


@pytest.mark.req("I-8", "I-4.1b")
def test_a_clinician_refers_and_a_specialist_takes_the_person_on(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast)
    siv = client_as("siv")
    assert "Kari Ny" in words(siv.get(reverse("referrals")))
    one = words(siv.get(page(referral)))
    assert "Vil gjerne arbeide ute" in one
    assert "følger 2, metoden råder til inntil 20 i 100 % stilling" in one

    answer = send(siv, page(referral), **accept(cast))

    kari = referral.person
    assert answer["Location"] == reverse("person", args=[kari.public_id])
    episode = Episode.objects.get(person=kari)
    assert (episode.referred_on, episode.accepted_on, episode.information_talk) == (ON, ON, "not_held")
    kinds = Relation.objects.filter(person=kari).values_list("kind", "account__username")
    assert set(kinds) == {("employment_specialist", "siv"), ("clinician", "berit")}
    assert not ConsentStatement.objects.filter(person=kari).exists()
    shown = words(siv.get(answer["Location"]))
    assert "Hold oppstartsmøte" in shown
    assert "ingen informasjonssamtale" in shown.casefold() or "informasjonssamtale" in shown.casefold()
    assert "tatt imot" in words(client_as("berit").get(reverse("referrals_sent")))


def test_until_it_is_answered_nothing_about_the_person_opens(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast)
    address = reverse("person", args=[referral.person.public_id])

    for who in ("siv", "jonas", "berit", "odd", "hege"):
        assert client_as(who).get(address).status_code == 404


def test_only_the_team_sees_its_inbox(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast)

    assert "Kari Ny" in words(client_as("mette").get(reverse("referrals")))
    assert "Kari Ny" not in words(client_as("odd").get(reverse("referrals")))
    assert client_as("odd").get(page(referral)).status_code == 404
    for who in ("hege", "nora", "arne", "guro"):
        assert client_as(who).get(reverse("referrals")).status_code == 403
        assert client_as(who).get(reverse("refer")).status_code == 403
    assert client_as("berit").get(page(referral)).status_code == 403


@pytest.mark.req("I-8")
def test_only_the_wish_to_work_is_asked_for(cast: Cast, client_as: As) -> None:
    answer = refer(client_as("berit"), cast, wishes_to_work="")

    assert answer.status_code == 422
    assert "Det er det eneste som kreves" in words(answer)
    assert not SentReferral.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("identity_number", "12345678901"),
        ("identity_number", "<script>"),
        ("name", "14839421142"),
        ("phone", "12"),
        ("email", "kari(at)example"),
        ("referred_on", "23.11.2026"),
        ("referred_on", "1.1.2090"),
        ("team", "00000000-0000-0000-0000-000000000000"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_typed_is_lost(
    cast: Cast, client_as: As, field: str, typed: str
) -> None:
    answer = refer(client_as("berit"), cast, **{field: typed})

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in words(answer)
    assert "Vil gjerne arbeide ute" in words(answer)
    assert not SentReferral.objects.exists()


def test_no_team_is_chosen_for_one_who_can_choose_between_several(cast: Cast, client_as: As) -> None:
    """The first of the list would get what was meant for another."""
    berit, address = client_as("berit"), reverse("refer")
    assert NO_TEAM in words(berit.get(address))

    answer = send(berit, address, **written(cast, team=""))

    assert answer.status_code == 422
    assert not SentReferral.objects.exists()
    assert NO_TEAM not in words(client_as("siv").get(address))


@pytest.mark.req("I-8")
def test_a_specialist_registers_one_that_came_on_paper(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("jonas"), cast, referrer="Lege Lie, Fauske", referred_on="16.11.2026")

    shown = words(client_as("mette").get(page(referral)))

    assert "Lege Lie, Fauske" in shown
    assert Episode.objects.get(person=referral.person).referred_on == date(2026, 11, 16)
    assert b"Lege Lie" not in bytes(referral.sealed_referrer)


@pytest.mark.req("I-8")
def test_waiting_and_no_have_a_reason_that_the_referrer_reads(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast)
    siv, berit = client_as("siv"), client_as("berit")
    assert send(siv, page(referral), answer="waiting").status_code == 422
    assert send(siv, page(referral), answer="refused", reason="Flytter").status_code == 422

    send(siv, page(referral), answer="waiting", reason="Full portefølje til jul")
    assert "Full portefølje til jul" in words(berit.get(reverse("referrals_sent")))

    send(siv, page(referral), answer="refused", reason="Flytter til Oslo", offer="IPS i Oslo, ved Lise")
    shown = words(berit.get(reverse("referrals_sent")))
    assert "Flytter til Oslo" in shown
    assert "IPS i Oslo, ved Lise" in shown
    assert "Kari Ny" not in words(siv.get(reverse("referrals")))
    assert Episode.objects.get(person=referral.person).discharged_on == ON


def test_the_supervisor_chooses_anybody_in_the_team_and_a_specialist_only_oneself(
    cast: Cast, client_as: As
) -> None:
    referral = sent(client_as("berit"), cast)

    assert send(client_as("siv"), page(referral), **accept(cast, "jonas")).status_code == 422
    assert send(client_as("mette"), page(referral), **accept(cast, "odd")).status_code == 422
    assert send(client_as("mette"), page(referral), **accept(cast, "jonas")).status_code == 302

    row = Relation.objects.get(person=referral.person, kind="employment_specialist")
    assert row.account == cast.accounts["jonas"]


def test_of_two_who_accept_at_once_one_wins_and_the_other_is_told_and_loses_nothing(
    cast: Cast, client_as: As
) -> None:
    referral = sent(client_as("berit"), cast)
    siv, jonas = client_as("siv"), client_as("jonas")
    hidden = opened(jonas, page(referral))
    assert send(siv, page(referral), **accept(cast)).status_code == 302

    late = jonas.post(page(referral), {**hidden, **accept(cast, "jonas"), "reason": "Kjenner området"})

    assert late.status_code == 409
    assert "Siv Rønning har svart" in words(late)
    assert "Vil gjerne arbeide ute" not in words(late)
    assert "Kjenner området" in words(late)
    assert (
        Relation.objects.get(person=referral.person, kind="employment_specialist").account.username == "siv"
    )


def test_when_it_is_answered_only_who_follows_the_person_reads_what_was_written(
    cast: Cast, client_as: As
) -> None:
    referral = sent(client_as("berit"), cast, nav_ties="Har AAP", talk="held", talk_by="Berit")
    siv, jonas, mette = client_as("siv"), client_as("jonas"), client_as("mette")
    for reader in (siv, jonas, mette):
        assert "Vil gjerne arbeide ute" in words(reader.get(page(referral)))

    send(mette, page(referral), **accept(cast, "siv"), reason="Siv kjenner faget")

    assert "Vil gjerne arbeide ute" in words(siv.get(page(referral)))
    for reader in (jonas, mette):
        shown = words(reader.get(page(referral)))
        assert "Kari Ny" in shown
        assert "Mette Solvang har svart" in shown
        for told in ("Vil gjerne arbeide ute", "Har AAP", "Er i behandling nå", "kontakt med NAV"):
            assert told not in shown
    assert "Siv kjenner faget" not in words(jonas.get(page(referral)))


@pytest.mark.req("I-7.3", "I-8")
def test_coming_back_takes_a_new_referral_and_the_earlier_history_is_there(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    Episode.objects.filter(person=nora).update(discharged_on=date(2026, 11, 15))
    referral = sent(client_as("berit"), cast, name="N. Lunde", identity_number=NORAS)
    assert referral.person == nora
    jonas = client_as("jonas")

    assert send(jonas, page(referral), **accept(cast, "jonas")).status_code == 302

    assert Episode.objects.filter(person=nora).count() == 2
    facts = words(jonas.get(reverse("person_facts", args=[nora.public_id])))
    assert "Tidligere løp" in facts
    assert client_as("siv").get(reverse("person", args=[nora.public_id])).status_code == 403
    nora.refresh_from_db()
    assert nora.name == "Nora Lunde"


@pytest.mark.req("I-7.3")
def test_a_referrer_learns_nothing_of_what_was_here_before(cast: Cast, client_as: As) -> None:
    berit = client_as("berit")
    new = refer(berit, cast, identity_number=NEW_NUMBER)
    known = refer(berit, cast, identity_number=NORAS, name="En Annen")

    assert (new.status_code, new["Location"]) == (known.status_code, known["Location"])
    shown = words(berit.get(reverse("referrals_sent")))
    assert "En Annen" in shown
    assert "Nora" not in shown
    assert Person.objects.filter(name="En Annen").count() == 0


def test_one_whose_course_goes_on_is_not_taken_on_twice(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast, identity_number=NORAS)

    answer = send(client_as("jonas"), page(referral), **accept(cast, "jonas"))

    assert answer.status_code == 422
    assert "har et løp som går allerede" in words(answer)
    assert Episode.objects.filter(person=cast.people["nora"]).count() == 1


def test_a_protected_person_is_referred_only_before_those_who_are_cleared(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast, protection="code_6")

    assert "Kari Ny" not in words(client_as("siv").get(reverse("referrals")))
    assert client_as("siv").get(page(referral)).status_code == 404
    assert "Kari Ny" in words(client_as("marit").get(reverse("referrals")))
    assert Person.objects.get(pk=referral.person_id).name == ""


def test_one_who_is_close_to_the_person_cannot_be_chosen(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast)
    Closeness.objects.create(
        person=referral.person, account=cast.accounts["jonas"], kind="friend_or_neighbour", declared_on=ON
    )

    answer = send(client_as("mette"), page(referral), **accept(cast, "jonas"))

    assert answer.status_code == 422
    assert "kan ikke følge denne personen" in words(answer)


def test_every_look_is_logged(cast: Cast, client_as: As) -> None:
    referral = sent(client_as("berit"), cast)
    siv = client_as("siv")
    before = LogRow.objects.count()

    siv.get(reverse("referrals"))
    siv.get(page(referral))
    send(siv, page(referral), **accept(cast))

    said = LogRow.objects.filter(seq__gt=before).values_list("action", flat=True)
    assert {"referrals.seen", "referral.seen", "referral.answered"} <= set(said)
    assert LogRow.objects.filter(action="referral.sent", subject=referral.person.log_id).exists()


@pytest.mark.req("I-8")
def test_today_says_how_many_new_referrals_there_are(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    assert "Nye henvisninger" not in words(siv.get(reverse("today")))
    sent(client_as("berit"), cast)
    referral = sent(client_as("jonas"), cast, name="Ola Ny")

    assert "Nye henvisninger: 2" in words(siv.get(reverse("today")))
    assert "Nye henvisninger" not in words(client_as("odd").get(reverse("today")))

    send(siv, page(referral), answer="waiting", reason="Fullt")
    assert "Nye henvisninger: 1" in words(siv.get(reverse("today")))
