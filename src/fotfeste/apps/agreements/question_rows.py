"""A question as it is read, and which of them an employer reads: only what that business has asked (A-07)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from fotfeste.apps.agreements.models import AgreementQuestion, EmployerMember
from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.questions import QuestionDays, QuestionState, question_state


@dataclass(frozen=True, slots=True)
class QuestionSeen:
    """One question, with what opens its words."""

    row: AgreementQuestion
    on: date
    key: SealingKey = field(repr=False)

    @property
    def days(self) -> QuestionDays:
        """What its state follows from."""
        return days_of(self.row)

    @property
    def state(self) -> QuestionState:
        """Where it stands that day."""
        return question_state(self.days, on=self.on)

    def text(self, name: str) -> str:
        """One of its sealed texts: question, answer."""
        return self.row.opened(f"sealed_{name}", self.key)


def questions_of_employer(member: EmployerMember, key: SealingKey, *, on: date) -> Sequence[QuestionSeen]:
    """Those that this business has asked in this agreement; none that another asked before it."""
    people = EmployerMember.objects.filter(agreement=member.agreement_id, unit=member.unit_id)
    rows = AgreementQuestion.objects.filter(
        agreement=member.agreement_id, asked_party=Party.EMPLOYER, asked_by__in=people.values("account")
    )
    return in_order(rows.select_related("asked_by", "answered_by"), key, on=on)


def in_order(rows: Iterable[AgreementQuestion], key: SealingKey, *, on: date) -> tuple[QuestionSeen, ...]:
    """What waits first, the one to be answered first on top; then the newest answered."""
    waiting = [row for row in rows if row.answered_at is None]
    answered = [row for row in rows if row.answered_at is not None]
    waiting.sort(key=lambda row: (row.answer_by, row.pk))
    answered.sort(key=lambda row: row.pk, reverse=True)
    return tuple(QuestionSeen(row, on, key) for row in (*waiting, *answered))


def days_of(row: AgreementQuestion) -> QuestionDays:
    """As the rules want them."""
    answered = row.answered_at.astimezone(OSLO).date() if row.answered_at else None
    return QuestionDays(row.asked_at.astimezone(OSLO).date(), row.answer_by, answered)
