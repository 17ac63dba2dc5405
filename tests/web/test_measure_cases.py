"""From a request to a decision: need, content, the job and its employer, who decides (F-02 to F-11)."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.caseload.person import Look, access_timeline
from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import ContentPart, MeasureDecision, Participation
from fotfeste.apps.people.models import Account, Membership
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.permissions import Role
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
ON = "22.11.2026"
NEED = {
    "talked_on": ON,
    "born_on": "01.03.1990",
    "chances": "Det finnes jobber i butikk",
    "need": "Trenger en som følger med over tid",
    "needs_more_help": "yes",
    "reduced_capacity": "no",
    "in_treatment": "no",
    "transition": "none",
}
GRANT = {
    "kind": "grant",
    "first_day": "01.12.2026",
    "last_day": "31.05.2027",
    "reasons": "Du trenger mer hjelp enn kontoret kan gi",
    "told_on": ON,
}
NEED_14A = {
    "kind": "need_14a",
    "goal": "get_work",
    "group": "needs_guidance",
    "reasons": "Slik vurderer vi det",
    "told_on": ON,
}
JOB = {
    "is_employed": "yes",
    "employer": "Rana Mat",
    "started_on": "01.02.2024",
    "sick_listed_from": "02.11.2026",
    "is_fully_absent": "on",
}


@pytest.fixture
def office(cast: Cast) -> Cast:
    """NAV Bodø answers for Nora's measure."""
    open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    return cast


def page(cast: Cast, act: str, about: str = "") -> str:
    address = reverse("act", args=[cast.people["nora"].public_id, act])
    return f"{address}?om={about}" if about else address


def done(client: Client, cast: Cast, act: str, about: str = "", **typed: str) -> None:
    answer = send(client, page(cast, act, about), **typed)
    assert answer.status_code == 302, words(answer)


def worked_through(client: Client, cast: Cast, **branch: str) -> None:
    done(client, cast, "measure-need", **NEED)
    done(client, cast, "measure-tried", tried="employer", what="Butikk i 2024", how_it_went="For mye støy")
    done(client, cast, "measure-weigh", weighed="not_needed", is_together="on", why="Vi vet nok")
    done(client, cast, "measure-content", part="career_guidance", why="Vet ikke hva hun kan søke på")
    done(client, cast, "measure-content", part="own_words", words="Øve på bussen", why="Redd for å reise")
    done(
        client,
        cast,
        "measure-amount",
        from_day=ON,
        hours="3,5",
        look_again_on="01.02.2027",
        why="Mye i starten",
    )
    done(client, cast, "measure-branch", **(branch or {"is_employed": "no"}))
    done(client, cast, "measure-decide-need", **NEED_14A)


def case_words(client: Client, cast: Cast) -> str:
    return words(client.get(reverse("measure_case", args=[cast.people["nora"].public_id])))


def another(cast: Cast) -> Client:
    """A second adviser of the same office."""
    account = Account.objects.create(username="ida", name="Ida Berg", email="ida@example.no")
    unit = cast.units["nav_bodo"]
    Membership.objects.create(account=account, unit=unit, role=Role.NAV_ADVISER, from_day=BEGAN)
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(account)
    return client


@pytest.mark.req("F-02", "F-03", "F-04", "F-06", "F-10", "F-11")
def test_a_need_worked_through_is_granted_and_the_person_reads_the_letter(
    office: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    worked_through(hege, office)
    done(hege, office, "measure-decide", **GRANT)

    row = Participation.objects.get()
    assert (row.starts_on, row.last_day, row.aim) == (date(2026, 12, 1), date(2027, 5, 31), "new_job")
    decision = MeasureDecision.objects.get(kind="grant")
    assert (decision.told_on, decision.complain_by) == (date(2026, 11, 22), date(2027, 1, 4))
    shown = case_words(hege, office)
    for said in (
        "Det finnes jobber i butikk",
        "Øve på bussen",
        "For mye støy",
        "3,5 timer i uka",
        "Vi vet nok",
    ):
        assert said in shown
    nora = client_as("nora")
    assert f'href="{reverse("my_measure_case")}"' in nora.get(reverse("my_measures")).content.decode()
    to_the_letter = reverse("my_measure_letter", args=[decision.public_id])
    assert f'href="{to_the_letter}"' in nora.get(reverse("my_measure_case")).content.decode()
    assert hege.get(reverse("my_measure_case")).status_code == 403
    letter = words(nora.get(to_the_letter))
    assert "Du trenger mer hjelp enn kontoret kan gi" in letter
    assert "Hege Dahl" in letter
    assert "4.\u00a0januar" in letter


@pytest.mark.req("F-02")
def test_a_grant_says_all_that_is_missing_at_once(office: Cast, client_as: As) -> None:
    answer = send(client_as("hege"), page(office, "measure-decide"), **GRANT)

    assert answer.status_code == 422
    said = words(answer)
    for missing in ("Behovet for hjelp må være vedtatt", "Sett sammen innholdet", "Avklar først om tiltaket"):
        assert missing in said
    assert "Du trenger mer hjelp enn kontoret kan gi" in said
    assert not Participation.objects.exists()


@pytest.mark.req("F-02")
@pytest.mark.parametrize("name", ["tom", "siv", "berit", "guro", "mette", "nora"])
def test_nobody_else_decides(office: Cast, client_as: As, name: str) -> None:
    client = client_as(name)

    answer = client.post(page(office, "measure-decide"), GRANT)

    assert answer.status_code in {403, 404}
    assert client.get(page(office, "measure-need")).status_code in {403, 404}
    assert not MeasureDecision.objects.exists()


@pytest.mark.req("F-02")
def test_a_decision_sent_twice_is_one_and_of_two_advisers_one_decides(office: Cast, client_as: As) -> None:
    hege, ida = client_as("hege"), another(office)
    worked_through(hege, office)
    address = page(office, "measure-decide")
    hidden, others = opened(hege, address), opened(ida, address)

    answers: list[HttpResponse] = [hege.post(address, {**hidden, **GRANT}) for _ in range(2)]  # type: ignore[misc]  # Django's test response
    late = ida.post(address, {**others, **GRANT, "kind": "refusal", "reasons": "Jeg mener noe annet"})

    assert [answer.status_code for answer in answers] == [302, 302]
    assert late.status_code == 409
    assert "Jeg mener noe annet" in words(late)  # type: ignore[arg-type]  # Django's test response
    assert MeasureDecision.objects.filter(kind__in=["grant", "refusal"]).count() == 1
    assert Participation.objects.count() == 1


@pytest.mark.req("F-02")
def test_little_chance_takes_two_pairs_of_eyes(office: Cast, client_as: As) -> None:
    hege, ida = client_as("hege"), another(office)
    done(hege, office, "measure-decide-need", **{**NEED_14A, "group": "little_chance"})
    row = MeasureDecision.objects.get()
    assert (row.counts, row.complain_by) == (False, None)

    own = send(hege, page(office, "measure-approve", row.public_id.hex), answer="yes", told_on=ON)
    assert own.status_code == 422
    nora = reverse("measure_letter", args=[office.people["nora"].public_id, row.public_id])
    assert client_as("nora").get(nora).status_code == 404
    assert "Ingenting er vedtatt ennå." in case_words(client_as("nora"), office), "she has not been told"
    assert "venter på godkjenning" in case_words(ida, office)
    done(ida, office, "measure-approve", row.public_id.hex, answer="yes", told_on=ON)

    row.refresh_from_db()
    assert row.counts
    assert "Ida Berg" in words(client_as("nora").get(nora))


@pytest.mark.req("F-01")
def test_what_was_asked_of_another_office_is_for_the_person_alone(office: Cast, client_as: As) -> None:
    nora, wish = client_as("nora"), "Vil heller ha hjelp i Fauske"
    fauske = str(office.units["nav_fauske"].public_id)
    send(nora, reverse("my_measures"), office=fauske, wish=wish)

    assert wish in case_words(nora, office)
    assert wish not in case_words(client_as("hege"), office)


@pytest.mark.req("F-02")
def test_what_nav_does_in_the_case_is_told_to_nobody_else_around_the_person(
    office: Cast, client_as: As
) -> None:
    hege = client_as("hege")
    worked_through(hege, office)
    done(hege, office, "measure-decide", **GRANT)
    timeline = reverse("person_timeline", args=[office.people["nora"].public_id])
    siv = client_as("siv")

    for shown in (words(siv.get(timeline)), words(siv.get(reverse("today")))):
        assert "Nora Lunde" in shown
        assert "Tiltak innvilget" not in shown
        assert "Vedtak om behov for hjelp" not in shown
    assert {"measure.need-14a", "measure.decided-grant"} <= told_to("nora", office)


def told_to(name: str, cast: Cast) -> set[str]:
    """The kinds of happenings on the timeline that this reader is given."""
    nora, acting = cast.people["nora"].public_id, cast.acting(name)
    return {each.kind for each in access_timeline(Look(acting, nora, cast.at, cast.on)).events}


@pytest.mark.req("F-06")
def test_an_assessment_that_is_needed_first_stops_the_grant(office: Cast, client_as: As) -> None:
    hege = client_as("hege")
    worked_through(hege, office)
    alone = send(hege, page(office, "measure-weigh"), weighed="needed_first", why="Uklart")
    assert alone.status_code == 422
    done(hege, office, "measure-weigh", weighed="needed_first", is_together="on", why="Uklart")

    answer = send(hege, page(office, "measure-decide"), **GRANT)

    assert answer.status_code == 422
    assert "avklaring trengs først" in words(answer)


@pytest.mark.req("F-07", "F-09")
def test_a_sick_listed_employee_waits_for_the_employers_plan(office: Cast, client_as: As) -> None:
    hege = client_as("hege")
    worked_through(hege, office, **JOB)
    shown = case_words(hege, office)
    assert "30.\u00a0november" in shown, "the employer's four weeks"
    assert "21.\u00a0desember" in shown, "the employer's seven weeks"

    blocked = send(hege, page(office, "measure-decide"), **GRANT)
    assert blocked.status_code == 422
    assert not Participation.objects.exists()
    plan = {"received_on": ON, "channel": "paper", "duty_met": "yes", "what": "Lettere oppgaver er prøvd"}
    done(hege, office, "measure-employer-plan", **plan, in_house="not_done")
    assert send(hege, page(office, "measure-decide"), **GRANT).status_code == 422
    done(hege, office, "measure-employer-plan", **plan, in_house="carried_out")
    done(hege, office, "measure-decide", **GRANT)

    row = Participation.objects.get()
    assert row.job is not None
    assert row.job.employer is not None
    assert (row.job.employer.name, row.aim) == ("Rana Mat", "keep_job")


@pytest.mark.req("F-12")
def test_a_first_grant_that_is_too_long_is_refused_with_the_latest_day(office: Cast, client_as: As) -> None:
    hege = client_as("hege")
    worked_through(hege, office)

    answer = send(hege, page(office, "measure-decide"), **{**GRANT, "last_day": "01.06.2027"})

    assert answer.status_code == 422
    assert re.search(r"31\.\s?mai\s2027", words(answer))


@pytest.mark.req("F-04")
def test_a_part_is_taken_out_with_a_reason_and_stays_on_record(office: Cast, client_as: As) -> None:
    hege = client_as("hege")
    done(hege, office, "measure-content", part="adaptation", why="Trenger ro")
    row = ContentPart.objects.get()
    done(hege, office, "measure-content-drop", row.public_id.hex, why="Ikke lenger nødvendig")

    row.refresh_from_db()
    assert row.until_day == office.on
    assert send(hege, page(office, "measure-content"), part="own_words", why="Fordi").status_code == 422


@pytest.mark.parametrize("day", ["31.12.9999", "01.01.1900", "29.02.2027", "99.99.9999"])
def test_odd_days_are_refused_and_nothing_is_half_done(office: Cast, client_as: As, day: str) -> None:
    hege = client_as("hege")
    done(hege, office, "measure-need", **NEED)

    for more in ({"first_day": day}, {"last_day": day}, {"told_on": day}):
        assert send(hege, page(office, "measure-decide"), **{**GRANT, **more}).status_code == 422
    assert not MeasureDecision.objects.exists()


@pytest.mark.req("F-12")
def test_what_ended_lately_goes_on_and_is_not_granted_anew(office: Cast, client_as: As) -> None:
    hege = client_as("hege")
    worked_through(hege, office)
    before = Participation.objects.create(
        person=office.people["nora"],
        case=office.people["nora"].measurecase_set.get(),  # type: ignore[attr-defined]  # Django's reverse name
        office=office.units["nav_bodo"],
        measure="follow_up",
        aim="new_job",
        starts_on=date(2025, 11, 1),
        first_start=date(2025, 11, 1),
        last_day=date(2026, 10, 31),
    )

    answer = send(hege, page(office, "measure-decide"), **GRANT)
    assert answer.status_code == 422
    assert "kan ennå forlenges eller tas opp igjen" in words(answer)  # measure-decision.take-up-again
    before.last_day = date(2026, 9, 30)
    before.save()
    done(hege, office, "measure-decide", **GRANT)
