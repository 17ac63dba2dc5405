"""Every operation declares who may call it; one that does not is a 404 and fails the system check.

    @router.get("/agenda", ...)
    @api_policy(needs(Ability.AGENDA_OWN))
    def my_agenda(request): ...

A policy says who may knock. Whether a person's record opens is decided by its door (`access_*`), each time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from fotfeste.apps.people.acting import Acting
from fotfeste.domain.permissions import Ability

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Knock:
    """Who may knock: anybody, any account with a role, or only roles with one of some abilities."""

    is_public: bool = False
    abilities: tuple[Ability, ...] = ()

    def lets_in(self, acting: Acting) -> bool:
        """Whether this actor may call the operation at all."""
        return acting.is_active and (not self.abilities or any(map(acting.has, self.abilities)))


@dataclass(frozen=True, slots=True)
class ApiPolicy:
    """The declared policy of one operation.

    `edits`: it changes something that has a version. `only_looks`: it changes nothing, though it is a POST.
    `is_slow`: it works longer than a lock may be held, so its key is remembered just after it, not with it.
    """

    knock: Knock
    edits: bool = False
    only_looks: bool = False
    is_slow: bool = False


PUBLIC = Knock(is_public=True)
ANY_ACCOUNT = Knock()
RECORD = Knock()
"""As for any account; says to the reader that a door follows."""


def needs(*abilities: Ability) -> Knock:
    """Only for roles that can do this, or one of these."""
    return Knock(abilities=abilities)


def api_policy(
    knock: Knock, *, edits: bool = False, only_looks: bool = False, is_slow: bool = False
) -> Callable[[View], View]:
    """Declare who may call an operation, and what it does."""

    def declare(view: View) -> View:
        view.api_policy = ApiPolicy(knock, edits, only_looks, is_slow)  # type: ignore[attr-defined]  # an operation carries its policy
        return view

    return declare


def api_policy_of(view: Callable[..., Any]) -> ApiPolicy | None:
    """The declared policy of an operation's view, or None when nobody has declared one."""
    declared = getattr(view, "api_policy", None)
    return declared if isinstance(declared, ApiPolicy) else None
