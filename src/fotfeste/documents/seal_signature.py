"""The signature in a seal (CMS): which digest it signs, where one of our certificates made it.

It is put together anew from its parts and must come out as it was, byte for byte: so that nothing in it,
not even what the signature does not cover, can be changed unseen.
"""

from binascii import unhexlify
from collections.abc import Sequence
from typing import Any

DIGEST, SIGNING = "sha256", "sha256_ecdsa"


class NotOurs(ValueError):  # says what is the matter
    """Made with a certificate that is none of ours."""


class WrongSignature(ValueError):  # says what is the matter
    """It is not a signature that we have made, or it has been changed."""


def signed_digest(contents: bytes, certificates: Sequence[bytes]) -> bytes:
    """The digest of the file that the signature signs. `contents`: in hexadecimal signs, with room left over.

    Raises NotOurs and WrongSignature.
    """
    try:
        return _signed_digest(unhexlify(contents), certificates)
    except (NotOurs, WrongSignature):
        raise
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as trouble:
        raise WrongSignature(type(trouble).__name__) from None


def _signed_digest(contents: bytes, certificates: Sequence[bytes]) -> bytes:
    from asn1crypto import cms

    found = cms.ContentInfo.load(contents)["content"]
    (signer,), (certificate,) = found["signer_infos"], found["certificates"]
    if certificate.dump() not in certificates:
        raise NotOurs
    signature = signer["signature"].native
    attributes = cms.CMSAttributes.load(signer["signed_attrs"].untag().dump())
    _check(
        certificate, attributes, signature
    )  # first: after it there is nothing in it that somebody else wrote
    written = _written_anew(certificate, attributes, signature)
    if written.ljust(len(contents), b"\0") != contents:
        raise WrongSignature("It is not written as we write it.")
    said = {each["type"].native: each["values"] for each in attributes}
    return bytes(said["message_digest"][0].native)


def _written_anew(certificate: Any, attributes: Any, signature: bytes) -> bytes:
    """What we would have written with this certificate, these signed attributes and this signature."""
    from asn1crypto import cms

    chosen = certificate.chosen
    number = cms.IssuerAndSerialNumber({"issuer": chosen.issuer, "serial_number": chosen.serial_number})
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": number}),
            "digest_algorithm": {"algorithm": DIGEST},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": SIGNING},
            "signature": signature,
        }
    )
    content = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": DIGEST}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [certificate],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": content}).dump())


def _check(certificate: Any, attributes: Any, signature: bytes) -> None:
    """Whether this certificate made this signature, in the one way of two that we write."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.x509 import load_der_x509_certificate

    from fotfeste.documents.sealing import ORDER_OF_P256

    key = load_der_x509_certificate(certificate.dump()).public_key()
    _, s = decode_dss_signature(signature)
    if not isinstance(key, ec.EllipticCurvePublicKey) or s > ORDER_OF_P256 // 2:
        raise WrongSignature("It is not a signature as we make them.")
    try:
        key.verify(signature, attributes.dump(), ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise WrongSignature("The signature does not fit.") from None
