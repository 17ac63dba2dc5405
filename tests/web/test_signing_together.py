"""The jobseeker signs on the specialist's device: known again, alone with the consents, and handed back."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste import clock
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.caseload.signing import LASTS, MOST_TRIES
from fotfeste.apps.consents.models import ConsentStatement, SigningTogether
from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import PASSWORD, Cast
from tests.web.pages import words

As = Callable[[str], Client]
HIDDEN = re.compile(r'<input type="hidden" name="(form_key|digest|state)" value="([^"]*)">')
AGREED = {"birth_day": "14.03.1994", "word": "fjelltur"}
NAV = reverse("signing_consent", args=["kontakt-med-nav"])
HERE = reverse("signing")


@pytest.fixture
def siv(client_as: As) -> Client:
    return client_as("siv")


@pytest.fixture
def record(cast: Cast) -> str:
    return reverse("person", args=[cast.people["amir"].public_id])


def lend(cast: Cast, siv: Client, person: str = "amir", **typed: str) -> None:
    """The specialist makes ready; with nothing typed the jobseeker confirms with the own password."""
    page = reverse("sign_together", args=[cast.people[person].public_id])
    assert siv.get(page).status_code == 200
    assert siv.post(page, typed)["Location"] == HERE


def sign(siv: Client, reply: str, address: str = NAV) -> int:
    form = dict(HIDDEN.findall(siv.get(address).content.decode()))
    return siv.post(address, {**form, "reply": reply}).status_code


def signing(cast: Cast) -> SigningTogether:
    return SigningTogether.objects.get()


@pytest.mark.req("I-4.1c", "I-5.0a")
def test_the_jobseeker_is_known_by_the_own_password_signs_and_hands_back(
    cast: Cast, siv: Client, record: str
) -> None:
    lend(cast, siv)
    assert "Er du Amir Eira?" in words(siv.get(HERE))
    assert siv.post(HERE, {"password": PASSWORD})["Location"] == HERE
    assert "Hvert samtykke står for seg" in words(siv.get(HERE))

    assert sign(siv, "yes") == 302

    said = ConsentStatement.objects.get(person=cast.people["amir"])
    assert (said.answer, said.given, said.identified_by) == ("yes", "specialist_device", "password")
    assert said.device_of == cast.accounts["siv"]
    assert said.text is not None

    siv.post(reverse("signing_done"))
    assert "Gi skjermen tilbake" in words(siv.get(HERE))
    unlocked = siv.post(reverse("signing_unlock"), {"password": PASSWORD})
    assert unlocked["Location"] == reverse("person_consents", args=[cast.people["amir"].public_id])
    page = words(siv.get(unlocked["Location"]))
    assert "undertegnet på jobbspesialistens skjerm (Siv Rønning, passord på nytt)" in page
    assert siv.get(record).status_code == 200


@pytest.mark.req("I-4.1c")
def test_without_a_log_in_the_specialist_vouches_and_that_is_what_is_recorded(
    cast: Cast, siv: Client
) -> None:
    cast.accounts["amir"].is_active = False
    cast.accounts["amir"].save()
    lend(cast, siv, **AGREED)

    wrong = siv.post(HERE, AGREED | {"word": "fjord"})
    assert wrong.status_code == 422
    assert siv.post(HERE, {"birth_day": "14.3.1994", "word": "  FJELLTUR "}).status_code == 302

    sign(siv, "no")
    said = ConsentStatement.objects.get(person=cast.people["amir"])
    assert (said.answer, said.identified_by) == ("no", "vouched")
    assert signing(cast).fingerprint is None, "what was agreed is forgotten"


@pytest.mark.parametrize(
    "address",
    ["today", "caseload", "search", "my_account", "employers", "account_login", "switch_role", "home"],
)
def test_nothing_else_opens_on_the_lent_device(address: str, cast: Cast, siv: Client) -> None:
    lend(cast, siv)

    answer = siv.get(reverse(address))

    assert (answer.status_code, answer["Location"]) == (302, HERE)


def test_the_record_and_its_acts_are_out_of_reach_also_by_the_back_button(
    cast: Cast, siv: Client, record: str
) -> None:
    lend(cast, siv)
    siv.post(HERE, {"password": PASSWORD})
    act = reverse("act", args=[cast.people["amir"].public_id, "record-consent"])

    for answer in (siv.get(record), siv.get(act), siv.post(act, {"nav_contact": "yes", "day": "20.11.2026"})):
        assert answer["Location"] == HERE
    siv.post(reverse("signing_done"))
    assert siv.get(record)["Location"] == HERE, "handed back, it is still locked"
    assert not ConsentStatement.objects.filter(person=cast.people["amir"]).exists()
    assert "no-store" in siv.get(HERE)["Cache-Control"]


def test_the_lent_device_shows_no_menu_and_nobody_else_s_name(cast: Cast, siv: Client) -> None:
    lend(cast, siv)
    siv.post(HERE, {"password": PASSWORD})

    for address in (HERE, NAV):
        page = siv.get(address).content.decode()
        for word in ("Porteføljen", "Arbeidsgivere", "Siv Rønning", cast.people["nora"].name):
            assert word not in page
    assert reverse("account_login") not in page


def test_before_one_is_known_nothing_is_told_and_nothing_signed(cast: Cast, siv: Client) -> None:
    lend(cast, siv)

    assert siv.get(NAV)["Location"] == HERE
    assert siv.post(NAV, {"reply": "yes"})["Location"] == HERE
    assert not ConsentStatement.objects.filter(person=cast.people["amir"]).exists()


def test_the_wrong_person_says_so_and_nothing_is_saved(cast: Cast, siv: Client) -> None:
    lend(cast, siv)

    siv.post(reverse("signing_not_me"))

    assert "Takk for at du sa fra. Ingenting er lagret." in words(siv.get(HERE))
    assert siv.post(HERE, {"password": PASSWORD}).status_code == 200
    assert siv.get(NAV)["Location"] == HERE
    assert signing(cast).close_kind == "not_me"
    assert LogRow.objects.filter(action="signing.ended", area="not_me").count() == 1


def test_who_guesses_is_stopped(cast: Cast, siv: Client) -> None:
    lend(cast, siv, **AGREED)

    for _ in range(MOST_TRIES):
        siv.post(HERE, AGREED | {"word": "gjetning"})

    assert signing(cast).close_kind == "too_many_tries"
    assert "stemte ikke etter flere forsøk" in words(siv.get(HERE))
    siv.post(HERE, AGREED)
    assert siv.get(NAV)["Location"] == HERE


def test_another_s_password_is_not_good_enough(cast: Cast, siv: Client) -> None:
    cast.accounts["amir"].set_password("et helt annet passord")
    cast.accounts["amir"].save()
    lend(cast, siv)

    assert siv.post(HERE, {"password": PASSWORD}).status_code == 422
    assert signing(cast).identified_at is None


def test_when_the_time_is_out_nothing_more_is_signed(
    cast: Cast, siv: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lend(cast, siv)
    siv.post(HERE, {"password": PASSWORD})
    form = dict(HIDDEN.findall(siv.get(NAV).content.decode()))
    later = clock.now() + LASTS + timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert siv.post(NAV, {**form, "reply": "yes"})["Location"] == HERE
    assert "Tiden er ute" in words(siv.get(HERE))
    assert not ConsentStatement.objects.filter(person=cast.people["amir"]).exists()
    assert signing(cast).close_kind == "timed_out"


def test_one_who_stops_following_the_person_meanwhile_signs_nothing_there(cast: Cast, siv: Client) -> None:
    lend(cast, siv)
    siv.post(HERE, {"password": PASSWORD})
    Relation.objects.filter(account=cast.accounts["siv"], person=cast.people["amir"]).update(ended_at=cast.at)

    assert siv.get(NAV).status_code == 403
    assert not ConsentStatement.objects.filter(person=cast.people["amir"]).exists()


def test_only_the_specialist_s_own_password_unlocks(cast: Cast, siv: Client, record: str) -> None:
    lend(cast, siv)
    siv.post(reverse("signing_done"))

    assert siv.post(reverse("signing_unlock"), {"password": "feil passord her"}).status_code == 422
    assert siv.get(record)["Location"] == HERE


def test_logging_out_ends_it_and_a_new_log_in_is_free(cast: Cast, siv: Client, record: str) -> None:
    lend(cast, siv)
    siv.post(reverse("account_logout"))
    assert siv.get(record).status_code == 302

    siv.force_login(cast.accounts["siv"])

    assert siv.get(record).status_code == 200


@pytest.mark.parametrize(
    ("name", "person"), [("odd", "amir"), ("jonas", "amir"), ("hege", "nora"), ("siv", "liv")]
)
def test_others_cannot_make_ready_for_somebody_else_s_jobseeker(
    name: str, person: str, cast: Cast, client_as: As
) -> None:
    page = reverse("sign_together", args=[cast.people[person].public_id])
    other = client_as(name)

    assert other.get(page).status_code in {403, 404}
    assert other.post(page, AGREED).status_code in {403, 404}
    assert not SigningTogether.objects.exists()


def test_the_pages_lead_home_when_nothing_is_to_be_signed(cast: Cast, siv: Client) -> None:
    assert siv.get(HERE)["Location"] == reverse("home")
    assert siv.get(NAV)["Location"] == HERE
    assert siv.post(reverse("signing_unlock"), {"password": PASSWORD})["Location"] == reverse("home")
