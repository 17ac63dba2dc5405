"""Programs that call: each acts for one of the cast with a token of its own."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Account, ApiToken
from fotfeste.apps.people.tokens_services import fingerprint
from fotfeste.cli.cast import Cast

API = "/api/v1"
DATA = Path(__file__).parents[1] / "data"
LIST = (DATA / "caseload-salten.csv").read_bytes()
LIST_HEADER = LIST.decode("utf-8-sig").splitlines()[0]


@dataclass(frozen=True)
class Program:
    """A program with a token. What changes something gets a key of its own unless one is given."""

    token: str
    language: str = "nb"

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self._call("GET", path, b"", "", headers)

    def post(self, path: str, body: object = None, *, key: str | None = None, **headers: str) -> HttpResponse:
        return self.send("POST", path, body, key=key, **headers)

    def send(
        self, method: str, path: str, body: object = None, *, key: str | None = None, **headers: str
    ) -> HttpResponse:
        """Send JSON. A `str` is sent as it is. An empty key sends none."""
        text = body if isinstance(body, str) else json.dumps({} if body is None else body)
        sent = {"Idempotency-Key": str(uuid.uuid4()) if key is None else key, **headers}
        return self._call(method, path, text.encode(), "application/json", sent)

    def upload(self, path: str, content: bytes, fields: dict[str, str], **headers: str) -> HttpResponse:
        """Send a file, as a form does."""
        data = {**fields, "file": SimpleUploadedFile(headers.pop("name", "liste.csv"), content)}
        body = encode_multipart(BOUNDARY, data)
        sent = {"Idempotency-Key": str(uuid.uuid4()), **headers}
        return self._call("POST", path, body, MULTIPART_CONTENT, sent)

    def _call(
        self, method: str, path: str, body: bytes, content_type: str, headers: dict[str, str]
    ) -> HttpResponse:
        mine = {"Accept-Language": self.language}
        if self.token:
            mine["Authorization"] = f"Bearer {self.token}"
        given = {name.replace("_", "-"): value for name, value in headers.items() if value}
        return Client().generic(method, API + path, body, content_type, headers={**mine, **given})  # type: ignore[return-value]  # the test client adds to it


Make = Callable[..., Program]


def make_token(
    cast: Cast, name: str, *, is_machine: bool = True, may_write: bool = True, **changes: Any
) -> tuple[str, ApiToken]:
    account = cast.accounts[name]
    if is_machine:
        account = Account.objects.create(
            username=f"machine-{uuid.uuid4().hex[:12]}", name="Et program", acts_for=account
        )
    token = uuid.uuid4().hex
    facts = {
        "issued_at": cast.at - timedelta(days=1),
        "accepted_at": cast.at - timedelta(hours=1),
        "expires_at": cast.at + timedelta(days=30),
        **changes,
    }
    row = ApiToken.objects.create(
        account=account, label="test", fingerprint=fingerprint(token), may_write=may_write, **facts
    )
    return token, row


@pytest.fixture
def program(cast: Cast) -> Make:
    """A program that acts for one of the cast: `program("siv")`."""

    def make(name: str, language: str = "nb", **facts: Any) -> Program:
        return Program(make_token(cast, name, **facts)[0], language)

    return make


@pytest.fixture
def hege(program: Make) -> Program:
    """A program of the NAV adviser in Bodø."""
    return program("hege")


@pytest.fixture
def nobody(cast: Cast) -> Program:
    """A program without a token."""
    return Program("")


def problem(response: HttpResponse) -> dict[str, Any]:
    """The problem in an answer, which must be one."""
    assert response["Content-Type"] == "application/problem+json", response.content
    found: dict[str, Any] = json.loads(response.content)
    assert found["status"] == response.status_code
    assert uuid.UUID(found["instance"].removeprefix("urn:uuid:"))
    assert found["title"]
    return found


def newest_row() -> LogRow:
    found = LogRow.objects.order_by("-seq").first()
    assert found is not None
    return found
