"""Meetings as they are in life, and being in touch: by one touch, undone by another (I-3.1, I-4.1e)."""

import re
from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.episodes.models import ContactAttempt, Meeting
from fotfeste.apps.people.models import Event
from fotfeste.apps.people.records import Contact, put_contact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from tests.web.filling_in import send, words

As = Callable[[str], Client]
TOUCH = re.compile(
    r'action="([^"]*/gjor/(?P<act>[a-z-]+)[^"]*)"[^>]*>.*?name="form_key" value="([^"]+)">'
    r'<input type="hidden" name="version" value="([^"]+)">',
    re.DOTALL,
)


def page(cast: Cast, person: str, name: str = "person") -> str:
    return reverse(name, args=[cast.people[person].public_id])


def act(cast: Cast, person: str, slug: str) -> str:
    return reverse("act", args=[cast.people[person].public_id, slug])


def plan(client: Client, cast: Cast, person: str = "nora", **typed: str) -> Meeting:
    given = {"day": "22.11.2026", "place_kind": "neutral", "clinician": "no", **typed}
    answer = send(client, act(cast, person, "plan-meeting"), **given)
    assert answer.status_code == 302, words(answer)
    return Meeting.objects.order_by("-pk")[0]


def touch(client: Client, url: str, slug: str) -> str:
    """Press the first button of that act on a page, and read the page one comes to."""
    html = client.get(url).content.decode()
    found = next((each for each in TOUCH.finditer(html) if each["act"] == slug), None)
    assert found, f"no button for {slug}"
    action, _, key, version = found.groups()
    answer = client.post(action.replace("&amp;", "&"), {"form_key": key, "version": version})
    assert answer.status_code == 302, words(answer)
    return words(client.get(answer["Location"]))


def codes(cast: Cast, person: str = "nora") -> list[str]:
    rows = AgendaLine.objects.filter(person=cast.people[person])
    return list(rows.order_by("place").values_list("code", flat=True))


def miss(client: Client, cast: Cast, times: int = 1) -> None:
    for _ in range(times):
        plan(client, cast, clock=str(9 + Meeting.objects.count()))
        touch(client, page(cast, "nora"), "meeting-missed")


@pytest.mark.req("I-3.1", "I-3.3")
def test_a_meeting_has_its_clock_its_place_in_words_and_who_is_asked(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meeting = plan(
        siv,
        cast,
        clock="14.15",
        where="Kafé Kystens",
        clinician="yes",
        nav_adviser="on",
        nav_wished="on",
        others="søsteren",
    )

    assert meeting.starts_at == time(14, 15)
    assert b"Kystens" not in bytes(meeting.sealed_where)
    assert meeting.invited == ["clinician", "nav_adviser", "other"]
    shown = words(siv.get(page(cast, "nora")))
    assert "Kafé Kystens" in shown
    assert "14.15" in shown
    assert "behandler, NAV-veileder, søsteren" in shown
    assert "Kafé Kystens" in words(siv.get(page(cast, "nora", "person_facts")))


@pytest.mark.req("I-3.1")
def test_the_nav_adviser_is_refused_unless_the_jobseeker_wishes_it(cast: Cast, client_as: As) -> None:
    typed = {"day": "24.11.2026", "place_kind": "office", "clinician": "no", "nav_adviser": "on"}

    answer = send(client_as("siv"), act(cast, "nora", "plan-meeting"), **typed)

    assert answer.status_code == 422
    assert "bare med når jobbsøkeren ønsker det" in words(answer)
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("typed", ["25.00", "halv tre", "14:99", "<b>"])
def test_an_hour_that_is_none_is_said_so(cast: Cast, client_as: As, typed: str) -> None:
    given = {"day": "24.11.2026", "place_kind": "office", "clinician": "no", "clock": typed}

    answer = send(client_as("siv"), act(cast, "nora", "plan-meeting"), **given)

    assert answer.status_code == 422
    assert "Vi forstår ikke klokkeslettet" in words(answer)


def test_one_who_cannot_be_reached_is_said_so_before_a_meeting_is_agreed(cast: Cast, client_as: As) -> None:
    nora = cast.people["nora"]
    siv, url = client_as("siv"), act(cast, "nora", "plan-meeting")
    assert "Verken telefon eller e-post" not in words(siv.get(url))

    put_contact(nora, Contact(nora.name), keys_of([(nora.pk, nora.public_id)])[nora.pk])
    nora.save()

    assert "Verken telefon eller e-post" in words(siv.get(url))


@pytest.mark.req("I-3.1")
def test_missed_is_one_touch_and_is_undone_by_another(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    plan(siv, cast)

    assert "kom ikke" in touch(siv, page(cast, "nora"), "meeting-missed")
    assert Meeting.objects.get().fell_through == "missed"

    touch(siv, page(cast, "nora"), "meeting-undo")

    meeting = Meeting.objects.get()
    assert (meeting.fell_through, meeting.is_planned) == ("", True)
    kinds = Event.objects.filter(person=cast.people["nora"]).order_by("pk").values_list("kind", flat=True)
    assert list(kinds)[-3:] == ["meeting.planned", "appointment.missed", "meeting.undone"]


def test_called_off_and_moved_are_one_touch_and_the_row_stays(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    plan(siv, cast, day="24.11.2026")

    assert "flyttet hit" in touch(siv, page(cast, "nora"), "meeting-a-week-later")
    assert Meeting.objects.get().held_on == date(2026, 12, 1)
    touch(siv, page(cast, "nora"), "meeting-undo")
    assert Meeting.objects.get().held_on == date(2026, 11, 24)

    assert "avlyst" in touch(siv, page(cast, "nora"), "meeting-called-off")
    assert Meeting.objects.get().fell_through == "called_off"
    assert "startup.hold-first-meeting" in codes(cast)


def test_nobody_can_have_missed_a_meeting_that_lies_ahead(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meeting = plan(siv, cast, day="24.11.2026")

    answer = send(siv, f"{act(cast, 'nora', 'meeting-missed')}?om={meeting.public_id.hex}")

    assert answer.status_code == 422
    assert "ikke er kommet ennå" in words(answer)


def test_a_touch_on_a_page_that_is_out_of_date_changes_nothing(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    plan(siv, cast)
    html = siv.get(page(cast, "nora")).content.decode()
    missed = next(each for each in TOUCH.finditer(html) if each["act"] == "meeting-missed")
    touch(siv, page(cast, "nora"), "meeting-called-off")

    answer = siv.post(missed[1], {"form_key": missed[3], "version": missed[4]})

    assert answer.status_code == 409
    assert Meeting.objects.get().fell_through == "called_off"


def test_there_is_nothing_to_undo_in_a_meeting_that_is_as_it_was(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meeting = plan(siv, cast)

    answer = send(siv, f"{act(cast, 'nora', 'meeting-undo')}?om={meeting.public_id.hex}")

    assert answer.status_code == 422
    assert "ikke noe å angre" in words(answer)


def test_todays_meetings_stand_on_today_with_their_buttons(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    plan(siv, cast, clock="9", where="Biblioteket")

    shown = words(siv.get(reverse("today")))
    assert "Møter i dag" in shown
    assert "Biblioteket" in shown

    touch(siv, reverse("today"), "meeting-missed")
    assert Meeting.objects.get().fell_through == "missed"


@pytest.mark.req("I-4.1e")
def test_called_no_answer_is_one_touch_from_the_person_and_from_today(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    touch(siv, page(cast, "nora"), "call-unanswered")
    touch(siv, reverse("today"), "call-unanswered")

    assert ContactAttempt.objects.count() == 2
    assert "Ringte, ikke svar" in words(siv.get(page(cast, "nora", "person_timeline")))


@pytest.mark.req("I-4.1e")
def test_the_day_of_the_second_missed_meeting_the_plan_itself_is_on_top(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    typed = {
        "plan": "Siv ringer Berit",
        "agreed_problems": "Sover ikke",
        "together": "on",
        "day": "20.11.2026",
    }
    send(siv, act(cast, "nora", "make-contingency-plan"), **typed)
    miss(siv, cast)
    assert "Planen for problemer gjelder nå" not in words(siv.get(page(cast, "nora")))

    miss(siv, cast)

    shown = words(siv.get(page(cast, "nora")))
    assert "Siv ringer Berit" in shown
    assert "problem.follow-plan" in codes(cast)
    assert "Følg planen for problemer" in words(siv.get(reverse("today")))

    touch(siv, page(cast, "nora"), "contact-reached")
    assert "Siv ringer Berit" not in words(siv.get(page(cast, "nora")))


@pytest.mark.req("I-4.1e")
def test_without_a_plan_the_day_asks_for_one(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    miss(siv, cast, times=2)

    assert "problem.no-plan" in codes(cast)
    assert "det er ingen plan" in words(siv.get(page(cast, "nora")))


@pytest.mark.req("I-4.1e")
def test_what_else_they_agreed_to_watch_for_brings_out_the_plan_until_it_is_over(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    typed = {"plan": "Ring mor", "agreed_problems": "Sover ikke", "day": "20.11.2026"}
    send(siv, act(cast, "nora", "make-contingency-plan"), **typed)

    send(siv, act(cast, "nora", "problem-arose"))
    shown = words(siv.get(page(cast, "nora")))
    assert "Ring mor" in shown
    assert "Sover ikke" in shown

    send(siv, act(cast, "nora", "problem-settled"))
    assert "Ring mor" not in words(siv.get(page(cast, "nora")))
    assert send(siv, act(cast, "nora", "problem-settled")).status_code == 422


def test_following_the_plan_is_put_down_with_what_was_done(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act(cast, "nora", "make-contingency-plan"), plan="Ring mor", day="20.11.2026")
    miss(siv, cast, times=2)

    send(siv, act(cast, "nora", "follow-plan"), is_reached="no", note="Ringte mor")
    assert "problem.follow-plan" in codes(cast)
    send(siv, act(cast, "nora", "follow-plan"), is_reached="yes", note="Hun ringte tilbake")

    assert "problem.follow-plan" not in codes(cast)
    assert "Hun ringte tilbake" in words(siv.get(page(cast, "nora", "person_notes")))


@pytest.mark.req("I-4.1e")
def test_that_somebody_did_not_come_is_not_for_the_nav_adviser(cast: Cast, client_as: As) -> None:
    siv, hege = client_as("siv"), client_as("hege")
    miss(siv, cast, times=2)

    for name in ("person", "person_timeline", "person_facts"):
        assert "kom ikke" in words(siv.get(page(cast, "nora", name)))
        assert "kom ikke" not in words(hege.get(page(cast, "nora", name)))


def test_the_calendar_file_says_when_and_nothing_else(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meeting = plan(siv, cast, day="24.11.2026", clock="14.15", where="DPS Salten", place_kind="treatment")
    url = reverse("meeting_file", args=[cast.people["nora"].public_id, meeting.public_id])
    before = LogRow.objects.count()

    answer = client_as("nora").get(url)

    said = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert "DTSTART:20261124T131500Z" in said
    assert "SUMMARY:Avtale" in said
    for word in ("IPS", "NAV", "DPS", "Salten", "Nora", "Siv", "Fotfeste", "jobb", "helse"):
        assert word.casefold() not in said.casefold()
    assert LogRow.objects.filter(seq__gt=before, area="calendar_file").exists()


def test_a_meeting_without_an_hour_takes_the_day(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meeting = plan(siv, cast, day="24.11.2026")

    said = siv.get(reverse("meeting_file", args=[cast.people["nora"].public_id, meeting.public_id]))

    assert b"DTSTART;VALUE=DATE:20261124\r\n" in said.content


def test_the_calendar_file_of_somebody_one_does_not_follow_is_not_there(cast: Cast, client_as: As) -> None:
    meeting = plan(client_as("siv"), cast)
    nora, amir = cast.people["nora"].public_id, cast.people["amir"].public_id

    assert client_as("odd").get(reverse("meeting_file", args=[nora, meeting.public_id])).status_code == 404
    assert client_as("siv").get(reverse("meeting_file", args=[amir, meeting.public_id])).status_code == 404
