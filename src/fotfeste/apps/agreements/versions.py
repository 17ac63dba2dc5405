"""Laying a version out to be signed, taking it back to the draft, and what happens when all have signed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from fotfeste.apps.agreements.assessing import facts_of, newest_assessment
from fotfeste.apps.agreements.contact_persons import contact_now, name_contact, reached
from fotfeste.apps.agreements.contents import content_in, content_of, draft_of, text_in_force, text_waiting
from fotfeste.apps.agreements.drafting import touched
from fotfeste.apps.agreements.models import Agreement, AgreementText, ContactPerson, JointAssessment
from fotfeste.apps.agreements.newest import agreement_asked
from fotfeste.apps.agreements.notices import tell
from fotfeste.apps.agreements.promises import keep_promises
from fotfeste.apps.agreements.tellable import tellable_to_employer
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.assessment import assessment_missing
from fotfeste.domain.agreements.canon import canonical, digest_of
from fotfeste.domain.agreements.changing import Change, ChangeKind, change_from
from fotfeste.domain.agreements.content import Content, Reached, common_lines
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.telling import may_be_common
from fotfeste.domain.agreements.validity import missing
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.verdict import Refused, Verdict, because
from fotfeste.parameters import AGREEMENT_LIMITS

_OURS = "house §agreements"


def lay_out(deed: Deed, *, language: str) -> AgreementText:
    """The draft as all shall see it, ready to be signed; or at once in force where nobody is asked."""
    agreement = agreement_asked(deed.found)
    if text_waiting(agreement) is not None:
        raise Refused((because("agreement.laid-out", _OURS),))
    content = common_content(agreement, content_of(draft_of(agreement, deed.person), deed.key), on=deed.on)
    refuse(lacks(agreement, content, deed.key, on=deed.on))
    change = change_from(_in_force(agreement, deed.key), content)
    if change.kind is ChangeKind.NONE:
        raise Refused((because("agreement.nothing-changed", _OURS),))
    text = _kept(deed, agreement, content, change, language)
    if not change.asked:
        conclude(deed, text, content)
        deed.done("agreement.amended", number=text.number)
        tell(deed, agreement, NoticeCode.AMENDED)
    else:
        deed.done("agreement.laid-out", number=text.number)
        tell(deed, agreement, NoticeCode.LAID_OUT)
    return text


def lacks(agreement: Agreement, content: Content, key: SealingKey, *, on: date) -> Verdict:
    """Everything that keeps these words from being signed today."""
    return what_lacks(
        content, newest_assessment(agreement), tellable_to_employer(agreement, on=on), key, on=on
    )


def what_lacks(
    content: Content,
    assessment: JointAssessment | None,
    tellable: frozenset[Topic] | None,
    key: SealingKey,
    *,
    on: date,
) -> Verdict:
    """The same of what is loaded already. Takes no database."""
    assessed = facts_of(assessment, key, has_employer=content.has_employer)
    return (
        *missing(content, assessment_missing(assessed), AGREEMENT_LIMITS.on(on), on=on),
        *may_be_common(content, tellable),
    )


def common_content(agreement: Agreement, content: Content, *, on: date) -> Content:
    """What all parties may see of it: with an employer, no line the person has not agreed to tell."""
    return replace(content, lines=common_lines(content.lines, tellable_to_employer(agreement, on=on)))


def take_back_to_draft(deed: Deed) -> None:
    """NAV takes what is laid out back, with its signatures, to write on."""
    agreement = agreement_asked(deed.found)
    text = text_waiting(agreement)
    if text is None:
        raise Refused((because("agreement.nothing-laid-out", _OURS),))
    text.dropped_at = deed.at
    text.save()
    touched(agreement, deed.on)
    deed.done("agreement.taken-back", number=text.number)
    tell(deed, agreement, NoticeCode.TAKEN_BACK)


def change_contact(deed: Deed, membership: UUID | None, *, handover: str, language: str) -> None:
    """Another contact person. What is in force is amended, and all are told; nobody signs anew (A-04)."""
    agreement = agreement_asked(deed.found)
    if text_waiting(agreement) is not None:
        raise Refused((because("agreement.laid-out", _OURS),))
    is_first = not ContactPerson.objects.filter(agreement=agreement).exists()
    row = name_contact(deed, agreement, membership, handover=handover)
    touched(agreement, deed.on)
    is_drafted = text_in_force(agreement) is None
    deed.done("agreement.contact-named", is_first=is_drafted)
    tell(deed, agreement, NoticeCode.CONTACT_NAMED if is_first else NoticeCode.CONTACT_CHANGED)
    amend(deed, agreement, language, contact=reached(row))


def amend(deed: Deed, agreement: Agreement, language: str, **changed: Reached | date) -> None:
    """What is in force holds with this instead: something that changes nobody's duty, so nobody signs."""
    before = _in_force(agreement, deed.key)
    if before is None:
        return
    content = replace(before, **changed)  # type: ignore[arg-type]  # the fields of Content, named by callers here
    change = change_from(before, content)
    if change.kind is ChangeKind.NOTICE:
        conclude(deed, _kept(deed, agreement, content, change, language), content)


def conclude(deed: Deed, text: AgreementText, content: Content) -> None:
    """It holds from this moment, in place of what held before; its promises are followed from now on."""
    AgreementText.objects.filter(
        agreement=text.agreement, concluded_at__isnull=False, replaced_at=None
    ).update(replaced_at=deed.at)
    text.concluded_at = deed.at
    text.save()
    touched(text.agreement, deed.on)
    keep_promises(deed, text, content)
    send_errand("agreement.document", at=deed.at, text=text.public_id.hex)


def is_contact_as_written(agreement: Agreement, content: Content) -> bool:
    """Whether whoever the text names as contact person still is."""
    row = contact_now(agreement)
    return row is not None and content.contact is not None and row.account.name == content.contact.name


def _in_force(agreement: Agreement, key: SealingKey) -> Content | None:
    text = text_in_force(agreement)
    return content_in(text, key) if text else None


def _kept(deed: Deed, agreement: Agreement, content: Content, change: Change, language: str) -> AgreementText:
    words = canonical(content)
    newest = AgreementText.objects.filter(agreement=agreement).order_by("-number").first()
    text = AgreementText(
        person=deed.person,
        agreement=agreement,
        number=newest.number + 1 if newest else 1,
        kind=change.kind,
        asked=" ".join(change.asked),
        digest=digest_of(words),
        language=language,
        has_employer=content.has_employer,
        laid_out_at=deed.at,
        laid_out_by_id=deed.by.account_id,
    )
    text.seal("sealed_content", words, deed.key)
    text.save()
    return text
