"""What the employer of an agreement may be told today, as the jobseeker has said of that employer."""

from datetime import date

from django.db.models import Q

from fotfeste.apps.agreements.models import Agreement
from fotfeste.apps.consents.facts import disclosure_fact
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.selectors import topic_stands
from fotfeste.domain.disclosure import may_tell
from fotfeste.domain.disclosure_topics import Topic


def tellable_to_employer(agreement: Agreement, *, on: date) -> frozenset[Topic] | None:
    """The topics this employer may be told that day; None where no employer is a party."""
    if agreement.employer is None:
        return None
    statement = _statement(agreement)
    if statement is None or statement.employer is None:
        return frozenset()
    said = disclosure_fact(statement, tuple(topic_stands([statement.pk]).get(statement.pk, ())))
    employer = statement.employer.public_id.hex
    return frozenset(topic for topic in Topic if not may_tell(topic, employer, (said,), on=on))


def _statement(agreement: Agreement) -> DisclosureStatement | None:
    """What was last said of this business, whichever team has it in its list."""
    assert agreement.employer is not None  # noqa: S101  # asked before
    same = Q(employer=agreement.employer)
    if agreement.employer.organisation_number:
        same |= Q(employer__organisation_number=agreement.employer.organisation_number)
    rows = DisclosureStatement.objects.filter(same, person=agreement.person_id, ended_at=None)
    return rows.select_related("employer").order_by("-stated_on", "-pk").first()
