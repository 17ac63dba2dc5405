"""A PDF signed with a certificate whose key is elsewhere: put together here, and looked at before it counts.

The house keeps what comes back only when the whole file is signed by that certificate, and one of those it
trusts vouches for it. Otherwise there is no file at all: nothing half-signed is ever handed on.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from fotfeste.documents.sealing import HASH, CannotBeSealed, a_writer, placed

Sign = Callable[[bytes, str], bytes]
"""Signs a SHA-256 digest in the way named (an object identifier), somewhere else."""

ROOM = 32_768
ECDSA_SHA_256, RSA_SHA_256 = "1.2.840.10045.4.3.2", "1.2.840.113549.1.1.11"


class DoesNotFit(ValueError):  # says what is the matter
    """What came back is no signature of this document by a certificate that is trusted."""


def way_of(certificate: bytes) -> str:
    """In which way this certificate's key signs. Raises DoesNotFit for one that we do not know."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.x509 import load_der_x509_certificate

    try:
        key = load_der_x509_certificate(certificate).public_key()
    except ValueError:
        raise DoesNotFit("No certificate.") from None
    if isinstance(key, ec.EllipticCurvePublicKey):
        return ECDSA_SHA_256
    if isinstance(key, rsa.RSAPublicKey):
        return RSA_SHA_256
    raise DoesNotFit("A key of a kind that is not known.")


def signed_from_outside(
    content: bytes,
    certificates: Sequence[bytes],
    sign: Sign,
    *,
    trusted: Sequence[bytes],
    field: str,
    at: datetime,
    reason: str = "",
) -> bytes:
    """The document with that signature in a field of this name. Raises DoesNotFit and whatever `sign` raises.

    Several may sign one after the other, each in a field of their own; the house seals last.
    """
    writer = a_writer(content)
    prepared, output, steps = placed(writer, field, at, reason, room=ROOM, is_last=False)
    signer = _signer(certificates, sign)
    steps.send(asyncio.run(signer.async_sign(prepared.document_digest, HASH, use_pades=True)))
    signed = bytes(output.getvalue())
    _look_at(signed, trusted, at)
    return signed


def _signer(certificates: Sequence[bytes], sign: Sign) -> Any:
    from asn1crypto import x509
    from cryptography.hazmat.primitives.hashes import SHA256, Hash
    from pyhanko.sign.signers import Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    way = way_of(certificates[0])

    class Elsewhere(Signer):
        async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
            digest = Hash(SHA256())
            digest.update(data)
            return sign(digest.finalize(), way)

    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko gives it no types
    store.register_multiple([x509.Certificate.load(each) for each in certificates[1:]])
    return Elsewhere(signing_cert=x509.Certificate.load(certificates[0]), cert_registry=store)


def _look_at(signed: bytes, trusted: Sequence[bytes], at: datetime) -> None:
    """The newest signature fits the whole file, and leads to one that is trusted."""
    from asn1crypto import x509
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    roots = [x509.Certificate.load(each) for each in trusted]
    trust = ValidationContext(trust_roots=roots, allow_fetching=False, moment=at)
    try:
        newest = PdfFileReader(BytesIO(signed)).embedded_signatures[-1]
        status = validate_pdf_signature(newest, trust)
    except (PdfError, ValueError, KeyError, TypeError) as trouble:
        raise DoesNotFit(type(trouble).__name__) from None
    if not status.bottom_line or status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        raise DoesNotFit("Not a signature of the whole file by somebody who is trusted.")


__all__ = ["CannotBeSealed", "DoesNotFit", "signed_from_outside", "way_of"]
