"""A party signs a document with an electronic id of their own, at a service outside: by the worker alone."""

from collections.abc import Sequence
from datetime import datetime

from fotfeste.documents.signing_from_outside import DoesNotFit, signed_from_outside, way_of
from fotfeste.integrations.external_signing import ExternalSigning, NotSigned


def signed_externally(
    content: bytes,
    credential_id: str,
    *,
    by: ExternalSigning,
    trusted: Sequence[bytes],
    field: str,
    at: datetime,
    shown: str,
) -> bytes:
    """The document signed by whoever has that credential. Raises NotSigned: then there is no document.

    `trusted`: the certificates that may vouch for a signer (DER). `shown`: what the signer is told.
    """
    credential = by.credential(credential_id)

    def sign(digest: bytes, way: str) -> bytes:
        return by.signature(credential, digest, way, shown=shown)

    try:
        if way_of(credential.certificates[0]) not in credential.algorithms:
            raise NotSigned("external-signing.wrong-answer")
        return signed_from_outside(
            content, credential.certificates, sign, trusted=trusted, field=field, at=at, reason=shown
        )
    except DoesNotFit:
        raise NotSigned("external-signing.does-not-fit") from None
