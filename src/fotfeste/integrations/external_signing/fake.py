"""A signing service on this machine that speaks the same protocol: for tests, and for trying it out.

Its certificates are made when it starts and thrown away with it; nobody is asked, nobody has a BankID here.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from threading import Event, Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.x509.oid import NameOID

TOKEN = "fake-token"  # noqa: S105  # it opens nothing but this
CREDENTIAL = "emma"
ECDSA_SHA_256 = "1.2.840.10045.4.3.2"
SHA_256 = "2.16.840.1.101.3.4.2.1"

Answer = tuple[int, Any]


class Refused(Exception):  # says what is the matter
    """What the protocol answers with 400 and a code."""


@dataclass(slots=True)
class FakeService:
    """The service as it stands: its certificates, what has been agreed to, and how it behaves.

    `behaves` takes the name of a method and its answer and gives another: how tests make it go wrong.
    """

    at: datetime
    address: str = ""
    behaves: Callable[[str, Answer], Answer] = lambda method, answer: answer
    asked: list[str] = field(default_factory=list)
    closing: Event = field(default_factory=Event)
    agreed: dict[str, list[str]] = field(default_factory=dict)
    root_key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def root(self) -> bytes:
        """The certificate that vouches for all others here (DER)."""
        return self._certificate("Fake root", "Fake root", self.root_key, is_root=True)

    def answer(self, method: str, asked: Mapping[str, Any]) -> Answer:
        """What the protocol says to a call, or how it refuses."""
        self.asked.append(method)
        try:
            return 200, _METHODS[method](self, asked)
        except (Refused, KeyError) as trouble:
            return 400, {"error": "invalid_request", "error_description": str(trouble)}

    def info(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """credentials/info"""
        self._is_known(asked)
        chain = [self._certificate("Emma Lind (oppdiktet)", "Fake root", self.key), self.root]
        return {
            "key": {"status": "enabled", "algo": [ECDSA_SHA_256], "len": 256, "curve": "1.2.840.10045.3.1.7"},
            "cert": {"status": "valid", "certificates": [b64encode(each).decode() for each in chain]},
            "auth": {"mode": "implicit"},
            "SCAL": "2",
            "multisign": 1,
        }

    def authorize(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """credentials/authorize"""
        self._is_known(asked)
        if asked["hashAlgorithmOID"] != SHA_256 or asked["numSignatures"] != len(asked["hashes"]):
            raise Refused("hashes")
        activation = token_hex(8)
        self.agreed[activation] = list(asked["hashes"])
        return {"SAD": activation, "expiresIn": 300}

    def sign_hash(self, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """signatures/signHash: only what was agreed to, and only once."""
        self._is_known(asked)
        if self.agreed.pop(asked["SAD"], None) != asked["hashes"] or asked["signAlgo"] != ECDSA_SHA_256:
            raise Refused("SAD")
        sign = ec.ECDSA(Prehashed(hashes.SHA256()))
        return {
            "signatures": [
                b64encode(self.key.sign(b64decode(each), sign)).decode() for each in asked["hashes"]
            ]
        }

    def _is_known(self, asked: Mapping[str, Any]) -> None:
        if asked["credentialID"] != CREDENTIAL:
            raise Refused("credentialID")

    def _certificate(self, name: str, issuer: str, key: Any, *, is_root: bool = False) -> bytes:
        usage = dict.fromkeys(
            ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"),
            False,
        )
        built = (
            x509.CertificateBuilder(_name(issuer), _name(name), key.public_key(), 1 if is_root else 2)
            .not_valid_before(self.at - timedelta(days=1))
            .not_valid_after(self.at + timedelta(days=30))
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=not is_root,
                    content_commitment=not is_root,
                    key_cert_sign=is_root,
                    crl_sign=is_root,
                    **usage,
                ),
                critical=True,
            )
            .sign(self.root_key, hashes.SHA256())
        )
        return built.public_bytes(serialization.Encoding.DER)


_METHODS: Mapping[str, Callable[[FakeService, Mapping[str, Any]], Mapping[str, Any]]] = {
    "credentials/info": FakeService.info,
    "credentials/authorize": FakeService.authorize,
    "signatures/signHash": FakeService.sign_hash,
}


@contextmanager
def running(*, at: datetime) -> Iterator[FakeService]:
    """The service, answering on a free port of this machine."""
    service = FakeService(at=at)
    server = _Server(("127.0.0.1", 0), _handler(service))
    service.address = f"http://127.0.0.1:{server.server_port}/csc/v2"
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.closing.set()
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # whoever closes it waits for the last answer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """One that did not wait for its answer is nothing to tell of."""


def _handler(service: FakeService) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            method = self.path.removeprefix("/csc/v2/")
            is_known = self.headers["Authorization"] == f"Bearer {TOKEN}"
            answer = service.answer(method, sent) if is_known else (401, {"error": "invalid_token"})
            status, told = service.behaves(method, answer)
            content = told if isinstance(told, bytes) else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
            """Says nothing."""

    return Handler


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
