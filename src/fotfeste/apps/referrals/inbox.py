"""The team's inbox, one referral in it, and what one has sent. Nothing else about the person is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.apps.around.handover_page import Specialist, specialists
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.episodes.models_referrals import OPEN, SentReferral
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Relation
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.vault.fields import SealedField
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import Ability, Decision, RelationKind, Role
from fotfeste.domain.referral import TreatmentRelation

MOST = 100


@dataclass(frozen=True, slots=True)
class OneReferral:
    """A referral, with what opens its texts."""

    row: SentReferral
    key: SealingKey = field(repr=False)

    def text(self, column: str) -> Sealed:
        """One of its texts, opened when it is said."""
        return Sealed(self.row, f"sealed_{column}", self.key)


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One referral to answer, and who could follow the person: oneself, or for the supervisor anybody."""

    referral: OneReferral
    receivers: tuple[Specialist, ...]


def access_inbox(acting: Acting, *, at: datetime) -> list[OneReferral]:
    """What waits for one's own team, the oldest first. Logged with each person named."""
    with act():
        rows = list(of_team(acting).filter(reply__in=OPEN).order_by("referred_on", "pk")[:MOST])
        return _shown(rows, acting, at, area="inbox")


def new_referrals(acting: Acting) -> int:
    """How many wait for a first answer, among those the reader may see. Names nobody, and is not a look."""
    if not acting.has(Ability.REFERRAL_ANSWER):
        return 0
    return of_team(acting).filter(reply="").count()


def access_sent(acting: Acting, *, at: datetime) -> list[OneReferral]:
    """What one has sent oneself from this unit, the newest first, with the answers."""
    with act():
        rows = SentReferral.objects.filter(sent_by=acting.account_id, sent_from=acting.unit_id)
        rows = rows.select_related("person", "team", "specialist", "sent_by", "sent_from")
        return _shown(list(rows.order_by("-pk")[:MOST]), acting, at, area="sent")


def access_referral(acting: Acting, referral: UUID, *, at: datetime, on: date) -> ReferralPage:
    """One referral to one's own team, whole while it waits. Any other is not found."""
    with act():
        row = of_team(acting).filter(public_id=referral).first()
        if row is None:
            record(refused(Entry(Action.REFERRAL_SEEN, acting.who, at), "access.no-such-person"))
            raise Denied(Decision(reason_code="access.no-such-person"))
        record(Entry(Action.REFERRAL_SEEN, acting.who, at, subject=row.person.log_id))
        (found,) = _opened([row if _is_whole(row, acting, on=on) else _answer_alone(row, acting)])
        return ReferralPage(found, receivers(acting, on=on))


def _is_whole(row: SentReferral, acting: Acting, *, on: date) -> bool:
    """While it waits, the team reads it to answer; after that only who follows the person."""
    follows = Relation.objects.filter(
        standing(on),
        person=row.person_id,
        account=acting.account_id,
        kind=RelationKind.EMPLOYMENT_SPECIALIST,
    )
    return row.is_open or follows.exists()


def _answer_alone(row: SentReferral, acting: Acting) -> SentReferral:
    """What is left for the others of the team: of whom, what was answered, and one's own words."""
    kept = {"sealed_typed_name"}
    if row.answered_by_id == acting.account_id:
        kept |= {"sealed_reason", "sealed_offer"}
    for column in row._meta.concrete_fields:
        if isinstance(column, SealedField) and column.name not in kept:
            setattr(row, column.name, b"")
    row.treatment, row.information_talk = TreatmentRelation.UNKNOWN, "unknown"
    row.talk_on, row.consents, row.nav_registration = None, [], Reply.UNCLEAR
    return row


def receivers(acting: Acting, *, on: date) -> tuple[Specialist, ...]:
    """Those of the team whom the reader can let follow somebody, with how many they follow already."""
    here = tuple(each for each in specialists(acting, on=on) if not each.is_gone)
    if acting.role is Role.IPS_SUPERVISOR:
        return here
    return tuple(each for each in here if each.public_id == acting.account)


def of_team(acting: Acting) -> QuerySet[SentReferral]:
    """Referrals to one's own team, but for persons whom a denial hides from the reader."""
    rows = SentReferral.objects.filter(not_hidden_from(acting), team=acting.unit_id)
    return rows.select_related("person", "team", "specialist", "answered_by", "sent_by", "sent_from")


def _shown(rows: Sequence[SentReferral], acting: Acting, at: datetime, *, area: str) -> list[OneReferral]:
    subjects = tuple(row.person.log_id for row in rows)
    record(Entry(Action.REFERRALS_SEEN, acting.who, at, subjects=subjects, area=area))
    return _opened(rows)


def _opened(rows: Sequence[SentReferral]) -> list[OneReferral]:
    keys = keys_of([(row.person_id, row.person.public_id) for row in rows])
    return [OneReferral(row, keys[row.person_id]) for row in rows]
