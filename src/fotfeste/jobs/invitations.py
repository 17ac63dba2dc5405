"""Mail with a link to somebody at an employer: neutral, and only while the invitation still holds."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from fotfeste import clock
from fotfeste.apps.agreements.invitations import against_letting_in, link_token, still_open
from fotfeste.apps.agreements.models import EmployerInvitation
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.vault.keys import keys_of


def carry(errand: Errand, at: datetime) -> None:
    """Send the link. To nobody, when the invitation is over, or the name may not be told any more."""
    rows = EmployerInvitation.objects.select_related("person", "agreement__employer", "invited_by")
    row = rows.filter(public_id=UUID(str(errand.payload["invitation"]))).first()
    on = at.astimezone(clock.OSLO).date()
    if row is None or not still_open(row, at=at):
        return
    if against_letting_in(row.agreement, row.person, row.organisation_number, on=on):
        return
    key = keys_of([(row.person_id, row.person.public_id)])[row.person_id]
    with translation.override(row.invited_by.language):
        shown = {"link": settings.ADDRESS + reverse("invitation", args=[link_token(row)])}
        subject = render_to_string("mail/subject.txt", shown).strip()
        body = render_to_string("mail/invitation.txt", shown)
    EmailMessage(subject, body, to=[row.opened("sealed_email", key)]).send()
