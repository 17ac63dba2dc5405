"""What is done at intervals: asking the rules again, keeping the end of the log, sweeping up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.db.models import Q

from fotfeste.apps.agenda.services import rewrite, ringing
from fotfeste.apps.agreements.notices import Telling
from fotfeste.apps.agreements.sweeping import sweep_agreements
from fotfeste.apps.audit.heads import export_head
from fotfeste.apps.audit.models import DoneOnce
from fotfeste.apps.episodes.services.guideline import apply_version
from fotfeste.apps.imports.models import ImportBatch, ImportStage
from fotfeste.apps.measures.expiring import ring_for_the_expiring, tell_of_warnings
from fotfeste.apps.outbox.models import Regular
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.parameters.guidelines import guideline_versions

OSLO = ZoneInfo("Europe/Oslo")
REMEMBERED_FOR = timedelta(hours=48)
"""How long a form sent again is recognised."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something done at intervals."""

    every: timedelta
    do: Callable[[datetime], None]


def ring(at: datetime) -> None:
    """Ask the rules again for everyone whose alarm rings, some at a time so that nobody waits long."""
    on = at.astimezone(OSLO).date()
    while people := ringing(on=on, most=100):
        with transaction.atomic():
            rewrite(people, on=on)


def keep_head(at: datetime) -> None:
    """Keep the end of the log outside the database."""
    with transaction.atomic():
        export_head(settings.LOG_HEADS, key_ring().audit_key, at=at)


def forget_forms(at: datetime) -> None:
    """Forms sent long ago need not be recognised any more."""
    DoneOnce.objects.filter(at__lt=at - REMEMBERED_FOR).delete()


def forget_sessions(at: datetime) -> None:
    """Log-ins that are over need no row any more."""
    call_command("clearsessions")


def drop_old_imports(at: datetime) -> None:
    """A list that was never confirmed is gone after a day: file, rows and key."""
    old = ImportBatch.objects.filter(expires_at__lt=at).exclude(
        stage__in=[ImportStage.DONE, ImportStage.DROPPED]
    )
    for batch in old:
        with transaction.atomic():
            batch.rows.all().delete()
            ImportBatch.objects.filter(pk=batch.pk).update(
                stage=ImportStage.DROPPED, wrapped_key=None, sealed_file=None, sealed_file_name=None
            )


def follow_guideline(at: datetime) -> None:
    """Courses that go on follow the version of the guideline that applies today; the past stays as it was."""
    with transaction.atomic():
        apply_version(guideline_versions(), on=at.astimezone(OSLO).date())


def warn_of_what_runs_out(at: datetime) -> None:
    """Each measure that runs out is warned of, and those it concerns get a notice that names nobody."""
    ring_for_the_expiring(on=at.astimezone(OSLO).date())
    tell_of_warnings(at=at)


def look_after_agreements(at: datetime) -> None:
    """Drafts run out after two warnings; reviews that are due and jobs that were lost are told of, once."""
    sweep_agreements(Telling(at, at.astimezone(OSLO).date()))


REGULARS = {
    "agreements": Task(timedelta(hours=3), look_after_agreements),
    "drop-old-imports": Task(timedelta(minutes=10), drop_old_imports),
    "follow-guideline": Task(timedelta(hours=6), follow_guideline),
    "forget-forms": Task(timedelta(hours=1), forget_forms),
    "forget-sessions": Task(timedelta(hours=6), forget_sessions),
    "keep-head": Task(timedelta(minutes=10), keep_head),
    "measures-run-out": Task(timedelta(hours=3), warn_of_what_runs_out),
    "ring": Task(timedelta(minutes=5), ring),
}


def do_what_is_due(at: datetime) -> None:
    """Do each regular whose time has come, and that no other worker has taken."""
    for name, task in REGULARS.items():
        if _claimed(name, task, at):
            task.do(at)
            Regular.objects.filter(name=name).update(last_done_at=at, claimed_until=None)


def _claimed(name: str, task: Task, at: datetime) -> bool:
    Regular.objects.get_or_create(name=name)
    due = Q(last_done_at=None) | Q(last_done_at__lte=at - task.every)
    free = Q(claimed_until=None) | Q(claimed_until__lt=at)
    return bool(Regular.objects.filter(due, free, name=name).update(claimed_until=at + timedelta(minutes=30)))
