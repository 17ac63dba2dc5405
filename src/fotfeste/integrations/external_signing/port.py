"""What the house asks of a signing service, whoever it is."""

from dataclasses import dataclass
from typing import Protocol


class NotSigned(Exception):  # says what is the matter
    """Nothing was signed. `code`: why, in parameters/texts/external_signing.yaml."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Credential:
    """What somebody signs with at the service.

    `certificates`: theirs first, then those that vouch for it (DER). `algorithms`: the kinds of signature it
    can make, as object identifiers.
    """

    id: str
    certificates: tuple[bytes, ...]
    algorithms: tuple[str, ...]


class ExternalSigning(Protocol):
    """A signing service. Every method raises NotSigned, and waits no longer than it was told to."""

    def credential(self, credential_id: str) -> Credential:
        """What there is to sign with."""

    def signature(self, credential: Credential, digest: bytes, algorithm: str, *, shown: str) -> bytes:
        """Let its owner agree, and sign this SHA-256 digest. `shown`: what they are told they sign."""
