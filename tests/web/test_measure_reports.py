"""The provider's reports: the guide writes, NAV and the person read, what is missing rises (§ 4-5)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import MeasureReport, Participation
from fotfeste.cli.cast import Cast
from tests.measure_people import guided, taking_part
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
WORDS = "Nora har vært på tre intervjuer"
ASSESSMENT = {"kind": "assessment", "words": WORDS}
FINAL = {"kind": "final", "words": "Vi er ferdige", "work_status": "I fast jobb fra 1. desember"}


@pytest.fixture
def row(cast: Cast) -> Participation:
    """Nora has taken part at Brobygger since August, and Guro is her guide."""
    guided(cast, "nora", "guro")
    return taking_part(cast, "nora", since=date(2026, 8, 1), until=date(2027, 1, 31))


def act(cast: Cast, person: str = "nora") -> str:
    return reverse("act", args=[cast.people[person].public_id, "measure-report"])


def page(client: Client, cast: Cast) -> str:
    return words(client.get(reverse("measure_reports", args=[cast.people["nora"].public_id])))


@pytest.mark.req("F-05", "F-13")
def test_a_late_assessment_stands_on_the_lists_of_guide_and_nav_until_it_is_written(
    row: Participation, cast: Cast, client_as: As
) -> None:
    guro, hege, mine = client_as("guro"), client_as("hege"), reverse("measure_to_report")
    late = "Den skriftlige vurderingen skulle vært her 1."
    assert late in words(guro.get(mine))
    assert late in words(hege.get(reverse("measure_cases")))
    assert late in page(hege, cast)

    assert send(guro, act(cast), **ASSESSMENT).status_code == 302

    assert late not in words(guro.get(mine))
    assert late not in words(hege.get(reverse("measure_cases")))
    assert "Neste vurdering innen 22." in page(guro, cast)
    for client in (hege, guro):
        assert WORDS in page(client, cast)
    assert WORDS in words(client_as("nora").get(reverse("my_measure_reports")))
    assert WORDS.encode() not in bytes(MeasureReport.objects.get().sealed_words)


def test_the_final_report_says_where_the_person_stands_and_is_missed_the_day_after(
    row: Participation, cast: Cast, client_as: As
) -> None:
    guro, hege = client_as("guro"), client_as("hege")
    row.last_day = cast.on - timedelta(days=1)
    row.save()
    assert "Sluttrapporten mangler" in words(hege.get(reverse("measure_cases")))

    empty = send(guro, act(cast), **{**FINAL, "work_status": " "})
    assert empty.status_code == 422
    assert "Vi er ferdige" in words(empty)
    assert send(guro, act(cast), **FINAL).status_code == 302

    shown = page(hege, cast)
    assert "Sluttrapporten mangler" not in shown
    assert "Sluttrapporten kom" in shown, "a day late, and it says so"
    assert "I fast jobb fra 1. desember" in shown
    assert send(guro, act(cast), **FINAL).status_code == 422, "there is one already"
    assert MeasureReport.objects.count() == 1


@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "arne", "erik", "amir"])
def test_nobody_else_reads_or_writes_a_report(
    row: Participation, cast: Cast, client_as: As, name: str
) -> None:
    send(client_as("guro"), act(cast), **ASSESSMENT)
    client = client_as(name)

    answer = client.get(reverse("measure_reports", args=[cast.people["nora"].public_id]))

    assert answer.status_code in {403, 404}
    assert WORDS not in words(answer)  # type: ignore[arg-type]  # Django's test response
    assert client.get(act(cast)).status_code in {403, 404}
    assert client.get(reverse("measure_to_report")).status_code in {403, 404}


@pytest.mark.parametrize("name", ["hege", "nora"])
def test_those_who_read_do_not_write(row: Participation, cast: Cast, client_as: As, name: str) -> None:
    assert client_as(name).post(act(cast), ASSESSMENT).status_code in {403, 404}
    assert not MeasureReport.objects.exists()


def test_a_guide_sees_nothing_of_another_provider_and_writes_nothing_there(
    row: Participation, cast: Cast, client_as: As
) -> None:
    send(client_as("guro"), act(cast), **ASSESSMENT)
    Participation.objects.update(provider=cast.units["ips_helgeland"])
    guro = client_as("guro")

    assert WORDS not in page(guro, cast)
    assert "Nora Lunde" not in words(guro.get(reverse("measure_to_report")))
    refused = send(guro, act(cast), **ASSESSMENT)
    assert refused.status_code == 422
    assert "har ikke begynt hos dere" in words(refused)


def test_nothing_is_written_before_it_has_begun(row: Participation, cast: Cast, client_as: As) -> None:
    Participation.objects.update(first_start=None)
    guro = client_as("guro")

    assert "ikke bekreftet" in words(guro.get(reverse("measure_to_report")))
    assert send(guro, act(cast), **ASSESSMENT).status_code == 422


def test_sent_twice_it_is_one_and_hostile_words_stay_words(
    row: Participation, cast: Cast, client_as: As
) -> None:
    guro, hostile = client_as("guro"), "<script>alert(1)</script> \u202e 🙂"
    hidden = opened(guro, act(cast))
    typed = {**hidden, **ASSESSMENT, "words": hostile}

    assert [guro.post(act(cast), typed).status_code for _ in range(2)] == [302, 302]
    assert MeasureReport.objects.count() == 1
    assert "<script>alert" not in page(client_as("hege"), cast)
    assert send(guro, act(cast), kind="assessment", words="x" * 5000).status_code == 422


def test_the_pages_ask_few_questions(
    row: Participation, cast: Cast, client_as: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    guro = client_as("guro")
    open_case(
        cast.people["sofie"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )

    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]  # a context manager
        page(guro, cast)
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]  # as above
        guro.get(reverse("measure_to_report"))
    hege = client_as("hege")
    with django_assert_max_num_queries(26):  # type: ignore[attr-defined]  # as above
        hege.get(reverse("measure_cases"))
