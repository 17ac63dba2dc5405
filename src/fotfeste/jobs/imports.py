"""The worker's part in bringing a list: read the file, hold it against the rules, bring it in."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from fotfeste.apps.imports import giving_up, services
from fotfeste.apps.imports.applying import NotAnyMore, apply_caseload
from fotfeste.apps.imports.batches import open_batch
from fotfeste.apps.imports.employer_review import apply_employers
from fotfeste.apps.imports.models import ImportBatch, ImportKind, ImportStage
from fotfeste.apps.imports.participation_review import apply_participations
from fotfeste.apps.imports.reading import OnProgress
from fotfeste.apps.imports.review import review_caseload
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.acting import Acting, acting

OSLO = ZoneInfo("Europe/Oslo")
TELL_EVERY = 25
"""How many rows between each time the page is told how far the work has come."""


def read(errand: Errand, at: datetime) -> None:
    """Read a file that somebody has brought."""
    if found := _batch(errand, at):
        batch, by = found
        if batch.stage == ImportStage.READING:
            services.read(batch, by=by, on=at.astimezone(OSLO).date(), on_progress=_teller(batch))


def review(errand: Errand, at: datetime) -> None:
    """Hold a long list against the rules again."""
    if found := _batch(errand, at):
        batch, by = found
        if batch.stage == ImportStage.READING:
            opened, on = open_batch(batch), at.astimezone(OSLO).date()
            services.review_again(opened, by=by, on=on, on_progress=_teller(batch))


def apply(errand: Errand, at: datetime) -> None:
    """Bring in what is ready."""
    if found := _batch(errand, at):
        batch, by = found
        if batch.stage == ImportStage.APPLYING:
            bring_in(batch, by=by, at=at)


def give_up(errand: Errand, at: datetime) -> None:
    """Tell whoever brought the list that it could not be carried through."""
    batch = ImportBatch.objects.select_related("team__controller", "brought_by")
    giving_up.give_up(batch.get(public_id=UUID(errand.payload["batch"])), at=at)


def bring_in(batch: ImportBatch, *, by: Acting, at: datetime) -> dict[str, int]:
    """Bring in what is ready, whoever asks for it."""
    opened, on = open_batch(batch), at.astimezone(OSLO).date()
    if batch.kind == ImportKind.EMPLOYERS:
        return apply_employers(opened, by=by, at=at)
    if batch.kind == ImportKind.PARTICIPATIONS:
        return apply_participations(opened, by=by, at=at, on=on)
    review = review_caseload(opened, by=by, on=on, on_progress=_teller(batch))
    try:
        return apply_caseload(opened, review, by=by, at=at, on=on)
    except NotAnyMore:
        return {}


def _batch(errand: Errand, at: datetime) -> tuple[ImportBatch, Acting] | None:
    """The list and who brought it. None, and the list thrown away, when they are not in the team any more."""
    batch = ImportBatch.objects.select_related("team__controller", "brought_by").get(
        public_id=UUID(errand.payload["batch"])
    )
    by = acting(batch.brought_by, on=at.astimezone(OSLO).date())
    if by is None or not by.is_active or by.unit_id != batch.team_id:
        services.abandon(batch, at=at)
        return None
    return batch, by


def _teller(batch: ImportBatch) -> OnProgress:
    def tell(done: int, total: int) -> None:
        if done % TELL_EVERY == 0 or done == total:
            ImportBatch.objects.filter(pk=batch.pk).update(done_rows=done, total_rows=total)

    return tell
