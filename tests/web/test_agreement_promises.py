"""Each promise is followed, and what became of it is seen alike by all three parties (A-03, A-05)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.models import (
    AgreedPromise,
    Agreement,
    AgreementNotice,
    AgreementText,
    EmployerMember,
)
from fotfeste.apps.disclosure.models import AgreedTopic
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from tests.promise_people import BUDDY, CHAIR, SECRET, TALKS, lines_of_three, promise, promised, three_promise
from tests.provider_people import browser_of
from tests.web.filling_in import opened, send
from tests.web.pages import read, words
from tests.web.test_agreement_employer import at_another_business, colleague

As = Callable[[str], Client]


def page(cast: Cast) -> str:
    return reverse("agreement_promises", args=[cast.people["nora"].public_id])


def of_employer(row: Agreement) -> str:
    return reverse("employer_agreement", args=[row.public_id])


def nav(cast: Cast, act: str, number: int) -> str:
    address = reverse("act", args=[cast.people["nora"].public_id, f"agreement-{act}"])
    return f"{address}?om={promise(number).public_id.hex}"


def own(act: str, number: int) -> str:
    return f"{reverse('my_act', args=[f'own-agreement-{act}'])}?om={promise(number).public_id.hex}"


def all_three(cast: Cast, client_as: As, row: Agreement) -> tuple[str, str, str]:
    """What the adviser, the jobseeker and the employer read."""
    return (
        read(client_as("hege"), page(cast)),
        read(client_as("nora"), reverse("my_agreement_promises")),
        read(client_as("erik"), of_employer(row)),
    )


@pytest.mark.req("A-03")
@pytest.mark.req("A-05")
def test_all_parties_read_the_same_of_each_promise(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)

    for shown in all_three(cast, client_as, row):
        assert "Ett løfte er for sent." in shown
        listed = shown.partition("Ett løfte er for sent.")[2]
        assert listed.index(f"{BUDDY}-ansvarlig") < listed.index(f"{CHAIR}-ansvarlig")
        assert "Hjelpemidler" in shown
        assert "Hjelpemiddelsentralen" in shown
        assert f"Ansvarlig: {CHAIR}-ansvarlig" in shown
        assert "29. november 2026" in shown


@pytest.mark.req("A-05")
def test_kept_late_and_broken_is_seen_by_all(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)

    assert send(client_as("hege"), nav(cast, "promise-kept", 2), day="22.11.2026").status_code == 302
    broken = {"words": "Jeg orker ikke flere"}
    assert send(client_as("nora"), own("promise-broken", 3), **broken).status_code == 302

    for shown in all_three(cast, client_as, row):
        assert "Holdt for sent" in shown
        assert "1 av 4 løfter med frist er holdt" in shown
        assert "Blir ikke holdt" in shown
        assert "Jeg orker ikke flere" in shown
    kinds = set(Event.objects.filter(person=cast.people["nora"]).values_list("kind", flat=True))
    assert {"agreement.promise-kept", "agreement.promise-broken"} <= kinds


@pytest.mark.req("A-05")
def test_the_employer_says_what_became_of_its_own_and_only_of_what_it_is_told(
    cast: Cast, client_as: As
) -> None:
    row = three_promise(cast)
    erik = client_as("erik")

    def act(slug: str, number: int) -> str:
        address = reverse("employer_act_on_agreement", args=[row.public_id, slug])
        return f"{address}?om={promise(number).public_id.hex}"

    assert act("promise-kept", 2) in erik.get(of_employer(row)).content.decode()
    assert send(erik, act("promise-kept", 1), day="22.11.2026").status_code == 422
    AgreedTopic.objects.filter(topic=Topic.HEALTH).update(answer="not")
    assert SECRET not in words(erik.get(act("application", 5)))
    assert "Løftet er ikke i avtalen." in words(send(erik, act("promise-kept", 5), day="22.11.2026"))
    EmployerMember.objects.update(may_sign=False)
    assert send(erik, act("promise-broken", 2), words="Fadderen sluttet").status_code == 422
    EmployerMember.objects.update(may_sign=True)
    assert send(erik, act("promise-broken", 2), words="Fadderen sluttet").status_code == 302

    for shown in all_three(cast, client_as, row):
        assert "Fadderen sluttet" in shown


@pytest.mark.req("A-05")
def test_what_the_employer_may_not_be_told_any_more_is_no_promise_for_it(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    assert SECRET in read(client_as("erik"), of_employer(row))

    AgreedTopic.objects.filter(topic=Topic.HEALTH).update(answer="not")
    by_nav, by_nora, by_erik = all_three(cast, client_as, row)

    assert SECRET in by_nav
    assert SECRET in by_nora
    assert SECRET not in by_erik


@pytest.mark.req("A-05")
def test_a_notice_of_a_broken_promise_goes_to_the_employer_only_when_it_may_be_told(
    cast: Cast, client_as: As
) -> None:
    three_promise(cast)
    AgreedTopic.objects.filter(topic=Topic.HEALTH).update(answer="not")
    hege = client_as("hege")

    assert send(hege, nav(cast, "promise-broken", 5), words="Gikk ikke").status_code == 302
    told = AgreementNotice.objects.filter(code="promise_broken")
    assert set(told.values_list("party", flat=True)) == {"jobseeker"}
    assert send(hege, nav(cast, "promise-broken", 1), words="Gikk ikke").status_code == 302

    assert set(told.values_list("party", flat=True)) == {"jobseeker", "employer"}


@pytest.mark.req("A-05")
def test_nobody_breaks_the_promise_of_another_or_without_a_reason(cast: Cast, client_as: As) -> None:
    three_promise(cast)
    hege, nora = client_as("hege"), client_as("nora")

    answer = send(hege, nav(cast, "promise-broken", 2), words="De vil ikke")
    assert answer.status_code == 422
    assert "den som ga løftet" in words(answer)
    assert send(hege, nav(cast, "promise-broken", 1), words="  ").status_code == 422
    assert send(nora, own("promise-kept", 1), day="22.11.2026").status_code == 422
    assert send(hege, nav(cast, "promise-kept", 1), day="23.11.2026").status_code == 422
    assert send(hege, nav(cast, "promise-kept", 1), day="1.1.2026").status_code == 422

    assert not AgreedPromise.objects.exclude(kept_on=None, broken_on=None).exists()


@pytest.mark.req("A-03")
def test_the_clock_runs_from_the_application_to_the_answer(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    address = nav(cast, "application", 1)

    assert send(client_as("nora"), own("application", 1), applied_on="6.11.2026").status_code == 302
    for shown in all_three(cast, client_as, row):
        assert "Svaret er for sent ute" in shown
        assert "svar innen 20. november 2026" in shown
    early = send(client_as("hege"), address, applied_on="6.11.2026", answered_on="5.11.2026")
    assert early.status_code == 422
    late = {"applied_on": "6.11.2026", "answered_on": "21.11.2026", "words": "Innvilget"}
    assert send(client_as("hege"), address, **late).status_code == 302

    for shown in all_three(cast, client_as, row):
        assert "Svart på for sent" in shown
        assert "Innvilget" in shown
    assert send(client_as("hege"), nav(cast, "application", 2), applied_on="6.11.2026").status_code == 422


def test_words_of_health_are_read_once_more(cast: Cast, client_as: As) -> None:
    three_promise(cast)
    hege, address = client_as("hege"), nav(cast, "promise-broken", 1)
    said = {"words": "Angsten kom i veien"}

    answer = send(hege, address, **said)

    assert answer.status_code == 422
    assert "Angsten" in words(answer)
    assert send(hege, address, **said, is_approved="on").status_code == 302


def test_somebody_else_saved_first_and_nothing_is_lost(cast: Cast, client_as: As) -> None:
    three_promise(cast)
    hege, address = client_as("hege"), nav(cast, "promise-kept", 1)
    form = opened(hege, address)
    AgreedPromise.objects.update(version=9)

    answer = hege.post(address, {**form, "day": "22.11.2026", "words": "Kom i dag"})

    assert answer.status_code == 409
    assert "Kom i dag" in answer.content.decode()


HOSTILE = ("<script>alert(1)</script>", "\u202egnp.exe", "å" * 4000, "'; DROP TABLE")


def test_hostile_words_and_ids_are_only_words(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    hege, unknown = client_as("hege"), nav(cast, "promise-kept", 1).partition("?")[0]

    assert send(hege, nav(cast, "promise-kept", 1), day="31.12.9999").status_code == 422
    for number, text in enumerate(HOSTILE):
        kept = send(hege, nav(cast, "promise-kept", number + 1), day="22.11.2026", words=text)
        assert kept.status_code == (422 if len(text) > 2000 else 302)
        assert send(hege, f"{unknown}?om={text[:60]}", day="22.11.2026").status_code == 422
    assert "<script>alert" not in client_as("erik").get(of_employer(row)).content.decode()


@pytest.mark.one_database
@pytest.mark.req("A-05")
def test_who_has_no_part_in_it_sees_no_promise(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    of_program = f"/api/v1/employer/agreements/{row.public_id}/promises"

    for who in ("siv", "odd", "berit", "mette", "guro", "tom", "arne"):
        for address in (page(cast), nav(cast, "promise-kept", 1), of_employer(row), of_program):
            assert client_as(who).get(address).status_code in (401, 403, 404), (who, address)
    assert client_as("erik").get(page(cast)).status_code == 403
    for outside in (at_another_business(cast), colleague(cast)):
        assert browser_of(outside).get(of_employer(row)).status_code == 404


@pytest.mark.req("A-05")
def test_a_moved_deadline_shows_the_first_one(cast: Cast, client_as: As) -> None:
    row = three_promise(cast)
    AgreedPromise.objects.filter(pk=promise(2).pk).update(deadline=cast.on + timedelta(days=5))

    for shown in all_three(cast, client_as, row):
        assert "flyttet, først 21. november 2026" in shown
        assert "for sent" not in shown.lower()


@pytest.mark.req("A-05")
def test_a_broken_promise_with_another_deadline_that_is_signed_is_open_again(
    cast: Cast, client_as: As
) -> None:
    row = three_promise(cast)
    assert send(client_as("nora"), own("promise-broken", 3), words="Rekker det ikke").status_code == 302
    later = [
        replace(line, deadline=cast.on + timedelta(days=60)) if line.text == TALKS else line
        for line in lines_of_three(cast)
    ]
    AgreementText.objects.update(replaced_at=cast.at)
    promised(cast, row, later)

    kept = promise(3)
    assert (kept.broken_on, kept.first_deadline) == (None, cast.on + timedelta(days=30))
    assert promise(2).deadline == cast.on - timedelta(days=1)
