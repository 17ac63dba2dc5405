"""Telling the parties: each in the program, with a mail that says nothing, or by a letter on paper (A-04).

A notice names nobody and says nothing of what was agreed: what it is about is read through the door.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.agreements.contact_persons import contact_now
from fotfeste.apps.agreements.employer_members import is_at_work, members_of, number_of
from fotfeste.apps.agreements.models import Agreement, AgreementNotice, AgreementText
from fotfeste.apps.agreements.tellable import tellable_to_employer
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.outbox.services import send_errand
from fotfeste.apps.people.models import Account
from fotfeste.domain.agreements.notices import NoticeCode, is_on_paper, told_of
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.disclosure_topics import Topic

MAIL = "mail.notice"


@dataclass(frozen=True, slots=True)
class Telling:
    """When something is told, and who did it: they are not told."""

    at: datetime
    on: date
    by: int | None = None


def tell(deed: Deed, agreement: Agreement, code: NoticeCode, *, only: Iterable[Party] | None = None) -> None:
    """Tell the parties of an act. `only` narrows who is told."""
    tell_parties(agreement, code, Telling(deed.at, deed.on, deed.by.account_id), only=only)


def tell_parties(
    agreement: Agreement, code: NoticeCode, telling: Telling, *, only: Iterable[Party] | None = None
) -> None:
    """The same where nobody acts, as by night."""
    parties = told_of(code) if only is None else told_of(code) & frozenset(only)
    for party in sorted(parties):
        found = [each for each in _accounts(agreement, party, telling.on) if each.pk != telling.by]
        for account in found:
            tell_one(agreement, code, account, party, telling)
        if is_on_paper(code) and _needs_paper(agreement, party, telling.on):
            _put(agreement, code, party, telling, is_paper=True)


def tell_one(
    agreement: Agreement, code: NoticeCode, account: Account, party: Party, telling: Telling
) -> None:
    """Tell one of them. However much there is to read in one day, one mail says so."""
    unread = AgreementNotice.objects.filter(account=account, seen_at=None, on=telling.on)
    if account.email and not unread.exists():
        send_errand(MAIL, at=telling.at, what="notice", account=str(account.public_id))
    _put(agreement, code, party, telling, account=account)


def _put(
    agreement: Agreement,
    code: NoticeCode,
    party: Party,
    telling: Telling,
    *,
    account: Account | None = None,
    is_paper: bool = False,
) -> None:
    AgreementNotice.objects.create(
        person_id=agreement.person_id,
        agreement=agreement,
        account=account,
        party=party,
        code=code,
        on=telling.on,
        is_paper=is_paper,
    )


def _accounts(agreement: Agreement, party: Party, on: date) -> Iterator[Account]:
    """Those who are told in the program, for one party."""
    if party is Party.JOBSEEKER:
        yield from Account.objects.filter(person=agreement.person_id, is_active=True)
    elif party is Party.NAV:
        contact = contact_now(agreement)
        account = contact.account if contact else agreement.decided_by
        if account.is_active:
            yield account
    else:
        for member in members_of(agreement).filter(unit__number=number_of(agreement) or None):
            if is_at_work(member, on=on):
                yield member.account


def _needs_paper(agreement: Agreement, party: Party, on: date) -> bool:
    """A party that nobody answers for in the program. An employer must have been shown the agreement."""
    if party is Party.NAV or next(_accounts(agreement, party, on), None) is not None:
        return False
    if party is Party.JOBSEEKER:
        return True
    tellable = tellable_to_employer(agreement, on=on)
    return tellable is not None and Topic.NAME in tellable and _is_party(agreement)


def _is_party(agreement: Agreement) -> bool:
    texts = AgreementText.objects.filter(agreement=agreement, has_employer=True)
    return texts.filter(concluded_at__isnull=False, replaced_at=None).exists()
