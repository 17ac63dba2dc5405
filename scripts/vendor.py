"""Refresh what we carry of others' look: `python scripts/vendor.py`. Needs npm; starting and testing do not.

Fetches the exact versions below, keeps only the files we use, takes the remote fonts out of the style sheet,
and writes THIRD_PARTY.md with version, licence, integrity and the sha256 of every file we keep.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "src" / "fotfeste" / "web" / "static" / "vendor"
NOTICE = ROOT / "THIRD_PARTY.md"

ICONS = """
Bell BellDot Briefcase Buildings3 Calendar Chat CheckmarkCircleFill CheckmarkHeavy ChevronDown ChevronLeft
ChevronRight ChevronUp Clock Cog Download EnvelopeClosed ExclamationmarkTriangleFill ExternalLink Eye
EyeSlash FilePdf FileText Globe Handshake HouseHeart House Inbox InformationSquareFill Kroner Leave Link
LocationPin MagnifyingGlass MenuElipsisHorizontal NotePencil PadlockLocked PencilLine PersonCircle
PersonGroup Phone Plus PrinterSmall QuestionmarkCircle ShieldLock Tasklist Trash Upload Wallet XMark
XMarkOctagonFill
"""

REMOTE_FONT = re.compile(r"@font-face\s*\{[^}]*\}")


@dataclass(frozen=True)
class Package:
    """One npm package: what it is called, which version, under which licence, and which files we keep."""

    name: str
    version: str
    licence: str
    holder: str
    files: dict[str, str]


FONT_FILES = [
    f"source-sans-3-{script}-wght-{style}.woff2"
    for script in ("latin", "latin-ext")
    for style in ("normal", "italic")
]

PACKAGES = [
    Package(
        "@navikt/ds-css",
        "8.16.2",
        "MIT",
        "NAV (Arbeids- og velferdsetaten)",
        {"dist/index.min.css": "aksel.min.css"},
    ),
    Package(
        "@navikt/aksel-icons",
        "8.16.2",
        "MIT",
        "NAV (Arbeids- og velferdsetaten)",
        {f"dist/svg/{name}.svg": f"icons/{name}.svg" for name in ICONS.split()},
    ),
    Package(
        "@fontsource-variable/source-sans-3",
        "5.3.0",
        "OFL-1.1",
        "Adobe (Reserved Font Name 'Source')",
        {"LICENSE": "fonts/LICENSE.txt"} | {f"files/{name}": f"fonts/{name}" for name in FONT_FILES},
    ),
    Package("htmx.org", "2.0.11", "0BSD", "Big Sky Software", {"dist/htmx.min.js": "htmx.min.js"}),
]


def fetch(package: Package, into: Path) -> tuple[Path, str]:
    """Download the package's archive; returns it with the integrity that the registry states."""
    command = ["npm", "pack", "--json", "--ignore-scripts", f"{package.name}@{package.version}"]
    told = subprocess.run(command, cwd=into, check=True, capture_output=True, text=True).stdout
    answer = json.loads(told)[0]
    return into / Path(answer["filename"]).name, str(answer["integrity"])


def without_remote_fonts(name: str, content: bytes) -> bytes:
    """The style sheet of Aksel asks for fonts at another host: we serve our own."""
    if not name.endswith(".css"):
        return content
    return REMOTE_FONT.sub("", content.decode()).encode()


def keep(package: Package, archive: Path) -> list[tuple[str, str]]:
    """Copy the files we use; returns (path, sha256) of each as it lies with us."""
    kept = []
    with tarfile.open(archive) as members:
        for source, target in package.files.items():
            member = members.extractfile(f"package/{source}")
            if member is None:
                raise FileNotFoundError(f"{package.name} has no {source}")
            content = without_remote_fonts(source, member.read())
            path = VENDOR / target
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            kept.append((path.relative_to(ROOT).as_posix(), hashlib.sha256(content).hexdigest()))
    return sorted(kept)


def notice(entries: list[tuple[Package, str, list[tuple[str, str]]]]) -> str:
    """THIRD_PARTY.md as text."""
    parts = [INTRODUCTION]
    for package, integrity, files in entries:
        parts.append(f"\n## {package.name} {package.version}\n")
        parts.append(f"- Licence: {package.licence}, copyright {package.holder}")
        parts.append(f"- npm integrity: `{integrity}`\n\n| file | sha256 |\n|---|---|")
        parts.extend(f"| {path} | {digest} |" for path, digest in files)
    return "\n".join([*parts, MIT])


INTRODUCTION = """# What we carry of others' work

Style sheet, icons, font and htmx lie in the repository: nobody needs Node, and no page asks a third party.
Written by `python scripts/vendor.py`; a test holds every file to its sum.
The style sheet is unchanged but for its remote `@font-face` rules, which are taken out.
Aksel is the design system of NAV and open for anyone; NAV's name and logo are not ours, and are not used.
Documents are made with typst 0.15.2 (Apache-2.0), installed as a package and not carried here. They are set
in the fonts inside it (Libertinus Serif, New Computer Modern, DejaVu Sans Mono; SIL Open Font License 1.1,
GUST and Bitstream Vera licences).
"""

MIT = """
## The MIT licence

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main() -> None:
    """Fetch, keep, write the notice."""
    with tempfile.TemporaryDirectory() as folder:
        entries = []
        for package in PACKAGES:
            archive, integrity = fetch(package, Path(folder))
            entries.append((package, integrity, keep(package, archive)))
            print(f"{package.name} {package.version}")
    NOTICE.write_text(notice(entries), encoding="utf-8")


if __name__ == "__main__":
    main()
