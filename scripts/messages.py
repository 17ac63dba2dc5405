"""The words on screen in nynorsk and English: `python scripts/messages.py COMMAND`.

The ids are bokmål as it stands in templates and code. GNU gettext is not needed:
templates are read by Django's own templatize, everything else by Babel.

    extract   lists every message and where it is used
    update    brings new messages into src/fotfeste/locale/*/LC_MESSAGES/django.po, keeps translations
    compile   writes the .mo files that the program reads (they are not in git)
    missing   lists what is not translated; ends with 1 when there is anything
    table     the same as a table to fill in: bokmål, nynorsk, English, tabs between (" ¦ " in plurals)
    fill      reads such a table from FILE into the catalogues: `… fill FILE`
"""

import io
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract as read
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "fotfeste"
LOCALE = PACKAGE / "locale"
TRANSLATED = ("nn", "en")
LANGUAGES = ("nb", *TRANSLATED)

TAB, PLURAL = "\t", " ¦ "

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "_now": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def extract() -> Catalog:
    """Everything our templates and code say, as a catalogue without translations."""
    catalog = Catalog(project="Fotfeste", charset="utf-8")
    for path in sorted((*PACKAGE.rglob("*.html"), *PACKAGE.rglob("templates/**/*.txt"))):
        _add(catalog, path, _as_python(path))
    for path in sorted(PACKAGE.rglob("*.py")):
        _add(catalog, path, path.read_text(encoding="utf-8"))
    return catalog


def update() -> None:
    """Merge into each language's file; what is no longer used stays at its end as a comment."""
    found, borrowed = extract(), _borrowed()
    for language in LANGUAGES:
        catalog = load(language)
        template = Catalog(project="Fotfeste", charset="utf-8")
        for message in (*(found if language in TRANSLATED else ()), *borrowed):
            if message.id:
                template.add(message.id, locations=message.locations, context=message.context)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        _save(catalog, language)


def compile_all(into: Path = LOCALE) -> None:
    """Write django.mo for every language, beside its django.po or under another folder."""
    for language in LANGUAGES:
        target = into / language / "LC_MESSAGES" / "django.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            write_mo(file, load(language))


def missing() -> list[tuple[str, str]]:
    """(language, message) for all that is used and not translated."""
    found = [message for message in extract() if message.id]
    return [
        (language, _shown(message))
        for language in LANGUAGES
        for message in (*(found if language in TRANSLATED else ()), *_borrowed())
        if message.id and not _is_translated(load_cached(language), message)
    ]


def table() -> Iterator[str]:
    """A line for each message that lacks nynorsk or English."""
    nn, en = (load(language) for language in TRANSLATED)
    for message in extract():
        if message.id and not (_is_translated(nn, message) and _is_translated(en, message)):
            yield TAB.join([_on_one_line(_shown(message)), "", ""])


def fill(lines: Iterator[str]) -> None:
    """Read a filled table; what is left empty stays as it was. Raises KeyError for a message nobody uses."""
    rows = [line.rstrip("\n").split(TAB) for line in lines if line.strip()]
    for number, language in enumerate(TRANSLATED, start=1):
        catalog = load(language)
        for row in rows:
            message = catalog.get(_from_one_line(row[0]).split(PLURAL)[0])
            if message is None:
                raise KeyError(row[0])
            if words := _from_one_line(row[number]):
                message.string = tuple(words.split(PLURAL)) if isinstance(message.id, tuple) else words
        _save(catalog, language)


def load(language: str) -> Catalog:
    """One language's catalogue, empty when there is none yet."""
    path = _po(language)
    if not path.exists():
        return _new(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


_loaded: dict[str, Catalog] = {}


def load_cached(language: str) -> Catalog:
    """As load, but reads each file once."""
    if language not in _loaded:
        _loaded[language] = load(language)
    return _loaded[language]


def _new(language: str) -> Catalog:
    start = datetime(2026, 11, 22, tzinfo=UTC)
    catalog = Catalog(
        locale=language,
        project="Fotfeste",
        version="1",
        msgid_bugs_address="-",
        last_translator="Fotfeste",
        language_team="Fotfeste",
        creation_date=start,
        revision_date=start,
        charset="utf-8",
        fuzzy=False,
    )
    catalog.header_comment = "# What the program says in another language: see scripts/messages.py."
    return catalog


def _borrowed() -> Catalog:
    from fotfeste.web.words.borrowed import BORROWED

    catalog = Catalog(project="Fotfeste", charset="utf-8")
    for words in BORROWED:
        catalog.add(words, locations=[("src/fotfeste/web/words/borrowed.py", 1)])
    return catalog


def _as_python(path: Path) -> str:
    """A template as lines of Python that Babel can read: Django leaves X for all that is not a message."""
    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    return "\n".join(line.strip() for line in source.splitlines())


def _add(catalog: Catalog, path: Path, source: str) -> None:
    place = path.relative_to(ROOT).as_posix()
    lines = io.BytesIO(source.encode())
    for line, words, comments, context in read("python", lines, KEYWORDS, options={"encoding": "utf-8"}):
        catalog.add(words, locations=[(place, line)], auto_comments=comments, context=context)


def _po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _save(catalog: Catalog, language: str) -> None:
    path = _po(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, omit_header=False, include_lineno=False)


def _is_translated(catalog: Catalog, message: Message) -> bool:
    known = catalog.get(message.id, message.context)
    if known is None or known.fuzzy:
        return False
    return all(known.string) if isinstance(known.string, tuple) else bool(known.string)


def _shown(message: Message) -> str:
    return PLURAL.join(message.id) if isinstance(message.id, tuple) else str(message.id)


def _on_one_line(words: str) -> str:
    return words.replace("\\", "\\\\").replace("\n", "\\n").replace(TAB, "\\t")


def _from_one_line(words: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": TAB}.get(found[1], found[1]), words)


def _list() -> Iterator[str]:
    for message in extract():
        if message.id:
            yield f"{_shown(message)}  [{', '.join(sorted({place for place, _ in message.locations}))}]"


def main(command: str, file: str = "") -> int:
    """Carry out one command; returns the exit code."""
    if command == "extract":
        print("\n".join(_list()))
    elif command == "table":
        print("\n".join(table()))
    elif command == "fill":
        with Path(file).open(encoding="utf-8") as lines:
            fill(lines)
    elif command == "missing":
        gaps = missing()
        print("\n".join(f"{language}: {words}" for language, words in gaps) or "Nothing is missing.")
        return 1 if gaps else 0
    else:
        work: dict[str, Callable[[], None]] = {"update": update, "compile": compile_all}
        if command not in work:
            print(__doc__)
            return 2
        work[command]()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    settings.configure(USE_I18N=False)
    sys.exit(main(*(sys.argv[1:3] or [""])))
