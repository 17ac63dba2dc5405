"""The joint assessment: what follow-up and measures are needed. The newest counts; none is changed (A-13)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.apps.agreements.models import Agreement, JointAssessment
from fotfeste.apps.agreements.newest import agreement_asked
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.assessment import AssessmentFacts, assessment_missing
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.verdict import Refused

TEXTS = ("follow_up", "measures", "person_says", "employer_says", "why_not_together")


@dataclass(frozen=True, slots=True, repr=False)
class Assessed:
    """What was assessed, by whom. `with_employer` is None where there is no employer yet."""

    assessed_on: date
    with_person: bool
    with_employer: bool | None
    follow_up: str
    measures: str
    person_says: str = ""
    employer_says: str = ""
    why_not_together: str = ""


def assess(deed: Deed, said: Assessed) -> JointAssessment:
    """Put down a joint assessment. Raises Refused with everything that is missing."""
    agreement = agreement_asked(deed.found)
    facts = AssessmentFacts(
        is_made=True,
        has_employer=agreement.employer_id is not None or said.with_employer is not None,
        with_person=said.with_person,
        with_employer=said.with_employer,
        has_follow_up=bool(said.follow_up.strip()),
        has_measures=bool(said.measures.strip()),
        says_why_not=bool(said.why_not_together.strip()),
    )
    refuse((*has_happened(said.assessed_on, on=deed.on), *assessment_missing(facts)))
    row = JointAssessment(
        assessed_on=said.assessed_on, with_person=said.with_person, with_employer=said.with_employer
    )
    _keep(deed, agreement, row, {name: getattr(said, name) for name in TEXTS})
    deed.done("agreement.assessed", day=said.assessed_on)
    return row


def add_own_words(deed: Deed, words: str) -> JointAssessment:
    """The jobseeker says something of what was assessed: the same assessment again, with these words."""
    agreement = agreement_asked(deed.found)
    before = newest_assessment(agreement)
    if before is None:
        raise Refused(assessment_missing(AssessmentFacts(is_made=False)))
    row = JointAssessment(
        assessed_on=before.assessed_on, with_person=before.with_person, with_employer=before.with_employer
    )
    _keep(deed, agreement, row, texts_of(before, deed.key) | {"person_says": words})
    deed.done("agreement.own-words")
    return row


def newest_assessment(agreement: Agreement) -> JointAssessment | None:
    """The one that counts."""
    rows = JointAssessment.objects.filter(agreement=agreement).select_related("written_by")
    return rows.order_by("-pk").first()


def texts_of(row: JointAssessment, key: SealingKey) -> dict[str, str]:
    """Its texts, opened."""
    return {name: row.opened(f"sealed_{name}", key) for name in TEXTS}


def facts_of(row: JointAssessment | None, key: SealingKey, *, has_employer: bool) -> AssessmentFacts:
    """What the rule is asked with of what stands now."""
    if row is None:
        return AssessmentFacts(is_made=False, has_employer=has_employer)
    texts = texts_of(row, key)
    return AssessmentFacts(
        is_made=True,
        has_employer=has_employer,
        with_person=row.with_person,
        with_employer=row.with_employer,
        has_follow_up=bool(texts["follow_up"]),
        has_measures=bool(texts["measures"]),
        says_why_not=bool(texts["why_not_together"]),
    )


def _keep(deed: Deed, agreement: Agreement, row: JointAssessment, texts: dict[str, str]) -> None:
    row.person, row.agreement = deed.person, agreement
    row.written_on, row.written_by_id = deed.on, deed.by.account_id
    for name, text in texts.items():
        row.seal(f"sealed_{name}", text.strip(), deed.key)
    row.save()
    Agreement.objects.filter(pk=agreement.pk).update(changed_on=deed.on)
