"""Signing what is laid out, for oneself or on behalf of the jobseeker; taking it back (A-01, A-02)."""

from collections.abc import Sequence

from django.db.models import QuerySet

from fotfeste.apps.agreements.contents import content_in, text_waiting
from fotfeste.apps.agreements.models import AgreementText, Signature
from fotfeste.apps.agreements.notices import tell
from fotfeste.apps.agreements.sides import side_of
from fotfeste.apps.agreements.versions import conclude, is_contact_as_written, lacks
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.domain.agreements.content import Content
from fotfeste.domain.agreements.identified import OnBehalfReason, SignedBy
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.signing import (
    LaidOut,
    is_concluded,
    may_sign,
    may_sign_on_behalf,
    may_take_back,
)
from fotfeste.domain.verdict import Refused, Verdict, because

_OURS = "house §agreements"


def signatures_on(text: AgreementText) -> QuerySet[Signature]:
    """Those that stand, in the order they were put down."""
    return Signature.objects.filter(text=text, taken_back_at=None).select_related("account").order_by("pk")


def laid_out(text: AgreementText) -> LaidOut:
    """As the rules want it."""
    return LaidOut(
        digest=text.digest,
        asked=frozenset(Party(each) for each in text.asked.split()),
        signed=frozenset(Party(each.party) for each in signatures_on(text)),
        is_waiting=text.concluded_at is None and text.dropped_at is None,
    )


def sign(deed: Deed, *, shown: str, signed_by: SignedBy) -> None:
    """The party that acts signs what it was shown. With NAV's signature it is concluded."""
    side = side_of(deed)
    if not side.may_sign:
        raise Refused((because("agreement.may-not-sign", _OURS),))
    text, content = _waiting(deed)
    refuse(may_sign(laid_out(text), side.party, shown=shown, missing=_lacks(deed, text, content)))
    _put(deed, text, side.party, name=deed.by.name, signed_by=signed_by)
    _after(deed, text, content, side.party)


def sign_on_behalf(deed: Deed, reasons: Sequence[OnBehalfReason], *, shown: str) -> None:
    """NAV signs for the jobseeker, who has said yes in another way, for reasons that stand with it."""
    text, content = _waiting(deed)
    refuse(may_sign_on_behalf(laid_out(text), reasons, shown=shown, missing=_lacks(deed, text, content)))
    row = _put(deed, text, Party.JOBSEEKER, name=content.jobseeker.name, signed_by=SignedBy.ON_BEHALF)
    row.on_behalf_because = " ".join(reasons)
    row.save()
    _after(deed, text, content, Party.JOBSEEKER)


def take_back(deed: Deed) -> None:
    """The party that acts takes its signature back, as long as not all have signed."""
    side = side_of(deed)
    text = text_waiting(side.agreement)
    if text is None:
        raise Refused((because("agreement.nothing-laid-out", _OURS),))
    refuse(may_take_back(laid_out(text), side.party))
    signatures_on(text).filter(party=side.party).update(
        taken_back_at=deed.at, taken_back_by=deed.by.account_id
    )
    deed.done("agreement.signature-taken-back", party=side.party, number=text.number)


def _waiting(deed: Deed) -> tuple[AgreementText, Content]:
    text = text_waiting(side_of(deed).agreement)
    if text is None:
        raise Refused((because("agreement.other-version", _OURS),))
    return text, content_in(text, deed.key)


def _lacks(deed: Deed, text: AgreementText, content: Content) -> Verdict:
    """What keeps these words from being signed today: what they lack, or whom they name who is gone."""
    gone = () if is_contact_as_written(text.agreement, content) else _GONE
    return (*lacks(text.agreement, content, deed.key, on=deed.on), *gone)


_GONE = (because("agreement.contact-person-gone", "A §contact-person"),)


def _put(deed: Deed, text: AgreementText, party: Party, *, name: str, signed_by: SignedBy) -> Signature:
    row = Signature(
        person=deed.person,
        text=text,
        party=party,
        account_id=deed.by.account_id,
        signed_at=deed.at,
        signed_by=signed_by,
    )
    row.seal("sealed_name", name, deed.key)
    row.save()
    return row


def _after(deed: Deed, text: AgreementText, content: Content, party: Party) -> None:
    deed.done("agreement.signed", party=party, number=text.number)
    if is_concluded(laid_out(text)):
        conclude(deed, text, content)
        deed.done("agreement.concluded", number=text.number)
        tell(deed, text.agreement, NoticeCode.CONCLUDED)
