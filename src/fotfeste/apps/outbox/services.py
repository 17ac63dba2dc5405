"""Putting an errand in the outbox, and claiming one."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from fotfeste.apps.outbox.models import Errand

MOST_TRIES = 8
CLAIMED_FOR = timedelta(minutes=5)


def send_errand(kind: str, *, at: datetime, **payload: str | int) -> Errand:
    """Ask the worker to do something once this act is saved. Nothing happens if the act is undone."""
    return Errand.objects.create(kind=kind, payload=payload, not_before=at)


@transaction.atomic
def claim_errand(*, at: datetime) -> Errand | None:
    """The next errand that is due and unclaimed, now ours for five minutes; None when there is none."""
    waiting = Errand.objects.filter(
        Q(claimed_until=None) | Q(claimed_until__lt=at), done_at=None, dead_at=None, not_before__lte=at
    ).order_by("not_before", "pk")
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    errand = waiting.first()
    if errand is not None:
        errand.claimed_until = at + CLAIMED_FOR
        errand.tries += 1
        errand.save(update_fields=["claimed_until", "tries"])
    return errand


def finish_errand(errand: Errand, *, at: datetime) -> None:
    """It is done; it will not be done again."""
    Errand.objects.filter(pk=errand.pk).update(done_at=at, claimed_until=None, last_error="")


def put_errand_back(errand: Errand, *, why: str, at: datetime) -> bool:
    """It failed. Try again after a longer wait each time; after the last try it lies dead, to be seen.

    Answers whether that was the last try.
    """
    is_last = errand.tries >= MOST_TRIES
    Errand.objects.filter(pk=errand.pk).update(
        not_before=at + timedelta(seconds=2 ** min(errand.tries, 12)),
        claimed_until=None,
        dead_at=at if is_last else None,
        last_error=why[:200],
    )
    return is_last
