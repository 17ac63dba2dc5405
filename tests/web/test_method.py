"""IPS or Supported Employment: chosen, changed with why, and what falls silent (W-11)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.episodes.models import CaseNote, Episode
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from tests.web.filling_in import send, words
from tests.web.test_acts_start_up import act_page, codes, meet, unsealed
from tests.web.test_referrals import accept, page, sent

As = Callable[[str], Client]
SE = "supported_employment"
WHY = "Behandlingen er over."


def episode(cast: Cast, person: str) -> Episode:
    return Episode.objects.get(person=cast.people[person], discharged_on=None)


def change(client: Client, cast: Cast, person: str, method: str = SE, reason: str = WHY) -> int:
    answer = send(client, act_page(cast, person, "change-method"), method=method, reason=reason)
    return answer.status_code


@pytest.mark.req("W-11")
def test_the_method_is_chosen_when_a_referral_is_accepted(cast: Cast, client_as: As) -> None:
    first, second = sent(client_as("berit"), cast), sent(client_as("berit"), cast, name="Ola Ny")
    siv = client_as("siv")
    send(siv, page(first), **accept(cast), method=SE)
    send(siv, page(second), **accept(cast))

    assert episode_of(first) == SE
    assert episode_of(second) == "ips"
    chosen = Event.objects.filter(kind="course.method-chosen")
    assert [event.person_id for event in chosen] == [first.person_id]


def episode_of(referral: object) -> str:
    return Episode.objects.get(person=referral.person_id).method  # type: ignore[attr-defined]  # a row of one person


@pytest.mark.req("W-11")
def test_with_supported_employment_nothing_asks_for_a_clinician(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meet(siv, cast, "amir", date(2026, 11, 20), clinician="no")
    assert "startup.invite-clinician" in codes(cast, "amir")

    assert change(siv, cast, "amir") == 302

    assert not {code for code in codes(cast, "amir") if "clinician" in code}
    assert {"profile.start", "startup.points-left"} <= codes(cast, "amir")
    assert change(siv, cast, "amir", "ips", "Er i behandling igjen.") == 302
    assert "startup.invite-clinician" in codes(cast, "amir")


@pytest.mark.req("W-11")
def test_a_change_says_why_and_is_on_the_timeline_and_in_the_log(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    assert change(siv, cast, "nora") == 302

    event = Event.objects.filter(person=cast.people["nora"]).order_by("-pk")[0]
    assert (event.kind, event.data) == ("course.method-changed", {"before_method": "ips", "method": SE})
    assert unsealed(CaseNote.objects.get(person=cast.people["nora"]), "sealed_text") == WHY
    assert LogRow.objects.filter(action="episode.changed", subject=cast.people["nora"].log_id).exists()
    timeline = words(siv.get(reverse("person_timeline", args=[cast.people["nora"].public_id])))
    assert "Følges nå med Supported Employment. Før: IPS" in timeline


@pytest.mark.parametrize(
    ("method", "reason", "said"),
    [
        (SE, " ", "Skriv hvorfor metoden endres."),
        ("ips", WHY, "Løpet følger denne metoden allerede."),
        ("rehabilitation", WHY, "rehabilitation"),
    ],
)
@pytest.mark.req("W-11")
def test_a_change_that_cannot_be_is_refused_and_keeps_what_was_typed(
    cast: Cast, client_as: As, method: str, reason: str, said: str
) -> None:
    url = act_page(cast, "nora", "change-method")
    answer = send(client_as("siv"), url, method=method, reason=reason)

    assert answer.status_code == 422
    assert said in words(answer)
    assert reason.strip() in words(answer)
    assert episode(cast, "nora").method == "ips"


@pytest.mark.req("W-11")
@pytest.mark.parametrize("who", ["odd", "berit", "hege", "nora"])
def test_others_do_not_change_it(cast: Cast, client_as: As, who: str) -> None:
    answer = client_as(who).post(act_page(cast, "nora", "change-method"), {"method": SE, "reason": WHY})

    assert answer.status_code in (403, 404)
    assert episode(cast, "nora").method == "ips"


@pytest.mark.req("W-11")
def test_the_method_is_on_the_page_and_told_to_the_jobseeker_in_plain_words(
    cast: Cast, client_as: As
) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    assert "Du følges med IPS" in words(nora.get(reverse("mine_course")))

    change(siv, cast, "nora")

    person = cast.people["nora"].public_id
    head = words(siv.get(reverse("person", args=[person]))).replace("\N{NO-BREAK SPACE}", " ")
    assert "Supported Employment siden 2. november 2026" in head
    assert "<dt>Metode</dt>" in words(siv.get(reverse("person_facts", args=[person])))
    told = words(nora.get(reverse("mine_course")))
    assert "Du følges med Supported Employment" in told
    assert "Du trenger ikke å ha en behandler" in told
