"""Whether somebody could be let in if they followed a person: the permission table, asked beforehand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.models import Account, Clearance, Closeness, Person
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import Circumstances, Permission, Protection, RelationKind, Role, decide


@dataclass(frozen=True, slots=True)
class Guard:
    """What stands before a person's record: the grade of protection, and whether it is one of our own."""

    protection: Protection
    is_own_staff: bool


def guard_of(person: Person) -> Guard:
    """The person's guard as it is now."""
    return Guard(Protection(person.protection), person.is_own_staff)


def may_follow(account: Account, person: Person, *, on: date, guard: Guard | None = None) -> bool:
    """Whether this account could follow this person, under the guard they have or are about to get."""
    is_close = Closeness.objects.filter(account=account, person=person).exists()
    return _lets_in(account, clearances_of(account, on=on), guard or guard_of(person), is_close=is_close)


def whom_they_may_follow(account: Account, people: Iterable[Person], *, on: date) -> set[int]:
    """Those of the persons (row ids) whom this account could follow. Two statements, however many persons."""
    people = list(people)
    close = Closeness.objects.filter(account=account, person__in=people)
    close_to = set(close.values_list("person_id", flat=True))
    clearances = clearances_of(account, on=on)
    return {
        person.pk
        for person in people
        if _lets_in(account, clearances, guard_of(person), is_close=person.pk in close_to)
    }


def who_may_follow(accounts: Iterable[Account], person: Person, *, on: date) -> set[int]:
    """Those of the accounts (row ids) that could follow this person. Two statements for all of them."""
    accounts, guard = list(accounts), guard_of(person)
    close = Closeness.objects.filter(account__in=accounts, person=person)
    close_to = set(close.values_list("account_id", flat=True))
    held: dict[int, set[str]] = {account.pk: set() for account in accounts}
    rows = Clearance.objects.filter(in_force(on), account__in=accounts)
    for account, kind in rows.values_list("account_id", "kind"):
        held[account].add(kind)
    return {
        account.pk
        for account in accounts
        if _lets_in(account, frozenset(held[account.pk]), guard, is_close=account.pk in close_to)
    }


def clearances_of(account: Account, *, on: date) -> frozenset[str]:
    """The kinds of clearance an account holds that day."""
    return frozenset(Clearance.objects.filter(in_force(on), account=account).values_list("kind", flat=True))


def _lets_in(account: Account, clearances: frozenset[str], guard: Guard, *, is_close: bool) -> bool:
    given = Circumstances(
        role=Role.EMPLOYMENT_SPECIALIST,
        is_account_active=account.is_active,
        relations=frozenset({RelationKind.EMPLOYMENT_SPECIALIST}),
        protection=guard.protection,
        is_cleared_for_protection=ClearanceKind.PROTECTED in clearances,
        is_own_staff=guard.is_own_staff,
        is_cleared_for_own_staff=ClearanceKind.OWN_STAFF in clearances,
        is_close_to_person=is_close,
    )
    return decide(given).may(Permission.PERSON_OPEN)
