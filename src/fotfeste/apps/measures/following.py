"""One participation: for the person, the office that answers for it, and its guide while guide.

The relation opens the door; which participation it is about, and whether it is over for too long, is asked
here each time. A guide from elsewhere, or of another participation, finds nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.measures.carrying_out import carried_out
from fotfeste.apps.measures.deciding import decisions_of
from fotfeste.apps.measures.expiring import expiring
from fotfeste.apps.measures.models import (
    AmountAgreed,
    ContentPart,
    GuideAssignment,
    Participation,
    ProviderChange,
    ProviderProposal,
)
from fotfeste.apps.measures.need import content_of, newest_amount
from fotfeste.apps.measures.places import Place, place_of
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Decision, Permission, Role
from fotfeste.domain.verdict import Verdict

MOST = 200


@dataclass(frozen=True, slots=True)
class ParticipationSeen:
    """What NAV has handed over, and what has come of it. Not the case: no reasons, no talk of the need.

    `carried_out`: the day that each accepted proposal was carried out, by its row id.
    """

    person: Person
    contact: SealedContact
    decision: Decision
    row: Participation
    place: Place
    goal: str
    content: Sequence[ContentPart]
    amount: AmountAgreed | None
    guides: Sequence[GuideAssignment]
    providers: Sequence[ProviderChange]
    proposals: Sequence[ProviderProposal]
    carried_out: Mapping[int, date]
    key: SealingKey = field(repr=False)

    @property
    def job(self) -> Employment | None:
        """The job it is tied to, or the one the person has got since."""
        return self.row.job or self.row.case.job


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody whose guide one is. `runs_out` says so, and what can still be granted; else empty."""

    row: Participation
    person: UUID
    name: SealedContact
    runs_out: Verdict


def access_participation(
    acting: Acting, public_id: UUID, one: UUID, *, at: datetime, on: date
) -> ParticipationSeen:
    """One participation of a person. Raises Denied."""
    with opened(
        acting,
        public_id,
        Permission.PARTICIPATION_READ,
        at=at,
        action=Action.MEASURE_SEEN,
        area="participation",
    ) as found:
        row = participation_followed(found, acting, one.hex, at=at, on=on)
        goals = [each.main_goal for each in decisions_of(row.case) if each.main_goal and each.counts]
        of_this = {"participation": row}
        guides = GuideAssignment.objects.filter(**of_this).select_related("account")
        providers = ProviderChange.objects.filter(**of_this).select_related("before", "after")
        proposed = ProviderProposal.objects.filter(**of_this).select_related("written_by", "answered_by")
        proposals = list(proposed.order_by("-pk"))
        return ParticipationSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            decision=found.decision,
            row=row,
            place=place_of(row, on=on),
            goal=goals[0] if goals else "",
            content=content_of(row.case),
            amount=newest_amount(row.case),
            guides=list(guides.order_by("-pk")),
            providers=list(providers.order_by("-pk")),
            proposals=proposals,
            carried_out=carried_out(found.person, proposals),
            key=found.key,
        )


def access_newest(acting: Acting, public_id: UUID, *, at: datetime, on: date) -> UUID | None:
    """The newest participation of a person that the reader may see. None: there is none yet."""
    with opened(
        acting,
        public_id,
        Permission.PARTICIPATION_READ,
        at=at,
        action=Action.MEASURE_SEEN,
        area="participation",
    ) as found:
        rows = Participation.objects.filter(person=found.person).order_by("-pk")
        seen = [each for each in rows if acting.role is not Role.GUIDE or _is_followed(each, acting, on)]
        return seen[0].public_id if seen else None


def access_participants(acting: Acting, *, at: datetime, on: date) -> list[Participant]:
    """Those whose guide one is, and those one still sees. Logged with each person named."""
    with act():
        mine = Relation.objects.filter(standing(on), account=acting.account_id)
        rows = GuideAssignment.objects.filter(
            not_hidden_from(acting),
            account=acting.account_id,
            until_day=None,
            relation__in=mine.values("pk"),
            participation__provider=acting.unit_id,
        )
        found = list(rows.select_related("person", "participation").order_by("-pk")[:MOST])
        found = [each for each in found if each.participation.seen_until >= on]
        subjects = tuple(each.person.log_id for each in found)
        record(Entry(Action.MEASURES_SEEN, acting.who, at, subjects=subjects, area="participants"))
        keys = keys_of([(each.person_id, each.person.public_id) for each in found])
        followed = Participation.objects.filter(pk__in=[each.participation_id for each in found])
        running_out = {each.row.pk: each.said for each in expiring(followed, on=on)}
        return [
            Participant(
                each.participation,
                each.person.public_id,
                SealedContact(each.person, keys[each.person_id]),
                running_out.get(each.participation_id, ()),
            )
            for each in found
        ]


def participation_followed(
    found: Found, acting: Acting, about: str, *, at: datetime, on: date
) -> Participation:
    """The participation by its id, once the door is open. Raises Denied, which is logged too."""
    rows = Participation.objects.filter(person=found.person).select_related(
        "case__office", "case__job__employer", "provider", "office", "job__employer", "confirmed_by"
    )
    row = next((each for each in rows if each.public_id.hex == about), None)
    if row is None or (acting.role is Role.GUIDE and not _is_mine(row, acting)):
        raise _denied(found, acting, at, "access.no-such-person", may_know=False)
    if acting.role is Role.GUIDE and row.seen_until < on:
        raise _denied(found, acting, at, "access.former-relation", may_know=True)
    return row


def _is_followed(row: Participation, acting: Acting, on: date) -> bool:
    return row.seen_until >= on and _is_mine(row, acting)


def _is_mine(row: Participation, acting: Acting) -> bool:
    mine = GuideAssignment.objects.filter(participation=row, account=acting.account_id, until_day=None)
    return row.provider_id == acting.unit_id and mine.exists()


def _denied(found: Found, acting: Acting, at: datetime, code: str, *, may_know: bool) -> Denied:
    entry = Entry(Action.MEASURE_SEEN, acting.who, at, subject=found.person.log_id, area="participation")
    record(refused(entry, code))
    return Denied(Decision(reason_code=code, may_know=may_know))
