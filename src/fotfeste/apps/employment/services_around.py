"""Acts around a job: training at the workplace, a departure thought about; education and measures."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employment.models import Employment, JobTraining, RhythmReflection, Undertaking
from fotfeste.domain.day_limits import can_be_known, has_happened, in_order
from fotfeste.domain.job_facts import UndertakingKind
from fotfeste.domain.verdict import Refused, because

_SOURCE = "house §jobs"


def plan_training(
    deed: Deed, job: Employment, *, what: str, by_whom: str, until_day: date | None
) -> JobTraining:
    """Training at the workplace: what, by whom, until when."""
    if until_day is not None:
        refuse(can_be_known(until_day, on=deed.on))
        refuse(in_order(job.started_on, until_day))
    row = JobTraining(person=deed.person, job=job, until_day=until_day, written_by_id=deed.by.account_id)
    row.seal("sealed_what", what, deed.key)
    row.seal("sealed_by_whom", by_whom, deed.key)
    row.save()
    deed.done("job.training-planned")
    return row


def finish_training(deed: Deed, row: JobTraining | None, *, done_on: date) -> None:
    """The training is done."""
    if row is None or row.done_on is not None:
        raise Refused((because("job.no-such-training", _SOURCE),))
    refuse(has_happened(done_on, on=deed.on))
    row.done_on = done_on
    row.save(update_fields=["done_on"])
    deed.done("job.training-done", day=done_on)


def reflect_on_rhythm(deed: Deed, job: Employment, *, point: str, words: str) -> RhythmReflection:
    """A departure from the rhythm has been thought about. Nobody is stopped by one (fidelity 23)."""
    if RhythmReflection.objects.filter(job=job, point=point).exists():
        raise Refused((because("job.already-reflected-on", _SOURCE),))
    row = RhythmReflection(
        person=deed.person, job=job, point=point, reflected_on=deed.on, written_by_id=deed.by.account_id
    )
    row.seal("sealed_words", words, deed.key)
    row.save()
    deed.done("job.departure-reflected-on")
    return row


def begin_undertaking(
    deed: Deed, *, kind: UndertakingKind, name: str, started_on: date, ended_on: date | None
) -> Undertaking:
    """Education, a measure or the like has begun, or will."""
    refuse(can_be_known(started_on, on=deed.on))
    row = Undertaking(person=deed.person, undertaking=kind, started_on=started_on)
    row.seal("sealed_name", name, deed.key)
    _end(deed, row, ended_on)
    row.save()
    deed.done("undertaking.begun", day=started_on, undertaking=kind.value)
    return row


def end_undertaking(deed: Deed, row: Undertaking | None, *, ended_on: date) -> None:
    """Its last day is known, counted in."""
    if row is None:
        raise Refused((because("job.no-such-undertaking", _SOURCE),))
    _end(deed, row, ended_on)
    row.version += 1
    row.save(update_fields=["ended_on", "version"])
    deed.done("undertaking.ended", day=ended_on, undertaking=row.undertaking)


def _end(deed: Deed, row: Undertaking, ended_on: date | None) -> None:
    if ended_on is not None:
        refuse(can_be_known(ended_on, on=deed.on))
        refuse(in_order(row.started_on, ended_on))
    row.ended_on = ended_on
