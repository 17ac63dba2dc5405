"""The provider's inbox: who waits for start, who has no guide. A start is confirmed once (F-05, F-09).

Nobody there stands in a relation to the person yet: what opens is the grant, to those who work at the
provider it names, and no more than a name and the days. See docs/decisions/0026.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.consents.many import hold_still
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.measures.guides import By, appoint, chosen_guide, guide_now, guides_at, is_missing, relieve
from fotfeste.apps.measures.jobs import gate_facts
from fotfeste.apps.measures.models import GuideAssignment, Participation
from fotfeste.apps.measures.need import newest_talk
from fotfeste.apps.measures.places import Place, going_on, place_of, places_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Account
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.providers import BeginFacts, Standing, may_begin
from fotfeste.domain.permissions import Ability, Decision
from fotfeste.domain.verdict import Reason, Refused, Verdict, because
from fotfeste.parameters import PROVIDER_LIMITS
from fotfeste.parameters.answers import ask

_OURS = "house §providers"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Somebody NAV has granted a measure here. Whose name is shown waits for start or for a guide."""

    row: Participation
    place: Place
    name: SealedContact

    @property
    def needs_start(self) -> bool:
        """Whether it is the start that is waited for; else it is a guide."""
        return self.row.first_start is None


@dataclass(frozen=True, slots=True)
class Inbox:
    """What waits for the provider. Of those on the waiting list only how many they are."""

    enrolments: Sequence[Enrolment]
    waiting: int


def access_enrolments(acting: Acting, *, at: datetime, on: date) -> Inbox:
    """Who waits for one's own provider. Logged with each person named."""
    with act():
        rows = list(_open(acting, on).order_by("starts_on", "pk"))
        places = places_of(rows, on=on)
        led = _guided(rows, acting, on)
        shown = [
            row
            for row in rows
            if places[row.pk].standing is Standing.HAS_PLACE or (row.first_start and row.pk not in led)
        ]
        subjects = tuple(row.person.log_id for row in shown)
        record(Entry(Action.MEASURES_SEEN, acting.who, at, subjects=subjects, area="enrolments"))
        keys = keys_of([(row.person_id, row.person.public_id) for row in shown])
        waiting = sum(each.standing is Standing.WAITING for each in places.values())
        return Inbox(
            [Enrolment(row, places[row.pk], SealedContact(row.person, keys[row.person_id])) for row in shown],
            waiting,
        )


def access_enrolment(acting: Acting, enrolment: UUID, *, at: datetime, on: date) -> Enrolment:
    """One of them. Whoever has a guide, is on the waiting list or is over, is not found."""
    with act():
        row = _one(acting, enrolment, at=at, on=on)
        record(_entry(acting, row, at))
        return Enrolment(row, place_of(row, on=on), SealedContact(row.person, _key(row)))


def act_begin(
    acting: Acting, enrolment: UUID, day: date, guide: UUID | None, *, at: datetime, on: date
) -> Participation:
    """It began that day, and this is the guide. Raises Refused with every reason; then nothing is done."""
    with act():
        row = _held(acting, enrolment, at=at, on=on)
        found = chosen_guide(row, row.person, guide, on=on)
        if against := (*_against(row, day, on=on), *(() if isinstance(found, Account) else found)):
            raise Refused(against)
        assert isinstance(found, Account)  # noqa: S101  # refused above
        row.first_start, row.confirmed_on, row.confirmed_by_id = day, on, acting.account_id
        row.version += 1
        row.save()
        appoint(row, row.person, found, By(acting, at, on))
        _told(row, acting, "measure.started", at=at, on=on)
        return row


def act_name_guide(
    acting: Acting, enrolment: UUID, guide: UUID | None, *, at: datetime, on: date
) -> Participation:
    """Name the guide of one that goes on and has none, or whose guide no longer works here."""
    with act():
        row = _held(acting, enrolment, at=at, on=on)
        found, before = chosen_guide(row, row.person, guide, on=on), guide_now(row)
        against: list[Reason] = []
        if row.first_start is None:
            against.append(because("measure-guide.not-begun", _OURS))
        if not is_missing(before, guides_at(acting.unit_id, on=on)):
            against.append(because("measure-guide.there-is-one", _OURS))
        if against or not isinstance(found, Account):
            raise Refused((*against, *(() if isinstance(found, Account) else found)))
        by = By(acting, at, on)
        if before is not None:
            relieve(before, "", _key(row), by)
        appoint(row, row.person, found, by)
        _told(row, acting, "measure.guide-named", at=at, on=on)
        return row


def _against(row: Participation, day: date, *, on: date) -> Verdict:
    facts = BeginFacts(
        decided=row.starts_on,
        last=row.last_day,
        first_start=row.first_start,
        ended=row.ended_on is not None,
        standing=place_of(row, on=on).standing,
    )
    against = may_begin(facts, day, PROVIDER_LIMITS.on(on), on=on)
    asked_for = row.starts_on <= day <= row.last_day
    return (*against, *_gate(row, day if asked_for else on)) if row.first_start is None else against


def _gate(row: Participation, day: date) -> Verdict:
    """The employer's part as it stood that day (§ 1-8): neither granted nor started before it is done."""
    job = gate_facts(row.case)
    if job is None:
        return ()
    need = newest_talk(row.case)
    reduced = need.reduced_capacity if need else None
    return ask("measure.gate", {"job": job, "reduced_capacity": reduced}, on=day).outcome.verdict


def _open(acting: Acting, on: date) -> QuerySet[Participation]:
    if not acting.has(Ability.PARTICIPANTS_OWN):
        return Participation.objects.none()
    rows = going_on(on).filter(not_hidden_from(acting), provider=acting.unit_id)
    return rows.select_related("person", "office", "case")


def _guided(rows: Sequence[Participation], acting: Acting, on: date) -> set[int]:
    """Those (row ids) that have a guide who works here."""
    here = [each.pk for each in guides_at(acting.unit_id, on=on)]
    led = GuideAssignment.objects.filter(participation__in=rows, until_day=None, account__in=here)
    return set(led.values_list("participation", flat=True))


def _one(acting: Acting, enrolment: UUID, *, at: datetime, on: date) -> Participation:
    row = _open(acting, on).filter(public_id=enrolment).first()
    if row is not None:
        standing = place_of(row, on=on).standing
        has_guide = row.pk in _guided([row], acting, on)
        if standing is Standing.HAS_PLACE or (standing is Standing.GOING_ON and not has_guide):
            return row
    raise _not_here(acting, at)


def _held(acting: Acting, enrolment: UUID, *, at: datetime, on: date) -> Participation:
    """The row once nobody else can change it. Whoever comes second is told what has happened."""
    row = _open(acting, on).filter(public_id=enrolment).first()
    if row is None:
        raise _not_here(acting, at)
    hold_still([row.person_id])
    return _open(acting, on).get(pk=row.pk)


def _not_here(acting: Acting, at: datetime) -> Denied:
    code = "access.no-such-person"
    record(refused(Entry(Action.MEASURE_SEEN, acting.who, at, area="enrolment"), code))
    return Denied(Decision(reason_code=code))


def _told(row: Participation, acting: Acting, kind: str, *, at: datetime, on: date) -> None:
    happened(row.person, kind, on=on, by=acting, at=at)
    logged(Action.MEASURE_FOLLOWED, by=acting, at=at, about=row.person)
    touch(row.person, on=on)


def _key(row: Participation) -> SealingKey:
    return keys_of([(row.person_id, row.person.public_id)])[row.person_id]


def _entry(acting: Acting, row: Participation, at: datetime) -> Entry:
    return Entry(Action.MEASURE_SEEN, acting.who, at, subject=row.person.log_id, area="enrolment")
