"""Going through the log of one member of staff: what is worth asking about, and signing that it was done.

Persons are told apart, not named: what makes a look worth asking about the program sees by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.audit.selectors import Look, looks_of
from fotfeste.apps.consents.door import OSLO, Denied
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.emergency import EMERGENCY_PURPOSES
from fotfeste.apps.people.looks import Reviewed, sign_review
from fotfeste.apps.people.models import Account, LogReview, Membership, Person, Relation, Unit
from fotfeste.domain.log_review import LookFacts, patterns, signs
from fotfeste.domain.names import search_form
from fotfeste.domain.permissions import Decision, Role
from fotfeste.domain.purposes import Purpose
from fotfeste.domain.verdict import Reason, Verdict
from fotfeste.parameters import REVIEW_LIMITS

MOST = 5000
_AS_STAND_IN = frozenset({"stand_in", Purpose.COVERS_FOR_COLLEAGUE})


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the team, and until which day their log has been gone through."""

    public_id: UUID
    name: str
    reviewed_until: date | None


@dataclass(frozen=True, slots=True)
class PointedOut:
    """A look worth asking about: when, what, why they looked, at how many, and what the signs are.

    `persons` are numbers within this page: the same number is the same person.
    """

    look: Look
    persons: tuple[int, ...]
    signs: Verdict


@dataclass(frozen=True, slots=True)
class SameLooks:
    """Looks that say the same: one of them, how many there were, and at how many persons."""

    example: Look
    looks: int
    persons: int


@dataclass(frozen=True, slots=True)
class Review:
    """The looks of one member of staff in a period. `is_cut` when there were more than can be shown."""

    member: Member
    from_day: date
    until_day: date
    looks: int
    alike: tuple[SameLooks, ...]
    pointed_out: tuple[PointedOut, ...]
    patterns: Verdict
    is_cut: bool


def access_members(acting: Acting) -> list[Member]:
    """Those in one's team, but for oneself."""
    if acting.unit_id is None:
        return []
    rows = Membership.objects.filter(unit=acting.unit_id).exclude(account=acting.account_id)
    accounts = Account.objects.filter(pk__in=rows.values("account"), acts_for=None).order_by("name", "pk")
    return [_member(account) for account in accounts]


def access_review(
    acting: Acting, staff: UUID, from_day: date, until_day: date, *, at: datetime, on: date
) -> Review:
    """What one member of the team has looked at. Reading it is logged, and so is signing it."""
    with act():
        account = _in_team(acting, staff)
        review = _review(account, from_day, until_day, on)
        record(_entry(acting, account, at))
        return review


def act_sign(
    acting: Acting, staff: UUID, from_day: date, until_day: date, outcome: str, *, at: datetime, on: date
) -> LogReview:
    """Sign that the period has been gone through. What is counted is counted anew."""
    with act():
        account = _in_team(acting, staff)
        review = _review(account, from_day, until_day, on)
        signed = Reviewed(
            staff=account,
            unit=Unit.objects.get(pk=acting.unit_id or 0),
            from_day=from_day,
            until_day=until_day,
            looks=review.looks,
            pointed_out=len(review.pointed_out),
            outcome=outcome,
        )
        return sign_review(signed, by=acting, at=at, on=on)


def _in_team(acting: Acting, staff: UUID) -> Account:
    rows = Membership.objects.filter(unit=acting.unit_id, account__public_id=staff)
    account = Account.objects.filter(pk__in=rows.values("account")).first()
    if account is None or acting.role is not Role.IPS_SUPERVISOR:
        raise Denied(Decision(reason_code="access.no-such-person"))
    return account


def _review(account: Account, from_day: date, until_day: date, on: date) -> Review:
    since = datetime.combine(from_day, time.min, OSLO)
    until = datetime.combine(until_day + timedelta(days=1), time.min, OSLO)
    rows = looks_of(account.public_id, since=since, until=until, most=MOST + 1)
    looks = [(look, about) for look, about in rows[:MOST] if about]
    judge = _Judge(account, {subject for _, about in looks for subject in about})
    found, facts = [], []
    for look, about in looks:
        judged = [judge.facts(look, subject) for subject in about]
        facts += judged
        if told := _told(judged):
            found.append(PointedOut(look, judge.numbers(about), told))
    return Review(
        member=_member(account),
        from_day=from_day,
        until_day=until_day,
        looks=len(looks),
        alike=tuple(_alike(looks)),
        pointed_out=tuple(found),
        patterns=patterns(facts, REVIEW_LIMITS.on(on)),
        is_cut=len(rows) > MOST,
    )


def _alike(looks: Iterable[tuple[Look, list[UUID]]]) -> list[SameLooks]:
    """The same looks counted together, the most frequent first."""
    kinds: dict[tuple[str, str, bool], list[tuple[Look, list[UUID]]]] = defaultdict(list)
    for look, about in looks:
        kinds[look.action, look.area, look.permitted].append((look, about))
    counted = [
        SameLooks(each[0][0], len(each), len({subject for _, about in each for subject in about}))
        for each in kinds.values()
    ]
    return sorted(counted, key=lambda each: -each.looks)


def _told(judged: Iterable[LookFacts]) -> Verdict:
    """Every sign once, in the order it was seen first."""
    found: dict[str, Reason] = {}
    for facts in judged:
        for reason in signs(facts):
            found.setdefault(reason.code, reason)
    return tuple(found.values())


class _Judge:
    """What is known of the persons somebody looked at: who they were to them each day, and their surname."""

    def __init__(self, account: Account, subjects: set[UUID]) -> None:
        people = Person.objects.filter(log_id__in=subjects)
        self._person = {person.log_id: person for person in people}
        self._number = {subject: place for place, subject in enumerate(sorted(subjects), start=1)}
        self._surname = _surname(account.name)
        self._relations = self._load(account)

    def facts(self, look: Look, subject: UUID) -> LookFacts:
        """One look at one person."""
        person = self._person.get(subject)
        is_emergency = look.purpose in EMERGENCY_PURPOSES or look.role == Role.ADMINISTRATOR
        return LookFacts(
            permitted=look.permitted,
            is_in_emergency=look.permitted and is_emergency,
            is_as_stand_in=look.purpose in _AS_STAND_IN,
            had_relation=self._had_relation(look, subject),
            shares_surname=person is not None
            and bool(self._surname)
            and _surname(person.search_name) == self._surname,
        )

    def numbers(self, subjects: Iterable[UUID]) -> tuple[int, ...]:
        """The persons as numbers of this page."""
        return tuple(sorted(self._number[subject] for subject in subjects))

    def _had_relation(self, look: Look, subject: UUID) -> bool:
        if look.role == Role.IPS_SUPERVISOR and look.purpose:
            return True
        day = look.at.astimezone(OSLO).date()
        return any(
            row.from_day <= day and (row.until_day is None or day <= row.until_day)
            for row in self._relations[subject]
        )

    def _load(self, account: Account) -> Mapping[UUID, list[Relation]]:
        found: dict[UUID, list[Relation]] = defaultdict(list)
        rows = Relation.objects.filter(account=account, person__in=self._person.values())
        for row in rows.select_related("person"):
            found[row.person.log_id].append(row)
        return found


def _surname(name: str) -> str:
    words = search_form(name).split()
    return words[-1] if len(words) > 1 else ""


def _member(account: Account) -> Member:
    last = LogReview.objects.filter(staff=account).order_by("-until_day").first()
    return Member(account.public_id, account.name, last.until_day if last else None)


def _entry(acting: Acting, account: Account, at: datetime) -> Entry:
    return Entry(
        Action.LOG_SEEN, acting.who, at, object_type="account", object_id=account.public_id, area="review"
    )
