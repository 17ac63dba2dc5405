"""What is typed and not saved yet: kept for the one who types until it is saved or thrown away."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OSLO, Found
from fotfeste.apps.profiles.models import Draft


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was typed, and when."""

    fields: Mapping[str, str]
    at: datetime


def is_same_sitting(found: Found, account: int, where: str, *, on: date) -> bool:
    """Whether this account has kept a draft here today already: that is logged, and so is all of it."""
    row = _row(found, account, where)
    return row is not None and row.at.astimezone(OSLO).date() == on


def keep_draft(deed: Deed, where: str, fields: Mapping[str, str]) -> None:
    """Keep what is typed. The last one counts."""
    row = _row(deed.found, deed.by.account_id, where)
    row = row or Draft(person=deed.person, by_id=deed.by.account_id, where=where)
    row.at = deed.at
    row.seal("sealed_text", json.dumps(dict(fields), ensure_ascii=False), deed.key)
    row.save()


def kept_draft(found: Found, account: int, where: str) -> Kept | None:
    """What this account has typed in this form and not saved."""
    row = _row(found, account, where)
    if row is None:
        return None
    return Kept(json.loads(row.opened("sealed_text", found.key)), row.at)


def drop_draft(found: Found, account: int, where: str) -> None:
    """It is saved, or thrown away."""
    Draft.objects.filter(person=found.person, by=account, where=where).delete()


def _row(found: Found, account: int, where: str) -> Draft | None:
    return Draft.objects.filter(person=found.person, by=account, where=where).first()
