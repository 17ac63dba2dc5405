"""What is made from code agrees with the code."""

import argparse
from pathlib import Path

import pytest

from fotfeste.cli import docs
from fotfeste.cli.docs_rules import Cases
from fotfeste.cli.reading_code import reasons_in_code
from fotfeste.domain.rules import RULES
from fotfeste.parameters import ALL
from fotfeste.parameters.sources import all_sources


@pytest.mark.parametrize("name", docs.DOCUMENTS)
def test_the_document_is_as_the_code_makes_it(name: str) -> None:
    made = docs.DOCUMENTS[name]()

    assert (docs.ROOT / name).read_bytes() == (made if isinstance(made, bytes) else made.encode()), (
        "run: fotfeste docs"
    )


def test_the_rules_document_holds_every_rule_number_reason_and_source() -> None:
    told = docs.rules_document()

    assert [name for name in RULES if f"`{name}`" not in told] == []
    assert [parameter.name for parameter in ALL if f"| `{parameter.name}` |" not in told] == []
    assert [found.code for found in reasons_in_code() if f"`{found.code}`" not in told] == []
    assert [key.slug for key in all_sources() if f"(`{key.slug}`)" not in told] == []


def test_a_code_is_listed_with_the_cases_that_mention_it(tmp_path: Path) -> None:
    (tmp_path / "cases.yaml").write_text(
        "- {name: First, reasons: [a.b]}\n"
        "- {name: Second, reasons: [a.b-c]}\n"
        "- {name: Third, lines: [{code: a.b}]}\n"
    )

    assert Cases(tmp_path).of("a.b") == ["First", "Third"]


def test_documents_are_checked_without_being_changed_and_written_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "made.md"
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    monkeypatch.setattr(docs, "DOCUMENTS", {"made.md": lambda: "made\n"})
    check, write = argparse.Namespace(check=True), argparse.Namespace(check=False)

    assert docs.run(check) == 1
    assert not place.exists()
    assert "made.md" in capsys.readouterr().err
    assert docs.run(write) == 0
    assert place.read_text() == "made\n"
    assert docs.run(check) == 0
