"""A signing service outside the house, for parties who are to sign with an electronic id of their own.

Off unless the installation names one (docs/running/settings.md). The house speaks the API of the Cloud
Signature Consortium, version 2, which providers of signatures with BankID and the like offer; `fake.py`
speaks it on this machine, for tests.
"""

from fotfeste.integrations.external_signing.port import Credential, ExternalSigning, NotSigned

__all__ = ["Credential", "ExternalSigning", "NotSigned", "configured"]


def configured() -> ExternalSigning | None:
    """The service that this installation has named, or None."""
    from django.conf import settings

    if not settings.SIGNING_URL:
        return None
    from fotfeste.integrations.external_signing.csc import CscService

    return CscService(settings.SIGNING_URL, settings.SIGNING_TOKEN, seconds=settings.SIGNING_SECONDS)
