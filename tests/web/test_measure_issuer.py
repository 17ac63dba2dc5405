"""Whoever issues the sick note is told: letter, sent day, overdue until done, a changed issuer (F-14)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import (
    AssessmentWeighed,
    IssuerNotice,
    MeasureCase,
    MeasureDecision,
    SickNoteIssuer,
)
from fotfeste.cli.cast import Cast
from tests.measure_people import guided
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
ON = "22.11.2026"
LEGE = {"is_sick_listed": "yes", "name": "Lege Lie", "where": "Legehuset i Bodø", "from_day": "01.11.2026"}


@pytest.fixture
def case(cast: Cast) -> MeasureCase:
    """NAV Bodø answers for Nora's measure; she was sick-listed on 2 November and enrolled two days ago."""
    row = open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    row.sick_listed_from = date(2026, 11, 2)
    row.save()
    return row


def enrolled(case: MeasureCase, cast: Cast, on: date) -> None:
    MeasureDecision.objects.create(
        person=case.person,
        case=case,
        kind="grant",
        measure=case.measure,
        decided_on=on,
        decided_by=cast.accounts["hege"],
    )


def offered(case: MeasureCase, cast: Cast, on: date) -> None:
    AssessmentWeighed.objects.create(
        person=case.person,
        case=case,
        weighed="needed_first",
        is_together=True,
        written_on=on,
        written_by=cast.accounts["hege"],
    )


def act(cast: Cast, slug: str, about: str = "") -> str:
    address = reverse("act", args=[cast.people["nora"].public_id, slug])
    return f"{address}?om={about}" if about else address


def done(client: Client, cast: Cast, slug: str, about: str = "", **typed: str) -> None:
    answer = send(client, act(cast, slug, about), **typed)
    assert answer.status_code == 302, words(answer)


def page(client: Client, cast: Cast) -> str:
    return words(client.get(reverse("measure_issuer", args=[cast.people["nora"].public_id])))


@pytest.mark.req("F-14")
def test_the_letter_is_made_sent_and_nothing_is_left(case: MeasureCase, cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    enrolled(case, cast, cast.on - timedelta(days=2))
    assert "Det er ikke ført hvem som sykmelder nå" in page(hege, cast)
    done(hege, cast, "measure-issuer", **LEGE)
    assert "Si fra til sykmelder om påmeldingen innen 27." in page(hege, cast)

    done(hege, cast, "measure-issuer-letter", event="enrolment")
    letter = IssuerNotice.objects.get()
    assert "Si fra til sykmelder" in page(hege, cast), "a letter that has not gone tells nobody"
    nora = case.person.public_id
    said = words(hege.get(reverse("measure_issuer_letter", args=[nora, letter.public_id])))
    for part in ("Lege Lie, Legehuset i Bodø", "Nora Lunde", "meldt på tiltaket Oppfølging", "Hege Dahl"):
        assert part in said
    done(hege, cast, "measure-issuer-sent", letter.public_id.hex, sent_on=ON)

    letter.refresh_from_db()
    assert letter.sent_on == cast.on
    assert "Ingenting gjenstår." in page(hege, cast)
    assert b"Lie" not in bytes(SickNoteIssuer.objects.get().sealed_name)


@pytest.mark.req("F-14")
def test_the_letter_says_nothing_of_health_need_or_job(case: MeasureCase, cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    offered(case, cast, cast.on)
    done(hege, cast, "measure-issuer", **LEGE)
    done(hege, cast, "measure-issuer-letter", "assessment", event="assessment")

    said = IssuerNotice.objects.get().opened("sealed_words", key_of(cast))
    assert "tilbud om et avklaringstiltak" in said
    assert "Oppfølging" not in said
    assert "+4790000000" not in said


def key_of(cast: Cast):  # type: ignore[no-untyped-def]  # a sealing key
    from fotfeste.apps.vault.keys import keys_of

    person = cast.people["nora"]
    return keys_of([(person.pk, person.public_id)])[person.pk]


@pytest.mark.req("F-14")
def test_a_week_later_it_is_overdue_on_the_offices_list_until_it_has_gone(
    case: MeasureCase, cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    enrolled(case, cast, cast.on - timedelta(days=8))
    done(hege, cast, "measure-issuer", **LEGE)

    listed = words(hege.get(reverse("measure_cases")))
    assert "Sykmelder skulle fått beskjed innen 21." in listed
    assert "over fristen" in listed
    whole = words(hege.get(reverse("measure_case", args=[case.person.public_id])))
    assert "Sykmelder skulle fått beskjed" in whole
    done(hege, cast, "measure-issuer-letter", event="enrolment")
    done(hege, cast, "measure-issuer-sent", IssuerNotice.objects.get().public_id.hex, sent_on=ON)
    assert "Sykmelder skulle" not in words(hege.get(reverse("measure_cases")))


@pytest.mark.req("F-14")
def test_a_new_issuer_is_told_too_and_the_old_letter_stays(
    case: MeasureCase, cast: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    enrolled(case, cast, date(2026, 11, 3))
    done(hege, cast, "measure-issuer", **LEGE)
    done(hege, cast, "measure-issuer-letter", event="enrolment")
    done(hege, cast, "measure-issuer-sent", IssuerNotice.objects.get().public_id.hex, sent_on=ON)
    again = send(hege, act(cast, "measure-issuer"), **{**LEGE, "from_day": "20.11.2026"})
    assert again.status_code == 422, "the same issuer is no new one"

    done(hege, cast, "measure-issuer", **{**LEGE, "name": "Lege Ny", "from_day": "20.11.2026"})

    shown = page(hege, cast)
    assert "Si fra til sykmelder om påmeldingen innen 27." in shown, "counted from the change"
    assert "Lege Lie" in shown
    assert "Lege Ny" in shown
    done(hege, cast, "measure-issuer", is_sick_listed="no", from_day=ON)
    assert "Personen er ikke ført som sykmeldt." in page(hege, cast)


@pytest.mark.req("F-14")
def test_the_person_reads_all_of_it_and_changes_nothing(case: MeasureCase, cast: Cast, client_as: As) -> None:
    hege, nora = client_as("hege"), client_as("nora")
    enrolled(case, cast, cast.on)
    done(hege, cast, "measure-issuer", **LEGE)
    done(hege, cast, "measure-issuer-letter", event="enrolment")

    shown = words(nora.get(reverse("my_measure_issuer")))
    assert "Lege Lie" in shown
    assert "Før opp dagen" not in shown
    mine = reverse("my_measure_issuer_letter", args=[IssuerNotice.objects.get().public_id])
    assert "meldt på tiltaket" in words(nora.get(mine))
    assert nora.get(act(cast, "measure-issuer")).status_code in {403, 404}


@pytest.mark.req("F-14")
@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "arne", "guro", "erik", "amir"])
def test_nobody_else_sees_who_issues_the_sick_note(
    case: MeasureCase, cast: Cast, client_as: As, name: str
) -> None:
    guided(cast, "nora", "guro")
    done(client_as("hege"), cast, "measure-issuer", **LEGE)
    client = client_as(name)

    for address in ("measure_issuer",):
        answer = client.get(reverse(address, args=[case.person.public_id]))
        assert answer.status_code in {403, 404}
        assert "Lege Lie" not in words(answer)  # type: ignore[arg-type]  # Django's test response
    assert client.post(act(cast, "measure-issuer"), LEGE).status_code in {403, 404}


@pytest.mark.parametrize("day", ["31.12.9999", "01.01.1900", "23.11.2026", "29.02.2026", "i går"])
def test_odd_days_are_refused(case: MeasureCase, cast: Cast, client_as: As, day: str) -> None:
    hege = client_as("hege")
    assert send(hege, act(cast, "measure-issuer"), **{**LEGE, "from_day": day}).status_code == 422
    assert not SickNoteIssuer.objects.exists()
    enrolled(case, cast, cast.on)
    done(hege, cast, "measure-issuer", **LEGE)
    done(hege, cast, "measure-issuer-letter", event="enrolment")
    letter = IssuerNotice.objects.get().public_id.hex
    assert send(hege, act(cast, "measure-issuer-sent", letter), sent_on=day).status_code == 422
    for nothing in ("f" * 32, "x", "' or 1=1", ""):
        assert send(hege, act(cast, "measure-issuer-sent", nothing), sent_on=ON).status_code == 422


def test_a_letter_asked_for_twice_is_one(case: MeasureCase, cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    enrolled(case, cast, cast.on)
    none = send(hege, act(cast, "measure-issuer-letter"), event="enrolment")
    assert none.status_code == 422, "nobody knows to whom"
    done(hege, cast, "measure-issuer", **LEGE)
    hidden = opened(hege, act(cast, "measure-issuer-letter"))

    answers = [
        hege.post(act(cast, "measure-issuer-letter"), {**hidden, "event": "enrolment"}) for _ in range(2)
    ]

    assert [each.status_code for each in answers] == [302, 302]
    assert IssuerNotice.objects.count() == 1
    assert send(hege, act(cast, "measure-issuer-letter"), event="enrolment").status_code == 422
    assert send(hege, act(cast, "measure-issuer"), is_sick_listed="yes", from_day=ON).status_code == 422


def test_the_page_and_the_list_ask_few_questions(
    case: MeasureCase, cast: Cast, client_as: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    hege = client_as("hege")
    enrolled(case, cast, cast.on)
    done(hege, cast, "measure-issuer", **LEGE)

    with django_assert_max_num_queries(24):  # type: ignore[attr-defined]  # a context manager
        page(hege, cast)
    with django_assert_max_num_queries(24):  # type: ignore[attr-defined]  # as above
        hege.get(reverse("measure_cases"))
