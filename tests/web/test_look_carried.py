"""What we carry of others' work is what we say it is, and asks nobody for anything."""

import hashlib
import re
from pathlib import Path

import pytest

from scripts import vendor

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "src" / "fotfeste" / "web" / "static"
SUMS = dict(
    re.findall(r"^\| (\S+) \| ([0-9a-f]{64}) \|$", (ROOT / "THIRD_PARTY.md").read_text(), re.MULTILINE)
)


@pytest.mark.parametrize("path", sorted(SUMS))
def test_a_carried_file_is_the_one_that_was_fetched(path: str) -> None:
    assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == SUMS[path]


def test_nothing_is_carried_without_being_named() -> None:
    carried = {path.relative_to(ROOT).as_posix() for path in (STATIC / "vendor").rglob("*") if path.is_file()}
    assert carried == set(SUMS)


@pytest.mark.parametrize("package", vendor.PACKAGES, ids=lambda package: package.name)
def test_the_notice_names_version_and_licence(package: vendor.Package) -> None:
    notice = (ROOT / "THIRD_PARTY.md").read_text()
    assert f"## {package.name} {package.version}\n\n- Licence: {package.licence}," in notice


def test_remote_fonts_are_taken_out_and_the_rest_stays() -> None:
    sheet = b'a{b:c}@font-face{font-family:"S";src:url(https://cdn.example/x.woff2)}d{e:f}'
    assert vendor.without_remote_fonts("x.min.css", sheet) == b"a{b:c}d{e:f}"
    assert vendor.without_remote_fonts("x.svg", sheet) == sheet


@pytest.mark.parametrize("sheet", sorted(STATIC.rglob("*.css")), ids=lambda path: path.name)
def test_style_sheets_ask_only_for_files_that_lie_here(sheet: Path) -> None:
    for address in re.findall(r"url\(\s*[\"']?([^)\"']+)", sheet.read_text(encoding="utf-8")):
        assert (sheet.parent / address).is_file(), address
    assert "@import" not in sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize("drawing", sorted(STATIC.rglob("*.svg")), ids=lambda path: path.name)
def test_drawings_hold_no_style_and_no_script(drawing: Path) -> None:
    assert not re.search(r"<style|<script|style=|\son\w+=|href=", drawing.read_text(), re.IGNORECASE)


@pytest.mark.parametrize("module", sorted((STATIC / "js").glob("*.js")), ids=lambda path: path.name)
def test_our_scripts_are_small_and_make_no_markup(module: Path) -> None:
    script = module.read_text(encoding="utf-8")
    assert len(script.splitlines()) < 60
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(|\.style\b", script)
