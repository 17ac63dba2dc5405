"""Considering a discharge: opened, the jobseeker heard, supervisor and clinician asked, or given up."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.discharge.models import Consideration, Consultation
from fotfeste.apps.discharge.selectors import considered, consultations_of
from fotfeste.apps.episodes.selectors import open_episode
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.discharge import Consulted
from fotfeste.domain.verdict import Refused, because


def consider(deed: Deed, *, why: str, jobseeker: str = "", tried: str = "") -> Consideration:
    """Somebody may leave the caseload for a time; or what is known of it is put down anew."""
    row = considered(deed.person)
    is_new = row is None
    if row is None:
        episode = open_episode(deed.person)
        row = Consideration(
            person=deed.person, episode=episode, opened_on=deed.on, opened_by_id=deed.by.account_id
        )
    for column, text in (("why", why), ("jobseeker", jobseeker), ("tried", tried)):
        row.seal(f"sealed_{column}", text, deed.key)
    row.version += 0 if is_new else 1
    row.save()
    deed.done("discharge.considered" if is_new else "discharge.put-down")
    return row


def ask_supervisor(deed: Deed, *, question: str) -> Consultation:
    """The team's supervisor is asked; she answers on her own page. Asked anew, the new one counts."""
    consideration = _open(deed)
    row = consultations_of(consideration).get(Consulted.SUPERVISOR)
    if row is not None and row.held_on is not None:
        raise Refused((because("discharge.answered-already", "house §discharge"),))
    row = row or _new(deed, consideration, Consulted.SUPERVISOR)
    row.seal("sealed_question", question, deed.key)
    row.save()
    deed.done("discharge.supervisor-asked")
    return row


def answer(deed: Deed, row: Consultation, *, version: int, pros: str, cons: str, advice: str) -> None:
    """The supervisor answers what she was asked. Refused when it was answered or closed meanwhile."""
    if row.version != version or row.held_on is not None or row.consideration.closed_on is not None:
        raise Refused((because("discharge.answered-already", "house §discharge"),))
    _put_down(deed, row, held_on=deed.on, pros=pros, cons=cons, advice=advice)
    deed.done("discharge.supervisor-answered")


def talked_with(
    deed: Deed, consulted: Consulted, *, held_on: date, pros: str, cons: str, advice: str
) -> None:
    """It was talked through with the supervisor or the clinician; put down by who follows the person."""
    consideration = _open(deed)
    refuse(has_happened(held_on, on=deed.on))
    row = consultations_of(consideration).get(consulted) or _new(deed, consideration, consulted)
    _put_down(deed, row, held_on=held_on, pros=pros, cons=cons, advice=advice)
    deed.done(f"discharge.talked-with-{consulted}", day=held_on)


def go_on(deed: Deed, *, because_of: str) -> None:
    """No discharge: the person stays on the caseload."""
    row = _open(deed)
    row.closed_on, row.version = deed.on, row.version + 1
    row.seal("sealed_goes_on_because", because_of, deed.key)
    row.save()
    deed.done("discharge.given-up")


def _open(deed: Deed) -> Consideration:
    row = considered(deed.person)
    if row is None:
        raise Refused((because("discharge.not-considered", "house §discharge"),))
    return row


def _new(deed: Deed, consideration: Consideration, consulted: Consulted) -> Consultation:
    return Consultation(
        person=deed.person,
        consideration=consideration,
        consulted=consulted,
        asked_on=deed.on,
        asked_by_id=deed.by.account_id,
    )


def _put_down(deed: Deed, row: Consultation, *, held_on: date, pros: str, cons: str, advice: str) -> None:
    row.held_on, row.answered_by_id, row.version = held_on, deed.by.account_id, row.version + 1
    for column, text in (("pros", pros), ("cons", cons), ("advice", advice)):
        row.seal(f"sealed_{column}", text, deed.key)
    row.save()
