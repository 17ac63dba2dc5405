"""What "ended" means beside a job: the follow-up, the job, or both. The list has one column, so we ask."""

from datetime import date

from fotfeste.domain.brought_in import Choice, Notebook
from fotfeste.domain.caseload_list.cells import LEAVE_OPEN
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.days import KEEP, Days, give_up
from fotfeste.domain.caseload_list.facts import JobTold
from fotfeste.domain.caseload_list.job import Position
from fotfeste.domain.verdict import because

FOLLOW_UP_ENDED = Choice("follow-up-ended")
JOB_ENDED = Choice("job-ended")
BOTH_ENDED = Choice("both-ended")
LEAVE_JOB_START_OPEN = Choice("leave-job-start-open")

_COLUMNS = (Column.ENDED_ON, Column.JOB_START)


def read(days: Days, position: Position | None, notes: Notebook) -> tuple[JobTold | None, date | None]:
    """The job, and the day of the discharge, after what has been answered about the day in "ended"."""
    if position is None:
        return None, days[Column.ENDED_ON]
    _end_before_start(days, notes)
    job_ended_on = _end_beside_job(days, notes)
    if days[Column.JOB_START] is None:
        notes.unclear(because("caseload.job-start-open", "house §lists"), Column.JOB_START)
    job = JobTold(
        position.employer_name,
        position.employer_id,
        days[Column.JOB_START],
        position.percent,
        job_ended_on,
    )
    return job, days[Column.ENDED_ON]


def _end_before_start(days: Days, notes: Notebook) -> None:
    ended_on, started_on = days[Column.ENDED_ON], days[Column.JOB_START]
    if ended_on is None or started_on is None or started_on <= ended_on:
        return
    reason = because("caseload.end-before-job-start", "house §lists", first=started_on, second=ended_on)
    answer = notes.ask(reason, *_COLUMNS, choices=[KEEP, LEAVE_OPEN, LEAVE_JOB_START_OPEN])
    if answer is LEAVE_OPEN:
        give_up(Column.ENDED_ON, days, notes)
    if answer is LEAVE_JOB_START_OPEN:
        days[Column.JOB_START] = None


def _end_beside_job(days: Days, notes: Notebook) -> date | None:
    """Ask what ended, unless the end came before the job. Hands back the day the job ended, if it did."""
    ended_on, started_on = days[Column.ENDED_ON], days[Column.JOB_START]
    if ended_on is None or (started_on is not None and ended_on < started_on):
        return None
    reason = because("caseload.end-beside-job", "house §lists", day=ended_on)
    choices = [FOLLOW_UP_ENDED, JOB_ENDED, BOTH_ENDED, LEAVE_OPEN]
    answer = notes.ask(reason, *_COLUMNS, choices=choices)
    if answer is LEAVE_OPEN:
        give_up(Column.ENDED_ON, days, notes)
    if answer is JOB_ENDED:
        days[Column.ENDED_ON] = None
    return ended_on if answer in (JOB_ENDED, BOTH_ENDED) else None
