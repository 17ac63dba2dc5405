"""Requests for an agreement as they are read: in the inbox, on one's own page, on the agreement's."""

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.apps.agreements.asked import AskedOne
from fotfeste.clock import OSLO
from fotfeste.domain.agreements.answering import is_late
from fotfeste.domain.organisation_number import OrganisationNumber
from fotfeste.web.agreement_request_words import ASKED_BY, ASKED_FOR, COLORS, STATUSES, THROUGH, WHAT_NOW
from fotfeste.web.words.phones import spaced


def listed(found: AskedOne, *, on: date) -> dict[str, object]:
    """One in a list. `is_late`: the day to answer has passed."""
    row = found.row
    return {
        "public_id": row.public_id,
        "name": found.text("name") or found.text("employer"),
        "employer": found.text("employer"),
        "office": row.office.name,
        "asked_on": row.asked_at.astimezone(OSLO).date(),
        "answer_by": row.answer_by,
        "is_late": is_late(row.answer, row.answer_by, on=on),
        "is_interest": row.asked_for == "interest",
        "asked_for": ASKED_FOR[row.asked_for],
        "asked_by": ASKED_BY[row.asked_by_whom],
        "through": THROUGH[row.through],
        "status": STATUSES[row.status],
        "what_now": WHAT_NOW[row.status],
        "color": COLORS.get(row.status, "neutral"),
        "wish": found.text("wish"),
        "answer": found.text("answer"),
        "answered_on": row.answered_on,
        "receipt": row.receipt,
        "may_withdraw": row.through == "own_log_in" and not row.answer,
    }


def told(found: AskedOne) -> list[tuple[str, object]]:
    """Everything that was told, for the office."""
    row = found.row
    number = row.organisation_number
    facts: list[tuple[str, object]] = [
        (_("Gjelder"), ASKED_FOR[row.asked_for]),
        (_("Hvem spør"), ASKED_BY[row.asked_by_whom]),
        (_("Kom slik"), THROUGH[row.through]),
        (_("Sendt videre av"), found.text("passed_on_by")),
        (_("Telefon"), spaced(found.text("phone"))),
        (_("E-post"), found.text("email")),
        (_("Arbeidsgiver"), found.text("employer")),
        (_("Organisasjonsnummer"), str(OrganisationNumber(number)) if number else ""),
        (_("Kontakt hos arbeidsgiveren"), found.text("employer_contact")),
        (_("Telefon til arbeidsgiveren"), spaced(found.text("employer_phone"))),
        (_("E-post til arbeidsgiveren"), found.text("employer_email")),
        (_("Ønske"), found.text("wish")),
        (_("Kvittering"), row.receipt),
        (_("Svar"), found.text("answer")),
    ]
    return [each for each in facts if each[1]]
