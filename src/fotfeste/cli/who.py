"""In whose name a command runs."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from fotfeste import clock
from fotfeste.apps.audit.actions import Channel

if TYPE_CHECKING:
    from fotfeste.apps.people.acting import Acting


def acting_as(username: str, channel: Channel) -> Acting | None:
    """The account as an actor today, or None when there is none by that name or it is closed."""
    from fotfeste.apps.people.acting import acting
    from fotfeste.apps.people.models import Account

    account = Account.objects.filter(username__iexact=username, is_active=True).first()
    found = acting(account, on=clock.today()) if account else None
    return found.through(channel, uuid.uuid4()) if found else None
