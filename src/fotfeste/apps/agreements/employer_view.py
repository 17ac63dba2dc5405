"""What the employer sees of an agreement: the text that all sign, and of it what may be told that day.

The page, the programs' interface, mail and PDF all ask here. The relation opens the door; which agreement
it is about, which business, and whether it is over for too long, is asked here each time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.contents import content_in, content_of, draft_of, lines_of
from fotfeste.apps.agreements.employer_follows import EmployerFollows, follows_for_employer
from fotfeste.apps.agreements.employer_members import number_of, over_on, seen_until
from fotfeste.apps.agreements.models import (
    Agreement,
    AgreementText,
    EmployerMember,
    EmployerSentPlan,
    EndingAsked,
)
from fotfeste.apps.agreements.plans_sent import plans_by
from fotfeste.apps.agreements.tellable import tellable_to
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record, refused
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.consents.visible import not_hidden_from
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.models import Relation
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.content import (
    Content,
    Line,
    Reached,
    common_lines,
)
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.validity import missing
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Decision, Permission
from fotfeste.domain.verdict import Verdict
from fotfeste.parameters import AGREEMENT_LIMITS

MOST = 100
NOBODY = Reached("")
OF_THE_JOBSEEKER = "agreement.jobseeker-unreachable"


@dataclass(frozen=True, slots=True)
class CommonText:
    """One version as this employer may read it today. `is_withheld`: something is left out since then."""

    row: AgreementText
    content: Content
    is_withheld: bool
    has_signed: bool

    @property
    def waits_for_employer(self) -> bool:
        """Whether the employer is asked to sign it, and has not."""
        is_waiting = self.row.concluded_at is None and self.row.dropped_at is None
        return is_waiting and Party.EMPLOYER in self.row.asked.split() and not self.has_signed


@dataclass(frozen=True, slots=True)
class EmployerSees:
    """One agreement, for somebody at the employer. `draft` only while no text is laid out."""

    row: Agreement
    member: EmployerMember
    name: str
    employer: str
    office: str
    in_force: CommonText | None
    laid_out: CommonText | None
    earlier: Sequence[AgreementText]
    """Versions that held before, with this employer as a party. The newest first."""
    draft: Sequence[Line]
    own: frozenset[str]
    """The lines of the draft (by key) that the employer wrote, and may change."""
    lacks: Verdict
    """What keeps the draft from being signed, of what this employer may know."""
    until: date | None
    follows: EmployerFollows
    endings: tuple[EndingAsked, ...]
    """What this employer asked itself about ending it, and NAV's answers."""
    plans: Sequence[EmployerSentPlan]
    """The follow-up plans this business has sent, the newest first."""
    key: SealingKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class AgreementListed:
    """One of the agreements of somebody at an employer."""

    row: Agreement
    name: str
    may_sign: bool
    is_to_sign: bool
    until: date | None


def access_agreement_as_employer(
    acting: Acting, agreement: UUID, *, at: datetime, on: date, area: str = "employer"
) -> EmployerSees:
    """One agreement that one was let in to. Raises Denied."""
    person = person_of(acting, agreement, at=at)
    with opened(
        acting,
        person,
        Permission.EMPLOYER_AGREEMENT_READ,
        at=at,
        action=Action.AGREEMENT_SEEN,
        area=area,
    ) as found:
        member = agreement_entered(found, acting, agreement, at=at, on=on)
        return _seen(found, member, on=on)


def access_agreements_as_employer(acting: Acting, *, at: datetime, on: date) -> list[AgreementListed]:
    """Those one was let in to, for the business one acts for. Logged with each person named."""
    with act():
        mine = Relation.objects.filter(standing(on), account=acting.account_id)
        rows = EmployerMember.objects.filter(
            not_hidden_from(acting),
            account=acting.account_id,
            until_day=None,
            unit=acting.unit_id,
            relation__in=mine.values("pk"),
        )
        known = rows.select_related("person", "agreement__employer", "agreement__office", "unit")
        found = [each for each in known.order_by("-pk")[:MOST] if _is_open(each, on)]
        subjects = tuple(each.person.log_id for each in found)
        record(Entry(Action.AGREEMENTS_SEEN, acting.who, at, subjects=subjects, area="employer"))
        keys = keys_of([(each.person_id, each.person.public_id) for each in found])
        waiting = _waiting([each.agreement_id for each in found])
        return [
            AgreementListed(
                each.agreement,
                name_for_employer(each, keys[each.person_id], on=on),
                each.may_sign,
                each.agreement_id in waiting,
                seen_until(each.agreement),
            )
            for each in found
        ]


def person_of(acting: Acting, agreement: UUID, *, at: datetime) -> UUID:
    """Whose agreement it is, before the door is asked. Raises Denied, as for one that is not there."""
    row = Agreement.objects.filter(public_id=agreement).select_related("person").first()
    if row is None:
        code = "access.no-such-person"
        with act():
            record(refused(Entry(Action.AGREEMENT_SEEN, acting.who, at, area="employer"), code))
        raise Denied(Decision(reason_code=code))
    return row.person.public_id


def agreement_entered(
    found: Found, acting: Acting, agreement: UUID, *, at: datetime, on: date
) -> EmployerMember:
    """The reader's place in this agreement, once the door is open. Raises Denied, which is logged too."""
    rows = EmployerMember.objects.filter(
        person=found.person,
        agreement__public_id=agreement,
        account=acting.account_id,
        unit=acting.unit_id,
        until_day=None,
    )
    row = rows.select_related("agreement__employer", "agreement__office", "unit").first()
    if row is None or number_of(row.agreement) != row.unit.number:
        raise _denied(found, acting, at, "access.no-such-person", may_know=False)
    if not _is_open(row, on):
        raise _denied(found, acting, at, "access.former-relation", may_know=True)
    return row


def common_text(row: AgreementText, key: SealingKey, tellable: frozenset[Topic]) -> CommonText:
    """A version without what may not be told any more. The name is a topic too."""
    content = content_in(row, key)
    lines = common_lines(content.lines, tellable)
    person = content.jobseeker if Topic.NAME in tellable else NOBODY
    signed = row.signatures.filter(party=Party.EMPLOYER, taken_back_at=None).exists()
    shown = replace(content, lines=lines, jobseeker=person)
    return CommonText(row, shown, is_withheld=shown != content, has_signed=signed)


def _seen(found: Found, member: EmployerMember, *, on: date) -> EmployerSees:
    agreement, key = member.agreement, found.key
    tellable = tellable_to(found.person.pk, member.unit.number, on=on)
    rows = AgreementText.objects.filter(agreement=agreement, has_employer=True, dropped_at=None)
    with_it = [row for row in rows.order_by("-pk") if is_party_to(row, member.unit.number, key)]
    own = [common_text(row, key, tellable) for row in with_it if row.replaced_at is None]
    in_force = next((each for each in own if each.row.concluded_at is not None), None)
    laid_out = next((each for each in own if each.row.concluded_at is None), None)
    is_drafted = laid_out is None and over_on(agreement) is None
    draft = draft_of(agreement, found.person) if is_drafted else None
    return EmployerSees(
        row=agreement,
        member=member,
        name=SealedContact(found.person, key).contact.name if Topic.NAME in tellable else "",
        employer=agreement.employer.name if agreement.employer else "",
        office=agreement.office.name,
        in_force=in_force,
        laid_out=laid_out,
        earlier=[row for row in with_it if row.replaced_at is not None],
        draft=common_lines(lines_of(draft.lines, key), tellable) if draft else (),
        own=draft.written_by(Party.EMPLOYER) if draft else frozenset(),
        lacks=_lacks(content_of(draft, key), tellable, on=on) if draft else (),
        until=seen_until(agreement),
        follows=follows_for_employer(member, key, tellable, on=on),
        endings=_asked_to_end(agreement, member),
        plans=tuple(plans_by(member)),
        key=key,
    )


def _lacks(whole: Content, tellable: frozenset[Topic], *, on: date) -> Verdict:
    """Of the lines this employer may see. Of the jobseeker nothing is told that it may not know."""
    content = replace(whole, lines=common_lines(whole.lines, tellable))
    found = missing(content, (), AGREEMENT_LIMITS.on(on), on=on)
    return tuple(each for each in found if Topic.NAME in tellable or each.code != OF_THE_JOBSEEKER)


def _asked_to_end(agreement: Agreement, member: EmployerMember) -> tuple[EndingAsked, ...]:
    """By anybody at this business; what an employer before it asked is not theirs to read."""
    colleagues = EmployerMember.objects.filter(agreement=agreement, unit=member.unit_id)
    rows = EndingAsked.objects.filter(agreement=agreement, asked_party=Party.EMPLOYER)
    return tuple(rows.filter(asked_by__in=colleagues.values("account")).order_by("-pk"))


def is_party_to(row: AgreementText, number: str, key: SealingKey) -> bool:
    """Whether a version names the business with this number as a party."""
    employer = content_in(row, key).employer
    return employer is not None and employer.organisation_number == number


def _is_open(member: EmployerMember, on: date) -> bool:
    until = seen_until(member.agreement)
    return number_of(member.agreement) == member.unit.number and (until is None or until >= on)


def name_for_employer(member: EmployerMember, key: SealingKey, *, on: date) -> str:
    """The jobseeker's name; empty when this employer may not know it that day."""
    if Topic.NAME not in tellable_to(member.person_id, member.unit.number, on=on):
        return ""
    return SealedContact(member.person, key).contact.name


def _waiting(agreements: Sequence[int]) -> set[int]:
    """Agreements (row ids) with a text that the employer is asked to sign, and has not."""
    rows = AgreementText.objects.filter(
        agreement__in=agreements,
        has_employer=True,
        concluded_at=None,
        dropped_at=None,
        asked__contains=Party.EMPLOYER,
    )
    signed = rows.filter(signatures__party=Party.EMPLOYER, signatures__taken_back_at=None)
    return set(rows.exclude(pk__in=signed.values("pk")).values_list("agreement", flat=True))


def _denied(found: Found, acting: Acting, at: datetime, code: str, *, may_know: bool) -> Denied:
    entry = Entry(Action.AGREEMENT_SEEN, acting.who, at, subject=found.person.log_id, area="employer")
    record(refused(entry, code))
    return Denied(Decision(reason_code=code, may_know=may_know))
