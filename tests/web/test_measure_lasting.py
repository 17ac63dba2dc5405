"""NAV decides how long a measure lasts, each refusal with its day, condition and source (F-12)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.measures.models import Interruption, MeasureDecision, NeedTalk, Participation
from fotfeste.apps.people.models import OfficeInCharge, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.web.filling_in import opened, send, words
from tests.web.measure_taking_part import taking_part

As = Callable[[str], Client]
TODAY = "22.11.2026"
SAID = {"reasons": "Trenger mer tid <b>", "told_on": TODAY}


def act(row: Participation, slug: str) -> str:
    return reverse("act", args=[row.person.public_id, slug]) + f"?om={row.public_id.hex}"


def said(client: Client, row: Participation, slug: str, **typed: Any) -> str:
    answer = send(client, act(row, slug), **{**SAID, **typed})
    assert answer.status_code == 422, words(answer)
    return words(answer).replace("\xa0", " ")


def done(client: Client, row: Participation, slug: str, **typed: Any) -> None:
    answer = send(client, act(row, slug), **{**SAID, **typed})
    assert answer.status_code == 302, words(answer)
    row.refresh_from_db()


def page(client: Client, row: Participation) -> str:
    return words(client.get(reverse("measure_duration", args=[row.person.public_id]))).replace("\xa0", " ")


@pytest.mark.req("F-12", "F-02")
def test_an_extension_is_a_decision_with_a_reason_a_letter_and_a_day_to_complain(
    client_as: As, cast: Cast
) -> None:
    row, hege = taking_part(cast), client_as("hege")
    done(hege, row, "measure-extend", day="31.08.2027")

    decision = MeasureDecision.objects.get()
    assert row.last_day == date(2027, 8, 31)
    assert (decision.kind, decision.first_day, decision.last_day, decision.decided_by) == (
        "extension",
        date(2027, 3, 1),
        date(2027, 8, 31),
        cast.accounts["hege"],
    )
    assert (decision.told_on, decision.complain_by) == (date(2026, 11, 22), date(2027, 1, 4))
    assert "FOR-2015-12-11-1598 §4-4" in decision.rules
    letter = words(client_as("nora").get(reverse("my_measure_letter", args=[decision.public_id])))
    for told in ("Forlengelse", "Trenger mer tid &lt;b&gt;", "Hege Dahl", "4.\u00a0januar"):
        assert told in letter
    assert "til og med 31. august 2027" in page(hege, row)


@pytest.mark.req("F-12")
def test_a_day_too_late_is_refused_with_the_latest_day_the_missing_condition_and_the_source(
    client_as: As, cast: Cast
) -> None:
    row = taking_part(cast)
    told = said(client_as("hege"), row, "measure-extend", day="01.09.2027")

    for part in ("31. august 2027", "31. august 2029", "FOR-2015-12-11-1598", "Trenger mer tid"):
        assert part in told
    row.refresh_from_db()
    assert (row.last_day, MeasureDecision.objects.count()) == (date(2027, 2, 28), 0)


@pytest.mark.req("F-12")
def test_the_whole_ladder_rung_by_rung_and_not_a_day_beyond_any(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    done(hege, row, "measure-extend", day="31.08.2027")
    assert "31. august 2027" in said(hege, row, "measure-extend", day="01.09.2027")
    talked = {"talked_on": TODAY, "born_on": "01.03.1990", "chances": "Gode", "need": "Stort"}
    known = {"needs_more_help": "yes", "reduced_capacity": "yes", "in_treatment": "no", "transition": "none"}
    need = reverse("act", args=[row.person.public_id, "measure-need"])
    assert send(client_as("hege"), need, **talked, **known).status_code == 302
    done(hege, row, "measure-extend", day="31.08.2029")
    assert "28. februar 2030" in said(hege, row, "measure-extend", day="01.09.2029")
    assert send(hege, need, **talked, **{**known, "transition": "school"}).status_code == 302
    done(hege, row, "measure-extend", day="28.02.2030")
    assert "Ingenting gir mer" in said(hege, row, "measure-extend", day="01.03.2030")

    assert NeedTalk.objects.count() == 3
    assert row.clock_from == date(2026, 9, 1)


@pytest.mark.req("F-12")
def test_a_break_is_on_record_and_moves_nothing(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    pause = {"first": "01.10.2026", "last": "31.10.2026", "why": "Sykdom"}
    done(hege, row, "measure-break", **pause)

    assert Interruption.objects.get().until_day == date(2026, 10, 31)
    assert "31. august 2027 (12 måneder)" in page(hege, row)
    again = said(hege, row, "measure-break", **{**pause, "first": "31.10.2026", "last": ""})
    assert "dager felles med dette" in again  # measure.breaks-overlap
    outside = said(hege, row, "measure-break", **{**pause, "first": "01.10.2025"})
    assert "Et opphold må ligge innenfor" in outside  # measure.break-outside
    assert send(hege, act(row, "measure-break"), **{**pause, "last": "01.09.2026"}).status_code == 422
    assert "varer ennå" in said(hege, row, "measure-break-over", last=TODAY)  # measure-duration.no-break
    done(hege, row, "measure-break", first="02.11.2026", last="", why="Innlagt")
    assert "Oppholdet er over" in page(hege, row)
    said(hege, row, "measure-break-over", last="01.11.2026")
    done(hege, row, "measure-break-over", last="20.11.2026")
    assert not Interruption.objects.filter(until_day=None).exists()
    assert not MeasureDecision.objects.exists()


@pytest.mark.req("F-12")
def test_nav_shortens_and_ends_with_a_cause(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")

    assert "Velg en tidligere dag" in said(hege, row, "measure-shorten", day="28.02.2027")
    said(hege, row, "measure-shorten", day="31.01.2027", reasons="")
    said(hege, row, "measure-shorten", day="31.08.2026")
    done(hege, row, "measure-shorten", day="31.01.2027")
    assert "En senere slutt er en forlengelse" in said(
        hege, row, "measure-end", day="01.02.2027", cause="got_job"
    )
    said(hege, row, "measure-end", day="20.11.2026", cause="bored")
    said(hege, row, "measure-end", day="20.11.2026", cause="got_job", told_on="21.11.2026")
    done(hege, row, "measure-end", day="20.11.2026", cause="got_job")

    assert (row.last_day, row.ended_on, row.end_cause) == (date(2027, 1, 31), date(2026, 11, 20), "got_job")
    kinds = MeasureDecision.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["shortening", "ending"]
    assert "Fikk jobb" in page(client_as("hege"), row)
    for slug, more in (("measure-extend", {}), ("measure-shorten", {}), ("measure-end", {"cause": "ill"})):
        told = said(hege, row, slug, day="10.11.2026", **more)
        assert "Deltakelsen har fått en slutt" in told  # measure-duration.has-ended


@pytest.mark.req("F-12")
def test_what_has_ended_is_taken_up_again_and_all_that_has_run_counts(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    going = said(hege, row, "measure-reopen", day="31.08.2027")
    assert "Deltakelsen har ingen slutt" in going  # measure-duration.goes-on
    done(hege, row, "measure-end", day="20.11.2026", cause="own_wish")
    assert "31. august 2027" in said(hege, row, "measure-reopen", day="01.09.2027")
    done(hege, row, "measure-reopen", day="31.08.2027")

    decision = MeasureDecision.objects.get(kind="reopening")
    assert (decision.first_day, decision.last_day) == (date(2026, 11, 21), date(2027, 8, 31))
    assert (row.last_day, row.ended_on, row.end_cause) == (date(2027, 8, 31), None, "")
    assert row.clock_from == date(2026, 9, 1)


@pytest.mark.req("F-12")
def test_one_that_ended_long_ago_is_not_taken_up_again(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    done(hege, row, "measure-end", day="21.09.2026", cause="own_wish")

    assert "I NAVs program er den låst" in said(hege, row, "measure-reopen", day="31.01.2027")


@pytest.mark.req("F-12")
def test_one_that_never_began_can_fall_away_and_be_taken_up(client_as: As, cast: Cast) -> None:
    row, hege = (
        taking_part(cast, first=date(2026, 12, 1), last=date(2027, 5, 31), has_begun=False),
        client_as("hege"),
    )
    done(hege, row, "measure-end", day=TODAY, cause="did_not_come")
    assert row.fell_away
    newer = taking_part(cast, first=date(2028, 1, 1), last=date(2028, 6, 30))
    assert "Det finnes en nyere deltakelse" in said(hege, row, "measure-reopen", day="31.05.2027")
    newer.delete()
    done(hege, row, "measure-reopen", day="30.11.2027")

    assert (row.ended_on, row.clock_from) == (None, date(2026, 12, 1))
    assert MeasureDecision.objects.get(kind="reopening").first_day == date(2026, 12, 1)


@pytest.mark.req("F-12")
def test_two_at_the_same_time_are_refused(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    taking_part(cast, first=date(2027, 4, 1), last=date(2027, 6, 30))

    assert "en deltakelse fra 1. april 2027 på samme tid" in said(
        hege, row, "measure-extend", day="01.04.2027"
    )
    done(hege, row, "measure-extend", day="31.03.2027")


@pytest.mark.req("F-12")
def test_ips_does_not_go_on_without_consent(client_as: As, cast: Cast) -> None:
    row = taking_part(cast, measure="ips")
    row.person = cast.people["amir"]
    row.save()
    OfficeInCharge.objects.create(person=row.person, unit=cast.units["nav_bodo"], from_day=cast.on)

    assert "Samtykket til å delta i IPS er trukket" in said(
        client_as("hege"), row, "measure-extend", day="31.08.2027"
    )


@pytest.mark.req("F-02")
def test_two_advisers_at_once_one_decides_and_a_decision_sent_twice_is_one(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    address = act(row, "measure-extend")
    first, second = opened(hege, address), opened(hege, address)

    for _ in range(2):
        assert hege.post(address, {**first, **SAID, "day": "31.03.2027"}).status_code == 302
    late = hege.post(address, {**second, **SAID, "day": "30.04.2027", "reasons": "To tanker"})

    assert late.status_code == 409
    assert "To tanker" in late.content.decode()
    assert MeasureDecision.objects.count() == 1


@pytest.mark.req("F-02")
@pytest.mark.parametrize("name", ["tom", "siv", "mette", "berit", "guro", "erik", "arne", "nora"])
def test_nobody_but_the_office_in_charge_decides(client_as: As, cast: Cast, name: str) -> None:
    row, other = taking_part(cast), client_as(name)
    row.provider = cast.units["brobygger"]
    row.save()
    Relation.objects.create(
        person=row.person,
        kind=RelationKind.GUIDE,
        account=cast.accounts["guro"],
        unit=cast.units["brobygger"],
        from_day=date(2026, 9, 1),
    )
    typed = {**SAID, "day": "31.03.2027", "cause": "ill", "first": TODAY, "last": TODAY, "why": "x"}
    for slug in (
        *("measure-extend", "measure-shorten", "measure-end", "measure-reopen"),
        *("measure-break", "measure-break-over", "measure-aim"),
    ):
        assert other.get(act(row, slug)).status_code in {403, 404}
        assert other.post(act(row, slug), typed).status_code in {403, 404}
    assert not MeasureDecision.objects.exists()
    assert not Interruption.objects.exists()


def test_somebody_elses_participation_is_not_there(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    row.person = cast.people["amir"]
    row.save()
    address = reverse("act", args=[cast.people["nora"].public_id, "measure-extend"])

    for about in (row.public_id.hex, "", "x" * 300, "../"):
        answer = send(hege, f"{address}?om={about}", day="31.03.2027", **SAID)
        assert "Deltakelsen finnes ikke" in words(answer)  # measure-duration.no-such
    row.refresh_from_db()
    assert row.last_day == date(2027, 2, 28)


def test_in_a_closed_case_nothing_is_decided(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")
    row.case.closed_on = cast.on
    row.case.save()

    assert "ingen åpen sak" in said(hege, row, "measure-extend", day="31.03.2027")
    assert "measure-extend" not in page(hege, row)


@pytest.mark.parametrize("day", ["01.01.1900", "31.12.9999", "29.02.2027", "x" * 3000, "", "<script>"])
def test_any_day_is_answered_in_words(client_as: As, cast: Cast, day: str) -> None:
    row, hege = taking_part(cast), client_as("hege")

    said(hege, row, "measure-extend", day=day)
    said(hege, row, "measure-shorten", day=day)
    said(hege, row, "measure-end", day=day, cause="ill")
    said(hege, row, "measure-break", first=day, why="x")
    said(hege, row, "measure-aim", day=day)
    said(hege, row, "measure-extend", day="31.03.2027", told_on=day)


def test_a_reason_can_be_long_and_not_endless(client_as: As, cast: Cast) -> None:
    row, hege = taking_part(cast), client_as("hege")

    said(hege, row, "measure-extend", day="31.03.2027", reasons="x" * 200_000)
    done(hege, row, "measure-extend", day="31.03.2027", reasons="æ" * 2_000)
