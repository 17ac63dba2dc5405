"""Single cells: words, days, yes or no. What cannot be read is held or asked about, never guessed."""

from collections.abc import Mapping
from datetime import date

from fotfeste.domain import written_dates
from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list.columns import Column, heading
from fotfeste.domain.consent import Reply
from fotfeste.domain.report_cell import is_formula
from fotfeste.domain.typed_text import alike, shown, tidied
from fotfeste.domain.verdict import Reason, because

LEAVE_OPEN = Choice("leave-open")
NOT_KNOWN = frozenset(
    {
        "?",
        "??",
        "-",
        "–",
        "ikke avklart",
        "ikkje avklart",
        "uavklart",
        "avklares",
        "vet ikke",
        "veit ikkje",
        "ukjent",
        "ukjend",
        "usikker",
        "usikkert",
        "uklart",
        "n/a",
        "ikke kjent",
    }
)
"""How a list says that something is not known."""

_REPLIES: Mapping[str, Reply] = {
    **dict.fromkeys(("ja", "j", "yes", "sann", "true"), Reply.YES),
    **dict.fromkeys(("nei", "n", "no", "usann", "false"), Reply.NO),
}


def says_nothing(text: str) -> bool:
    """Whether a cell is empty or says in words that something is not known."""
    return not tidied(text) or alike(text) in NOT_KNOWN


def words(text: str, column: Column, notes: Notebook) -> str:
    """A short text on one line. Cleaning is told; a formula is kept as the text it is."""
    tidy = tidied(text)
    if tidy != text:
        data = {"before": shown(text), "after": tidy}
        notes.noted(because("list.cleaned", "house §lists", **data), column)
    note_formula(tidy, column, notes)
    return tidy


def note_formula(text: str, column: Column, notes: Notebook) -> None:
    """Tell that a text a spreadsheet would run is kept as a text."""
    if is_formula(text):
        notes.noted(because("list.formula-kept-as-text", "house §lists"), column)


def words_or_open(text: str, column: Column, open_reason: Reason, notes: Notebook) -> str:
    """A short text, or an empty one and something to clear up."""
    if says_nothing(text):
        notes.unclear(open_reason, column)
        return ""
    return words(text, column, notes)


def day(text: str, column: Column, open_reason: Reason | None, notes: Notebook) -> date | None:
    """A day. None where the cell is empty, cannot be read, or waits for an answer.

    `open_reason` is what is left to clear up when it is answered that the day stays open.
    """
    if says_nothing(text):
        return None
    read = written_dates.read(text)
    if read.time_left_out:
        data = {"time": read.time_left_out}
        notes.noted(because("date.time-left-out", "house §lists", **data), column)
    if read.offered:
        return _asked_day(read, column, open_reason, notes)
    for reason in read.reasons:
        notes.held(reason, column)
    return read.day


def _asked_day(
    read: written_dates.DateReading, column: Column, open_reason: Reason | None, notes: Notebook
) -> date | None:
    days = [Choice("this-day", each.isoformat(), (("day", each),)) for each in read.offered]
    answer = notes.ask(read.reasons[0], column, choices=[*days, LEAVE_OPEN])
    if answer is LEAVE_OPEN and open_reason is not None:
        notes.unclear(open_reason, column)
    return date.fromisoformat(answer.value) if answer is not None and answer.value else None


def reply(text: str, column: Column, open_reason: Reason, notes: Notebook) -> Reply:
    """Yes, no, or unclear. Anything else that is written is asked about."""
    if says_nothing(text):
        notes.unclear(open_reason, column)
        return Reply.UNCLEAR
    said = _REPLIES.get(alike(text))
    return said if said is not None else _asked_reply(text, column, open_reason, notes)


def _asked_reply(text: str, column: Column, open_reason: Reason, notes: Notebook) -> Reply:
    reason = because(
        "caseload.neither-yes-nor-no",
        "house §lists",
        written=tidied(text)[:80],
        column=heading(column),
    )
    answer = notes.ask(reason, column, choices=[Choice("yes"), Choice("no"), LEAVE_OPEN])
    if answer is LEAVE_OPEN:
        notes.unclear(open_reason, column)
    return Reply(answer.key) if answer is not None and answer is not LEAVE_OPEN else Reply.UNCLEAR
