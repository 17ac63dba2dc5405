"""Questions to the contact person, their time to answer, and regular contact with its gaps (A-07)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.contacts import log_contact
from fotfeste.apps.agreements.models import AgreementNotice, AgreementQuestion, RegularContact
from fotfeste.apps.agreements.promises_kept import Words
from fotfeste.apps.agreements.questions import answer
from fotfeste.cli.cast import Cast
from fotfeste.domain.agreements.parties import OUTSIDE
from fotfeste.domain.verdict import Refused
from tests.agreement_people import agreement_for, by_nav
from tests.promise_people import CALLS, three_promise
from tests.provider_people import browser_of
from tests.web.filling_in import send
from tests.web.pages import read, words
from tests.web.test_agreement_employer import at_another_business

As = Callable[[str], Client]


def of(cast: Cast, page: str) -> str:
    return reverse(page, args=[cast.people["nora"].public_id])


def answering(cast: Cast, row: AgreementQuestion) -> str:
    address = reverse("act", args=[cast.people["nora"].public_id, "agreement-answer"])
    return f"{address}?om={row.public_id.hex}"


@pytest.mark.req("A-07")
def test_each_asks_for_itself_and_the_answer_is_held_against_the_limit(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    hege, nora, erik = (client_as(who) for who in ("hege", "nora", "erik"))
    ask = reverse("employer_act_on_agreement", args=[row.public_id, "ask"])
    of_erik = reverse("employer_agreement", args=[row.public_id])

    assert (
        send(nora, reverse("my_act", args=["own-agreement-ask"]), question="Mister jeg AAP?").status_code
        == 302
    )
    assert send(erik, ask, question="Hvem betaler stolen?").status_code == 302

    asked_by_nora, asked_by_erik = AgreementQuestion.objects.order_by("pk")
    assert asked_by_nora.answer_by == cast.on + timedelta(days=3)
    assert "Mister jeg AAP?" in read(nora, reverse("my_agreement_questions"))
    assert "Hvem betaler stolen?" not in read(nora, reverse("my_agreement_questions"))
    assert "Hvem betaler stolen?" in read(erik, of_erik)
    assert "Mister jeg AAP?" not in read(erik, of_erik)
    by_nav = read(hege, of(cast, "agreement_questions"))
    assert "Mister jeg AAP?" in by_nav
    assert "Hvem betaler stolen?" in by_nav

    assert send(hege, answering(cast, asked_by_nora), answer="Nei").status_code == 302
    AgreementQuestion.objects.filter(pk=asked_by_erik.pk).update(
        asked_at=cast.at - timedelta(days=9), answer_by=cast.on - timedelta(days=6)
    )
    assert "Svaret er for sent ute" in read(erik, of_erik)
    assert send(hege, answering(cast, asked_by_erik), answer="NAV betaler").status_code == 302

    told = AgreementNotice.objects.exclude(party="nav").values_list("code", "account__username")
    assert set(told) == {("question_answered", "nora"), ("question_answered", "erik")}
    assert AgreementNotice.objects.filter(party="nav", code="question_asked").count() == 2
    assert "svart samme dag" in read(nora, reverse("my_agreement_questions"))
    assert "NAV betaler" in read(erik, of_erik)
    assert "Svart på for sent" in read(erik, of_erik)
    assert "svart på 9 dager" in read(erik, of_erik)
    again = send(hege, answering(cast, asked_by_erik), answer="Nei")
    assert again.status_code == 422
    assert "besvart" in words(again)


@pytest.mark.req("A-07")
def test_words_of_health_to_an_employer_are_read_once_more(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    hege = client_as("hege")
    ask = reverse("employer_act_on_agreement", args=[row.public_id, "ask"])
    assert send(client_as("erik"), ask, question="Hvorfor så ofte fri?").status_code == 302
    said = {"answer": "Det er angsten"}
    asked = AgreementQuestion.objects.get()

    assert send(hege, answering(cast, asked), **said).status_code == 422
    assert send(hege, answering(cast, asked), **said, is_approved="on").status_code == 302


@pytest.mark.one_database
@pytest.mark.req("A-07")
def test_nobody_else_reads_or_asks(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    ask = reverse("employer_act_on_agreement", args=[row.public_id, "ask"])

    for who in ("siv", "odd", "berit", "mette", "guro", "tom", "erik", "arne"):
        for page in ("agreement_questions", "agreement_contacts"):
            assert client_as(who).get(of(cast, page)).status_code in (403, 404), (who, page)
        if who != "erik":
            assert client_as(who).get(ask).status_code in (403, 404), who
    assert browser_of(at_another_business(cast)).get(ask).status_code == 404
    assert client_as("hege").get(reverse("my_agreement_questions")).status_code == 403
    unknown = reverse("act", args=[cast.people["nora"].public_id, "agreement-answer"])
    for about in ("", "?om=\u202e", "?om=00000000000000000000000000000001"):
        assert send(client_as("hege"), unknown + about, answer="Ja").status_code == 422


@pytest.mark.req("A-07")
def test_contact_is_held_against_the_promised_rhythm_and_gaps_are_seen_by_all(
    cast: Cast, client_as: As
) -> None:
    row = three_promise(cast)
    hege, nora, erik = (client_as(who) for who in ("hege", "nora", "erik"))
    log = reverse("act", args=[cast.people["nora"].public_id, "agreement-log-contact"])
    pages = (
        (hege, of(cast, "agreement_contacts")),
        (nora, reverse("my_agreement_contacts")),
        (erik, reverse("employer_agreement", args=[row.public_id])),
    )
    for client, page in pages:
        shown = read(client, page)
        assert CALLS in shown
        assert "Neste skulle vært innen 19. november 2026." in shown

    said = {"with_party": "both", "day": "21.11.2026", "words": "Om pauser"}
    assert send(hege, log, **said).status_code == 302

    assert RegularContact.objects.count() == 2
    for client, page in pages:
        shown = read(client, page)
        assert "kontakt mangler" not in shown
        assert "innen 19. november 2026, kom 21. november 2026" in shown
        assert "Neste innen 28. november 2026." in shown
        assert ("Om pauser" in shown) is (client is not erik)
    assert send(hege, log, with_party="jobseeker", day="23.11.2026").status_code == 422
    assert "Jobbsøkeren: " not in read(erik, pages[2][1]).partition("Kontakt som er ført")[2]


def test_nothing_is_answered_that_nobody_asked_and_no_contact_had_with_an_employer_there_is_not(
    cast: Cast,
) -> None:
    agreement_for(cast, "nora")

    with pytest.raises(Refused, match=r"question.none-such"), by_nav(cast) as deed:
        answer(deed, "ikke en id", Words("Ja"))
    with pytest.raises(Refused, match=r"regular-contact.no-employer"), by_nav(cast) as deed:
        log_contact(deed, OUTSIDE, had_on=cast.on, words="")
    assert not RegularContact.objects.exists()
