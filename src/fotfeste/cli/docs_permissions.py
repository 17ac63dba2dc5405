"""docs/permissions.md: who may see and do what, printed from the table that decides it."""

from collections.abc import Iterable, Iterator

from fotfeste.domain.permissions import ABILITIES, PERMISSIONS, Condition, Role, first_denials

HEAD = """# Who may see and do what

*Made from `domain/permissions.py` by `fotfeste docs`. Do not edit.*

Before the table is asked, these are looked at in this order, and the first that holds denies everything:

{denials}

After that a permission is granted when **every** condition in **any one** line holds.
What is not known is treated as the strictest.
Whoever may not know that a person is here gets the same answer as for an address nobody has.
"""


def document() -> str:
    """The document as it should be."""
    denials = "\n".join(
        f"{number}. `{code}`: {_said(condition)}"
        for number, (code, condition) in enumerate(first_denials(), 1)
    )
    return "\n".join([HEAD.format(denials=denials), *_permissions(), *_abilities()]) + "\n"


def _permissions() -> Iterator[str]:
    yield "## About a person\n"
    for permission, lines in sorted(PERMISSIONS.items()):
        yield f"### `{permission}`\n"
        yield from (f"- {_line(line)}" for line in lines)
        yield ""


def _abilities() -> Iterator[str]:
    yield "## What a role can do at all\n"
    yield f"| | {' | '.join(role.replace('_', ' ') for role in Role)} |"
    yield "|---|" + "---|" * len(Role)
    for ability, roles in sorted(ABILITIES.items()):
        yield f"| `{ability}` | {' | '.join('yes' if role in roles else '' for role in Role)} |"
    yield "\nWhich records an ability reaches is decided above, person by person."


def _line(conditions: Iterable[Condition]) -> str:
    return " **and** ".join(_said(condition) for condition in conditions)


def _said(condition: Condition) -> str:
    first = (condition.__doc__ or condition.__name__).strip().splitlines()[0].rstrip(".")
    return first[0].lower() + first[1:]
