"""`fotfeste verify FILE`: the same answer as the page's, with an exit code."""

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fotfeste.cli import verify
from fotfeste.cli.main import COMMANDS
from tests.documents.sealing import plain, whole

GOOD, NOT_GOOD, CANNOT_READ = 0, 1, 2


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    verify.add_arguments(parser)
    return verify.run(parser.parse_args(words))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "avtale.pdf"
    place.write_bytes(whole())
    return place


@pytest.mark.req("A-02")
def test_a_sealed_file_is_known_again_in_words_and_as_json(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(file)) == GOOD
    assert "forseglet her 22. november 2026 klokka 10.00" in capsys.readouterr().out
    assert run(str(file), "--json", "--lang", "en") == GOOD

    told = json.loads(capsys.readouterr().out)
    assert told["code"] == "seal.whole"
    assert told["sealed_at"] == "2026-11-22T09:00:05+00:00"
    assert (told["is_sealed_here"], told["is_unchanged"]) == (True, True)
    assert "verify" in COMMANDS


@pytest.mark.req("A-02")
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: whole()[:-1], "seal.not-whole"),
        (lambda: whole() + b" ", "seal.added-to"),
        (plain, "seal.none"),
        (bytes, "seal.empty"),
        (lambda: b"%PDF-" + bytes(3_000_000), "seal.too-large"),
    ],
)
def test_a_file_that_is_not_as_it_was_is_refused_with_its_reason(
    content: Callable[[], bytes], code: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(content())

    assert run(str(file), "--json") == NOT_GOOD
    assert json.loads(capsys.readouterr().out)["code"] == code


def test_a_file_can_come_from_another_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(whole())))

    assert run("-") == GOOD


@pytest.mark.parametrize("name", ["nowhere.pdf", "/"])
def test_what_cannot_be_read_is_another_thing(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name) == CANNOT_READ
    told: Any = capsys.readouterr()
    assert name in told.err
    assert told.out == ""
