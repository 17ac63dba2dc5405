"""Interest shown by an employer who is logged in, and what the office answered (A-12). It names nobody."""

from datetime import datetime
from uuid import UUID

from fotfeste.apps.agreements.asked import MOST, AskedOne
from fotfeste.apps.agreements.asking import AgreementAsked, EmployerAsked, act_take_down, house_key
from fotfeste.apps.agreements.models import AgreementRequest
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.asked import opened_with_keys
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.records import Contact
from fotfeste.domain.agreements.requests import AskedBy, AskedFor, AskedThrough


def business_of(acting: Acting) -> tuple[str, str]:
    """What the business one acts for is called, and its organisation number."""
    if acting.unit_id is None:
        return "", ""
    unit = Unit.objects.get(pk=acting.unit_id)
    return unit.name, unit.number


def act_show_interest(
    acting: Acting, office: UUID | None, contact: Contact, wish: str, *, at: datetime
) -> AgreementRequest:
    """Tell an office that the business considers taking somebody in. Raises Refused."""
    name, number = business_of(acting)
    asked = AgreementAsked(
        office=office,
        asked_for=AskedFor.INTEREST,
        asked_by=AskedBy.EMPLOYER,
        through=AskedThrough.OWN_LOG_IN,
        employer=EmployerAsked(name, number, contact),
        wish=wish,
    )
    return act_take_down(acting, asked, at=at)


def access_own_interest(acting: Acting, *, at: datetime) -> list[AskedOne]:
    """What one has sent for the business one acts for, and the answers. The newest first."""
    with act():
        rows = AgreementRequest.objects.filter(
            asked_for=AskedFor.INTEREST,
            through=AskedThrough.OWN_LOG_IN,
            asked_by=acting.account_id,
            organisation_number=business_of(acting)[1],
        )
        found = list(rows.select_related("office", "person").order_by("-pk")[:MOST])
        record(Entry(Action.AGREEMENT_REQUESTS_SEEN, acting.who, at, area="own"))
        return opened_with_keys(found, house_key())
