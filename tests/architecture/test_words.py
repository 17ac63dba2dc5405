"""Every name of a thing in the domain is a word in the glossary, so that people and code say the same."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ROOT / "src" / "fotfeste" / "domain"
GLOSSARY = ROOT / "docs" / "glossary.md"

# Words that mean several things in Norwegian (glossary, "Traps"): alone they are no name of a thing.
TOO_SHORT = {"Assessment", "Agreement", "User", "Client", "Patient", "Placement", "Phase", "Status", "Case"}


def classes_in(folder: Path) -> list[str]:
    """The public classes of a folder."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py")))
    names = (node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return sorted({name for name in names if not name.startswith("_")})


def words() -> frozenset[str]:
    """The names that the glossary explains."""
    return frozenset(re.findall(r"`([A-Za-z]\w*)`", GLOSSARY.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", classes_in(DOMAIN))
def test_every_class_in_the_domain_is_a_word_in_the_glossary(name: str) -> None:
    assert name in words()


@pytest.mark.parametrize("name", classes_in(DOMAIN))
def test_no_class_has_a_name_that_means_several_things(name: str) -> None:
    assert name not in TOO_SHORT


def test_a_class_nobody_has_explained_is_seen(tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text("class Frobnicator:\n    pass\n")

    assert [name for name in classes_in(tmp_path) if name not in words()] == ["Frobnicator"]
