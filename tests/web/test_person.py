"""One person's pages: who may see what, what it says, what is logged."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.consents.services.disclosure import take_stand
from fotfeste.apps.episodes.services.notes import write_note
from fotfeste.apps.people.models import Relation
from fotfeste.apps.people.services import begin_relation, close_relation
from fotfeste.apps.plans.services import state_wishes
from fotfeste.cli.cast import JOBSEEKERS, Cast
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.permissions import Permission, RelationKind
from tests.people import AT, ON
from tests.web.caseloads import MOST, statements
from tests.web.filling_in import words
from tests.web.pages import read

As = Callable[[str], Client]
HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") \u202egnitirw'


def page_of(cast: Cast, person: str, name: str = "person") -> str:
    return reverse(name, args=[cast.people[person].public_id])


def do(cast: Cast, person: str, service: Callable[..., object], *, by: str = "siv", **facts: object) -> None:
    actor = cast.acting(by)
    public_id = cast.people[person].public_id
    with opened(
        actor, public_id, Permission.ABOUT_PERSON_CHANGE, at=AT, action=Action.EPISODE_CHANGED
    ) as found:
        service(Deed(found, by=actor, at=AT, on=ON), **facts)


def test_the_specialist_sees_what_matters_most_on_one_page(cast: Cast, client_as: As) -> None:
    do(cast, "nora", state_wishes, work="Lager eller butikk", percent=50)
    do(cast, "nora", take_stand, stand=Stand.PARTIAL, wording="Trenger gradvis opptrapping", stated_on=ON)

    page = words(client_as("siv").get(page_of(cast, "nora")))

    assert "IPS siden 2. november 2026" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Du ser dette fordi du er jobbspesialisten." in page
    assert "Jobbsøkeren kan se at du har åpnet siden." in page
    assert "Hold oppstartsmøte" in page
    assert "Lager eller butikk" in page
    assert "delvis åpen: «Trenger gradvis opptrapping»" in page
    assert "Berit Aas" in page


def test_what_is_told_of_those_around_is_what_they_can_see(cast: Cast, client_as: As) -> None:
    nora = read(client_as("siv"), page_of(cast, "nora"))
    liv = read(client_as("marit"), page_of(cast, "liv"))

    assert "Berit Aas, behandler, DPS Salten ser løpet, ønskene og jobb" in nora  # one controller
    assert "Berit Aas, behandler, DPS Salten ser ingenting" in liv  # she is not cleared for kode 6


def test_one_who_may_only_read_is_shown_no_button_that_refuses(cast: Cast, client_as: As) -> None:
    hers, siv_s = (words(client_as(by).get(page_of(cast, "nora"))) for by in ("nora", "siv"))

    assert "Hold oppstartsmøte" in hers
    assert "Finn tid" in siv_s
    assert "Finn tid" not in hers


def test_a_part_that_is_not_for_one_says_so_and_not_that_the_role_is_wrong(cast: Cast, client_as: As) -> None:
    answer = client_as("berit").get(page_of(cast, "nora", "person_notes"))

    assert answer.status_code == 403
    assert "Denne delen av saken er ikke for deg." in words(answer)


@pytest.mark.parametrize("name", ["odd", "jonas", "guro", "erik", "arne", "sofie"])
def test_for_others_the_person_does_not_exist(cast: Cast, client_as: As, name: str) -> None:
    client = client_as(name)

    for page in ("person", "person_timeline", "person_facts", "person_notes"):
        answer = client.get(page_of(cast, "nora", page))

        assert answer.status_code == 404
        assert "Nora" not in words(answer)


def test_a_former_specialist_gets_the_reason_and_nothing_else(cast: Cast, client_as: As) -> None:
    with act():
        close_relation(
            Relation.objects.get(person=cast.people["nora"], account=cast.accounts["siv"]),
            by=cast.acting("mette"),
            at=AT,
            on=ON,
        )

    answer = client_as("siv").get(page_of(cast, "nora"))

    assert answer.status_code == 403
    assert "Hold oppstartsmøte" not in words(answer)


@pytest.mark.req("I-5.0a")
def test_a_nav_adviser_is_there_only_with_the_persons_consent(cast: Cast, client_as: As) -> None:
    assert client_as("hege").get(page_of(cast, "nora")).status_code == 200
    assert client_as("tom").get(page_of(cast, "amir")).status_code == 404


def test_who_may_see_less_sees_less(cast: Cast, client_as: As) -> None:
    do(cast, "nora", write_note, text="Noe privat om søvn")
    do(cast, "nora", take_stand, stand=Stand.NONE, wording="Ikke noe om søvn", stated_on=ON)
    hege = client_as("hege")

    overview = words(hege.get(page_of(cast, "nora")))
    timeline = words(hege.get(page_of(cast, "nora", "person_timeline")))
    facts = words(hege.get(page_of(cast, "nora", "person_facts")))

    for page in (overview, timeline, facts):
        assert "søvn" not in page
        assert "Notat skrevet" not in page
        assert "Åpenhet" not in page
    assert "Registrert som arbeidssøker" not in overview
    assert hege.get(page_of(cast, "nora", "person_notes")).status_code == 403


def test_the_jobseeker_sees_their_own(cast: Cast, client_as: As) -> None:
    do(cast, "nora", write_note, text="Noe vi har snakket om")
    nora = client_as("nora")

    assert "Dette er dine egne opplysninger." in words(nora.get(page_of(cast, "nora")))
    assert "Noe vi har snakket om" in words(nora.get(page_of(cast, "nora", "person_notes")))
    assert nora.get(page_of(cast, "amir")).status_code == 404


def test_a_supervisor_is_asked_why_first(cast: Cast, client_as: As) -> None:
    mette = client_as("mette")

    first = mette.get(page_of(cast, "nora"))
    mette.post(page_of(cast, "nora", "say_why"), {"purpose": "supervises", "onward": page_of(cast, "nora")})
    then = mette.get(page_of(cast, "nora"))

    assert first.status_code == 403
    assert "Hold oppstartsmøte" not in words(first)
    assert "metodeveileder for teamet" in words(then)


def test_a_protected_person_is_named_on_the_page_and_not_in_the_window(cast: Cast, client_as: As) -> None:
    page = words(client_as("marit").get(page_of(cast, "liv")))

    assert "<h1>Liv Hemmelig</h1>" in page
    assert "Liv Hemmelig" not in page.split("<title>")[1].split("</title>")[0]
    assert "kode 6" in page


def test_a_protected_person_does_not_exist_for_those_without_clearance(cast: Cast, client_as: As) -> None:
    with act():
        begin_relation(
            cast.people["liv"],
            RelationKind.STAND_IN,
            by=cast.acting("marit"),
            at=AT,
            on=ON,
            account=cast.accounts["jonas"],
        )

    assert client_as("siv").get(page_of(cast, "liv")).status_code == 404
    assert client_as("jonas").get(page_of(cast, "liv")).status_code == 404


def test_each_look_is_in_the_log_with_its_part_and_a_refused_one_too(cast: Cast, client_as: As) -> None:
    client_as("siv").get(page_of(cast, "nora", "person_facts"))
    client_as("odd").get(page_of(cast, "nora"))

    seen, refused = LogRow.objects.filter(action=Action.PERSON_SEEN).order_by("seq")
    assert (seen.subject, seen.area, seen.permitted) == (cast.people["nora"].log_id, "facts", True)
    assert (refused.actor, refused.permitted) == (cast.accounts["odd"].public_id, False)


def test_the_identity_number_is_shown_only_when_asked_for_and_logged_by_itself(
    cast: Cast, client_as: As
) -> None:
    siv, number = client_as("siv"), JOBSEEKERS["nora"].identity_number
    for page in ("person", "person_timeline", "person_facts", "person_notes"):
        assert number[:6] not in words(siv.get(page_of(cast, "nora", page)))

    shown = siv.post(page_of(cast, "nora", "identity_number"))

    assert f"{number[:6]} {number[6:]}" in words(shown)
    assert "no-store" in shown["Cache-Control"]
    assert LogRow.objects.filter(action=Action.IDENTITY_NUMBER_SEEN, permitted=True).count() == 1
    assert siv.get(page_of(cast, "nora", "identity_number")).status_code == 405


@pytest.mark.parametrize("name", ["berit", "hege"])
def test_others_around_may_not_see_the_identity_number(cast: Cast, client_as: As, name: str) -> None:
    answer = client_as(name).post(page_of(cast, "nora", "identity_number"))

    assert answer.status_code == 403
    assert JOBSEEKERS["nora"].identity_number[:6] not in words(answer)


def test_what_came_with_a_list_is_marked_and_not_yet_confirmed(cast: Cast, client_as: As) -> None:
    person = cast.people["nora"]
    row = DisclosureStatement(person=person, stand="partial", stated_on=ON, is_brought_in=True)
    row.save()

    facts = words(client_as("siv").get(page_of(cast, "nora", "person_facts")))
    overview = words(client_as("siv").get(page_of(cast, "nora")))

    assert "Hentet inn fra liste" in facts
    assert "Ikke bekreftet" in facts
    assert "Ikke bekreftet av jobbsøkeren. Si ingenting før det er gjort." in overview


def test_hostile_text_is_only_text(cast: Cast, client_as: As) -> None:
    do(cast, "nora", state_wishes, work=HOSTILE, percent=None)
    do(cast, "nora", write_note, text=HOSTILE)
    siv = client_as("siv")

    for name in ("person", "person_facts", "person_notes"):
        page = words(siv.get(page_of(cast, "nora", name)))
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; =HYPERLINK(&quot;x&quot;)" in page


def test_what_has_happened_comes_newest_first_with_day_and_name(cast: Cast, client_as: As) -> None:
    do(cast, "nora", write_note, text="x", written_on=date(2026, 11, 20))
    do(cast, "nora", state_wishes, work="y", percent=20)

    page = words(client_as("siv").get(page_of(cast, "nora", "person_timeline")))

    happened = re.findall(r"<li><span class=\"timeline__when\">.*?</span><span>(.*?)</span>", page, re.S)
    assert happened[:2] == ["Ønskene er oppdatert", "Notat skrevet"]
    assert "Siv Rønning" in page


def test_a_long_timeline_comes_some_at_a_time(cast: Cast, client_as: As) -> None:
    for number in range(40):
        do(cast, "nora", write_note, text=str(number), written_on=ON - timedelta(days=number))
    siv = client_as("siv")

    first = words(siv.get(page_of(cast, "nora", "person_timeline")))
    older = re.search(r'rel="next" href="([^"]*)"', first)
    assert older
    second = words(siv.get(page_of(cast, "nora", "person_timeline") + older[1]))

    total = first.count("Notat skrevet") + second.count("Notat skrevet")
    assert total == 40


def test_the_overview_takes_few_statements_and_none_after_the_log(cast: Cast, client_as: As) -> None:
    do(cast, "nora", state_wishes, work="Lager", percent=50)
    siv = client_as("siv")
    siv.get(page_of(cast, "nora"))

    said = statements(lambda: siv.get(page_of(cast, "nora")))

    assert len(said) <= MOST
    assert "audit_logrow" in said[-1]


@pytest.mark.parametrize("name", ["person_timeline", "person_facts", "person_notes"])
def test_the_other_pages_read_nothing_after_the_log(cast: Cast, client_as: As, name: str) -> None:
    do(cast, "nora", take_stand, stand=Stand.FULL, wording="x", stated_on=ON)
    do(cast, "nora", write_note, text="y")
    siv = client_as("siv")
    siv.get(page_of(cast, "nora", name))

    said = statements(lambda: siv.get(page_of(cast, "nora", name)))

    assert "audit_logrow" in said[-1]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("person", "Oversikt"),
        ("person_timeline", "Tidslinje"),
        ("person_consents", "Samtykker"),
        ("disclosure", "Åpenhet"),
        ("person_protection", "Vern av opplysningene"),
        ("sign_together", "Signer sammen"),
        ("log_in_of_person", "Jobbsøkerens innlogging"),
    ],
)
def test_the_window_says_which_of_a_person_s_pages_it_is(
    cast: Cast, client_as: As, name: str, title: str
) -> None:
    nora = cast.people["nora"]

    page = words(client_as("siv").get(reverse(name, args=[nora.public_id])))

    assert f"<title>{title} – {nora.name} – Fotfeste</title>" in page
