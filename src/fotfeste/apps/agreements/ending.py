"""Ending an agreement, asking that it ends, and going through it instead of silence (A-10)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from fotfeste.apps.agreements.contact_persons import end_contact
from fotfeste.apps.agreements.contents import text_waiting
from fotfeste.apps.agreements.drafting import touched
from fotfeste.apps.agreements.employer_members import members_of, seen_until
from fotfeste.apps.agreements.models import Agreement, AgreementReview, AgreementText, EndingAsked
from fotfeste.apps.agreements.newest import agreement_asked
from fotfeste.apps.agreements.notices import Telling, tell, tell_one
from fotfeste.apps.agreements.sides import side_of
from fotfeste.apps.agreements.versions import amend
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.people.models import Relation
from fotfeste.domain.agreements.drafting import words_of_health
from fotfeste.domain.agreements.ending import (
    EndCause,
    ReviewCause,
    ReviewHeld,
    may_ask_to_end,
    may_be_reviewed,
    may_end,
)
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import AGREEMENT_LIMITS, AGREEMENT_WORDS, SENSITIVE_WORDS


@dataclass(frozen=True, slots=True, repr=False)
class ReviewSaid:
    """What is put down of a review."""

    held_on: date
    next_on: date
    with_person: bool
    with_employer: bool
    words: str = ""


def end(deed: Deed, cause: EndCause, words: str) -> None:
    """NAV ends it. What waits for signatures is dropped; the employer sees it some weeks more."""
    agreement = agreement_asked(deed.found)
    refuse(may_end(has_words=bool(words.strip())))
    agreement.ended_on, agreement.ended_by_id, agreement.end_cause = deed.on, deed.by.account_id, cause
    agreement.seal("sealed_end_words", words.strip(), deed.key)
    touched(agreement, deed.on)
    _answer_all(deed, agreement)
    tell(deed, agreement, NoticeCode.ENDED)
    deed.done("agreement.ended", cause=cause)
    close(agreement, Telling(deed.at, deed.on))


def close(agreement: Agreement, telling: Telling) -> None:
    """It is over: no text waits, nobody is contact person, the employer's people see it till a last day."""
    AgreementText.objects.filter(agreement=agreement, concluded_at=None, dropped_at=None).update(
        dropped_at=telling.at
    )
    Relation.objects.filter(pk__in=members_of(agreement).values("relation")).update(
        until_day=seen_until(agreement), version=F("version") + 1
    )
    end_contact(agreement, at=telling.at, on=telling.on)


def ask_to_end(deed: Deed, why: str) -> None:
    """A party asks that it ends. NAV decides, and answers; until then it holds."""
    side = side_of(deed)
    waiting = EndingAsked.objects.filter(agreement=side.agreement, answered_on=None, asked_party=side.party)
    refuse(may_ask_to_end(is_asked=waiting.exists()))
    row = EndingAsked(
        person=deed.person,
        agreement=side.agreement,
        asked_by_id=deed.by.account_id,
        asked_party=side.party,
        asked_on=deed.on,
    )
    row.seal("sealed_why", why.strip(), deed.key)
    row.save()
    tell(deed, side.agreement, NoticeCode.END_ASKED)
    deed.done("agreement.end-asked", party=side.party)


def answer_ending(deed: Deed, asked: UUID, words: str, *, is_approved: bool = False) -> None:
    """NAV answers that it goes on, and why. Ending it is another act, and answers by itself.

    Words of health to an employer are read once more: `is_approved` says that they were.
    """
    agreement = agreement_asked(deed.found)
    row = EndingAsked.objects.filter(agreement=agreement, public_id=asked, answered_on=None).first()
    if row is None:
        raise Refused((because("agreement.end-not-asked", "house §agreements"),))
    if row.asked_party == Party.EMPLOYER and not is_approved:
        refuse(words_of_health(words, SENSITIVE_WORDS.on(deed.on), AGREEMENT_WORDS.on(deed.on)))
    _answer(deed, row, words)
    tell_one(
        agreement, NoticeCode.END_ANSWERED, row.asked_by, Party(row.asked_party), Telling(deed.at, deed.on)
    )
    deed.done("agreement.end-answered")


def say_changed(deed: Deed, cause: ReviewCause) -> None:
    """A party says that the job is lost, or something else has changed: it must be gone through.

    The employer is not told: what changed may be another job. It hears of the review, or of the end.
    """
    agreement = side_of(deed).agreement
    if agreement.review_asked_on is None:
        agreement.review_asked_on = deed.on
        touched(agreement, deed.on)
    tell(deed, agreement, NoticeCode.REVIEW_ASKED, only=(Party.NAV, Party.JOBSEEKER))
    deed.done("agreement.review-asked", cause=cause)


def put_down_review(deed: Deed, said: ReviewSaid, *, language: str) -> None:
    """They went through it, and agreed on the next day. What holds now has that day; nobody signs anew."""
    agreement = agreement_asked(deed.found)
    if text_waiting(agreement) is not None:
        raise Refused((because("agreement.laid-out", "house §agreements"),))
    held = ReviewHeld(said.held_on, said.next_on, said.with_person)
    refuse(may_be_reviewed(held, AGREEMENT_LIMITS.on(deed.on), since=agreement.used_on, on=deed.on))
    row = AgreementReview(
        person=deed.person,
        agreement=agreement,
        held_on=said.held_on,
        with_person=said.with_person,
        with_employer=said.with_employer,
        next_on=said.next_on,
        written_by_id=deed.by.account_id,
    )
    row.seal("sealed_words", said.words.strip(), deed.key)
    row.save()
    agreement.review_on, agreement.review_asked_on = said.next_on, None
    touched(agreement, deed.on)
    amend(deed, agreement, language, review_on=said.next_on)
    tell(deed, agreement, NoticeCode.REVIEWED)
    deed.done("agreement.reviewed", day=said.held_on)


def in_force_since(agreement: Agreement) -> date | None:
    """The day the first version of it was concluded."""
    first = (
        AgreementText.objects.filter(agreement=agreement, concluded_at__isnull=False)
        .order_by("number")
        .first()
    )
    return first.concluded_at.astimezone(OSLO).date() if first and first.concluded_at else None


def _answer_all(deed: Deed, agreement: Agreement) -> None:
    """The end is the answer. The reason is the jobseeker's and NAV's, and no employer's to read."""
    for row in EndingAsked.objects.filter(agreement=agreement, answered_on=None):
        _answer(deed, row, "")


def _answer(deed: Deed, row: EndingAsked, words: str) -> None:
    row.answered_on, row.answered_by_id = deed.on, deed.by.account_id
    row.seal("sealed_answer", words.strip(), deed.key)
    row.save()
