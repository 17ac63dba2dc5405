"""Questions to the contact person in NAV: asked, answered, and held against the agreed limit (A-07).

What the jobseeker asks is not for the employer to see, nor the other way round. NAV sees both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.models import Agreement, AgreementQuestion
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.agreements.notices import tell
from fotfeste.apps.agreements.promises_kept import Words, refuse_words
from fotfeste.apps.agreements.question_rows import QuestionSeen, days_of, in_order
from fotfeste.apps.agreements.sides import side_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import OSLO, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.domain.agreements.notices import NoticeCode
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.questions import answer_question_by, may_be_answered
from fotfeste.domain.permissions import Decision, Permission
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import AGREEMENT_LIMITS
from fotfeste.parameters.holidays_no import norwegian_holidays

_OURS = "house §agreements"


@dataclass(frozen=True, slots=True)
class QuestionsSeen:
    """The questions of a person's agreement that the reader may read, unanswered first."""

    person: Person
    contact: SealedContact
    decision: Decision
    agreement: Agreement | None
    questions: Sequence[QuestionSeen]
    on: date

    @property
    def is_open(self) -> bool:
        """Whether anything can still be asked."""
        row = self.agreement
        return row is not None and row.ended_on is None and row.lapsed_on is None


def ask(deed: Deed, words: str) -> AgreementQuestion:
    """Jobseeker or employer asks. The days to the answer are counted from today."""
    side, limits = side_of(deed), AGREEMENT_LIMITS.on(deed.on)
    row = AgreementQuestion(
        person=deed.person,
        agreement=side.agreement,
        asked_by_id=deed.by.account_id,
        asked_party=side.party,
        asked_at=deed.at,
        answer_by=answer_question_by(deed.on, limits, norwegian_holidays(deed.on.year, deed.on.year + 1)),
    )
    row.seal("sealed_question", words.strip(), deed.key)
    row.save()
    deed.done("agreement.question-asked", party=side.party)
    tell(deed, side.agreement, NoticeCode.QUESTION_ASKED)
    return row


def answer(deed: Deed, about: str, words: Words) -> AgreementQuestion:
    """NAV answers: the contact person, or the office. For an employer words of health are read once more."""
    row = question_of(deed.person, about)
    if row is None:
        raise Refused((because("question.none-such", _OURS),))
    refuse(may_be_answered(days_of(row)))
    if row.asked_party == Party.EMPLOYER:
        refuse_words(words, deed)
    row.answered_by_id, row.answered_at = deed.by.account_id, deed.at
    row.version += 1
    row.seal("sealed_answer", words.text.strip(), deed.key)
    row.save()
    deed.done("agreement.question-answered", party=row.asked_party)
    tell(deed, row.agreement, NoticeCode.QUESTION_ANSWERED, only={Party(row.asked_party)})
    return row


def question_of(person: Person, about: str) -> AgreementQuestion | None:
    """A question about this person, by its id."""
    try:
        wanted = UUID(about)
    except ValueError:
        return None
    return (
        AgreementQuestion.objects.filter(person=person, public_id=wanted)
        .select_related("agreement__employer", "agreement__office", "agreement__decided_by")
        .first()
    )


def access_questions(acting: Acting, public_id: UUID, *, at: datetime) -> QuestionsSeen:
    """NAV reads all, the jobseeker the own. Raises Denied."""
    action, on = Action.AGREEMENT_SEEN, at.astimezone(OSLO).date()
    with opened(
        acting, public_id, Permission.AGREEMENT_READ, at=at, action=action, area="questions"
    ) as found:
        row = agreement_of(found.person)
        rows = AgreementQuestion.objects.filter(agreement=row) if row else AgreementQuestion.objects.none()
        if found.may(Permission.AGREEMENT_OWN):
            rows = rows.filter(asked_party=Party.JOBSEEKER)
        known = rows.select_related("asked_by", "answered_by")
        return QuestionsSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            decision=found.decision,
            agreement=row,
            questions=in_order(known, found.key, on=on),
            on=on,
        )
