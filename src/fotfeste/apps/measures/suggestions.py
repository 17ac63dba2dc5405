"""What the provider proposes to NAV, and what NAV answers. Neither changes anything by itself (F-05)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.measures.carrying_out import ACCEPTED, carried_out
from fotfeste.apps.measures.following import participation_followed
from fotfeste.apps.measures.models import Participation, ProviderProposal
from fotfeste.apps.measures.models_providers import ProposalAnswer, ProposalKind
from fotfeste.apps.measures.places import is_over
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.sealed import Sealed, SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.domain.day_limits import can_be_known
from fotfeste.domain.measures.case_limits import can_be_a_week
from fotfeste.domain.verdict import Reason, Refused, because
from fotfeste.parameters import MEASURE_CASE_LIMITS

_OURS = "house §providers"
OF_A_DAY = frozenset({ProposalKind.EXTEND, ProposalKind.SHORTEN, ProposalKind.END})
MOST = 200


@dataclass(frozen=True, slots=True, repr=False)
class Suggested:
    """What is proposed: of what kind, until which day or how much, and why."""

    kind: ProposalKind
    day: date | None
    hours: Decimal | None
    why: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that NAV has not answered. Whose it is and why are opened once the look is in the log."""

    row: ProviderProposal
    name: SealedContact
    why: Sealed


def suggest(deed: Deed, about: str, said: Suggested) -> ProviderProposal:
    """Propose something to NAV. One of each kind at a time, and only while it goes on."""
    row = participation_followed(deed.found, deed.by, about, at=deed.at, on=deed.on)
    refuse((*_going(row, deed.on), *_filled_in(row, said, deed.on)))
    waits = ProviderProposal.objects.filter(participation=row, kind=said.kind, answer="")
    refuse((because("measure-suggestion.waits", _OURS),) if waits.exists() else ())
    made = ProviderProposal(
        person=deed.person,
        participation=row,
        kind=said.kind,
        wanted_day=said.day if said.kind in OF_A_DAY else None,
        hours_a_week=said.hours if said.kind is ProposalKind.AMOUNT else None,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
    )
    made.seal("sealed_why", said.why.strip(), deed.key)
    made.save()
    deed.done("measure.suggested")
    return made


def suggestion_of(found: Found, about: str) -> ProviderProposal | None:
    """A proposal about this person by its id."""
    rows = ProviderProposal.objects.filter(person=found.person).select_related("participation__provider")
    return next((each for each in rows if each.public_id.hex == about), None)


def proposed_day(found: Found, about: str, kind: ProposalKind) -> date | None:
    """The day that NAV last accepted a proposal of, for this participation, and has not carried out yet."""
    rows = ProviderProposal.objects.filter(
        person=found.person, kind=kind, answer=ProposalAnswer.ACCEPTED, wanted_day__isnull=False
    )
    row = rows.select_related("participation").order_by("-answered_on", "-pk").first()
    if row is None or row.participation.public_id.hex != about or carried_out(found.person, [row]):
        return None
    return row.wanted_day if row.wanted_day != row.participation.last_day else None


def answer(deed: Deed, about: str, said: ProposalAnswer, *, reason: str) -> None:
    """NAV accepts or refuses. Of two who answer, one does. What is accepted is then decided by an act."""
    row = suggestion_of(deed.found, about)
    if row is None:
        raise Refused((because("measure-suggestion.not-found", _OURS),))
    against: list[Reason] = []
    if row.answer:
        against.append(because("measure-suggestion.answered", _OURS))
    elif said is ProposalAnswer.REFUSED and not reason.strip():
        against.append(because("measure-suggestion.say-why", _OURS))
    refuse(tuple(against))
    row.answer, row.answered_on, row.answered_by_id = said, deed.on, deed.by.account_id
    row.seal("sealed_reason", reason.strip(), deed.key)
    row.save()
    happened = ACCEPTED if said is ProposalAnswer.ACCEPTED else "measure.suggestion-refused"
    deed.done(happened, suggestion=row.public_id.hex)


def access_suggestions(acting: Acting, *, at: datetime) -> list[Waiting]:
    """What waits for one's own office, the oldest first. Logged with each person named."""
    with act():
        rows = ProviderProposal.objects.filter(
            not_hidden_from(acting), participation__office=acting.unit_id, answer=""
        )
        found = list(
            rows.select_related("person", "participation__provider", "written_by").order_by("pk")[:MOST]
        )
        subjects = tuple(each.person.log_id for each in found)
        record(Entry(Action.MEASURES_SEEN, acting.who, at, subjects=subjects, area="suggestions"))
        keys = keys_of([(each.person_id, each.person.public_id) for each in found])
        return [
            Waiting(
                each,
                SealedContact(each.person, keys[each.person_id]),
                Sealed(each, "sealed_why", keys[each.person_id]),
            )
            for each in found
        ]


def _going(row: Participation, on: date) -> list[Reason]:
    if row.first_start is None or is_over(row, on):
        return [because("measure-suggestion.not-going-on", _OURS)]
    return []


def _filled_in(row: Participation, said: Suggested, on: date) -> list[Reason]:
    if said.kind is ProposalKind.AMOUNT:
        if said.hours is None:
            return [because("measure-suggestion.how-much", _OURS)]
        return list(can_be_a_week(said.hours, MEASURE_CASE_LIMITS.on(on)))
    if said.kind not in OF_A_DAY:
        return []
    if said.day is None:
        return [because("measure-suggestion.which-day", _OURS)]
    later = said.kind is ProposalKind.EXTEND
    if (later and said.day <= row.last_day) or (not later and not row.clock_from <= said.day < row.last_day):
        code = "measure-suggestion.not-later" if later else "measure-suggestion.not-earlier"
        return [because(code, _OURS, last=row.last_day)]
    return list(can_be_known(said.day, on=on))
