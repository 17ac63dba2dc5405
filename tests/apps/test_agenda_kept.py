"""The lines that are kept follow the facts, and an alarm rings on the day the answer changes."""

from datetime import timedelta

from fotfeste.apps.agenda.models import AgendaLine, Alarm
from fotfeste.apps.agenda.services import rewrite, ringing
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.cli.cast import Cast


def codes(cast: Cast, name: str) -> set[str]:
    return set(AgendaLine.objects.filter(person=cast.people[name]).values_list("code", flat=True))


def again(cast: Cast, name: str) -> None:
    person = cast.people[name]
    rewrite([(person.pk, person.public_id)], on=cast.on)


def start_up_meeting(cast: Cast, name: str, *, days: int, is_held: bool) -> None:
    person = cast.people[name]
    Meeting.objects.create(
        person=person,
        episode=Episode.objects.get(person=person),
        kind=MeetingKind.START_UP,
        held_on=cast.on + timedelta(days=days),
        is_held=is_held,
    )


def test_nobody_has_met_yet(cast: Cast) -> None:
    assert "startup.hold-first-meeting" in codes(cast, "nora")


def test_a_meeting_that_was_planned_and_is_past_is_asked_about(cast: Cast) -> None:
    start_up_meeting(cast, "nora", days=-1, is_held=False)
    again(cast, "nora")

    assert "startup.first-meeting-not-logged" in {
        reason["code"]
        for line in AgendaLine.objects.filter(person=cast.people["nora"])
        for reason in line.why
    } | codes(cast, "nora")


def test_once_it_is_held_it_is_not_asked_for_any_more(cast: Cast) -> None:
    start_up_meeting(cast, "nora", days=-1, is_held=True)
    again(cast, "nora")

    assert "startup.hold-first-meeting" not in codes(cast, "nora")


def test_lines_made_by_older_rules_are_asked_again(cast: Cast) -> None:
    nora = cast.people["nora"]
    quiet = {person for person, _ in ringing(on=cast.on)}
    assert nora.pk not in quiet

    Alarm.objects.filter(person=nora).update(rule_version="2020-01-01")

    assert (nora.pk, nora.public_id) in ringing(on=cast.on)


def test_the_alarm_rings_on_its_day_and_not_before(cast: Cast) -> None:
    amir = cast.people["amir"]
    Alarm.objects.filter(person=amir).update(ask_again_on=cast.on + timedelta(days=1))

    assert (amir.pk, amir.public_id) not in ringing(on=cast.on)
    assert (amir.pk, amir.public_id) in ringing(on=cast.on + timedelta(days=1))
