"""What a party says of a promise: kept, not to be kept, applied for and answered (A-03, A-05)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.apps.agreements.employer_members import number_of
from fotfeste.apps.agreements.models import AgreedPromise, Agreement, DraftLine
from fotfeste.apps.agreements.notices import tell
from fotfeste.apps.agreements.promises_seen import days_of, instrument_of, promises_for_employer
from fotfeste.apps.agreements.sides import Side, side_of
from fotfeste.apps.agreements.tellable import NOTHING, tellable_to_employer
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.domain.agreements.applying import AppliedFor, may_put_application
from fotfeste.domain.agreements.drafting import words_read_by_employer
from fotfeste.domain.agreements.keeping import may_be_said_broken, may_be_said_kept
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party, Towards
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import AGREEMENT_WORDS, SENSITIVE_WORDS

_OURS = "house §agreements"


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """What is said with it. `is_approved`: words that were warned against are read once more."""

    text: str = ""
    is_approved: bool = False


def say_kept(deed: Deed, about: str, day: date, words: Words) -> AgreedPromise:
    """It was kept that day. Whoever gave it says so, and NAV for anybody."""
    side = side_of(deed)
    row = _row(deed, side, about)
    against = may_be_said_kept(
        days_of(row), side.party, Party(row.owner), day=day, since=_given_on(row, side.agreement)
    )
    refuse((*has_happened(day, on=deed.on), *against))
    _add_words(row, words, side, deed)
    row.kept_on = day
    return _saved(row, deed, "agreement.promise-kept", side)


def say_broken(deed: Deed, about: str, words: Words) -> AgreedPromise:
    """It will not be kept, and why. Only whoever gave it says so; all parties read it."""
    side = side_of(deed)
    row = _row(deed, side, about)
    if not side.may_sign:
        raise Refused((because("agreement.may-not-sign", _OURS),))
    refuse(may_be_said_broken(days_of(row), side.party, Party(row.owner), has_words=bool(words.text.strip())))
    _add_words(row, words, side, deed)
    row.broken_on = deed.on
    _saved(row, deed, "agreement.promise-broken", side)
    tell(deed, side.agreement, NoticeCode.PROMISE_BROKEN, only=_told(row, side.agreement, deed))
    return row


def put_application(
    deed: Deed, about: str, *, applied_on: date, answered_on: date | None, words: Words
) -> AgreedPromise:
    """It was applied for that day, and perhaps answered. The clock runs between the two."""
    side = side_of(deed)
    row = _row(deed, side, about)
    promise = AppliedFor(instrument_of(row), Party(row.owner), Towards(row.towards), days_of(row))
    days = (applied_on, *((answered_on,) if answered_on else ()))
    refuse(
        (
            *(reason for day in days for reason in has_happened(day, on=deed.on)),
            *may_put_application(promise, side.party, applied_on=applied_on, answered_on=answered_on),
        )
    )
    _add_words(row, words, side, deed)
    row.applied_on, row.answered_on = applied_on, answered_on
    return _saved(
        row, deed, "agreement.promise-answered" if answered_on else "agreement.promise-applied", side
    )


def promise_in(agreement: Agreement, about: str) -> AgreedPromise | None:
    """A promise of this agreement, by its id."""
    try:
        wanted = UUID(about)
    except ValueError:
        return None
    return AgreedPromise.objects.filter(agreement=agreement, public_id=wanted).select_related("text").first()


def promise_told(deed: EmployerDeed, about: str) -> AgreedPromise | None:
    """The same for the employer: only what it may be told of today."""
    number = deed.member.unit.number
    seen = promises_for_employer(deed.agreement, number, deed.key, deed.tellable(), on=deed.on)
    return next((each.row for each in seen if each.row.public_id.hex == about), None)


def refuse_words(words: Words, deed: Deed) -> None:
    """What may come before an employer is read once more when it has words of health."""
    if not words.is_approved:
        refuse(words_read_by_employer(words.text, SENSITIVE_WORDS.on(deed.on), AGREEMENT_WORDS.on(deed.on)))


def _row(deed: Deed, side: Side, about: str) -> AgreedPromise:
    row = promise_told(deed, about) if isinstance(deed, EmployerDeed) else promise_in(side.agreement, about)
    if row is None:
        raise Refused((because("promise.none-such", _OURS),))
    return row


def _told(row: AgreedPromise, agreement: Agreement, deed: Deed) -> frozenset[Party]:
    """Whom a notice of it goes to: the employer only when it may be told of this promise that day."""
    tellable = tellable_to_employer(agreement, on=deed.on)
    seen = promises_for_employer(agreement, number_of(agreement), deed.key, tellable or NOTHING, on=deed.on)
    is_told = row.pk in {each.row.pk for each in seen}
    return frozenset(Party) if is_told else frozenset({Party.JOBSEEKER, Party.NAV})


def _given_on(row: AgreedPromise, agreement: Agreement) -> date:
    """The day it was first written down."""
    line = DraftLine.objects.filter(agreement=agreement, public_id=row.line).first()
    return line.written_on if line else agreement.used_on


def _add_words(row: AgreedPromise, words: Words, side: Side, deed: Deed) -> None:
    """After what was said before. What may come before an employer is read once more."""
    typed = words.text.strip()
    if not typed:
        return
    if side.party is not Party.EMPLOYER:
        refuse_words(words, deed)
    before = row.opened("sealed_words", deed.key)
    row.seal("sealed_words", "\n".join(each for each in (before, typed) if each), deed.key)


def _saved(row: AgreedPromise, deed: Deed, happening: str, side: Side) -> AgreedPromise:
    row.said_by_id = deed.by.account_id
    row.version += 1
    row.save()
    deed.done(happening, party=side.party)
    return row
