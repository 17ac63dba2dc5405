"""The sealed document for the employer: a concluded version it is a party to, if nothing of it is withheld.

A sealed file cannot have words taken out of it. So it is handed out whole or not at all, as of that day.
"""

from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.documents import SealedAgreement
from fotfeste.apps.agreements.employer_view import agreement_entered, common_text, is_party_to, person_of
from fotfeste.apps.agreements.models import AgreementDocument
from fotfeste.apps.agreements.tellable import tellable_to
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import opened
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused, because


def access_document_as_employer(
    acting: Acting, agreement: UUID, number: int, *, at: datetime, on: date
) -> SealedAgreement | None:
    """The document of one version; None when there is none, or not yet. Raises Denied and Refused."""
    person = person_of(acting, agreement, at=at)
    action, permission = Action.AGREEMENT_DOCUMENT_TAKEN, Permission.EMPLOYER_AGREEMENT_READ
    with opened(acting, person, permission, at=at, action=action, area="employer") as found:
        member = agreement_entered(found, acting, agreement, at=at, on=on)
        rows = AgreementDocument.objects.filter(text__agreement=member.agreement_id, text__number=number)
        row = rows.filter(text__has_employer=True).select_related("text").first()
        if row is None or not is_party_to(row.text, member.unit.number, found.key):
            return None
        tellable = tellable_to(found.person.pk, member.unit.number, on=on)
        if common_text(row.text, found.key, tellable).is_withheld:
            raise Refused((because("agreement-employer.document-withheld", "house §agreements"),))
        return SealedAgreement(f"avtale-versjon-{row.text.number}.pdf", row, found.key)
