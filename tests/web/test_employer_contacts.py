"""The team's log of contacts with employers, and what stands with the jobseeker instead (I-6.3, I-4.3c)."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.caseload.employer_week import access_employer_week
from fotfeste.apps.disclosure.models import EmployerContact
from fotfeste.apps.employers.models import ContactTogether, Employer, TeamContact
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.dates import add_months
from fotfeste.domain.employer_relation import EmployerRelation, RelationStage, is_quiet
from fotfeste.parameters import EMPLOYER_RELATION
from tests.people import AT, ON
from tests.web.caseloads import statements
from tests.web.filling_in import send as fill_in
from tests.web.pages import hidden, read, send, words

As = Callable[[str], Client]
TODAY = f"{ON:%d.%m.%Y}"
LOG = "/arbeidsgivere/loggfor"
CANARY = "kanarifugl-paa-vegne-av"
HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202egnitirw 🙂 كلام"
MOST = 14
"""So many statements logging a contact may take (issue 4, "Speed")."""


@pytest.fixture
def stormyra(cast: Cast) -> Employer:
    return Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )


def log(client: Client, at: Employer, **typed: str) -> Any:
    usual = {"employer": str(at.public_id), "way": "visit", "day": TODAY, "outcome": ""}
    return send(client, LOG, **{**usual, **typed})


def page(employer: Employer) -> str:
    return reverse("employer", args=[employer.public_id])


def act_page(employer: Employer, act: str, about: object = "") -> str:
    url = reverse("employer_act", args=[employer.public_id, act])
    return f"{url}?om={about}" if about else url


def clarify(cast: Cast, client: Client, employer: Employer, person: str = "nora") -> None:
    """The person says what this employer may be told."""
    agree = reverse("act", args=[cast.people[person].public_id, "agree-disclosure"])
    answer = fill_in(client, f"{agree}?om={employer.public_id.hex}", nothing="on", day=TODAY, says_yes="on")
    assert answer.status_code == 302


def log_on_behalf(cast: Cast, client: Client, employer: Employer, **typed: str) -> Any:
    person = str(cast.people["nora"].public_id)
    return log(client, employer, **{"about": person, "outcome": CANARY, **typed})


@pytest.mark.req("I-6.3")
def test_a_contact_is_logged_on_one_page_and_the_team_reads_it(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    answer = log(client_as("siv"), stormyra, outcome="Trenger folk i helgene", cup="1")

    assert answer.status_code == 302
    seen = read(client_as("jonas"), page(stormyra))
    assert "Trenger folk i helgene" in seen
    assert "Første kopp te" in seen
    assert "Siv Rønning" in seen


def test_only_the_employer_must_be_touched_the_rest_is_filled_in(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    shown = siv.get(f"{LOG}?arbeidsgiver={stormyra.public_id}").content.decode()

    assert f'value="{stormyra.public_id}"' in shown
    assert shown.count("checked") >= 2
    assert f'value="{TODAY}"' in shown


def test_the_employers_of_late_come_first(cast: Cast, client_as: As, stormyra: Employer) -> None:
    other = Employer.objects.create(
        team=cast.units["ips_salten"], name="Bakeriet", search_name="bakeriet", created_at=AT
    )
    siv = client_as("siv")
    log(siv, other)
    log(siv, stormyra, day=f"{ON - timedelta(days=3):%d.%m.%Y}")

    shown = siv.get(LOG).content.decode()
    assert shown.index("Bakeriet") < shown.index("Stormyra Mat")


def test_another_is_found_without_losing_what_was_typed(client_as: As, stormyra: Employer) -> None:
    answer = send(client_as("siv"), LOG, find="1", q="storm", outcome="Skrevet før jeg fant dem", way="phone")

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "Stormyra Mat" in shown
    assert "Skrevet før jeg fant dem" in shown


def test_an_employer_nobody_has_yet_is_made_with_the_contact(cast: Cast, client_as: As) -> None:
    answer = send(client_as("siv"), LOG, employer="ny", q="Helt Ny AS", way="visit", day=TODAY)

    assert answer.status_code == 302
    row = Employer.objects.get(name="Helt Ny AS")
    assert (row.team, row.contacts.count()) == (cast.units["ips_salten"], 1)


def test_without_an_employer_nothing_is_saved_and_the_words_stay(client_as: As, cast: Cast) -> None:
    answer = send(client_as("siv"), LOG, way="visit", day=TODAY, outcome=HOSTILE)

    assert answer.status_code == 422
    assert "Velg en arbeidsgiver." in words(answer)  # employer-contact.choose-employer
    assert "gnitirw" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"day": "22.11.1900"}, "for langt tilbake"),
        ({"day": "22.11.2090"}, "ikke kommet ennå"),
        ({"day": "i fjor en gang"}, "forstår ikke datoen"),
        ({"cup": "1", "way": "phone"}, "ansikt til ansikt"),
        ({"next_step_on": TODAY}, "hva det neste er"),
        ({"next_step": "Ring", "next_step_on": "01.01.2026"}, "har vært"),
        ({"employer": "tull"}, "Velg en arbeidsgiver"),
        ({"employer": "0" * 32}, ""),
        ({"outcome": "x" * 2001}, "2000"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    client_as: As, stormyra: Employer, typed: dict[str, str], says: str
) -> None:
    answer = log(client_as("siv"), stormyra, **{"outcome": "Behold meg", **typed})

    assert answer.status_code in (422, 404)
    assert says in words(answer)
    assert not TeamContact.objects.exists()


def test_hostile_words_are_kept_and_shown_as_words(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    log(siv, stormyra, outcome=HOSTILE)

    shown = siv.get(page(stormyra)).content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert" not in shown


def test_a_closed_employer_takes_no_contact_after_its_last_day(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    closed_on = ON - timedelta(days=2)
    assert fill_in(siv, act_page(stormyra, "close"), day=f"{closed_on:%d.%m.%Y}").status_code == 302

    refused = log(siv, stormyra, outcome="Behold meg")
    assert refused.status_code == 422
    assert "la ned" in words(refused)
    assert "Behold meg" in refused.content.decode()
    assert log(siv, stormyra, day=f"{closed_on:%d.%m.%Y}").status_code == 302
    assert "Lagt ned" in read(siv, reverse("employers"))
    fill_in(siv, act_page(stormyra, "reopen"))
    assert log(siv, stormyra).status_code == 302


def test_the_same_contact_from_two_phones_is_asked_about_and_not_lost(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv, jonas = client_as("siv"), client_as("jonas")
    log(siv, stormyra, outcome="Vi var innom")

    asked = log(jonas, stormyra, outcome="Sjefen heter Kari")
    assert asked.status_code == 409
    assert "Siv Rønning har alt ført" in words(asked)
    assert "Sjefen heter Kari" in asked.content.decode()
    assert TeamContact.objects.count() == 1

    there = TeamContact.objects.get()
    assert log(jonas, stormyra, outcome="Sjefen heter Kari", same=there.public_id.hex).status_code == 302
    seen = read(siv, page(stormyra))
    assert "Jonas Eidissen var også der: Sjefen heter Kari" in seen
    assert (TeamContact.objects.count(), ContactTogether.objects.count()) == (1, 1)
    for client in (siv, jonas):
        assert "1 1" in read(client, reverse("employer_week"))


def test_another_contact_the_same_day_is_kept_beside_it(client_as: As, stormyra: Employer) -> None:
    log(client_as("siv"), stormyra)
    answer = log(client_as("jonas"), stormyra, another="1")

    assert answer.status_code == 302
    assert TeamContact.objects.count() == 2


def test_a_double_click_logs_once_and_the_same_again_is_asked_about(
    client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    typed = {"form_key": "0" * 32, "employer": str(stormyra.public_id), "way": "visit", "day": TODAY}
    siv.post(LOG, typed)
    siv.post(LOG, typed)
    assert TeamContact.objects.count() == 1

    again = siv.post(LOG, {**typed, "form_key": "1" * 32})
    assert again.status_code == 409
    assert TeamContact.objects.count() == 1


def test_a_jobseeker_is_not_named_in_what_the_whole_team_reads(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    name = cast.people["nora"].name
    refused = log(client_as("siv"), stormyra, outcome=f"Fortalte om {name.upper()}, som vil ha jobb")

    assert refused.status_code == 422
    assert "Ta bort navnet" in words(refused)
    sought = {"text": f"Plass til {name}", "day": TODAY}
    assert fill_in(client_as("siv"), act_page(stormyra, "add-sought"), **sought).status_code == 422
    assert not TeamContact.objects.exists()


@pytest.mark.req("I-4.3c")
def test_on_behalf_it_is_first_clarified_what_the_employer_may_know(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    refused = log_on_behalf(cast, siv, stormyra)
    assert refused.status_code == 422
    assert CANARY in refused.content.decode()
    assert not EmployerContact.objects.exists()

    clarify(cast, siv, stormyra)
    assert log_on_behalf(cast, siv, stormyra, next_step="Ring tilbake", next_step_on=TODAY).status_code == 302
    row = EmployerContact.objects.get()
    assert (row.state, row.held_on, row.held_by) == ("held", ON, cast.accounts["siv"])
    assert CANARY.encode() not in bytes(row.sealed_outcome)
    assert Event.objects.filter(person=cast.people["nora"], kind="employer-contact.held").exists()
    assert Episode.objects.get(person=cast.people["nora"]).first_employer_contact_on == ON
    lines = AgendaLine.objects.filter(person=cast.people["nora"])
    assert lines.filter(code="employer-contact.next-step", due=ON).exists()

    step = reverse("act", args=[cast.people["nora"].public_id, "take-next-step"])
    assert "Ring tilbake" in read(siv, step)
    fill_in(siv, step)
    assert not lines.filter(code="employer-contact.next-step").exists()


def test_an_agreed_contact_of_that_day_is_the_one_that_was_held(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    clarify(cast, siv, stormyra)
    agree = reverse("act", args=[cast.people["nora"].public_id, "agree-employer-contact"])
    fill_in(siv, agree, employer=stormyra.public_id.hex, way="meeting", day=TODAY)
    log_on_behalf(cast, siv, stormyra)

    row = EmployerContact.objects.get()
    assert (row.state, row.way) == ("held", "visit")


def test_the_same_on_behalf_twice_is_asked_about(cast: Cast, client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    clarify(cast, siv, stormyra)
    log_on_behalf(cast, siv, stormyra)
    asked = log_on_behalf(cast, siv, stormyra, outcome="Noe annet")

    assert asked.status_code == 409
    assert "Siv Rønning har alt ført" in words(asked)
    assert log_on_behalf(cast, siv, stormyra, outcome="Noe annet", another="1").status_code == 302
    assert EmployerContact.objects.count() == 2


def everywhere(client: Client, employer: Employer) -> str:
    """All that a reader finds of an employer: pages, search, and what programs get."""
    addresses = (
        page(employer),
        reverse("employers"),
        f"{reverse('employers')}?q=stormyra",
        f"{LOG}?arbeidsgiver={employer.public_id}",
        f"/api/v1/employers/{employer.public_id}",
        "/api/v1/employers?q=stormyra",
    )
    found = []
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        is_data = answer["Content-Type"].startswith("application/json")
        found.append(json.dumps(answer.json(), sort_keys=True) if is_data else words(answer))
    return "\n".join(found)


@pytest.mark.req("I-6.3")
@pytest.mark.parametrize("reader", ["jonas", "marit", "mette"])
def test_a_contact_on_behalf_changes_nothing_that_a_colleague_can_see(
    cast: Cast, client_as: As, stormyra: Employer, reader: str
) -> None:
    siv, other = client_as("siv"), client_as(reader)
    log(siv, stormyra, outcome="Bli kjent", cup="1")
    before = everywhere(other, stormyra)

    clarify(cast, siv, stormyra)
    for way in ("visit", "phone"):
        log_on_behalf(cast, siv, stormyra, way=way, next_step="Neste " + CANARY, next_step_on=TODAY)

    assert everywhere(other, stormyra) == before
    assert CANARY not in before
    assert cast.people["nora"].name not in everywhere(other, stormyra)


def test_the_one_who_follows_the_jobseeker_sees_it_there_and_the_log_says_so(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    clarify(cast, siv, stormyra)
    log_on_behalf(cast, siv, stormyra)
    seen = read(siv, page(stormyra))

    assert CANARY in seen
    assert cast.people["nora"].name in seen
    rows = LogRow.objects.filter(action="employer.contacts_seen")
    assert rows.order_by("-seq")[0].row_count == 1


def test_who_took_over_sees_it_and_who_had_it_before_does_not(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    clarify(cast, siv, stormyra)
    log_on_behalf(cast, siv, stormyra)
    relation = cast.people["nora"].relation_set.get(kind="employment_specialist")
    relation.account = cast.accounts["jonas"]
    relation.save()

    assert CANARY not in read(siv, page(stormyra))
    assert CANARY in read(client_as("jonas"), page(stormyra))
    week = read(siv, reverse("employer_week"))
    assert "Én kontakt gjaldt en jobbsøker du ikke følger nå." in week
    assert cast.people["nora"].name not in week


@pytest.mark.parametrize("name", ["nora", "hege", "berit", "guro", "erik", "arne"])
def test_it_is_for_the_team(client_as: As, stormyra: Employer, name: str) -> None:
    client = client_as(name)
    for address in (LOG, reverse("employer_week"), page(stormyra), act_page(stormyra, "know")):
        assert client.get(address).status_code == 403
    assert log(client, stormyra).status_code == 403


def test_another_team_s_employer_is_not_there(client_as: As, stormyra: Employer) -> None:
    odd = client_as("odd")

    assert log(odd, stormyra).status_code == 404
    assert odd.get(act_page(stormyra, "add-person")).status_code == 404
    assert fill_status(odd, act_page(stormyra, "add-person"), name="Kari") == 404
    assert "Stormyra" not in words(odd.get(f"{LOG}?arbeidsgiver={stormyra.public_id}"))


def fill_status(client: Client, url: str, **typed: str) -> int:
    status: int = send(client, url, **typed).status_code
    return status


def test_somebody_else_s_jobseeker_cannot_be_chosen(cast: Cast, client_as: As, stormyra: Employer) -> None:
    answer = log_on_behalf(cast, client_as("jonas"), stormyra)

    assert answer.status_code == 422
    assert not EmployerContact.objects.exists()


def test_people_at_the_employer_come_change_and_go(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    fill_in(siv, act_page(stormyra, "add-person"), name="Kari Krok", phone="90000001")
    person = stormyra.people.get()
    change = act_page(stormyra, "change-person", person.public_id)
    first = siv.get(change)
    fill_in(siv, change, name="Kari Krok", position="Butikksjef")
    stale = send(siv, change, name="Kari Sjef", version=hidden(first, "version"))

    assert stale.status_code == 409
    assert "Kari Sjef" in stale.content.decode()
    assert "Butikksjef" in read(siv, page(stormyra))
    wrong = fill_in(siv, change, name="Kari", email="ikke en adresse")
    assert wrong.status_code == 422
    fill_in(siv, act_page(stormyra, "end-person", person.public_id))
    assert "Kari Krok" not in read(siv, page(stormyra))


def test_what_they_look_for_and_who_knows_them(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    fill_in(siv, act_page(stormyra, "add-sought"), text="Folk som liker tidlige morgener", day=TODAY)
    fill_in(siv, act_page(stormyra, "know"))

    seen = read(client_as("jonas"), page(stormyra))
    assert "Folk som liker tidlige morgener" in seen
    assert "Siv Rønning" in seen
    fill_in(siv, act_page(stormyra, "end-sought", stormyra.sought.get().public_id))
    fill_in(siv, act_page(stormyra, "know-no-more"))
    gone = read(client_as("jonas"), page(stormyra))
    assert "tidlige morgener" not in gone
    assert "Siv Rønning" not in gone


@pytest.mark.parametrize("about", ["", "tull", "0" * 32])
@pytest.mark.parametrize("act", ["end-person", "end-sought", "tick-step", "together", "change-person"])
def test_an_act_about_nothing_is_refused_in_words(
    client_as: As, stormyra: Employer, act: str, about: str
) -> None:
    answer = send(client_as("siv"), act_page(stormyra, act, about), name="Kari", version="x")

    assert answer.status_code in (409, 422)
    assert "Traceback" not in words(answer)


@pytest.mark.req("I-6.3")
def test_the_week_counts_what_was_face_to_face(cast: Cast, client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    assert "Ingen kontakt er ført denne uka" in read(siv, reverse("employer_week"))
    log(siv, stormyra)
    log(siv, stormyra, way="phone")
    clarify(cast, siv, stormyra)
    log_on_behalf(cast, siv, stormyra)

    assert "Siv Rønning 2 3" in read(siv, reverse("employer_week"))
    team = read(client_as("mette"), reverse("employer_week"))
    assert "Siv Rønning 2 3" in team
    assert "Jonas Eidissen 0 0" in team
    assert cast.people["nora"].name not in team
    assert CANARY not in team
    last_week = f"{reverse('employer_week')}?uke={ON - timedelta(days=7)}"
    assert "Siv Rønning 0 0" in read(siv, last_week)


@pytest.mark.parametrize("day", ["tull", "1900-01-01", "2090-01-01", "0001-01-01", "9999-12-31", ""])
def test_a_week_that_cannot_be_is_this_week(client_as: As, cast: Cast, day: str) -> None:
    assert "Uke 47" in read(client_as("siv"), f"{reverse('employer_week')}?uke={day}")


@pytest.mark.req("I-6.3")
def test_long_since_is_said_also_without_a_match(cast: Cast, client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    log(siv, stormyra, day="22.08.2026")

    assert "Stormyra Mat" in read(siv, reverse("employer_week"))
    assert "Det er lenge siden sist." in read(siv, page(stormyra))
    log(siv, stormyra, way="phone", day="23.08.2026")
    assert "Stormyra Mat" not in read(siv, reverse("employer_week"))
    assert "Stormyra Mat" not in read(client_as("jonas"), reverse("employer_week"))


def test_the_list_knows_the_last_day_that_the_log_knows(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    for days in (5, 1, 9):
        log(siv, stormyra, day=f"{ON - timedelta(days=days):%d.%m.%Y}")

    stormyra.refresh_from_db()
    assert stormyra.last_contact_on == max(TeamContact.objects.values_list("on", flat=True))


def test_a_next_step_waits_in_the_week_until_it_is_taken(client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    log(siv, stormyra, next_step="Send brosjyren", next_step_on="30.11.2026")
    assert "Send brosjyren" in read(siv, reverse("employer_week"))

    fill_in(siv, act_page(stormyra, "tick-step", TeamContact.objects.get().public_id))
    steps = read(siv, reverse("employer_week")).split("Neste steg")[-1].split("Lenge siden")[0]
    assert "Send brosjyren" not in steps


def test_logging_takes_few_statements_however_much_is_logged(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    log(siv, stormyra, outcome="Den første")
    few = len(statements(lambda: log(siv, stormyra, outcome="Den andre")))
    TeamContact.objects.bulk_create(
        TeamContact(employer=stormyra, by=cast.accounts["siv"], on=ON, at=AT, way="phone") for _ in range(60)
    )
    many = len(statements(lambda: log(siv, stormyra, outcome="Den siste")))

    assert few == many <= MOST


def test_the_page_of_an_employer_takes_as_many_statements_with_a_long_log(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv = client_as("siv")
    for cup in ("1", "2"):
        log(siv, stormyra, outcome=f"Kopp {cup}", cup=cup)
    siv.get(page(stormyra))
    few = len(statements(lambda: siv.get(page(stormyra))))
    TeamContact.objects.bulk_create(
        TeamContact(employer=stormyra, by=cast.accounts["siv"], on=ON - timedelta(days=1), at=AT, way="phone")
        for _ in range(60)
    )

    assert few == len(statements(lambda: siv.get(page(stormyra))))
    second = siv.get(page(stormyra)).content.decode().split("?etter=")[1].split('"')[0]
    assert "Kopp 1" not in read(siv, f"{page(stormyra)}?etter={second}").split("Kontakt med teamet")[1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *((typed, True) for typed in ("storm", "STORMYRA mat", "fauske mat", "981526", "981 526 031")),
        *((typed, False) for typed in ("bodo", "123", "%", "_", "storm' OR 1=1 --")),
    ],
)
def test_the_list_is_searched_by_name_place_and_number(
    client_as: As, cast: Cast, typed: str, found: bool
) -> None:
    siv = client_as("siv")
    send(siv, reverse("new_employer"), name="Stormyra Mat", organisation_number="981526031", place="Fauske")

    assert ("Stormyra Mat" in read(siv, f"{reverse('employers')}?q={typed}")) is found


def test_who_has_not_logged_any_yet_chooses_among_those_the_team_got_to_know_last(
    client_as: As, stormyra: Employer
) -> None:
    assert "Stormyra Mat" in read(client_as("siv"), LOG)
    assert "Stormyra Mat" not in read(client_as("odd"), LOG)


@pytest.mark.req("I-6.3")
def test_the_list_of_those_one_has_not_met_for_long_says_what_the_rule_says(cast: Cast) -> None:
    """The page asks the database, the employer's own page the rule: the two agree around the very day."""
    rhythm = EMPLOYER_RELATION.on(ON)
    turn = add_months(ON, -rhythm.quiet_after_months)
    days = [None, ON, turn - timedelta(days=1), turn, turn + timedelta(days=1), date(1990, 1, 1)]
    for number, day in enumerate(days):
        Employer.objects.create(
            team=cast.units["ips_salten"],
            name=f"Bedrift {number}",
            search_name=f"bedrift {number}",
            last_contact_on=day,
            created_at=AT,
        )

    found = access_employer_week(cast.acting("mette"), ON, at=AT, on=ON, purposes={})

    quiet = {
        f"Bedrift {number}"
        for number, day in enumerate(days)
        if is_quiet(EmployerRelation(RelationStage.KEPT_UP, (None, None, None), day), on=ON, rhythm=rhythm)
    }
    assert quiet == {"Bedrift 2", "Bedrift 3", "Bedrift 5"}
    assert {each.name for each in found.quiet} == quiet
