"""A break in a participation: on record, and moving nothing (F-12)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.measures.models import Interruption, Participation
from fotfeste.apps.measures.participations import keep, participation_asked, still_runs
from fotfeste.domain.verdict import Verdict, because
from fotfeste.parameters.answers import ask


def pause(deed: Deed, about: str, *, first: date, last: date | None, why: str) -> None:
    """There is a break from the one day to the other, or one that goes on."""
    row = participation_asked(deed, about)
    others = list(row.interruptions.order_by("from_day", "pk"))
    refuse((*still_runs(row), *_against(row, others, first, last, why, on=deed.on)))
    kept = Interruption(
        person=deed.person,
        participation=row,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
        from_day=first,
        until_day=last,
    )
    kept.seal("sealed_why", why.strip(), deed.key)
    kept.save()
    keep(row)
    deed.done("measure.paused", from_on=first.isoformat())


def pause_over(deed: Deed, about: str, *, last: date) -> None:
    """The break that goes on has its last day."""
    row = participation_asked(deed, about)
    rows = list(row.interruptions.order_by("from_day", "pk"))
    open_now = next((each for each in rows if each.until_day is None), None)
    if open_now is None:
        refuse((because("measure-duration.no-break", "house §measures"),))
        return
    others = [each for each in rows if each.pk != open_now.pk]
    refuse(_against(row, others, open_now.from_day, last, "-", on=deed.on))
    open_now.until_day = last
    open_now.save(update_fields=["until_day"])
    keep(row)
    deed.done("measure.pause-over", last_on=last.isoformat())


def _against(
    row: Participation, others: list[Interruption], first: date, last: date | None, why: str, *, on: date
) -> Verdict:
    facts = {
        "first_start": row.clock_from.isoformat(),
        "last_day": row.last_day.isoformat(),
        "first": first.isoformat(),
        "last": last.isoformat() if last else None,
        "has_reason": bool(why.strip()),
        "others": [
            {
                "first": each.from_day.isoformat(),
                "last": each.until_day.isoformat() if each.until_day else None,
            }
            for each in others
        ],
    }
    return ask("measure.break", facts, on=on).outcome.verdict
