"""The timeline of one made-up person: some ten things that happened."""

from collections.abc import Iterator
from datetime import date

from bench.people.records import Made, at_nine
from bench.people.writing import unsaved
from fotfeste.apps.people.models import Event


def events_of(made: Made) -> Iterator[Event]:
    """What has happened, by whoever did it, up to today."""
    last = made.story.ends_on
    for kind, day, data in _told(made):
        if day is not None and day <= last:
            by = made.specialist if made.random.random() < 0.7 else made.team.supervisor
            yield unsaved(Event, person=made.person, kind=kind, on=day, at=at_nine(day), by=by, data=data)


def _told(made: Made) -> Iterator[tuple[str, date | None, dict[str, str]]]:
    story = made.story
    yield "person.registered", story.referred_on, {}
    yield "episode.referred", story.referred_on, {}
    yield "relation.begun", story.referred_on, {"role": "employment_specialist"}
    yield "referral.accepted", story.accepted_on, {}
    for day in story.start_up_meetings:
        yield "meeting.held", day, {"place": "office"}
    for day in story.profiles:
        yield "profile.updated", day, {}
    yield "consent.stated", story.referred_on, {"scope": "nav_contact", "reply": story.nav_contact}
    yield "disclosure.stated", story.referred_on, {"stand": story.stand}
    yield "wishes.stated", story.referred_on, {}
    yield "employer.first-contacted", story.first_employer_on, {}
    for day in story.meetings[-2:]:
        yield "note.written", day, {}
    if story.job:
        yield "job.started", story.job.started_on, {}
        yield "job.ended", story.job.ended_on, {}
        for day in story.meetings[-2:]:
            yield "contact.held", day, {"place": "workplace"}
    yield "episode.discharged", story.discharged_on, {}
