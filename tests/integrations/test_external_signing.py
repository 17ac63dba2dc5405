"""Signing with an electronic id at a service outside, against one on this machine that speaks as they do."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from fotfeste.documents.seal_check import checked
from fotfeste.documents.sealing import sealed
from fotfeste.integrations.external_signing import NotSigned, configured
from fotfeste.integrations.external_signing.csc import MOST_BYTES, CscService
from fotfeste.integrations.external_signing.fake import CREDENTIAL, TOKEN, FakeService, running
from fotfeste.jobs.external_signing import signed_externally
from fotfeste.parameters.texts import LANGUAGES, text
from tests.documents.sealing import AT, plain, said_by_pdfsig

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def service() -> Iterator[FakeService]:
    with running(at=AT) as service:
        yield service


def client(service: FakeService, *, token: str = TOKEN, seconds: float = 5) -> CscService:
    return CscService(service.address, token, seconds=seconds)


def signed(service: FakeService, content: bytes | None = None, **changed: Any) -> bytes:
    by = changed.pop("by", None) or client(service)
    given = {"trusted": [service.root], "field": "Jobbsøker", "at": AT, "shown": "Avtale"} | changed
    return signed_externally(content or plain(), CREDENTIAL, by=by, **given)


@pytest.mark.req("A-02")
def test_a_document_is_signed_outside_and_found_whole_by_two_tools(
    service: FakeService, tmp_path: Path
) -> None:
    content = signed(service)

    assert service.asked == ["credentials/info", "credentials/authorize", "signatures/signHash"]
    told = said_by_pdfsig(content, tmp_path)
    assert "Emma Lind (oppdiktet)" in told
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert content.startswith(plain())
    assert checked(content).problem == "seal.by-another"


def test_the_house_seals_last_and_then_the_whole_file_is_known_again(
    service: FakeService, tmp_path: Path
) -> None:
    content = sealed(signed(service), at=AT)

    assert checked(content).is_good
    told = said_by_pdfsig(content, tmp_path)
    assert told.count("Signature is Valid") == 2
    assert not checked(content.replace(b"/Lang(nb)", b"/Lang(nn)", 1)).is_good


def replaced(method: str, answer: Any) -> Callable[[str, Any], Any]:
    return lambda called, usual: answer(usual) if called == method else usual


def with_part(method: str, **parts: Any) -> Callable[[str, Any], Any]:
    return replaced(method, lambda usual: (usual[0], {**usual[1], **parts}))


WRONG = {
    "the owner says no": (
        replaced("credentials/authorize", lambda usual: (400, {"error": "access_denied"})),
        "refused",
    ),
    "the service is down": (replaced("signatures/signHash", lambda usual: (503, {})), "unreachable"),
    "it sends us elsewhere": (replaced("credentials/info", lambda usual: (302, {})), "unreachable"),
    "no JSON": (replaced("credentials/info", lambda usual: (200, b"<html>")), "wrong-answer"),
    "depth without end": (replaced("credentials/info", lambda usual: (200, b"[" * 100_000)), "wrong-answer"),
    "a list": (replaced("credentials/authorize", lambda usual: (200, [])), "wrong-answer"),
    "more than it may": (
        replaced("credentials/info", lambda usual: (200, b" " * (MOST_BYTES + 1))),
        "unreachable",
    ),
    "nothing to sign with": (with_part("credentials/info", cert={"certificates": []}), "refused"),
    "a certificate that is none": (
        with_part("credentials/info", cert={"certificates": ["AAAA"]}),
        "does-not-fit",
    ),
    "a key that is locked": (
        with_part("credentials/info", key={"status": "disabled", "algo": []}),
        "refused",
    ),
    "another way of signing": (
        with_part("credentials/info", key={"status": "enabled", "algo": ["1.2.3"]}),
        "wrong-answer",
    ),
    "no leave to sign": (with_part("credentials/authorize", SAD=None), "wrong-answer"),
    "leave for something else": (with_part("credentials/authorize", SAD="made up"), "refused"),
    "two signatures": (with_part("signatures/signHash", signatures=["AAAA", "AAAA"]), "wrong-answer"),
    "no signature": (with_part("signatures/signHash", signatures=[]), "wrong-answer"),
    "a signature of something else": (
        with_part("signatures/signHash", signatures=["MAYCAQECAQE="]),
        "does-not-fit",
    ),
    "no base 64": (with_part("signatures/signHash", signatures=["«»"]), "wrong-answer"),
}


@pytest.mark.parametrize("name", WRONG)
def test_whatever_goes_wrong_is_told_apart_and_nothing_is_half_signed(
    name: str, service: FakeService
) -> None:
    service.behaves, code = WRONG[name]

    with pytest.raises(NotSigned) as told:
        signed(service)

    assert told.value.code == f"external-signing.{code}"


def test_an_answer_that_does_not_come_is_waited_for_no_longer_than_said(service: FakeService) -> None:
    def waits(method: str, usual: Any) -> Any:
        service.closing.wait(3)
        return usual

    service.behaves = waits

    with pytest.raises(NotSigned) as told:
        signed(service, by=client(service, seconds=0.2))

    assert told.value.code == "external-signing.timed-out"


def test_a_signer_nobody_here_trusts_is_refused(service: FakeService) -> None:
    with running(at=AT) as another, pytest.raises(NotSigned) as told:
        signed(service, trusted=[another.root])

    assert told.value.code == "external-signing.does-not-fit"


def test_a_service_that_does_not_know_us_or_is_not_there_is_told_apart(service: FakeService) -> None:
    with pytest.raises(NotSigned) as refused:
        signed(service, by=client(service, token="wrong"))
    gone = CscService("http://127.0.0.1:9/csc/v2", TOKEN, seconds=1)
    with pytest.raises(NotSigned) as unreachable:
        signed(service, by=gone)

    assert refused.value.code == "external-signing.refused"
    assert unreachable.value.code == "external-signing.unreachable"


@pytest.mark.parametrize(
    "address", ["http://eksempel.no/csc/v2", "ftp://127.0.0.1/", "file:///etc/passwd", ""]
)
def test_a_token_is_never_sent_where_others_could_read_it(address: str) -> None:
    with pytest.raises(NotSigned) as told:
        CscService(address, TOKEN, seconds=1)

    assert told.value.code == "external-signing.unsafe-address"


def test_it_is_off_until_the_installation_names_a_service(service: FakeService) -> None:
    assert configured() is None

    with override_settings(SIGNING_URL=service.address, SIGNING_TOKEN=TOKEN, SIGNING_SECONDS=5):
        by = configured()
    assert by is not None
    assert by.credential(CREDENTIAL).id == CREDENTIAL


def test_the_fake_keeps_to_the_protocol(service: FakeService) -> None:
    """What was agreed to is signed once, and nothing else is."""
    by = client(service)
    found = by.credential(CREDENTIAL)
    assert json.loads(json.dumps(found.algorithms))
    with pytest.raises(NotSigned):
        by.credential("somebody else")
    with pytest.raises(NotSigned):
        by.signature(replace(found, id="somebody else"), b"x" * 32, found.algorithms[0], shown="x")
    with pytest.raises(NotSigned):
        by.signature(found, b"x" * 32, "1.2.840.113549.1.1.11", shown="x")
    assert by.signature(found, b"x" * 32, found.algorithms[0], shown="x")


def test_every_code_has_words_in_each_language() -> None:
    codes = {f"external-signing.{code}" for _, code in WRONG.values()}

    for code in codes | {
        "external-signing.off",
        "external-signing.timed-out",
        "external-signing.unsafe-address",
    }:
        assert all(text(code, language) for language in LANGUAGES)
