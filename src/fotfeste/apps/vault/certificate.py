"""The installation's own key and certificate, with which it seals documents. Nobody else vouches for it.

`seal.json` lies beside the keys (mode 0600, never in a backup of the database) and carries the id of the
key set. A renewal makes a new key and throws the old one away; the old certificate is kept, so that what was
sealed with it can still be checked. Whoever has the key can seal in the installation's name: when it has
leaked, take that certificate out of the file.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

from fotfeste.apps.vault.keyring import KeysMissing, alone_with, load_key_ring, write_whole

LASTS = timedelta(days=3652)
RENEWED_BEFORE = timedelta(days=365)
"""The last year is for looking: a certificate that seals is always good for at least that long."""


@dataclass(frozen=True, slots=True)
class SealingCertificate:
    """What the installation seals with and has sealed with before. Printing it does not show the key."""

    key_pem: bytes = field(repr=False)
    certificates: tuple[bytes, ...]
    """DER, the one that is used first."""

    @property
    def current(self) -> x509.Certificate:
        """The certificate that goes with the key."""
        return x509.load_der_x509_certificate(self.certificates[0])

    @property
    def runs_out_at(self) -> datetime:
        """When the current one does."""
        return self.current.not_valid_after_utc

    def is_due(self, at: datetime) -> bool:
        """Whether a new one is to be made at the next start."""
        return at >= self.runs_out_at - RENEWED_BEFORE


@lru_cache(maxsize=1)
def sealing_certificate() -> SealingCertificate:
    """What this installation seals with, read once. Raises KeysMissing."""
    return load_sealing_certificate()


def load_sealing_certificate() -> SealingCertificate:
    """What this installation seals with, as it lies there now. Raises KeysMissing."""
    return load_certificate(certificate_file(), key_set=load_key_ring(settings.KEY_FILE).set_id)


def certificate_file() -> Path:
    """Where it lies: beside the keys."""
    return Path(settings.KEY_FILE).with_name("seal.json")


def ensure_sealing_certificate(*, at: datetime) -> None:
    """Make one where there is none, and a new one in good time. Two processes doing so at once make one."""
    place, key_set = certificate_file(), load_key_ring(settings.KEY_FILE).set_id
    with alone_with(place):
        if not place.exists():
            save_certificate(new_certificate(at=at), place, key_set=key_set)
        elif (found := load_certificate(place, key_set=key_set)).is_due(at):
            fresh = new_certificate(at=at)
            kept = SealingCertificate(fresh.key_pem, fresh.certificates + found.certificates)
            save_certificate(kept, place, key_set=key_set)


def new_certificate(*, at: datetime, key: ec.EllipticCurvePrivateKey | None = None) -> SealingCertificate:
    """A fresh key on the curve P-256 and its certificate, signed with itself and good from that day."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Fotfeste"),
            x509.NameAttribute(NameOID.COMMON_NAME, "Fotfeste, segl for denne installasjonen"),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        **dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement"), False),
        **dict.fromkeys(("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"), False),
    )
    built = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return SealingCertificate(_as_pem(key), (built.public_bytes(serialization.Encoding.DER),))


def save_certificate(certificate: SealingCertificate, place: Path, *, key_set: str) -> None:
    """Write it so that a crash leaves the old file or the new one."""
    written = {
        "key_set": key_set,
        "key": certificate.key_pem.decode(),
        "certificates": [each.hex() for each in certificate.certificates],
    }
    write_whole(place, json.dumps(written))
    sealing_certificate.cache_clear()


def load_certificate(place: Path, *, key_set: str) -> SealingCertificate:
    """Read it. Raises KeysMissing when it is absent, open to others, or of another installation."""
    if not place.exists():
        raise KeysMissing(f"There is no certificate at {place.name}.")
    if place.stat().st_mode & 0o077:
        raise KeysMissing(f"{place.name} can be read by others; it must have mode 0600.")
    found = json.loads(place.read_text())
    if found["key_set"] != key_set:
        raise KeysMissing(f"{place.name} belongs to another set of keys.")
    return SealingCertificate(found["key"].encode(), tuple(map(bytes.fromhex, found["certificates"])))


def _as_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
