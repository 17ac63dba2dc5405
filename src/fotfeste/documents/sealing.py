"""Sealing a PDF with the installation's own certificate (PAdES B-B), by the worker.

The seal says: this file was made here, at this time, and has not been changed since. It is not anybody's
personal signature; who agreed to what stands in the document itself. seal_check.py looks at a seal.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from fotfeste.apps.vault.certificate import SealingCertificate, sealing_certificate

FIELD = "Fotfeste"
HASH = "sha256"
ROOM = 8_192
"""Hexadecimal signs kept free for the signature: it takes some 3 000."""
ORDER_OF_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class CannotBeSealed(ValueError):  # says what is the matter
    """It is no PDF that we could have made, or it has a seal already."""


def sealed(
    content: bytes, *, at: datetime, reason: str = "", certificate: SealingCertificate | None = None
) -> bytes:
    """The document with a seal that can be seen in no page of it, dated `at`. Raises CannotBeSealed.

    `reason` is shown by PDF readers beside the seal; it names nobody. Nothing of `content` is changed: the
    seal is added at its end, and allows no further change.
    """
    writer = a_writer(content)
    if FIELD in _fields(writer):
        raise CannotBeSealed("The document is sealed already.")
    certificate = certificate or sealing_certificate()
    prepared, output, steps = placed(writer, FIELD, at, reason, room=ROOM, is_last=True)
    steps.send(asyncio.run(_signer(certificate).async_sign(prepared.document_digest, HASH, use_pades=True)))
    return bytes(output.getvalue())


def a_writer(content: bytes) -> Any:
    """Adds to a file and leaves what it says of itself as it is: that is written as PDF/A asks for.

    Raises CannotBeSealed for what is no PDF that can be added to.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Writer(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            """Another program's name, and a day from the machine's clock, are not put in."""

    writer = _or_not(lambda: Writer(BytesIO(content)))
    _or_not(lambda: _say_the_order_of_fields(writer))
    return writer


def placed(
    writer: Any, field: str, at: datetime, reason: str, *, room: int, is_last: bool
) -> tuple[Any, BytesIO, Any]:
    """Make a place for a signature: its digest, the file so far, and the steps that take the signature.

    The field has no size and lies outside the page, as PDF/A and PDF/UA ask for together. `is_last`: it
    allows no change after it; PDF lets only the first signature of a file say so.
    """
    return _or_not(lambda: _placed(writer, field, at, reason, room=room, is_last=is_last))  # type: ignore[no-any-return]  # what it is given


def _placed(writer: Any, field: str, at: datetime, reason: str, *, room: int, is_last: bool) -> Any:
    from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
    from pyhanko.sign.signers.pdf_byterange import SignatureObject

    is_first = not _fields(writer)
    place = SigFieldSpec(field, invis_sig_settings=InvisSigSettings(box_out_of_bounds=True))
    steps = PdfCMSEmbedder(new_field_spec=place).write_cms(field_name=field, writer=writer)
    next(steps)
    seal = SignatureObject(
        timestamp=at, subfilter=SigSeedSubFilter.PADES, name=field, reason=reason or None, bytes_reserved=room
    )
    no_changes = SigMDPSetup(md_algorithm=HASH, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    steps.send(SigObjSetup(sig_placeholder=seal, mdp_setup=no_changes if is_first and is_last else None))
    prepared, output = steps.send(SigIOSetup(md_algorithm=HASH, in_place=False, output=BytesIO()))
    return prepared, output, steps


def _fields(writer: Any) -> set[str]:
    """The names of the signatures that are in it."""
    from pyhanko.sign.fields import enumerate_sig_fields

    return {name for name, _, _ in _or_not(lambda: list(enumerate_sig_fields(writer)))}


def _say_the_order_of_fields(writer: Any) -> None:
    """A page with a field says in which order one comes to its fields: PDF/UA asks for it."""
    from pyhanko.pdf_utils.generic import NameObject

    page, _ = writer.find_page_for_modification(0)
    page.get_object()[NameObject("/Tabs")] = NameObject("/S")
    writer.mark_update(page)


def _or_not(act: Callable[[], Any]) -> Any:
    """What comes of it, or CannotBeSealed for a file that cannot be read."""
    from pyhanko.pdf_utils.misc import PdfError

    try:
        return act()
    except (PdfError, KeyError, TypeError, ValueError, RecursionError) as trouble:
        raise CannotBeSealed(str(trouble)[:200]) from trouble


def _signer(certificate: SealingCertificate) -> Any:
    """Signs with the installation's key. Of two signatures that say the same, always the one checked for."""
    from asn1crypto import keys, pem, x509
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class Signer(SimpleSigner):
        def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
            r, s = decode_dss_signature(super().sign_raw(data, digest_algorithm))
            return encode_dss_signature(r, min(s, ORDER_OF_P256 - s))

    _, _, key = pem.unarmor(certificate.key_pem)
    return Signer(
        signing_cert=x509.Certificate.load(certificate.certificates[0]),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyHanko gives it no types
    )
