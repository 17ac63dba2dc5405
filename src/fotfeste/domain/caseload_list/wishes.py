"""What the person wants: what work, how much of it, and what may be told to employers."""

import re

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list import percent
from fotfeste.domain.caseload_list.cells import LEAVE_OPEN, says_nothing, words, words_or_open
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.facts import DisclosureTold, WishTold
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.disclosure import Stand
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import because

_STANDS = {
    "full": Stand.FULL,
    "full åpenhet": Stand.FULL,
    "full openheit": Stand.FULL,
    "ingen": Stand.NONE,
    "ingen åpenhet": Stand.NONE,
    "inga openheit": Stand.NONE,
}
_PARTIAL = re.compile(r"(?:delvis|delvis åpenhet|delvis openheit)(?:\s*[:;,(–-]\s*(?P<wording>.+))?", re.I)
_WORK_OPEN = because("caseload.wished-work-open", "I §4.2")
_PERCENT_OPEN = because("caseload.wished-percent-open", "I §4.2")
_DISCLOSURE_OPEN = because("caseload.disclosure-open", "I §4.3")


def read_wish(row: Row, notes: Notebook) -> WishTold:
    """The work wanted, in the list's own words, and how much of a full position. At most a full one."""
    work = words_or_open(row[Column.WISHED_WORK], Column.WISHED_WORK, _WORK_OPEN, notes)
    share = percent.read(
        row[Column.WISHED_PERCENT], Column.WISHED_PERCENT, _PERCENT_OPEN, notes, most=LEAVE_OPEN
    )
    if share is None:
        return WishTold(work, None)
    return WishTold(work, share.value, share.is_approximate)


def read_disclosure(row: Row, notes: Notebook) -> DisclosureTold:
    """How much may be told. A partial stand keeps its wording: what may be said, and what not."""
    if says_nothing(row[Column.DISCLOSURE]):
        return _left_open(notes)
    text = words(row[Column.DISCLOSURE], Column.DISCLOSURE, notes)
    if stand := _STANDS.get(alike(text)):
        return DisclosureTold(stand)
    if found := _PARTIAL.fullmatch(text):
        return _partial(found["wording"] or "", notes)
    return _asked(text, notes)


def _left_open(notes: Notebook) -> DisclosureTold:
    notes.unclear(_DISCLOSURE_OPEN, Column.DISCLOSURE)
    return DisclosureTold(Stand.UNCLEAR)


def _partial(wording: str, notes: Notebook) -> DisclosureTold:
    if not wording:
        notes.unclear(because("caseload.disclosure-wording-open", "I §4.3"), Column.DISCLOSURE)
    return DisclosureTold(Stand.PARTIAL, wording)


def _asked(text: str, notes: Notebook) -> DisclosureTold:
    choices = [Choice(stand.value) for stand in (Stand.FULL, Stand.PARTIAL, Stand.NONE)]
    reason = because("caseload.disclosure-unreadable", "I §4.3", written=text[:200])
    answer = notes.ask(reason, Column.DISCLOSURE, choices=[*choices, LEAVE_OPEN])
    if answer is LEAVE_OPEN:
        return _left_open(notes)
    if answer is None:
        return DisclosureTold(Stand.UNCLEAR)
    stand = Stand(answer.key)
    return DisclosureTold(stand, text if stand is Stand.PARTIAL else "")
