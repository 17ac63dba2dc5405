"""Who carries out which errand. An errand of a kind that nobody carries stays, and is seen."""

import importlib
from collections.abc import Callable
from datetime import datetime

from fotfeste.apps.outbox.models import Errand

Carrier = Callable[[Errand, datetime], None]

CARRIERS: dict[str, str] = {
    "agreement.document": "fotfeste.jobs.agreement_documents:carry",
    "consent.document": "fotfeste.jobs.consent_documents:carry",
    "discharge.letter": "fotfeste.jobs.discharge_letters:carry",
    "import.apply": "fotfeste.jobs.imports:apply",
    "import.read": "fotfeste.jobs.imports:read",
    "import.review": "fotfeste.jobs.imports:review",
    "log_in.new_address": "fotfeste.jobs.new_addresses:carry",
    "mail.account": "fotfeste.jobs.mail:carry",
    "mail.employer": "fotfeste.jobs.employer_mail:carry",
    "mail.invitation": "fotfeste.jobs.invitations:carry",
    "mail.notice": "fotfeste.jobs.mail:carry",
    "people.keep_apart": "fotfeste.jobs.closeness:carry",
}
"""Kind of errand → where its carrier is; looked up when it is needed, so that a start stays fast."""


GIVEN_UP: dict[str, str] = {
    "import.apply": "fotfeste.jobs.imports:give_up",
    "import.read": "fotfeste.jobs.imports:give_up",
    "import.review": "fotfeste.jobs.imports:give_up",
}
"""Who tells those who wait that an errand of this kind will not be done."""


def carrier_of(kind: str) -> Carrier:
    """The function that carries out this kind. Raises KeyError for a kind nobody carries."""
    return _at(CARRIERS[kind])


def teller_of(kind: str) -> Carrier | None:
    """The function that tells of an errand given up; None where nobody waits for it."""
    return _at(GIVEN_UP[kind]) if kind in GIVEN_UP else None


def _at(place: str) -> Carrier:
    module, _, name = place.partition(":")
    found: Carrier = getattr(importlib.import_module(module), name)
    return found
