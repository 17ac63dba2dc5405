"""One act, one transaction, one log: what is done and what is logged are saved together or not at all.

    with act():
        ...decide, load or change...
        record(Entry(...))

Looks are acts. If the log cannot be written, nothing is saved and nothing is shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from fotfeste.apps.audit import chain
from fotfeste.apps.audit.actions import Action, Channel
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.vault.keyring import key_ring

NO_REQUEST = UUID(int=0)


class NoAct(RuntimeError):  # says what is missing
    """Something was to be logged outside an act. That is a fault in the program."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts, through which door, in which request. `on_behalf_of` is set for a machine account."""

    account: UUID | None
    role: str = ""
    unit: UUID | None = None
    on_behalf_of: UUID | None = None
    channel: Channel = Channel.PAGE
    request_id: UUID = NO_REQUEST


@dataclass(frozen=True, slots=True)
class Entry:
    """One line for the log. `subject` is the person's id in the log; `subjects` those shown in a list."""

    action: Action
    who: Who
    at: datetime
    subject: UUID | None = None
    subjects: tuple[UUID, ...] = ()
    object_type: str = ""
    object_id: UUID | None = None
    area: str = ""
    purpose: str = ""
    permitted: bool = True
    reason_code: str = ""


_open: ContextVar[list[Entry] | None] = ContextVar("open_act", default=None)


@contextmanager
def act() -> Iterator[None]:
    """One act: everything inside is saved together with its log, or nothing is.

    Inside another act it joins that one. What was refused stays in the log even when the act is undone.
    """
    if _open.get() is not None:
        yield
        return
    entries: list[Entry] = []
    token = _open.set(entries)
    try:
        with transaction.atomic(durable=True):
            yield
            _write(entries)
    except BaseException:
        _write_refusals(entries)
        raise
    finally:
        _open.reset(token)


def record(entry: Entry) -> None:
    """Log this together with the act that is going on. Raises NoAct outside one."""
    entries = _open.get()
    if entries is None:
        raise NoAct(f"{entry.action} was to be logged outside an act.")
    entries.append(entry)


def _write_refusals(entries: list[Entry]) -> None:
    refused = [entry for entry in entries if not entry.permitted]
    if refused:
        with transaction.atomic(durable=True):
            _write(refused)


def _write(entries: list[Entry]) -> None:
    if entries:
        chain.append([(_row(entry), entry.subjects) for entry in entries], key_ring().audit_key)


def _row(entry: Entry) -> LogRow:
    who = entry.who
    return LogRow(
        at=entry.at,
        actor=who.account,
        actor_role=who.role,
        actor_unit=who.unit,
        on_behalf_of=who.on_behalf_of,
        action=entry.action,
        subject=entry.subject,
        object_type=entry.object_type,
        object_id=entry.object_id,
        area=entry.area,
        purpose=entry.purpose,
        permitted=entry.permitted,
        reason_code=entry.reason_code,
        channel=who.channel,
        request_id=who.request_id,
        row_count=len(set(entry.subjects)),
    )


def refused(entry: Entry, reason_code: str) -> Entry:
    """The same line, saying that it was refused and why."""
    return replace(entry, permitted=False, reason_code=reason_code)
