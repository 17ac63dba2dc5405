"""Meetings of every kind: agreed, moved, held, missed, called off; people chosen by name (I §3, §4.3)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import EmployerContact
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.people.models import Event, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from tests.people import AT, ON
from tests.web.filling_in import send, words
from tests.web.test_meetings import act, codes, page, touch

As = Callable[[str], Client]


@pytest.fixture
def sister(cast: Cast) -> Relation:
    """Nora's sister stands around her, by name."""
    return Relation.objects.create(
        person=cast.people["nora"],
        kind=RelationKind.NEXT_OF_KIN,
        contact_name="Kari Lunde",
        from_day=ON,
    )


@pytest.fixture
def stormyra(cast: Cast) -> Employer:
    return Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )


def agree(client: Client, cast: Cast, **typed: str) -> Meeting:
    given = {"kind": "jobseeker", "day": "25.11.2026", "place_kind": "neutral", **typed}
    answer = send(client, act(cast, "nora", "plan-appointment"), **given)
    assert answer.status_code == 302, words(answer)
    return Meeting.objects.order_by("-pk")[0]


def log(cast: Cast, meeting: Meeting) -> str:
    return act(cast, "nora", "log-appointment") + f"?om={meeting.public_id.hex}"


@pytest.mark.req("I-3.1", "I-3.3")
@pytest.mark.parametrize("kind", ["jobseeker", "follow_along", "clinician"])
def test_any_meeting_is_agreed_moved_missed_undone_and_held(cast: Cast, client_as: As, kind: str) -> None:
    siv = client_as("siv")
    meeting = agree(siv, cast, kind=kind, day="22.11.2026", clock="10")
    assert "meeting.coming" in codes(cast)

    touch(siv, page(cast, "nora"), "meeting-a-week-later")
    meeting.refresh_from_db()
    assert meeting.held_on == date(2026, 11, 29)
    touch(siv, page(cast, "nora"), "meeting-undo")
    touch(siv, page(cast, "nora"), "meeting-missed")
    meeting.refresh_from_db()
    assert meeting.fell_through == "missed"
    touch(siv, page(cast, "nora"), "meeting-undo")
    answer = send(
        siv, log(cast, meeting), outcome="held", day="22.11.2026", place_kind="office", note="Gikk fint."
    )

    assert answer.status_code == 302, words(answer)
    meeting.refresh_from_db()
    assert (meeting.is_held, meeting.kind, meeting.place_kind) == (True, kind, "office")
    assert "meeting.coming" not in codes(cast)


@pytest.mark.req("I-3.1")
def test_people_around_are_chosen_by_name_and_kept_sealed(
    cast: Cast, client_as: As, sister: Relation
) -> None:
    siv = client_as("siv")
    chosen = {f"with_{sister.public_id.hex}": "on"}

    meeting = agree(siv, cast, **chosen)

    assert meeting.invited == ["next_of_kin"]
    assert b"Kari" not in bytes(meeting.sealed_people)
    assert "Kari Lunde" in words(siv.get(page(cast, "nora")))
    logging = words(siv.get(log(cast, meeting)))
    assert "checked" in logging.split(f'name="with_{sister.public_id.hex}"')[1].split(">")[0]
    start_up = words(siv.get(act(cast, "nora", "plan-meeting")))
    assert "Kari Lunde (pårørende)" in start_up


@pytest.mark.req("I-3.1")
def test_nav_comes_only_when_the_jobseeker_wishes_it(cast: Cast, client_as: As) -> None:
    siv, url = client_as("siv"), act(cast, "nora", "plan-appointment")
    typed = {"kind": "nav", "day": "25.11.2026", "place_kind": "office"}

    answer = send(siv, url, **typed)

    assert answer.status_code == 422
    assert "bare med når jobbsøkeren ønsker det" in words(answer)
    assert not Meeting.objects.exists()
    assert agree(siv, cast, **typed, nav_wished="on").invited == ["nav_adviser"]


@pytest.mark.req("I-4.3c")
def test_a_meeting_with_an_employer_is_clarified_first_and_has_its_reminder(
    cast: Cast, client_as: As, stormyra: Employer
) -> None:
    siv, nora = client_as("siv"), cast.people["nora"]
    typed = {"kind": "employer", "employer": stormyra.public_id.hex}
    refused = send(
        siv,
        act(cast, "nora", "plan-appointment"),
        **typed,
        day="25.11.2026",
        place_kind="workplace",
    )
    assert refused.status_code == 422
    assert not Meeting.objects.exists()
    DisclosureStatement.objects.create(
        person=nora, employer=stormyra, stand="partial", stated_on=ON, confirmed_at=AT
    )

    meeting = agree(siv, cast, **typed)

    contact = EmployerContact.objects.get(meeting=meeting)
    assert contact.planned_on == meeting.held_on
    assert "employer-contact.coming" in codes(cast)
    assert "meeting.coming" not in codes(cast), "said once, with what may be told"
    touch(siv, page(cast, "nora"), "meeting-called-off")
    contact.refresh_from_db()
    assert contact.state == "called_off"
    touch(siv, page(cast, "nora"), "meeting-undo")
    touch(siv, page(cast, "nora"), "meeting-a-week-later")
    contact.refresh_from_db()
    assert (contact.state, contact.planned_on) == ("agreed", date(2026, 12, 2))


@pytest.mark.req("I-4.3c")
def test_the_meeting_is_as_the_contact_is_logged(cast: Cast, client_as: As, stormyra: Employer) -> None:
    siv = client_as("siv")
    DisclosureStatement.objects.create(
        person=cast.people["nora"], employer=stormyra, stand="none", stated_on=ON, confirmed_at=AT
    )
    meeting = agree(siv, cast, kind="employer", employer=stormyra.public_id.hex, day="22.11.2026")

    answer = send(siv, act(cast, "nora", "log-agreed-contact"), outcome="held", day="22.11.2026")

    assert answer.status_code == 302, words(answer)
    meeting.refresh_from_db()
    assert meeting.is_held


def test_a_contact_about_a_job_is_offered_only_where_there_is_a_job(cast: Cast, client_as: As) -> None:
    siv, url = client_as("siv"), act(cast, "nora", "log-appointment")
    assert 'value="follow_along"' not in words(siv.get(url))
    answer = send(siv, url, kind="jobseeker", day="20.11.2026", place_kind="phone")
    assert answer.status_code == 302, words(answer)
    assert Event.objects.filter(kind="appointment.held", data__meeting_kind="jobseeker").exists()
    shown = words(siv.get(page(cast, "nora", "person_timeline")))
    assert "samtale med jobbsøkeren" in shown

    Employment.objects.create(person=cast.people["nora"], started_on=ON)

    assert 'value="follow_along"' in words(siv.get(url))
    assert "Loggfør kontakt om jobben" not in words(siv.get(page(cast, "nora")))


@pytest.mark.parametrize("day", ["21.11.2026", "1.1.2090", "32.13.2026"])
def test_a_day_that_cannot_be_is_refused(cast: Cast, client_as: As, day: str) -> None:
    typed = {"kind": "jobseeker", "day": day, "place_kind": "office", "others": "<script>" * 20}

    answer = send(client_as("siv"), act(cast, "nora", "plan-appointment"), **typed)

    assert answer.status_code == 422
    assert "<script><script>" not in words(answer)
    assert not Meeting.objects.exists()


def test_the_calendar_file_of_any_kind_is_neutral(cast: Cast, client_as: As, sister: Relation) -> None:
    siv = client_as("siv")
    meeting = agree(siv, cast, kind="clinician", where="DPS", **{f"with_{sister.public_id.hex}": "on"})

    content = words(siv.get(reverse("meeting_file", args=[meeting.person.public_id, meeting.public_id])))

    assert "SUMMARY:Avtale" in content
    for word in ("DPS", "Kari", "behandler", "Fotfeste", "IPS"):
        assert word not in content


def test_others_do_not_plan(cast: Cast, client_as: As) -> None:
    for who in ("odd", "hege"):
        assert client_as(who).get(act(cast, "nora", "plan-appointment")).status_code in {403, 404}
