"""The jobseeker reads, signs and withdraws: each consent on a page of its own, as easily out as in."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement, ConsentText
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.consent_openings import SIGNED
from fotfeste.domain.permissions import ConsentScope
from fotfeste.parameters.consent_texts import consent_text, digest_of
from fotfeste.parameters.texts import LANGUAGES
from tests.people import ON
from tests.web.pages import read, words

As = Callable[[str], Client]
NAV, IPS, HEALTH = "kontakt-med-nav", "delta-i-ips", "helsetjenesten"
HIDDEN = re.compile(r'<input type="hidden" name="(form_key|digest|state)" value="([^"]*)">')


def page_of(name: str) -> str:
    return reverse("mine_consent", args=[name])


def opened(client: Client, name: str) -> dict[str, str]:
    """What the page's form carries along."""
    return dict(HIDDEN.findall(client.get(page_of(name)).content.decode()))


def answer(client: Client, name: str, reply: str) -> int:
    return client.post(page_of(name), {**opened(client, name), "reply": reply}).status_code


def in_force(cast: Cast, person: str, scope: ConsentScope) -> ConsentStatement:
    return ConsentStatement.objects.get(person=cast.people[person], scope=scope, ended_at=None)


@pytest.mark.req("I-4.1c")
def test_three_consents_stand_each_for_themselves_and_none_is_answered_beforehand(
    cast: Cast, client_as: As
) -> None:
    amir = client_as("amir")
    listed = read(amir, reverse("mine_consents"))

    for scope, name in zip(SIGNED, (IPS, NAV, HEALTH), strict=True):
        text = consent_text(scope, "nb", on=ON)
        page = amir.get(page_of(name))
        assert f"{text.title} Ikke besvart ennå" in listed
        for section in text.sections:
            assert all(each in words(page) for each in section.paragraphs)
        assert b"checked" not in page.content
        assert page.content.count(b'name="reply"') == 3
        assert len(re.findall(r'data-variant="primary"', page.content.decode().split("<main")[1])) == 0


@pytest.mark.req("I-4.1c", "I-5.0a")
def test_a_yes_opens_for_the_adviser_at_once_and_keeps_what_was_read(cast: Cast, client_as: As) -> None:
    amir, record = client_as("amir"), reverse("person", args=[cast.people["amir"].public_id])
    tom = client_as("tom")
    assert tom.get(record).status_code == 404

    assert answer(amir, NAV, "yes") == 302

    assert tom.get(record).status_code == 200
    said = in_force(cast, "amir", ConsentScope.NAV_CONTACT)
    assert (said.answer, said.given, said.identified_by, said.stated_on) == (
        "yes",
        "own_login",
        "log_in",
        ON,
    )
    kept = said.text
    assert kept is not None
    shown = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    assert (kept.version, kept.language, kept.digest) == ("2026-11-22", "nb", shown.digest)
    assert digest_of(kept.body) == kept.digest, "word for word"


@pytest.mark.req("I-4.1c", "I-5.0a")
def test_withdrawing_takes_one_touch_on_the_same_page_and_closes_at_the_next_request(
    cast: Cast, client_as: As
) -> None:
    nora, hege = client_as("nora"), client_as("hege")
    record = reverse("person", args=[cast.people["nora"].public_id])
    assert answer(nora, NAV, "yes") == 302
    assert hege.get(record).status_code == 200
    page = nora.get(page_of(NAV)).content.decode()
    assert re.findall(r'name="reply" value="(\w+)"', page) == ["withdraw"]

    assert answer(nora, NAV, "withdraw") == 302

    assert hege.get(record).status_code == 403
    assert "Trukket 22. november 2026" in read(nora, page_of(NAV))
    assert "Kontakt med NAV: Ja trukket" in read(nora, reverse("mine_consents"))
    assert "Følgene" not in read(nora, reverse("mine_consents"))
    assert AgendaLine.objects.filter(
        person=cast.people["nora"], code="consent.talk-about-consequences"
    ).exists()


def test_a_yes_told_to_the_specialist_can_be_signed_or_withdrawn(cast: Cast, client_as: As) -> None:
    page = read(client_as("nora"), page_of(NAV))

    assert "Det er ført at du sa ja 2. november 2026" in page
    assert "Ja, jeg undertegner" in page
    assert "Trekk samtykket" in page


@pytest.mark.req("I-4.1c")
def test_what_a_list_told_leads_into_the_same_page_and_is_replaced_by_what_is_signed(
    cast: Cast, client_as: As
) -> None:
    brought = ConsentStatement.objects.create(
        person=cast.people["amir"],
        scope="nav_contact",
        answer="yes",
        stated_on=ON,
        is_brought_in=True,
        given="brought_in",
    )
    amir, tom = client_as("amir"), client_as("tom")
    record = reverse("person", args=[cast.people["amir"].public_id])
    assert "En liste sier ja. Det gjelder ikke før du har svart." in read(amir, page_of(NAV))
    assert tom.get(record).status_code == 404

    answer(amir, NAV, "yes")

    brought.refresh_from_db()
    assert brought.end_kind == "replaced"
    assert tom.get(record).status_code == 200


def test_not_now_is_no_answer_and_opens_nothing(cast: Cast, client_as: As) -> None:
    amir = client_as("amir")

    assert answer(amir, NAV, "not_now") == 302

    assert in_force(cast, "amir", ConsentScope.NAV_CONTACT).answer == "unclear"
    record = reverse("person", args=[cast.people["amir"].public_id])
    assert client_as("tom").get(record).status_code == 404
    assert not Errand.objects.filter(kind="consent.document").exists(), "nothing is signed"


def test_a_text_that_changed_while_it_was_read_is_not_signed(cast: Cast, client_as: As) -> None:
    amir = client_as("amir")
    form = opened(amir, NAV)

    sent = amir.post(page_of(NAV), {**form, "digest": "0" * 64, "reply": "yes"})

    assert sent.status_code == 409
    assert "Noe er endret siden du åpnet siden" in words(sent)
    assert not ConsentStatement.objects.filter(person=cast.people["amir"]).exists()


def test_an_answer_that_came_meanwhile_is_shown_first(cast: Cast, client_as: As) -> None:
    amir = client_as("amir")
    form = opened(amir, NAV)
    assert answer(amir, NAV, "no") == 302

    assert amir.post(page_of(NAV), {**form, "reply": "yes"}).status_code == 409
    assert in_force(cast, "amir", ConsentScope.NAV_CONTACT).answer == "no"


def test_a_withdrawal_never_waits_for_a_page_that_is_old(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    form = opened(nora, NAV)
    answer(nora, NAV, "yes")

    sent = nora.post(page_of(NAV), {**form, "digest": "0" * 64, "reply": "withdraw"})

    assert sent.status_code == 302
    assert in_force(cast, "nora", ConsentScope.NAV_CONTACT).answer == "no"


def test_sent_twice_it_is_signed_once(cast: Cast, client_as: As) -> None:
    amir = client_as("amir")
    form = {**opened(amir, NAV), "reply": "yes"}

    assert [amir.post(page_of(NAV), form).status_code for _ in range(2)] == [302, 302]
    assert answer(amir, NAV, "yes") == 302

    assert ConsentStatement.objects.filter(person=cast.people["amir"]).count() == 1
    assert ConsentText.objects.count() == 1
    assert Errand.objects.filter(kind="consent.document").count() == 1


@pytest.mark.parametrize("reply", ["", "maybe", "<script>"])
def test_what_is_no_answer_saves_nothing(reply: str, cast: Cast, client_as: As) -> None:
    amir = client_as("amir")

    assert answer(amir, NAV, reply) == 422
    assert not ConsentStatement.objects.filter(person=cast.people["amir"]).exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_and_signed_in_the_reader_s_language(language: str, cast: Cast, client_as: As) -> None:
    cast.accounts["amir"].language = language
    cast.accounts["amir"].save()
    amir = client_as("amir")
    amir.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = read(amir, page_of(HEALTH))
    answer(amir, HEALTH, "yes")

    text = consent_text(ConsentScope.HEALTH_RELEASE, language, on=ON)
    assert text.question in page
    said = in_force(cast, "amir", ConsentScope.HEALTH_RELEASE)
    assert said.text is not None
    assert (said.text.language, said.text.digest) == (language, text.digest)


def test_it_stands_on_the_timeline_and_in_the_log_as_one_s_own(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    answer(nora, NAV, "yes")
    answer(nora, NAV, "withdraw")

    kinds = Event.objects.filter(person=cast.people["nora"], kind__startswith="consent.")
    assert list(kinds.order_by("pk").values_list("kind", flat=True)) == [
        "consent.signed",
        "consent.withdrawn",
    ]
    acts = LogRow.objects.filter(subject=cast.people["nora"].log_id, actor=cast.accounts["nora"].public_id)
    assert list(acts.filter(action__startswith="consent.").values_list("action", flat=True)) == [
        "consent.signed",
        "consent.withdrawn",
        "consent.signed",
    ]


@pytest.mark.parametrize("name", ["siv", "hege", "mette", "arne", "berit"])
def test_the_pages_are_the_jobseeker_s_alone(name: str, cast: Cast, client_as: As) -> None:
    assert client_as(name).get(reverse("mine_consents")).status_code == 403
    assert client_as(name).get(page_of(NAV)).status_code == 403


def test_there_is_no_other_consent_to_sign(cast: Cast, client_as: As) -> None:
    assert client_as("nora").get(page_of("next-of-kin")).status_code == 404


def test_the_agenda_asks_no_more_for_what_is_signed(cast: Cast, client_as: As) -> None:
    amir = client_as("amir")
    for name in (IPS, NAV, HEALTH):
        answer(amir, name, "yes")

    codes = AgendaLine.objects.filter(person=cast.people["amir"]).values_list("code", flat=True)
    assert "consent.ask" not in codes
    assert date(2026, 11, 22) == in_force(cast, "amir", ConsentScope.IPS_PARTICIPATION).stated_on
