"""The page one hands over from: whom one can hand over, what goes along with each, who could take them on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.around.handover import PURPOSE, giver_of, onwards, those_to_hand_over
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.course import courses
from fotfeste.apps.caseload.mine import going_on
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.visible import not_denied
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.people.acting import Acting, in_force
from fotfeste.apps.people.models import Account, Membership, Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.people.selectors import ever_in
from fotfeste.domain.caseload import CaseloadFacts, departures
from fotfeste.domain.course import CourseStage
from fotfeste.domain.permissions import Permission, RelationKind, Role
from fotfeste.domain.verdict import Verdict
from fotfeste.parameters import CASELOAD_GUIDANCE

_COLLEAGUES = (RelationKind.EMPLOYMENT_SPECIALIST, RelationKind.STAND_IN)


@dataclass(frozen=True, slots=True)
class GoesAlong:
    """What goes with a person: agreed meetings, open lines of the agenda, people around, stand-ins."""

    meetings: int
    lines: int
    around: int
    stand_ins: int


@dataclass(frozen=True, slots=True)
class ToHandOver:
    """One person who can be handed over. The name is opened when it is written."""

    relation: UUID
    version: int
    name: SealedContact
    stage: CourseStage
    goes_along: GoesAlong


@dataclass(frozen=True, slots=True)
class Specialist:
    """A specialist of the team, now or before, and how many they follow among those one may know of."""

    public_id: UUID
    name: str
    is_gone: bool
    caseload: CaseloadFacts


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """Whose caseload, whom it holds, who could take them on. The supervisor chooses from `team`."""

    giver: Specialist | None
    people: tuple[ToHandOver, ...]
    receivers: tuple[Specialist, ...]
    team: tuple[Specialist, ...]


def access_handover(acting: Acting, giver: UUID | None, *, at: datetime, on: date) -> HandoverPage:
    """One's own caseload for a specialist; for the supervisor that of anybody who is or was in the team."""
    with act():
        account = giver_of(acting, giver)
        team = specialists(acting, on=on)
        found = those_to_hand_over(acting, account, at=at, on=on) if account else []
        named = [each for each in found if each.may(Permission.PERSON_OPEN)]
        record(_entry(acting, named, at))
        return HandoverPage(
            giver=next((each for each in team if account and each.public_id == account.public_id), None),
            people=_people(named, account, on) if account else (),
            receivers=tuple(
                each
                for each in team
                if not each.is_gone and account is not None and each.public_id != account.public_id
            ),
            team=team if acting.role is Role.IPS_SUPERVISOR else (),
        )


def specialists(acting: Acting, *, on: date) -> tuple[Specialist, ...]:
    """The team's specialists, and those who have left but still have somebody to follow."""
    if acting.unit_id is None:
        return ()
    accounts = list(ever_in(acting.unit_id, Role.EMPLOYMENT_SPECIALIST))
    followed, positions = _followed(acting, accounts, on), _positions(acting.unit_id, on)
    everyone = [
        Specialist(
            public_id=account.public_id,
            name=account.name,
            is_gone=account.pk not in positions or not account.is_active,
            caseload=CaseloadFacts(followed.get(account.pk, 0), positions.get(account.pk, 100)),
        )
        for account in accounts
    ]
    return tuple(each for each in everyone if not each.is_gone or each.caseload.active)


def advice(receiver: Specialist, more: int, *, on: date) -> Verdict:
    """What the guideline says when this many more are added. Something to talk about, never a refusal."""
    then = CaseloadFacts(receiver.caseload.active + more, receiver.caseload.position_percent)
    return departures(then, CASELOAD_GUIDANCE.on(on))


def _followed(acting: Acting, accounts: Sequence[Account], on: date) -> dict[int, int]:
    people = going_on(not_denied(acting), on=on)
    rows = Relation.objects.filter(
        Exists(people.filter(pk=OuterRef("person"))),
        account__in=accounts,
        kind=RelationKind.EMPLOYMENT_SPECIALIST,
        ended_at=None,
        until_day=None,
    )
    return dict(rows.values_list("account").annotate(number=Count("person", distinct=True)))


def _positions(unit: int, on: date) -> dict[int, int]:
    roles = Membership.objects.filter(in_force(on), unit=unit, role=Role.EMPLOYMENT_SPECIALIST)
    return dict(roles.values_list("account", "position_percent"))


def _people(found: Sequence[Found], giver: Account, on: date) -> tuple[ToHandOver, ...]:
    ids = [each.person.pk for each in found]
    course, meetings, lines = courses(ids), _meetings(ids, on), _lines(ids)
    people = []
    for each in found:
        relation, row = onwards(each, giver), each.person.pk
        if relation is None:
            continue
        standing = [around for around in each.relations if around.holds_on(on)]
        along = GoesAlong(
            meetings=meetings.get(row, 0),
            lines=lines.get(row, 0),
            around=sum(around.kind not in _COLLEAGUES for around in standing),
            stand_ins=sum(around.kind == RelationKind.STAND_IN for around in standing),
        )
        name, stage = SealedContact(each.person, each.key), course[row].standing(on=on).stage
        people.append(ToHandOver(relation.public_id, relation.version, name, stage, along))
    return tuple(people)


def _meetings(people: Sequence[int], on: date) -> dict[int, int]:
    rows = Meeting.objects.filter(person_id__in=people, is_held=False, fell_through="", held_on__gte=on)
    return dict(rows.values_list("person").annotate(number=Count("pk")))


def _lines(people: Sequence[int]) -> dict[int, int]:
    rows = AgendaLine.objects.filter(person_id__in=people)
    return dict(rows.values_list("person").annotate(number=Count("pk")))


def _entry(acting: Acting, found: Sequence[Found], at: datetime) -> Entry:
    purpose = PURPOSE if acting.role is Role.IPS_SUPERVISOR else RelationKind.EMPLOYMENT_SPECIALIST
    shown = tuple(each.person.log_id for each in found)
    return Entry(Action.CASELOAD_SEEN, acting.who, at, subjects=shown, area="handover", purpose=purpose)
