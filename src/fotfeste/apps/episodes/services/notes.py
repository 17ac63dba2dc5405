"""Notes about the person: sealed, dated, signed, never changed."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import CaseNote
from fotfeste.apps.episodes.selectors import open_episode
from fotfeste.domain.day_limits import has_happened


def write_note(deed: Deed, *, text: str, written_on: date | None = None) -> CaseNote:
    """Write a note. It stands as written; what is to be put right is written in a new one."""
    note = keep_words(deed, text, written_on=written_on)
    deed.done("note.written", day=note.written_on)
    return note


def keep_words(deed: Deed, text: str, *, written_on: date | None = None) -> CaseNote:
    """Words that belong to another act, kept as a note. The act itself tells the timeline."""
    day = written_on or deed.on
    refuse(has_happened(day, on=deed.on))
    note = CaseNote(
        person=deed.person,
        episode=open_episode(deed.person),
        written_on=day,
        written_by_id=deed.by.account_id,
    )
    note.seal("sealed_text", text, deed.key)
    note.save()
    return note
