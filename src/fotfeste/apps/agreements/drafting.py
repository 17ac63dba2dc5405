"""Writing the agreement together: each party its lines, NAV all of them, as long as nothing is laid out."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from fotfeste.apps.agreements.contents import text_in_force, text_waiting
from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.apps.agreements.employer_members import number_of
from fotfeste.apps.agreements.models import Agreement, DraftLine
from fotfeste.apps.agreements.notices import tell
from fotfeste.apps.agreements.party_named import EmployerSaid, put_employer
from fotfeste.apps.agreements.sides import Side, side_of
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.domain.agreements.content import GoalKind, Instrument, LineKind
from fotfeste.domain.agreements.drafting import may_write, too_long, words_of_health
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import AGREEMENT_LIMITS, AGREEMENT_WORDS, SENSITIVE_WORDS

_OURS = "house §agreements"


@dataclass(frozen=True, slots=True, repr=False)
class LineSaid:
    """What a line says. What does not belong to its kind is left out."""

    kind: LineKind
    text: str
    owner: Party
    towards: Towards
    topic: Topic | None = None
    instrument: Instrument | None = None
    goal: GoalKind | None = None
    responsible: str = ""
    nav_unit: NavUnit | None = None
    every: SupportFrequency | None = None
    from_day: date | None = None
    until: date | None = None
    deadline: date | None = None
    is_approved: bool = False
    """The words that were warned against are read, and the jobseeker agrees to them."""


def write_line(deed: Deed, said: LineSaid) -> DraftLine:
    """A new line. Jobseeker and employer promise for themselves; NAV writes for all."""
    side = _writing(deed)
    lines = DraftLine.objects.filter(agreement=side.agreement, removed_on=None).count()
    refuse(too_long(lines, AGREEMENT_LIMITS.on(deed.on)))
    _refuse_words(side, said, deed)
    row = DraftLine(
        person=deed.person,
        agreement=side.agreement,
        written_by_id=deed.by.account_id,
        written_by_party=side.party,
        written_on=deed.on,
    )
    _fill(row, said, deed)
    touched(side.agreement, deed.on)
    deed.done("agreement.line-written", party=side.party)
    return row


def change_line(deed: Deed, line: str, said: LineSaid) -> DraftLine:
    """The same line in other words. One's own, or any when NAV does it."""
    side, row = _line(deed, line)
    if side.party is Party.EMPLOYER and row.topic:
        said = replace(said, topic=Topic(row.topic))  # what it tells of is for NAV and the jobseeker to say
    _refuse_words(side, said, deed)
    row.version += 1
    _fill(row, said, deed)
    touched(side.agreement, deed.on)
    deed.done("agreement.line-changed", party=side.party)
    return row


def remove_line(deed: Deed, line: str) -> None:
    """No longer part of the draft."""
    side, row = _line(deed, line)
    row.removed_on = deed.on
    row.version += 1
    row.save()
    touched(side.agreement, deed.on)
    deed.done("agreement.line-removed", party=side.party)


def line_of(agreement: Agreement, line: str) -> DraftLine | None:
    """A line of the draft, by its key."""
    try:
        wanted = UUID(line)
    except ValueError:
        return None
    return DraftLine.objects.filter(agreement=agreement, public_id=wanted, removed_on=None).first()


def employers_line(deed: EmployerDeed, line: str) -> DraftLine | None:
    """A line that the employer wrote, as long as it tells nothing that this employer may not know."""
    row = line_of(deed.agreement, line)
    if row is None or row.written_by_party != Party.EMPLOYER:
        return None
    return row if not row.topic or Topic(row.topic) in deed.tellable() else None


def name_employer(deed: Deed, said: EmployerSaid | None) -> None:
    """This employer is to be a party; None: no longer any."""
    side = _writing(deed)
    row, before = side.agreement, number_of(side.agreement)
    put_employer(row, said, deed.key, at=deed.at)
    if before and before != number_of(row):
        _without_employer(row, deed)
    touched(row, deed.on)
    deed.done("agreement.employer-named" if said else "agreement.employer-taken-out")


def set_review(deed: Deed, review_on: date) -> None:
    """The next day on which the agreement is looked at again."""
    row = _writing(deed).agreement
    row.review_on = review_on
    touched(row, deed.on)
    deed.done("agreement.review-set", review_on=review_on.isoformat())


def touched(agreement: Agreement, on: date) -> None:
    """Somebody worked on it: a draft that is worked on does not run out."""
    agreement.changed_on = on
    agreement.version += 1
    agreement.save()


def _refuse_words(side: Side, said: LineSaid, deed: Deed) -> None:
    """Nobody promises for another; and what may come before an employer is read once more."""
    against = may_write(side.party, said.owner, said.kind)
    if said.topic is None and side.party is not Party.EMPLOYER and not said.is_approved:
        words = SENSITIVE_WORDS.on(deed.on)
        typed = f"{said.text} {said.responsible}"
        against = (*against, *words_of_health(typed, words, AGREEMENT_WORDS.on(deed.on)))
    refuse(against)


def _writing(deed: Deed) -> Side:
    """Whoever writes, while nothing waits for signatures."""
    side = side_of(deed)
    if text_waiting(side.agreement) is not None:
        raise Refused((because("agreement.laid-out", _OURS),))
    return side


def _line(deed: Deed, line: str) -> tuple[Side, DraftLine]:
    side = _writing(deed)
    row = employers_line(deed, line) if isinstance(deed, EmployerDeed) else line_of(side.agreement, line)
    if row is None or side.party not in (Party.NAV, row.written_by_party):
        raise Refused((because("agreement.no-such-line", _OURS),))
    return side, row


def _without_employer(row: Agreement, deed: Deed) -> None:
    """What the employer before wrote and promised is no other's to read; what holds is reviewed (A-10)."""
    theirs = Q(written_by_party=Party.EMPLOYER) | Q(owner=Party.EMPLOYER)
    DraftLine.objects.filter(theirs, agreement=row, removed_on=None).update(
        removed_on=deed.on, version=F("version") + 1
    )
    if text_in_force(row) is not None:
        row.review_asked_on = row.review_asked_on or deed.on
        tell(deed, row, NoticeCode.REVIEW_ASKED, only=(Party.NAV, Party.JOBSEEKER))


def _fill(row: DraftLine, said: LineSaid, deed: Deed) -> None:
    is_goal = said.kind is LineKind.GOAL
    row.kind, row.owner, row.towards = said.kind, said.owner, said.towards
    row.topic = said.topic or ""
    row.instrument = "" if is_goal else said.instrument or ""
    row.goal = said.goal or "" if is_goal else ""
    row.nav_unit = said.nav_unit or "" if said.owner is Party.NAV and not is_goal else ""
    row.every = said.every or "" if said.kind is LineKind.FOLLOW_UP else ""
    row.from_day, row.until_day, row.deadline = said.from_day, said.until, said.deadline
    row.seal("sealed_text", said.text.strip(), deed.key)
    row.seal("sealed_responsible", said.responsible.strip(), deed.key)
    row.save()
