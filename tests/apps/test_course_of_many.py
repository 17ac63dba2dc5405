"""The course of many persons in two statements says what the rules say of each; so does its SQL twin."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fotfeste.apps.agenda.services import facts_of
from fotfeste.apps.caseload.course import courses
from fotfeste.apps.caseload.mine import going_on
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting, MeetingKind
from fotfeste.apps.people.models import Controller, Person
from fotfeste.apps.people.records import Contact, new_record
from fotfeste.apps.plans.models import CareerProfileVersion
from fotfeste.apps.vault.keyring import ensure_controller_key
from fotfeste.domain.agenda import course_standing
from fotfeste.domain.course import CourseStage
from tests.people import AT, ON

DAYS = st.dates(ON - timedelta(days=60), ON + timedelta(days=60))
MAYBE = st.none() | DAYS
JOBS = st.lists(st.tuples(DAYS, st.none() | st.integers(0, 50)), max_size=3)
EPISODE = st.fixed_dictionaries(
    {
        "referred_on": MAYBE,
        "start_up_finished_on": MAYBE,
        "first_employer_contact_on": MAYBE,
        "discharged_on": MAYBE,
    }
)
PERSON = st.fixed_dictionaries(
    {
        "episode": EPISODE,
        "meetings": st.lists(st.tuples(DAYS, st.booleans()), max_size=3),
        "profiles": st.lists(DAYS, max_size=2),
        "jobs": JOBS,
    }
)
_numbers = itertools.count()


class TheCourseOfMany(TestCase):
    """Each example makes persons of its own."""

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(people=st.lists(PERSON, min_size=1, max_size=4), on=DAYS)
    def test_is_the_course_of_each(self, people: list[dict], on: date) -> None:
        made = [make(facts) for facts in people]

        found = courses([person.pk for person in made])
        alone = facts_of([(person.pk, person.public_id) for person in made], on=on)
        active = set(going_on(Person.objects.filter(pk__in=[p.pk for p in made]), on=on))

        for person in made:
            standing = course_standing(alone[person.pk], on=on)
            assert found[person.pk].standing(on=on) == standing
            assert (person in active) == (standing.stage is not CourseStage.DISCHARGED)


def make(facts: dict) -> Person:
    controller, _ = Controller.objects.get_or_create(name="Sykehus", kind="hospital")
    ensure_controller_key(str(controller.public_id))
    record = new_record(controller, Contact(f"Person {next(_numbers)}"), at=AT)
    record.person.save()
    record.key_row.person = record.person
    record.key_row.save()
    person = record.person
    episode = Episode.objects.create(
        person=person, accepted_on=ON, guideline_version="2020-04", **facts["episode"]
    )
    for day, is_held in facts["meetings"]:
        Meeting.objects.create(
            person=person, episode=episode, kind=MeetingKind.START_UP, held_on=day, is_held=is_held
        )
    for day in facts["profiles"]:
        CareerProfileVersion.objects.create(person=person, dated_on=day)
    for start, length in facts["jobs"]:
        end = None if length is None else start + timedelta(days=length)
        Employment.objects.create(person=person, started_on=start, ended_on=end)
    return person


@pytest.mark.django_db
def test_a_person_without_an_episode_is_referred_and_goes_on() -> None:
    controller = Controller.objects.create(name="Sykehus", kind="hospital")
    ensure_controller_key(str(controller.public_id))
    record = new_record(controller, Contact("Uten løp"), at=AT)
    record.person.save()

    assert courses([record.person.pk])[record.person.pk].standing(on=ON).stage is CourseStage.REFERRED
    assert record.person in going_on(Person.objects.all(), on=ON)
