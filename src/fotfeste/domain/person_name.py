"""A person's name. Legal names are never judged: "Null", one letter, an emoji or a hundred letters are names.

Kept as typed, with its capitals and its letters; only blanks around it and characters nobody can see are
cleaned away, and that is told. Two names are compared composed (NFC) and without regard to capitals.
"""

from dataclasses import dataclass, field
from datetime import date

from fotfeste.domain import national_identity_number
from fotfeste.domain.report_cell import is_formula
from fotfeste.domain.typed_text import shown, tidied
from fotfeste.domain.verdict import Verdict, because

LONGEST = 200


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name: `refused` stands in its way, `doubts` are to be asked about, `noted` is only told."""

    name: str = field(repr=False)
    refused: Verdict = ()
    doubts: Verdict = ()
    noted: Verdict = ()


def read(text: str, *, on: date) -> NameReading:
    """Read one name. `on` is the day by whose rules a number standing in the name is recognised."""
    name = tidied(text)
    if refused := _refused(name, on):
        return NameReading(name, refused=refused)
    return NameReading(name, doubts=_doubts(name), noted=_noted(text, name))


def _refused(name: str, on: date) -> Verdict:
    if not name:
        return (because("name.missing", "house §lists"),)
    if len(name) > LONGEST:
        return (because("name.too-long", "house §lists", length=len(name), longest=LONGEST),)
    if national_identity_number.stands_in(name, on=on):
        return (because("name.holds-a-number", "house §lists"),)
    return ()


def _doubts(name: str) -> Verdict:
    """A question mark or U+FFFD in a name is what is left of a letter that an export could not write."""
    if "?" in name or "\ufffd" in name:
        return (because("name.lost-letters", "house §lists", written=name),)
    if is_formula(name):
        return (because("name.formula", "house §lists", written=name),)
    return ()


def _noted(text: str, name: str) -> Verdict:
    cleaned = because("name.cleaned", "house §lists", before=shown(text), after=name)
    capitals = because("name.upper-case", "house §lists", written=name)
    return (
        *((cleaned,) if text != name else ()),
        *((capitals,) if name.isupper() and len(name) > 2 else ()),
    )
