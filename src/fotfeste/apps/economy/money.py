"""Acts on money: the talk, and what cannot wait (I §4.4)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.economy.models import EconomyTalk, MoneyProblem
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.money_problems import IncomeKnown, may_settle


def talk_economy_through(
    deed: Deed, *, talked_on: date, income_known: IncomeKnown, change_talked_through: bool, corrected: str
) -> EconomyTalk:
    """What was said of money that day: is the income known, what a job changes, what was put right."""
    refuse(has_happened(talked_on, on=deed.on))
    row = EconomyTalk(
        person=deed.person,
        talked_on=talked_on,
        income_known=income_known,
        change_talked_through=change_talked_through,
        by_id=deed.by.account_id,
        at=deed.at,
    )
    row.seal("sealed_corrected", corrected.strip(), deed.key)
    row.save()
    deed.done("economy.talked-through", day=talked_on)
    return row


def flag_money_problem(deed: Deed, *, text: str, raised_on: date) -> MoneyProblem:
    """Something about money that cannot wait. It stays on the agenda until it is dealt with."""
    refuse(has_happened(raised_on, on=deed.on))
    row = MoneyProblem(person=deed.person, raised_on=raised_on, by_id=deed.by.account_id)
    row.seal("sealed_text", text.strip(), deed.key)
    row.save()
    deed.done("economy.problem-flagged", day=raised_on)
    return row


def settle_money_problem(deed: Deed, row: MoneyProblem, *, done: str, settled_on: date) -> None:
    """It is dealt with, and what was done."""
    refuse(has_happened(settled_on, on=deed.on) or may_settle(row.raised_on, settled_on))
    row.settled_on = settled_on
    row.settled_by_id = deed.by.account_id
    row.seal("sealed_done", done.strip(), deed.key)
    row.save(update_fields=["settled_on", "settled_by", "sealed_done"])
    deed.done("economy.problem-settled", day=settled_on)
