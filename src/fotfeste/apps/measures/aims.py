"""The aim of a participation is changed midway, and what follows with it. The clock goes on (F-08)."""

from collections.abc import Collection
from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.models import ContentPart, Participation
from fotfeste.apps.measures.need import content_of, keep
from fotfeste.apps.measures.participations import (
    Decided,
    Ruling,
    decide,
    facts_of,
    participation_asked,
    ruling,
    still_runs,
    told_when,
)
from fotfeste.apps.measures.participations import keep as keep_participation
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.measures.content import ContentKind
from fotfeste.domain.measures.deciding import DecisionKind
from fotfeste.domain.measures.extending import MeasureAim, other_aim
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.verdict import Verdict, because


def change_aim(deed: Deed, about: str, said: Decided, content: Collection[ContentKind]) -> None:
    """From the one aim to the other, from a day. Branch and content follow as they are decided to."""
    row = participation_asked(deed, about)
    after = other_aim(MeasureAim(row.aim))
    made = _ruling(row, after, said, on=deed.on)
    refuse(
        (
            *still_runs(row),
            *made.against,
            *has_happened(said.day, on=deed.on),
            *_has_job(row, after),
            *told_when(deed, said),
        )
    )
    row.aim = after
    decide(deed, row, DecisionKind.AIM_CHANGE, made=made, said=said, days=Span(said.day, row.last_day))
    _branch_follows(row, after)
    _content_follows(deed, row, said.why, content)
    keep_participation(row, "aim", "job")
    deed.done("measure.aim-changed", aim=after.value, day=said.day)


def _ruling(row: Participation, after: MeasureAim, said: Decided, *, on: date) -> Ruling:
    facts = {
        **facts_of(row),
        "last_day": row.last_day.isoformat(),
        "changed_on": said.day.isoformat(),
        "aim_before": row.aim,
        "aim_after": after.value,
        "has_reason": bool(said.why.strip()),
        "decided_by_nav": True,
    }
    return ruling("measure.aim", facts, on=on)


def _has_job(row: Participation, after: MeasureAim) -> Verdict:
    """To keep a job there must be one, and it is put down first."""
    if after is MeasureAim.NEW_JOB or row.case.job_id is not None:
        return ()
    return (because("measure-case.no-job", "house §measures"),)


def _branch_follows(row: Participation, after: MeasureAim) -> None:
    """With a job or without. How long somebody has been sick-listed is as it was."""
    case = row.case
    if after is MeasureAim.NEW_JOB:
        case.is_employed, case.job, row.job = False, None, None
    else:
        case.is_employed, row.job = True, case.job
    case.version += 1
    case.save(update_fields=["is_employed", "job", "version"])


def _content_follows(deed: Deed, row: Participation, why: str, wanted: Collection[ContentKind]) -> None:
    """What is no longer wanted has its last day; what is new is put in, and why. Own words stay."""
    now = {ContentKind(each.part): each for each in content_of(row.case)}
    for kind, part in now.items():
        if kind is not ContentKind.OWN_WORDS and kind not in wanted:
            part.until_day = deed.on
            part.save(update_fields=["until_day"])
    for kind in ContentKind:
        if kind in wanted and kind not in now:
            keep(deed, row.case, ContentPart(part=kind), sealed_words="", sealed_why=why)


def content_now(row: Participation) -> frozenset[ContentKind]:
    """What the content is put together from."""
    return frozenset(ContentKind(each.part) for each in content_of(row.case))
