"""What somebody has been told about agreements: the newest first, only where they may still know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from fotfeste.apps.agreements.models import AgreementNotice, ContactPerson, EmployerMember
from fotfeste.apps.agreements.tellable import tellable_to
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Ability, Role

MOST = 100


@dataclass(frozen=True, slots=True)
class NoticeSeen:
    """One notice. `name` is None where the reader may not know it, or it is about themselves."""

    row: AgreementNotice
    code: NoticeCode
    name: SealedContact | None


def access_notices(acting: Acting, *, at: datetime, on: date) -> list[NoticeSeen]:
    """One's own notices, those not read first. Logged with each person named."""
    with act():
        rows = list(
            _readable(acting)
            .select_related("person", "agreement__employer")
            .order_by(F("seen_at").desc(nulls_first=True), "-pk")[:MOST]
        )
        subjects = tuple(dict.fromkeys(row.person.log_id for row in rows))
        record(Entry(Action.AGREEMENTS_SEEN, acting.who, at, subjects=subjects, area="notices"))
        keys = keys_of([(row.person_id, row.person.public_id) for row in rows])
        named = _named(rows, acting, on)
        return [
            NoticeSeen(
                row,
                NoticeCode(row.code),
                SealedContact(row.person, keys[row.person_id]) if row.person_id in named else None,
            )
            for row in rows
        ]


def unread(acting: Acting) -> int:
    """How many notices are not read. Names nobody, and is not a look."""
    if not acting.has(Ability.NOTICES_OWN):
        return 0
    return _readable(acting).filter(seen_at=None).count()


def act_mark_read(acting: Acting, newest: UUID, *, at: datetime) -> int:
    """What one has been shown, up to the newest of them, is read. How many."""
    with act():
        record(Entry(Action.AGREEMENTS_SEEN, acting.who, at, area="notices_read"))
        last = _readable(acting).filter(public_id=newest).values_list("pk", flat=True).first() or 0
        rows = _readable(acting).filter(seen_at=None, pk__lte=last)
        return AgreementNotice.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).update(
            seen_at=at
        )


def _readable(acting: Acting) -> QuerySet[AgreementNotice]:
    """One's own, in the role one acts in, where the way to the agreement is still open."""
    rows = AgreementNotice.objects.filter(account=acting.account_id, is_paper=False)
    if acting.role is Role.JOBSEEKER:
        return rows.filter(person=acting.person_id, party=Party.JOBSEEKER)
    shown = rows.filter(not_hidden_from(acting))
    if acting.role is Role.NAV_ADVISER:
        contact = ContactPerson.objects.filter(
            agreement=OuterRef("agreement"), account=acting.account_id, until_day=None
        )
        return shown.filter(Q(agreement__office=acting.unit_id) | Exists(contact), party=Party.NAV)
    member = EmployerMember.objects.filter(
        agreement=OuterRef("agreement"), account=acting.account_id, unit=acting.unit_id, until_day=None
    )
    return shown.filter(Exists(member), party=Party.EMPLOYER)


def _named(rows: Sequence[AgreementNotice], acting: Acting, on: date) -> set[int]:
    """The persons (row ids) whose name the reader may see: an employer only as agreed."""
    people = {row.person_id for row in rows}
    if acting.role is Role.NAV_ADVISER:
        return people
    if acting.role is Role.JOBSEEKER:
        return set()
    return {person for person in people if Topic.NAME in tellable_to(person, _number(acting), on=on)}


def _number(acting: Acting) -> str:
    numbers = Unit.objects.filter(pk=acting.unit_id or 0).values_list("number", flat=True)
    return numbers.first() or ""
