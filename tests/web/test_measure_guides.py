"""One guide at a time, handed over, seeing what was handed over and no more; proposals to NAV (F-05)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fotfeste.apps.caseload.person import Look, access_timeline
from fotfeste.apps.measures.models import (
    AmountAgreed,
    ContentPart,
    GuideAssignment,
    Participation,
    ProviderProposal,
)
from fotfeste.apps.people.models import Relation
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from tests.provider_people import (
    agreed,
    another_guide,
    another_provider,
    begun,
    browser_of,
    granted,
    guide_at,
)
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]


@pytest.fixture
def row(cast: Cast) -> Participation:
    """Nora began at Brobygger today; Guro is the guide."""
    agreed(cast)
    return begun(cast, granted(cast, "nora", starts_on=cast.on))


def page(row: Participation) -> str:
    return reverse("measure_participation", args=[row.person.public_id, row.public_id])


def act(row: Participation, slug: str, about: str = "") -> str:
    return reverse("act", args=[row.person.public_id, slug]) + f"?om={about or row.public_id.hex}"


def done(client: Client, address: str, **typed: str) -> None:
    answer = send(client, address, **typed)
    assert answer.status_code == 302, words(answer)


def statuses(client: Client, *addresses: str) -> set[int]:
    return {client.get(each).status_code for each in addresses}


@pytest.mark.req("F-05")
def test_the_guide_sees_what_was_handed_over_and_not_why(
    cast: Cast, client_as: As, row: Participation
) -> None:
    part = ContentPart(part="own_words", case=row.case, person=row.person, written_on=cast.on)
    part.written_by = cast.accounts["hege"]
    key = keys_of([(row.person_id, row.person.public_id)])[row.person_id]
    part.seal("sealed_words", "Øve på bussen", key)
    part.seal("sealed_why", "Angst for å reise", key)
    part.save()

    shown = words(client_as("guro").get(page(row)))  # type: ignore[arg-type]  # Django's test response

    assert "Øve på bussen" in shown
    assert "+4790000000" in shown
    assert "Angst" not in shown
    case = [
        reverse(name, args=[row.person.public_id]) for name in ("measure_case", "measure_issuer", "person")
    ]
    assert statuses(client_as("guro"), *case) <= {403, 404}
    assert statuses(client_as("nora"), page(row)) == statuses(client_as("hege"), page(row)) == {200}


@pytest.mark.req("F-07")
def test_the_guide_follows_into_the_job_that_was_found(client_as: As, row: Participation) -> None:
    guro, hege = client_as("guro"), client_as("hege")
    assert "Rana Mat" not in words(guro.get(page(row)))  # type: ignore[arg-type]  # Django's test response
    done(hege, act(row, "measure-branch"), is_employed="yes", employer="Rana Mat", started_on="01.11.2026")

    assert "Rana Mat" in words(guro.get(page(row)))  # type: ignore[arg-type]  # Django's test response


@pytest.mark.req("F-05")
@pytest.mark.parametrize("name", ["siv", "mette", "berit", "tom", "erik", "arne", "amir"])
def test_nobody_else_sees_the_participation(cast: Cast, client_as: As, row: Participation, name: str) -> None:
    assert statuses(client_as(name), page(row)) <= {403, 404}


@pytest.mark.req("F-05")
def test_a_colleague_of_the_guide_and_another_provider_see_nothing(cast: Cast, row: Participation) -> None:
    colleague = another_guide(cast.units["brobygger"])
    stranger = another_guide(another_provider(), "stranger")

    for client in (colleague, stranger):
        assert statuses(client, page(row), act(row, "measure-guide"), act(row, "measure-suggest")) == {404}
        assert "Nora" not in client.get("/deltakere").content.decode()
        assert "Nora" not in client.get("/deltakere/venter").content.decode()


@pytest.mark.req("F-05")
def test_the_guide_hands_over_and_sees_no_more_and_history_is_kept(
    cast: Cast, client_as: As, row: Participation
) -> None:
    gina, guro = guide_at(cast.units["brobygger"]), client_as("guro")
    said = {"guide": str(gina.public_id), "handover": "Ring før klokka ti"}
    assert send(guro, act(row, "measure-guide"), guide=said["guide"]).status_code == 422

    done(guro, act(row, "measure-guide"), **said)

    assert statuses(guro, page(row)) <= {403, 404}
    assert "Nora" not in guro.get("/deltakere").content.decode()
    for client in (browser_of(gina), client_as("nora"), client_as("hege")):
        shown = words(client.get(page(row)))  # type: ignore[arg-type]  # Django's test response
        assert "Ring før klokka ti" in shown
        assert "Guro Vang" in shown
        assert "Gina Ek" in shown
    assert GuideAssignment.objects.filter(until_day=None).get().account == gina
    again = guro.post(act(row, "measure-guide"), said)
    assert again.status_code in {403, 404}


@pytest.mark.req("F-05")
def test_nav_lets_a_guide_go_and_the_provider_names_another(
    cast: Cast, client_as: As, row: Participation
) -> None:
    hege, guro, gina = client_as("hege"), client_as("guro"), another_guide(cast.units["brobygger"])
    enrolment = reverse("enrolment", args=[row.public_id])
    assert gina.get(enrolment).status_code == 404, "there is a guide"

    done(hege, act(row, "measure-guide-end"), why="Har sluttet hos arrangøren")

    assert statuses(guro, page(row)) <= {403, 404}
    assert "Mangler veileder" in words(gina.get("/deltakere/venter"))  # type: ignore[arg-type]  # Django's test response
    assert send(gina, enrolment, guide=str(cast.accounts["guro"].public_id)).status_code == 302
    assert statuses(guro, page(row)) == {200}
    assert send(hege, act(row, "measure-guide-end", "0" * 32), why="Fordi").status_code in {403, 404}


@pytest.mark.req("F-05")
def test_the_guide_sees_it_forty_days_after_the_end_and_no_longer(
    cast: Cast, client_as: As, row: Participation
) -> None:
    row.ended_on = cast.on - timedelta(days=40)
    row.save()
    assert "Avsluttet" in words(client_as("guro").get(page(row)))  # type: ignore[arg-type]  # Django's test response
    assert "Nora Lunde" in client_as("guro").get("/deltakere").content.decode()
    Participation.objects.filter(pk=row.pk).update(ended_on=cast.on - timedelta(days=41))

    assert client_as("guro").get(page(row)).status_code == 403
    assert client_as("guro").post(act(row, "measure-suggest"), {}).status_code in {403, 404, 422}
    assert "Nora Lunde" not in client_as("guro").get("/deltakere").content.decode()
    assert statuses(client_as("nora"), page(row)) == statuses(client_as("hege"), page(row)) == {200}


@pytest.mark.req("F-05")
def test_whatever_moves_the_end_moves_how_long_the_relation_opens(cast: Cast, row: Participation) -> None:
    relation = Relation.objects.get(kind="guide")
    assert relation.until_day == date(2027, 7, 10), "forty days after 31 May"

    row.last_day = date(2027, 11, 30)
    row.save(update_fields=["last_day"])

    relation.refresh_from_db()
    assert relation.until_day == date(2028, 1, 9)


@pytest.mark.req("F-05")
def test_those_around_the_person_are_not_told_of_the_guide(
    cast: Cast, client_as: As, row: Participation
) -> None:
    around = reverse("person_people", args=[row.person.public_id])
    for name in ("siv", "berit"):
        assert "Guro" not in words(client_as(name).get(around))  # type: ignore[arg-type]  # Django's test response
    acting = cast.acting("siv")
    kinds = {
        each.kind for each in access_timeline(Look(acting, row.person.public_id, cast.at, cast.on)).events
    }
    assert not {kind for kind in kinds if kind.startswith("measure.")}
    assert "measure.started" not in kinds


@pytest.mark.req("F-05")
def test_nav_names_only_a_provider_it_has_an_agreement_with_and_can_choose_another(
    cast: Cast, client_as: As, row: Participation
) -> None:
    other, hege = another_provider(), client_as("hege")
    address = act(row, "measure-provider")
    choice = {"provider": str(other.public_id), "why": "Nærmere hjemmet"}
    assert send(hege, address, **choice).status_code == 422
    agreed(cast, provider=other, places=1)
    taken = granted(cast, "amir", provider=other, starts_on=cast.on)
    full = send(hege, address, **choice)
    assert full.status_code == 422
    assert "ingen ledig plass" in words(full)
    Participation.objects.filter(pk=taken.pk).update(ended_on=cast.on - timedelta(days=1))

    done(hege, address, **choice)

    row.refresh_from_db()
    assert (row.provider, row.first_start) == (other, cast.on), "the clock goes on"
    assert statuses(client_as("guro"), page(row)) <= {403, 404}
    assert "Nærmere hjemmet" in words(client_as("nora").get(page(row)))  # type: ignore[arg-type]  # Django's test response
    assert "Nora Lunde" in another_guide(other).get("/deltakere/venter").content.decode()


@pytest.mark.req("F-05")
def test_the_guide_proposes_and_nav_answers_with_why(cast: Cast, client_as: As, row: Participation) -> None:
    guro, hege = client_as("guro"), client_as("hege")
    done(guro, act(row, "measure-suggest"), kind="amount", hours="7,5", why="Trenger mer i starten")
    made = ProviderProposal.objects.get()
    assert "Trenger mer i starten" in words(hege.get("/tiltak/forslag"))  # type: ignore[arg-type]  # Django's test response
    assert "Trenger mer" not in words(client_as("tom").get("/tiltak/forslag"))  # type: ignore[arg-type]  # as above
    answer = act(row, "measure-suggestion-answer", made.public_id.hex)
    assert send(hege, answer, answer="refused").status_code == 422
    late = opened(hege, answer)

    done(hege, answer, answer="accepted", reason="Enig")
    second: HttpResponse = hege.post(answer, {**late, "answer": "refused", "reason": "Nei"})  # type: ignore[assignment]  # as above

    assert second.status_code == 409
    made.refresh_from_db()
    assert (made.answer, made.answered_by) == ("accepted", cast.accounts["hege"])
    assert not AmountAgreed.objects.exists(), "a yes changes nothing by itself"
    form = words(
        hege.get(reverse("act", args=[row.person.public_id, "measure-amount"]) + f"?om={made.public_id.hex}")
    )  # type: ignore[arg-type]  # as above
    assert 'value="7,5"' in form
    for client in (guro, client_as("nora")):
        assert "Enig" in words(client.get(page(row)))  # type: ignore[arg-type]  # as above
    assert "Trenger mer" not in words(hege.get("/tiltak/forslag"))  # type: ignore[arg-type]  # as above


@pytest.mark.req("F-05")
@pytest.mark.parametrize("name", ["guro", "siv", "tom", "nora", "mette"])
def test_nobody_but_the_office_answers(cast: Cast, client_as: As, row: Participation, name: str) -> None:
    done(client_as("guro"), act(row, "measure-suggest"), kind="content", why="Mer jobbsøk")
    made = ProviderProposal.objects.get()
    client = client_as(name)

    answer = client.post(
        act(row, "measure-suggestion-answer", made.public_id.hex), {"answer": "accepted", "reason": "Ja"}
    )

    assert answer.status_code in {403, 404}
    made.refresh_from_db()
    assert made.answer == ""


@pytest.mark.req("F-05")
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"kind": "extend"}, "hvilken dag"),
        ({"kind": "extend", "day": "31.05.2027"}, "lenger enn det"),
        ({"kind": "extend", "day": "31.12.9999"}, "31"),
        ({"kind": "shorten", "day": "31.05.2027"}, "før"),
        ({"kind": "end", "day": "01.01.1900"}, "fra oppstarten"),
        ({"kind": "amount"}, "hvor mange timer"),
        ({"kind": "amount", "hours": "0"}, "mer enn 0"),
        ({"kind": "tull"}, "Hva foreslår du"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused(
    client_as: As, row: Participation, more: dict[str, str], told: str
) -> None:
    answer = send(client_as("guro"), act(row, "measure-suggest"), **{"why": "Fordi", **more})

    assert answer.status_code == 422
    assert told in words(answer)
    assert not ProviderProposal.objects.exists()


def test_the_page_takes_few_statements(
    client_as: As, row: Participation, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    guro = client_as("guro")
    guro.get(page(row))

    with django_assert_max_num_queries(24):  # type: ignore[attr-defined]  # a context manager
        guro.get(page(row))


@pytest.mark.req("F-05")
def test_a_day_that_is_accepted_stands_in_the_form_that_decides_it(client_as: As, row: Participation) -> None:
    guro, hege = client_as("guro"), client_as("hege")
    done(guro, act(row, "measure-suggest"), kind="extend", day="31.08.2027", why="Nesten i mål")
    made = ProviderProposal.objects.get()
    done(hege, act(row, "measure-suggestion-answer", made.public_id.hex), answer="accepted")

    assert act(row, "measure-extend") in words(hege.get(page(row)))  # type: ignore[arg-type]  # Django's test response
    assert "31.08.2027" in words(hege.get(act(row, "measure-extend")))  # type: ignore[arg-type]  # as above
    assert "31.08.2027" not in words(hege.get(act(row, "measure-shorten")))  # type: ignore[arg-type]  # as above
    row.refresh_from_db()
    assert row.last_day == date(2027, 5, 31), "nothing is decided yet"


@pytest.mark.req("F-05")
@pytest.mark.parametrize(
    ("kind", "proposed", "decided"),
    [
        ("amount", {"hours": "7,5"}, {"from_day": "22.11.2026", "hours": "7,5"}),
        ("content", {}, {"part": "help_to_seek"}),
        ("aim", {}, {"day": "22.11.2026"}),
        ("shorten", {"day": "31.03.2027"}, {"day": "30.04.2027"}),
    ],
)
def test_what_nav_accepted_and_then_did_is_shown_as_done(
    client_as: As, row: Participation, kind: str, proposed: dict[str, str], decided: dict[str, str]
) -> None:
    guro, hege, change = client_as("guro"), client_as("hege"), f"measure-{kind}"
    typed = {**decided, "why": "Fordi", "reasons": "Fordi", "told_on": "22.11.2026"}
    job = {"is_employed": "yes", "employer": "Rana Mat", "started_on": "01.11.2026"}
    done(hege, act(row, "measure-branch"), **job)
    if kind in {"amount", "content"}:
        done(hege, act(row, change), **{**typed, "why": "Fra før"})
    done(guro, act(row, "measure-suggest"), kind=kind, why="Nesten i mål", **proposed)
    made = ProviderProposal.objects.get().public_id.hex
    done(hege, act(row, "measure-suggestion-answer", made), answer="accepted")
    waits = words(hege.get(page(row)))  # type: ignore[arg-type]  # Django's test response
    assert "Gjør endringen" in waits
    assert "NAV gjorde endringen" not in waits, "what was done the same day, but before, does not count"

    done(hege, act(row, change), **typed)

    assert "Gjør endringen" not in words(hege.get(page(row)))  # type: ignore[arg-type]  # as above
    for client in (guro, client_as("nora")):
        shown = words(client.get(page(row)))  # type: ignore[arg-type]  # as above
        assert "NAV gjorde endringen 22." in shown
