"""A share of a full position: "20", "40 %", "ca 60". More than full, or anything else, is asked about."""

import re
from dataclasses import dataclass

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list.cells import LEAVE_OPEN, says_nothing
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.typed_text import tidied
from fotfeste.domain.verdict import Reason, because

KEEP = Choice("keep")
WHOLE_POSITION = Choice("whole-position", "100")

_WHOLE = re.compile(
    r"(?P<about>(?:ca\.?|cirka|omtrent|rundt|omkring|~) ?)?"
    r"(?P<percent>[0-9]{1,3})(?:[.,]0+)? ?(?:%|prosent|pst\.?)?",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Percent:
    """Whole percent of a full position, and whether that is about or exact."""

    value: int
    is_approximate: bool = False


def read(text: str, column: Column, open_reason: Reason, notes: Notebook, *, most: Choice) -> Percent | None:
    """Read a share. `most` is the answer offered beside a full position where it is over 100."""
    if says_nothing(text):
        notes.unclear(open_reason, column)
        return None
    tidy = tidied(text)
    found = _WHOLE.fullmatch(tidy)
    value = int(found["percent"]) if found else 0
    if found and 2 <= value <= 100:
        return Percent(value, bool(found["about"]))
    question, offered = _question(tidy, value, column, most)
    return _answered(notes.ask(question, column, choices=offered), value, column, open_reason, notes)


def _question(tidy: str, value: int, column: Column, most: Choice) -> tuple[Reason, list[Choice]]:
    data = {"written": tidy[:80], "column": heading(column)}
    if value > 100:
        offered = [WHOLE_POSITION, LEAVE_OPEN] if most is LEAVE_OPEN else [WHOLE_POSITION, most, LEAVE_OPEN]
        return because("caseload.percent-over-100", "house §lists", **data), offered
    shares = [Choice("this-percent", str(share), (("percent", share),)) for share in _shares(tidy)]
    return because("caseload.percent-unreadable", "house §lists", **data), [*shares, LEAVE_OPEN]


def _shares(tidy: str) -> list[int]:
    """The shares the text may mean: each number in it rounded, and a fraction of one as hundredths."""
    numbers = [float(found.replace(",", ".")) for found in _A_NUMBER.findall(tidy)]
    rounded = [round(number) for number in numbers if number >= 1]
    hundredths = [round(number * 100) for number in numbers if 0 < number <= 1]
    return list(dict.fromkeys(share for share in (*rounded, *hundredths) if 1 <= share <= 100))


def _answered(
    answer: Choice | None, value: int, column: Column, open_reason: Reason, notes: Notebook
) -> Percent | None:
    if answer is LEAVE_OPEN:
        notes.unclear(open_reason, column)
    if answer is None or answer is LEAVE_OPEN:
        return None
    return Percent(int(answer.value) if answer.value else value)
