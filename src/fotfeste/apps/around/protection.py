"""The page of a person's protection: what it is, who loses access when it changes, who could take over."""

from dataclasses import dataclass

from fotfeste.apps.around.people import Around, people_around
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.consents.sees import what_each_sees
from fotfeste.apps.people.acting import in_force
from fotfeste.apps.people.may_follow import Guard, guard_of, who_may_follow
from fotfeste.apps.people.models import Membership
from fotfeste.apps.people.protection import Step, change_protection
from fotfeste.domain.permissions import Permission, Protection, Role


@dataclass(frozen=True, slots=True)
class ProtectionPage:
    """The guard as it is. `would_lose`: who sees something now and would not if the person were protected.

    `own_staff_would_lose`: the same for own-staff protection. `successors` may take over under some guard.
    """

    header: Header
    guard: Guard
    version: int
    would_lose: tuple[Around, ...]
    own_staff_would_lose: tuple[Around, ...]
    successors: tuple[Membership, ...]


class Stale(Exception):
    """Somebody else has saved since the page was read. Nothing is overwritten."""


def access_protection(look: Look) -> ProtectionPage:
    """The page. Only for one who may change protection."""
    with opened(
        look.acting,
        look.public_id,
        Permission.PROTECTION_CHANGE,
        at=look.at,
        purpose=look.purpose,
        area="protection",
    ) as found:
        guard = guard_of(found.person)
        return ProtectionPage(
            header=header_of(found, on=look.on),
            guard=guard,
            version=found.person.version,
            would_lose=_would_lose(found, look, Guard(Protection.CODE_6, guard.is_own_staff)),
            own_staff_would_lose=_would_lose(found, look, Guard(guard.protection, is_own_staff=True)),
            successors=tuple(colleagues_of(found, look)),
        )


def act_protect(
    look: Look, guard: Guard, successor: Membership | None, *, version: int | None = None
) -> None:
    """Set or lift protection. Works from the next request of everybody on.

    Raises Stale when the person is not as they were when `version` was read.
    """
    with opened(
        look.acting,
        look.public_id,
        Permission.PROTECTION_CHANGE,
        at=look.at,
        action=Action.PROTECTION_CHANGED,
        purpose=look.purpose,
        area="protection",
    ) as found:
        if version is not None and version != found.person.version:
            raise Stale
        step = Step(look.acting, look.at, look.on, successor)
        change_protection(found.person, found.key, guard, step=step)


def colleagues_of(found: Found, look: Look) -> list[Membership]:
    """Specialists of the owning unit who could follow the person, but for the one who looks."""
    unit = found.person.owning_unit_id  # type: ignore[attr-defined]  # annotated by the door
    rows = Membership.objects.filter(
        in_force(look.on), unit=unit, role=Role.EMPLOYMENT_SPECIALIST, account__is_active=True
    )
    others = rows.exclude(account=look.acting.account_id).select_related("account", "unit")
    colleagues = list(others.order_by("account__name", "pk"))
    may_see = who_may_follow([row.account for row in colleagues], found.person, on=look.on)
    return [row for row in colleagues if row.account_id in may_see]


def _would_lose(found: Found, look: Look, guard: Guard) -> tuple[Around, ...]:
    then = what_each_sees(found.person, found.relations, found.consents, guard, on=look.on)
    still = {row.public_id for row in found.relations if then.get(row.pk)}
    return tuple(row for row in people_around(found, look) if row.sees and row.public_id not in still)
