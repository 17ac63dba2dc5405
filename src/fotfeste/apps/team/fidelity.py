"""The team's figures for the fidelity scale, counted from what is put down anyway. Nobody is named.

Nobody hidden from the supervisor is counted. As few statements for fifty specialists as for two.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from fotfeste.apps.around.handover_page import Specialist, specialists
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.first_contacts import FACE_TO_FACE, first_contacts
from fotfeste.apps.consents.visible import not_denied
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.employers.models import ContactTogether, TeamContact
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.team.fidelity_around import Around, first_monday
from fotfeste.domain import employment
from fotfeste.domain.fidelity import (
    Counted,
    FidelityItem,
    Figure,
    caseload_size,
    diversity,
    figure,
    rhythm_kept,
    share_of,
)
from fotfeste.domain.job_facts import Permanence
from fotfeste.domain.startup import PlaceKind
from fotfeste.parameters import FIDELITY_LIMITS, FOLLOW_ALONG

A_YEAR, A_QUARTER, WEEKS = timedelta(days=365), timedelta(days=90), 4
JOB = ("person", "started_on", "ended_on", "employer", "occupation_code", "permanence", "is_ordinary")


@dataclass(frozen=True, slots=True)
class OfOne:
    """One specialist: how many they follow, and contacts with employers face to face in the last weeks."""

    public_id: UUID
    name: str
    position_percent: int
    active: int
    contacts: int
    weeks: int = WEEKS


@dataclass(frozen=True, slots=True)
class Mirror:
    """All figures that can be counted today, with the period each is about; and each specialist."""

    figures: tuple[Figure, ...]
    since: dict[FidelityItem, date]
    on: date
    of_each: tuple[OfOne, ...]


def access_mirror(acting: Acting, *, at: datetime, on: date) -> Mirror:
    """One's own team. Logged as a look at the team; it shows nobody."""
    with act():
        people = _of_team(acting)
        team = [each for each in specialists(acting, on=on) if not each.is_gone]
        contacts = _contacts_by_account(people, acting, on)
        counted = _counted(acting, people, team, contacts, on)
        limits = FIDELITY_LIMITS.on(on)
        fewest = {
            FidelityItem.CASELOAD: 1,
            FidelityItem.TEAM_MEETINGS: 1,
            FidelityItem.VOCATIONAL_UNIT: 1,
            FidelityItem.SUPERVISION: 1,
            FidelityItem.EMPLOYER_CONTACTS: 1,
            FidelityItem.JOB_DIVERSITY: limits.fewest_jobs,
            FidelityItem.EMPLOYER_DIVERSITY: limits.fewest_jobs,
            FidelityItem.PERMANENT_JOBS: limits.fewest_jobs,
        }
        record(
            Entry(
                Action.TEAM_SEEN, acting.who, at, object_type="unit", object_id=acting.unit, area="fidelity"
            )
        )
        return Mirror(
            figures=tuple(figure(item, counted[item], limits, fewest=fewest.get(item)) for item in counted),
            since=_periods(on),
            on=on,
            of_each=tuple(_of_one(each, contacts) for each in team),
        )


def _counted(
    acting: Acting, people: QuerySet[Person], team: list[Specialist], contacts: dict[UUID, int], on: date
) -> dict[FidelityItem, Counted]:
    jobs = list(
        Employment.objects.filter(person__in=people, started_on__gt=on - A_YEAR, started_on__lte=on)
        .order_by("pk")
        .only(*JOB)
    )
    full_time = caseload_size(
        sum(each.caseload.active for each in team), (each.caseload.position_percent for each in team)
    )
    face_to_face = sum(contacts.get(each.public_id, 0) for each in team)
    around = Around(people, [str(each.public_id) for each in team], acting, on)
    return {
        FidelityItem.CASELOAD: full_time,
        FidelityItem.TEAM_ASSIGNMENT: around.team_assignment(),
        FidelityItem.TEAM_MEETINGS: around.team_meetings(),
        FidelityItem.VOCATIONAL_UNIT: around.vocational_unit(),
        FidelityItem.SUPERVISION: around.supervision(),
        FidelityItem.RAPID_SEARCH: first_contacts(people, on),
        FidelityItem.EMPLOYER_CONTACTS: Counted(face_to_face, len(team) * WEEKS),
        FidelityItem.JOB_DIVERSITY: diversity([job.occupation_code for job in jobs]),
        FidelityItem.EMPLOYER_DIVERSITY: diversity([str(job.employer_id or "") for job in jobs]),
        FidelityItem.PERMANENT_JOBS: share_of(map(_is_permanent_and_ordinary, jobs)),
        FidelityItem.FOLLOW_ALONG: _rhythm(jobs, on),
        FidelityItem.OUT_OF_OFFICE: _places(people, on),
    }


def _periods(on: date) -> dict[FidelityItem, date]:
    return {
        FidelityItem.CASELOAD: on,
        FidelityItem.TEAM_ASSIGNMENT: on,
        FidelityItem.TEAM_MEETINGS: first_monday(on),
        FidelityItem.VOCATIONAL_UNIT: first_monday(on),
        FidelityItem.SUPERVISION: first_monday(on),
        FidelityItem.RAPID_SEARCH: on - A_YEAR,
        FidelityItem.EMPLOYER_CONTACTS: on - timedelta(weeks=WEEKS),
        FidelityItem.JOB_DIVERSITY: on - A_YEAR,
        FidelityItem.EMPLOYER_DIVERSITY: on - A_YEAR,
        FidelityItem.PERMANENT_JOBS: on - A_YEAR,
        FidelityItem.FOLLOW_ALONG: on - A_YEAR,
        FidelityItem.OUT_OF_OFFICE: on - A_QUARTER,
    }


def _of_team(acting: Acting) -> QuerySet[Person]:
    return not_denied(acting).filter(ownerships__unit=acting.unit_id, ownerships__until_day=None)


def _face_to_face(people: QuerySet[Person], on: date) -> QuerySet[EmployerContact]:
    held = EmployerContact.objects.filter(person__in=people, state=ContactState.HELD, held_on__lte=on)
    return held.filter(way__in=FACE_TO_FACE)


def _contacts_by_account(people: QuerySet[Person], acting: Acting, on: date) -> dict[UUID, int]:
    """On behalf of somebody, and in general (decision 24): both are contacts of whoever was there."""
    since = on - timedelta(weeks=WEEKS)
    behalf = _face_to_face(people, on).filter(held_on__gt=since)
    had_by = behalf.annotate(had_by=Coalesce("held_by__public_id", "agreed_by__public_id"))
    found = Counter(dict(had_by.values_list("had_by").annotate(number=Count("pk"))))
    general = {"way__in": FACE_TO_FACE, "on__gt": since, "on__lte": on, "employer__team": acting.unit_id}
    own = TeamContact.objects.filter(**general)
    found.update(dict(own.values_list("by__public_id").annotate(number=Count("pk"))))
    too = ContactTogether.objects.filter(**{f"contact__{name}": value for name, value in general.items()})
    found.update(dict(too.values_list("by__public_id").annotate(number=Count("pk"))))
    return dict(found)


def _places(people: QuerySet[Person], on: date) -> Counted:
    """Meetings outside the office, counted in the database: a team holds thousands of them."""
    held = Meeting.objects.filter(
        person__in=people, is_held=True, held_on__lte=on, held_on__gt=on - A_QUARTER
    ).exclude(place_kind=PlaceKind.PHONE)
    found = held.aggregate(
        known=Count("pk", filter=~Q(place_kind=PlaceKind.UNKNOWN)),
        out=Count("pk", filter=~Q(place_kind__in=[PlaceKind.UNKNOWN, PlaceKind.OFFICE])),
        unknown=Count("pk", filter=Q(place_kind=PlaceKind.UNKNOWN)),
    )
    return Counted(found["out"], found["known"], found["unknown"])


def _is_permanent_and_ordinary(job: Employment) -> bool | None:
    """A measure is not ordinary work, whatever it lasts; what nobody has said is not known."""
    if job.is_ordinary is False or job.permanence == Permanence.TEMPORARY:
        return False
    return True if job.is_ordinary and job.permanence == Permanence.PERMANENT else None


def _rhythm(jobs: Sequence[Employment], on: date) -> Counted:
    """How much of the follow-along rhythm was kept, for the jobs that began in the last year."""
    met: dict[int, list[date]] = defaultdict(list)
    rows = Meeting.objects.filter(person__in={job.person_id for job in jobs}, is_held=True)
    for person, day in rows.exclude(place_kind=PlaceKind.PHONE).values_list("person", "held_on"):
        met[person].append(day)
    rhythm = FOLLOW_ALONG.on(on)
    each = [
        rhythm_kept(employment.Employment(job.started_on, job.ended_on), met[job.person_id], rhythm, on=on)
        for job in jobs
    ]
    return Counted(sum(kept for kept, _ in each), sum(due for _, due in each))


def _of_one(each: Specialist, contacts: dict[UUID, int]) -> OfOne:
    return OfOne(
        each.public_id,
        each.name,
        each.caseload.position_percent,
        each.caseload.active,
        contacts.get(each.public_id, 0),
    )
