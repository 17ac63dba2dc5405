"""The team's meetings: the agenda by rule, names only when all may know, decisions that become tasks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow, LogSubject
from fotfeste.apps.employers.models import Employer, SoughtByEmployer, TeamContact
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.people.models import Closeness, Event, Membership
from fotfeste.apps.unit_meetings.making import act_fill
from fotfeste.apps.unit_meetings.models import AgendaItem, Decision, NamingStatement, UnitMeeting
from fotfeste.cli.cast import Cast
from tests.web.caseloads import statements
from tests.web.pages import hidden, read, send, words

As = Callable[[str], Client]
LIST = "/teammoter"
CANARY = "Hemmelig-kanarifugl"


def role(cast: Cast, who: str) -> str:
    return str(Membership.objects.get(account=cast.accounts[who]).public_id)


def call(cast: Cast, client: Client, *who: str, med: str = "", **more: object) -> UnitMeeting:
    address = f"{LIST}/nytt" + (f"?med={cast.units[med].public_id}" if med else "")
    typed = {"held_on": "22.11.2026", "who": [role(cast, each) for each in who], **more}
    answer = send(client, address, **typed)
    assert answer.status_code == 302, words(answer)
    return UnitMeeting.objects.latest("pk")


def page_of(meeting: UnitMeeting) -> str:
    return reverse("unit_meeting", args=[meeting.public_id])


def agrees(cast: Cast, who: str, kind: str, unit: str) -> None:
    NamingStatement.objects.create(
        person=cast.people[who],
        kind=kind,
        unit=cast.units[unit],
        agrees=True,
        stated_on=cast.on,
        text_version="2026-11",
        given="told",
        written_by=cast.accounts["siv"],
    )


def take_up(cast: Cast, client: Client, meeting: UnitMeeting, **typed: object) -> AgendaItem:
    answer = send(client, page_of(meeting) + "/ny-sak", **typed)
    assert answer.status_code == 302, words(answer)
    return AgendaItem.objects.latest("pk")


def nora(cast: Cast, **more: object) -> dict[str, object]:
    person = str(cast.people["nora"].public_id)
    return {
        "kind": "profile",
        "person": person,
        "line_of_work": "shop",
        "wants_name": "on",
        "text": "",
        **more,
    }


@pytest.mark.req("I-4.2c", "I-6.3")
def test_the_agenda_has_what_is_new_and_what_stands_still(cast: Cast, client_as: As) -> None:
    Employer.objects.create(
        team=cast.units["ips_salten"], name="Salten Bakeri", search_name="salten bakeri", created_at=cast.at
    )
    Episode.objects.filter(person=cast.people["sofie"]).update(
        start_up_finished_on=cast.on - timedelta(days=40)
    )

    page = read(client_as("jonas"), page_of(call(cast, client_as("siv"), "siv", "jonas", "mette")))

    assert "Nye arbeidsgivere Salten Bakeri Ny arbeidsgiver siden sist." in page
    assert "Jobbsøk som står stille En jobbsøker Søker jobb, men har ikke hatt kontakt" in page
    assert "på 30 dager eller mer" in page
    assert cast.people["sofie"].name not in page


@pytest.mark.req("I-8")
def test_a_jobseeker_is_named_when_they_agree_and_all_present_may_know(cast: Cast, client_as: As) -> None:
    agrees(cast, "nora", "vocational_unit", "ips_salten")
    meeting = call(cast, client_as("siv"), "siv", "jonas", "mette")
    take_up(cast, client_as("siv"), meeting, **nora(cast, text="Ser etter butikk"))

    for who in ("siv", "jonas", "mette"):
        page = read(client_as(who), page_of(meeting))
        assert cast.people["nora"].name in page
        assert "Ser etter butikk" in page
    row = LogRow.objects.filter(action="unit_meeting.seen").latest("seq")
    assert set(LogSubject.objects.filter(row=row).values_list("subject", flat=True)) == {
        cast.people["nora"].log_id
    }


@pytest.mark.req("I-8")
def test_without_a_yes_nothing_tells_who_it_is(cast: Cast, client_as: As) -> None:
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    take_up(cast, client_as("siv"), meeting, **nora(cast, text="Trenger tips til butikk"))

    for who in ("siv", "jonas", "mette"):
        response = client_as(who).get(page_of(meeting))
        html = response.content.decode()
        assert "En jobbsøker til butikk" in words(response)
        for secret in (*cast.people["nora"].name.split(), str(cast.people["nora"].public_id), "person/"):
            assert secret not in html.replace("/personer?", "")
    row = LogRow.objects.filter(action="unit_meeting.seen").latest("seq")
    assert row.row_count == 0


@pytest.mark.parametrize("trouble", ["guest", "close", "withdrawn", "reader"])
def test_who_comes_late_and_a_withdrawal_count_from_that_moment(
    cast: Cast, client_as: As, trouble: str
) -> None:
    agrees(cast, "nora", "vocational_unit", "ips_salten")
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    item = take_up(cast, client_as("siv"), meeting, **nora(cast, text=CANARY))
    decide = {"item": item.public_id, "text": f"Ringe {cast.people['nora'].name} {CANARY}"}
    assert send(client_as("siv"), page_of(meeting) + "/vedtak", **decide).status_code == 302
    assert CANARY in read(client_as("jonas"), page_of(meeting))
    reader = "jonas"
    if trouble == "guest":
        UnitMeeting.objects.update(guests="Noen fra Bodø")
    elif trouble == "withdrawn":
        NamingStatement.objects.update(ended_at=cast.at)
    elif trouble == "close":
        Closeness.objects.create(
            person=cast.people["nora"], account=cast.accounts["jonas"], kind="friend", declared_on=cast.on
        )
    else:
        reader = "mette"
        Closeness.objects.create(
            person=cast.people["nora"], account=cast.accounts["mette"], kind="friend", declared_on=cast.on
        )

    html = client_as(reader).get(page_of(meeting)).content.decode()

    assert "En jobbsøker til butikk" in html
    assert "holdes tilbake" in html
    assert CANARY not in html
    assert not any(part in html for part in cast.people["nora"].name.split())


def test_a_text_about_an_unnamed_one_cannot_have_the_name_in_it(cast: Cast, client_as: As) -> None:
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    first = cast.people["nora"].name.split()[0]

    refused = send(client_as("siv"), page_of(meeting) + "/ny-sak", **nora(cast, text=f"{first}s ønsker"))

    assert refused.status_code == 422
    assert "Teksten har navnet i seg" in words(refused)
    assert f"{first}s ønsker" in refused.content.decode()
    item = take_up(cast, client_as("siv"), meeting, **nora(cast))
    decided = {"item": item.public_id, "text": f"Ringe for {first}"}
    again = send(client_as("siv"), page_of(meeting) + "/vedtak", **decided)
    assert again.status_code == 422
    assert f"Ringe for {first}" in again.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.req("I-4.2c")
def test_a_decision_becomes_a_task_on_today_and_is_done_once(cast: Cast, client_as: As) -> None:
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    typed = {"text": "Besøke bakeriet", "responsible": cast.accounts["jonas"].public_id, "due": "25.11.2026"}
    assert send(client_as("siv"), page_of(meeting) + "/vedtak", **typed).status_code == 302

    assert "Besøke bakeriet" in read(client_as("jonas"), "/i-dag")
    assert "Besøke bakeriet" not in read(client_as("siv"), "/i-dag")
    task = Decision.objects.get()
    done = f"{LIST}/oppgaver/{task.public_id}/gjort"
    assert send(client_as("siv"), done).status_code == 404
    assert send(client_as("jonas"), done, fra="i-dag")["Location"] == "/i-dag"
    assert send(client_as("jonas"), done).status_code == 302
    assert "Besøke bakeriet" not in read(client_as("jonas"), "/i-dag")
    assert "gjort 22. november 2026" in read(client_as("siv"), page_of(meeting))


def test_a_decision_about_a_named_one_is_on_their_timeline_and_of_an_unnamed_one_is_not(
    cast: Cast, client_as: As
) -> None:
    agrees(cast, "nora", "vocational_unit", "ips_salten")
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    for who in ("nora", "amir"):
        person = str(cast.people[who].public_id)
        item = take_up(cast, client_as("siv"), meeting, **nora(cast, person=person))
        typed = {
            "item": item.public_id,
            "text": f"Vedtak {CANARY}",
            "responsible": cast.accounts["jonas"].public_id,
        }
        assert send(client_as("siv"), page_of(meeting) + "/vedtak", **typed).status_code == 302

    events = Event.objects.filter(kind="unit-meeting.decided")
    assert [event.person for event in events] == [cast.people["nora"]]
    for who in ("nora", "amir"):
        about = reverse("person_in_meetings", args=[cast.people[who].public_id])
        assert CANARY in read(client_as("siv"), about)
        assert client_as("jonas").get(about).status_code in (403, 404)
    today = read(client_as("jonas"), "/i-dag")
    assert cast.people["nora"].name in today
    assert "En jobbsøker til butikk" in today
    assert cast.people["amir"].name not in today


@pytest.mark.req("I-8")
def test_in_the_weekly_meeting_the_one_never_taken_up_comes_first(cast: Cast, client_as: As) -> None:
    for who in ("nora", "amir"):
        agrees(cast, who, "treatment_team", "dps_salten")
    first = call(cast, client_as("siv"), "siv", "berit", med="dps_salten", held_on="15.11.2026")
    AgendaItem.objects.filter(meeting=first, person=cast.people["amir"]).delete()
    item = AgendaItem.objects.get(meeting=first, person=cast.people["nora"])
    typed = {"item": item.public_id, "text": "Ta opp søvn", "responsible": cast.accounts["berit"].public_id}
    assert send(client_as("berit"), page_of(first) + "/vedtak", **typed).status_code == 302
    assert send(client_as("siv"), page_of(first) + "/ferdig", version="1").status_code == 302

    page = read(client_as("berit"), page_of(call(cast, client_as("siv"), "siv", "berit", med="dps_salten")))

    amir, one = cast.people["amir"].name, cast.people["nora"].name
    assert page.index(f"{amir} Ikke tatt opp i dette møtet før.") < page.index(
        f"{one} Det er en stund siden sist."
    )
    assert "Avtalt sist Ta opp søvn – Berit Aas" in page
    assert "Ta opp søvn" in read(client_as("berit"), LIST)


def test_a_clinician_says_how_many_are_not_referred_yet(cast: Cast, client_as: As) -> None:
    meeting = call(cast, client_as("siv"), "siv", "berit", med="dps_salten")

    typed = {"kind": "not_referred", "number": "3", "text": "To unge som spør om jobb"}
    answer = send(client_as("berit"), page_of(meeting) + "/ny-sak", **typed)

    assert answer.status_code == 302
    assert "Omtrent 3 To unge som spør om jobb" in read(client_as("siv"), page_of(meeting))
    assert send(client_as("berit"), page_of(meeting) + "/ny-sak", kind="not_referred").status_code == 422


def test_others_find_no_meeting(cast: Cast, client_as: As) -> None:
    ours = call(cast, client_as("siv"), "siv", "jonas")

    for who in ("odd", "berit"):
        assert client_as(who).get(page_of(ours)).status_code == 404
        assert send(client_as(who), page_of(ours) + "/vedtak", text="Hei").status_code == 404
        assert send(client_as(who), page_of(ours) + "/ferdig", version="1").status_code == 404
    for who in ("hege", "nora", "arne", "guro", "erik"):
        assert client_as(who).get(LIST).status_code in (403, 404)
    assert client_as("berit").get(f"{LIST}/nytt").status_code == 404


def test_one_who_does_not_follow_the_person_cannot_put_them_up(cast: Cast, client_as: As) -> None:
    meeting = call(cast, client_as("siv"), "siv", "jonas")

    answer = send(client_as("jonas"), page_of(meeting) + "/ny-sak", **nora(cast))

    assert answer.status_code == 422
    assert not AgendaItem.objects.filter(person=cast.people["nora"]).exists()


def test_finished_minutes_are_not_written_in_and_two_who_change_at_once_see_both(
    cast: Cast, client_as: As
) -> None:
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    change = page_of(meeting) + "/endre"
    version = hidden(client_as("siv").get(change), "version")
    typed = {"held_on": "23.11.2026", "who": [role(cast, "siv")], "version": version}
    assert send(client_as("siv"), change, **typed, place="Biblioteket").status_code == 302

    stale = send(client_as("jonas"), change, **typed, place="Kafé Lyktens lys")

    assert stale.status_code == 409
    assert "Kafé Lyktens lys" in words(stale)
    assert "Biblioteket" in words(stale)
    assert send(client_as("siv"), page_of(meeting) + "/ferdig", version="1").status_code == 409
    assert send(client_as("siv"), page_of(meeting) + "/ferdig", version="2").status_code == 302
    late = send(client_as("siv"), page_of(meeting) + "/vedtak", text="Enda en ting")
    assert late.status_code == 422
    assert client_as("siv").get(page_of(meeting) + "/ny-sak").status_code == 409


@pytest.mark.parametrize(
    "typed",
    [
        {"held_on": "31.02.2026"},
        {"held_on": "01.01.9999"},
        {"held_on": "01.01.1900"},
        {"starts_at": "25.99"},
        {"place": "x" * 81},
        {"who": []},
        {"who": ["00000000-0000-4000-8000-000000000000"]},
    ],
    ids=str,
)
def test_what_cannot_be_is_told_and_kept(cast: Cast, client_as: As, typed: dict[str, object]) -> None:
    sent = {"held_on": "22.11.2026", "who": [role(cast, "siv")], "guests": "Ørjan <b>", **typed}

    answer = send(client_as("siv"), f"{LIST}/nytt", **sent)

    assert answer.status_code == 422
    assert "Ørjan &lt;b&gt;" in answer.content.decode()
    assert not UnitMeeting.objects.exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "ᚠᛇᚻ العربية 漢字", "x" * 1000])
def test_any_text_is_kept_as_it_was_typed(cast: Cast, client_as: As, text: str) -> None:
    meeting = call(cast, client_as("siv"), "siv")

    assert send(client_as("siv"), page_of(meeting) + "/vedtak", text=text).status_code == 302

    assert text in read(client_as("siv"), page_of(meeting)) or "<script>alert" in text
    assert "<script>alert" not in client_as("siv").get(page_of(meeting)).content.decode()
    row = Decision.objects.get()
    assert text.encode() not in bytes(row.sealed_text)


@pytest.mark.req("I-8")
def test_the_jobseeker_says_yes_and_takes_it_back_with_one_touch(cast: Cast, client_as: As) -> None:
    mine = "/min-side/samtykker/navn-i-moter"
    unit = str(cast.units["ips_salten"].public_id)
    said = {"meeting": "vocational_unit", "unit": unit}
    assert "Du har ikke svart." in read(client_as("nora"), mine)

    assert send(client_as("nora"), mine, **said, answer="yes").status_code == 302
    assert "Du har sagt ja" in read(client_as("nora"), mine)
    meeting = call(cast, client_as("siv"), "siv", "jonas")
    take_up(cast, client_as("siv"), meeting, **nora(cast))
    assert cast.people["nora"].name in read(client_as("jonas"), page_of(meeting))
    assert send(client_as("nora"), mine, **said, answer="no").status_code == 302

    assert "En jobbsøker til butikk" in read(client_as("jonas"), page_of(meeting))
    assert send(client_as("nora"), mine, meeting="vocational_unit", unit="x", answer="yes").status_code == 422
    assert send(client_as("nora"), mine, **said, answer="maybe").status_code == 422


def test_the_specialist_puts_down_what_the_jobseeker_said(cast: Cast, client_as: As) -> None:
    person = cast.people["nora"].public_id
    address = reverse("act", args=[person, "naming"])
    page = client_as("siv").get(address)
    unit = f"vocational_unit:{cast.units['ips_salten'].public_id}"

    sent = {"meeting": unit, "answer": "yes", "version": hidden(page, "version")}

    assert "Jobbspesialistene i teamet møtes" in words(page)
    assert send(client_as("siv"), address, **sent).status_code == 302
    assert NamingStatement.objects.get().agrees
    assert "Sa ja til å bli navngitt: arbeidsrettet team" in read(
        client_as("siv"), reverse("person_timeline", args=[person])
    )
    assert client_as("jonas").get(address).status_code == 404


def test_a_protected_person_comes_up_only_through_the_one_who_follows_them(cast: Cast, client_as: As) -> None:
    Episode.objects.filter(person=cast.people["liv"]).update(
        start_up_finished_on=cast.on - timedelta(days=40)
    )
    agrees(cast, "liv", "vocational_unit", "ips_salten")
    meeting = call(cast, client_as("siv"), "siv", "marit")
    assert not AgendaItem.objects.filter(person=cast.people["liv"]).exists()

    liv = nora(cast, person=str(cast.people["liv"].public_id), kind="stuck")
    take_up(cast, client_as("marit"), meeting, **liv)

    for who in ("siv", "marit"):
        page = read(client_as(who), page_of(meeting))
        assert "En jobbsøker til butikk" in page
        assert "Hemmelig" not in page


@pytest.mark.parametrize("many", [2, 12])
def test_a_meeting_takes_as_many_statements_with_many_as_with_few(
    cast: Cast, client_as: As, many: int, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    meeting = call(cast, client_as("siv"), "siv", "jonas", "marit", "mette")
    for number in range(many):
        item = AgendaItem(meeting=meeting, kind="other", person=cast.people["nora"] if number == 0 else None)
        item.save()
        Decision.objects.create(
            meeting=meeting, item=item, decided_on=cast.on, written_by=cast.accounts["siv"]
        )
    client = client_as("jonas")
    client.get(page_of(meeting))

    with django_assert_max_num_queries(27):  # type: ignore[attr-defined]  # a context manager
        client.get(page_of(meeting))


def employer(cast: Cast, name: str, days_ago: int = 300, **more: object) -> Employer:
    at = cast.at - timedelta(days=days_ago)
    fields = {"team": cast.units["ips_salten"], "name": name, "search_name": name.lower(), "created_at": at}
    return Employer.objects.create(**fields, **more)


def lead(cast: Cast, whose: str, where: Employer, **more: object) -> Lead:
    return Lead.objects.create(
        person=cast.people[whose],
        found_on=cast.on,
        added_by=cast.accounts["siv"],
        employer=where,
        fingerprint=b"",
        **more,
    )


@pytest.mark.req("I-6.3", "I-8")
def test_what_the_team_has_learnt_of_employers_comes_up_and_tells_of_nobody(
    cast: Cast, client_as: As
) -> None:
    siv, on = cast.accounts["siv"], cast.on - timedelta(days=3)
    free, sought, met = (employer(cast, name) for name in ("Fri Kafé", "Søker Folk AS", "Ny Venn AS"))
    lead(cast, "nora", free, wanted=False, wanted_on=on)
    SoughtByEmployer.objects.create(employer=sought, text="En til i disken", said_on=on, written_by=siv)
    TeamContact.objects.create(employer=met, by=siv, on=on, at=cast.at, way="visit")
    meeting = call(cast, client_as("siv"), "siv", "jonas")

    seen = read(client_as("jonas"), page_of(meeting))

    assert "Fri Kafé" in seen
    assert "som ingen følger opp lenger" in seen  # unit-meeting.lead-is-free
    assert "Har sagt hva de ser etter" in seen  # unit-meeting.employer-looks-for
    assert "har ikke vært oppe her før" in seen  # unit-meeting.employer-not-shared
    assert cast.people["nora"].name not in seen
    assert not AgendaItem.objects.filter(meeting=meeting, kind="lead").exclude(person=None).exists()


@pytest.mark.req("I-6.3")
def test_a_protected_person_s_lead_an_old_one_and_one_elsewhere_do_not_come_up(
    cast: Cast, client_as: As
) -> None:
    on = cast.on - timedelta(days=3)
    hidden_one, old, closed = (
        employer(cast, "Vernet AS"),
        employer(cast, "Gammel AS"),
        employer(cast, "Lagt ned"),
    )
    Employer.objects.filter(pk=closed.pk).update(closed_on=on)
    elsewhere = Employer.objects.create(
        team=cast.units["ips_helgeland"], name="Annet Sted", search_name="annet sted", created_at=cast.at
    )
    lead(cast, "liv", hidden_one, wanted=False, wanted_on=on)
    lead(cast, "nora", old, wanted=False, wanted_on=cast.on - timedelta(days=90))
    lead(cast, "amir", closed, result="no", result_on=on)
    lead(cast, "nora", elsewhere, wanted=False, wanted_on=on)
    meeting = call(cast, client_as("siv"), "siv", "jonas")

    assert not AgendaItem.objects.filter(meeting=meeting, kind="lead").exists()


def test_an_employer_shared_in_a_finished_meeting_does_not_come_up_for_being_met(
    cast: Cast, client_as: As
) -> None:
    siv, met = client_as("siv"), employer(cast, "Ny Venn AS")
    TeamContact.objects.create(
        employer=met, by=cast.accounts["siv"], on=cast.on - timedelta(days=1), at=cast.at, way="visit"
    )
    first = call(cast, siv, "siv")
    assert AgendaItem.objects.filter(meeting=first, employer=met).count() == 1
    UnitMeeting.objects.filter(pk=first.pk).update(
        held_on=cast.on - timedelta(days=2), closed_on=cast.on - timedelta(days=2)
    )

    second = call(cast, siv, "siv")

    assert not AgendaItem.objects.filter(meeting=second, employer=met).exists()


def test_the_agenda_takes_as_many_statements_for_many_employers_as_for_few(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meeting = call(cast, siv, "siv")
    acting = cast.acting("siv")

    def filled() -> int:
        AgendaItem.objects.filter(meeting=meeting).delete()
        return len(statements(lambda: act_fill(acting, meeting.public_id, at=cast.at, on=cast.on)))

    few = filled()
    for number in range(12):
        met = employer(cast, f"Bedrift {number}")
        TeamContact.objects.create(employer=met, by=cast.accounts["siv"], on=cast.on, at=cast.at, way="visit")
    assert filled() <= few + 2  # whether they have been shared, and putting them there
