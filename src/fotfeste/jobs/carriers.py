"""Who carries out which errand. An errand of a kind that nobody carries stays, and is seen."""

import importlib
from collections.abc import Callable
from datetime import datetime

from fotfeste.apps.outbox.models import Errand

Carrier = Callable[[Errand, datetime], None]

CARRIERS: dict[str, str] = {
    "consent.document": "fotfeste.jobs.consent_documents:carry",
    "import.apply": "fotfeste.jobs.imports:apply",
    "import.read": "fotfeste.jobs.imports:read",
    "import.review": "fotfeste.jobs.imports:review",
    "mail.account": "fotfeste.jobs.mail:carry",
    "mail.employer": "fotfeste.jobs.employer_mail:carry",
    "mail.notice": "fotfeste.jobs.mail:carry",
    "people.keep_apart": "fotfeste.jobs.closeness:carry",
}
"""Kind of errand → where its carrier is; looked up when it is needed, so that a start stays fast."""


def carrier_of(kind: str) -> Carrier:
    """The function that carries out this kind. Raises KeyError for a kind nobody carries."""
    module, _, name = CARRIERS[kind].partition(":")
    carrier: Carrier = getattr(importlib.import_module(module), name)
    return carrier
