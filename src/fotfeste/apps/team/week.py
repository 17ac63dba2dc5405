"""The team's week, in counts. Names take a reason, and another page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.around.emergency import access_waiting
from fotfeste.apps.around.handover_page import Specialist, specialists
from fotfeste.apps.around.questions import access_unanswered
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.first_contacts import first_contacts
from fotfeste.apps.caseload.mine import going_on
from fotfeste.apps.consents.visible import not_denied
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.imports.models import ImportBatch, ImportStage
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.team.discharge import access_asked
from fotfeste.domain.agenda import Act
from fotfeste.domain.fidelity import FidelityItem, Figure, figure
from fotfeste.domain.meetings import OutsideOffice, outside_office
from fotfeste.domain.permissions import RelationKind
from fotfeste.domain.startup import PlaceKind
from fotfeste.parameters import FIDELITY_LIMITS

STUCK_AFTER = timedelta(hours=1)
LATELY = timedelta(days=90)
"""How far back the places of meetings are counted. Our own choice."""
FIRST_MEETING = ("startup.hold-first-meeting", "startup.first-meeting-not-logged")


@dataclass(frozen=True, slots=True)
class Week:
    """What there is, and what waits for the supervisor or the team."""

    specialists: tuple[Specialist, ...]
    people: int
    without_specialist: int
    unanswered_referrals: int
    late_start_ups: int
    to_clear_up: int
    in_handover: int
    questions: int
    questions_overdue: int
    discharges_asked: int
    emergencies: int
    lists_waiting: int
    lists_stuck: int
    meetings_outside_office: int
    meetings_with_place: int
    first_contact: Figure


def access_week(acting: Acting, *, at: datetime, on: date) -> Week:
    """One's own team today. Logged as a look at the team; it shows nobody."""
    with act():
        people = going_on(_of_team(acting), on=on)
        places = _places(acting, on)
        lines = AgendaLine.objects.filter(person__in=people)
        questions = access_unanswered(acting, on=on)
        record(Entry(Action.TEAM_SEEN, acting.who, at, object_type="unit", object_id=acting.unit))
        return Week(
            specialists=specialists(acting, on=on),
            people=people.count(),
            without_specialist=people.exclude(Exists(_followed(on))).count(),
            unanswered_referrals=_persons(lines.filter(act=Act.ANSWER_REFERRAL)),
            late_start_ups=_persons(lines.filter(code__in=FIRST_MEETING, due__lt=on)),
            to_clear_up=_persons(lines.filter(act=Act.CLEAR_UP)),
            in_handover=people.filter(Exists(_followed(on).filter(until_day__isnull=False))).count(),
            questions=len(questions),
            questions_overdue=sum(question.due < on for question in questions),
            discharges_asked=len(access_asked(acting)),
            emergencies=len(access_waiting(acting, at=at, on=on)),
            lists_waiting=_lists(acting).filter(stage=ImportStage.PREVIEW, expires_at__gt=at).count(),
            lists_stuck=_lists(acting).filter(_stuck(at)).count(),
            meetings_outside_office=places.outside,
            meetings_with_place=places.known,
            first_contact=figure(
                FidelityItem.RAPID_SEARCH, first_contacts(_of_team(acting), on), FIDELITY_LIMITS.on(on)
            ),
        )


def _of_team(acting: Acting) -> QuerySet[Person]:
    return not_denied(acting).filter(ownerships__unit=acting.unit_id, ownerships__until_day=None)


def _followed(on: date) -> QuerySet[Relation]:
    return Relation.objects.filter(
        standing(on), person=OuterRef("pk"), kind=RelationKind.EMPLOYMENT_SPECIALIST, account__is_active=True
    )


def _persons(lines: QuerySet[AgendaLine]) -> int:
    return lines.values("person").distinct().count()


def _places(acting: Acting, on: date) -> OutsideOffice:
    """Where meetings with the team's jobseekers were held lately, also of those discharged (I-3.3)."""
    held = Meeting.objects.filter(person__in=_of_team(acting), is_held=True, held_on__lte=on)
    places = held.filter(held_on__gt=on - LATELY).values_list("place_kind", flat=True)
    return outside_office(PlaceKind(place) for place in places)


def _lists(acting: Acting) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(team=acting.unit_id)


def _stuck(at: datetime) -> Q:
    under_way = Q(stage__in=[ImportStage.READING, ImportStage.APPLYING], brought_at__lt=at - STUCK_AFTER)
    return under_way | Q(stage=ImportStage.REFUSED, expires_at__gt=at)
