"""A signing service that speaks the API of the Cloud Signature Consortium, version 2.

Three calls: `credentials/info` (what there is to sign with), `credentials/authorize` (its owner agrees, in
the provider's own app, to exactly this digest) and `signatures/signHash`. The private key never leaves the
provider, and the document never leaves the house: only its digest does.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from fotfeste.integrations.external_signing.port import Credential, NotSigned

SHA_256 = "2.16.840.1.101.3.4.2.1"
MOST_BYTES = 256 * 1024
MOST_CERTIFICATES = 10
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
REFUSED = range(400, 500)


class CscService:
    """One account with one provider. `address` ends before `credentials/…`, as in https://host/csc/v2."""

    def __init__(self, address: str, token: str, *, seconds: float) -> None:
        place = urlsplit(address)
        if place.scheme != "https" and not (place.scheme == "http" and place.hostname in LOOPBACK):
            raise NotSigned("external-signing.unsafe-address")
        self._place, self._token, self._seconds = place, token, seconds

    def credential(self, credential_id: str) -> Credential:
        """What there is to sign with, and whether it can be used. Raises NotSigned."""
        asked = {"credentialID": credential_id, "certificates": "chain", "certInfo": False, "authInfo": True}
        told = self._ask("credentials/info", asked)
        try:
            key, chain = told["key"], told["cert"]["certificates"]
            is_enabled = key["status"] == "enabled" and told["cert"].get("status", "valid") == "valid"
            algorithms = tuple(str(each) for each in key["algo"])
            certificates = tuple(_from_base64(each) for each in chain[:MOST_CERTIFICATES])
        except (KeyError, TypeError, AttributeError, ValueError):
            raise NotSigned("external-signing.wrong-answer") from None
        if not is_enabled or not certificates:
            raise NotSigned("external-signing.refused")
        return Credential(credential_id, certificates, algorithms)

    def signature(self, credential: Credential, digest: bytes, algorithm: str, *, shown: str) -> bytes:
        """The owner agrees, and this digest is signed. Raises NotSigned."""
        what = {
            "credentialID": credential.id,
            "hashes": [b64encode(digest).decode()],
            "hashAlgorithmOID": SHA_256,
        }
        agreed = self._ask("credentials/authorize", {**what, "numSignatures": 1, "description": shown})
        activation = agreed.get("SAD")
        if not isinstance(activation, str) or not activation:
            raise NotSigned("external-signing.wrong-answer")
        told = self._ask("signatures/signHash", {**what, "SAD": activation, "signAlgo": algorithm})
        try:
            (signature,) = told["signatures"]
            return _from_base64(signature)
        except (KeyError, TypeError, ValueError):
            raise NotSigned("external-signing.wrong-answer") from None

    def _ask(self, method: str, what: Mapping[str, Any]) -> dict[str, Any]:
        """One call. Nothing but a whole JSON object within the time counts as an answer."""
        until = monotonic() + self._seconds
        try:
            status, content = self._send(method, json.dumps(what).encode(), until)
        except TimeoutError:
            raise NotSigned("external-signing.timed-out") from None
        except (OSError, HTTPException):
            raise NotSigned("external-signing.unreachable") from None
        if status != 200:
            raise NotSigned(f"external-signing.{'refused' if status in REFUSED else 'unreachable'}")
        try:
            told = json.loads(content)
        except (ValueError, RecursionError):
            raise NotSigned("external-signing.wrong-answer") from None
        if not isinstance(told, dict):
            raise NotSigned("external-signing.wrong-answer")
        return told

    def _send(self, method: str, body: bytes, until: float) -> tuple[int, bytes]:
        """Asked without following to another address: the token is for this one alone."""
        kind = HTTPSConnection if self._place.scheme == "https" else HTTPConnection
        connection = kind(self._place.hostname or "", self._place.port, timeout=self._seconds)
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        try:
            connection.request("POST", f"{self._place.path.rstrip('/')}/{method}", body, headers)
            with connection.getresponse() as response:
                return response.status, _read(response, until)
        finally:
            connection.close()


def _read(response: HTTPResponse, until: float) -> bytes:
    """The whole answer, if it is no longer than it may be and comes in time."""
    content = b""
    while part := response.read1(65_536):
        content += part
        if len(content) > MOST_BYTES:
            raise HTTPException("too much")
        if monotonic() > until:
            raise TimeoutError
    return content


def _from_base64(text: object) -> bytes:
    if not isinstance(text, str):
        raise TypeError
    return b64decode(text, validate=True)
