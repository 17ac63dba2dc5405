"""Acts by programs: the form is asked for first, as a page would be; and why something was refused."""

from typing import Any

from fotfeste.apps.measures.models import Participation
from tests.api.conftest import Program, problem


def act(caller: Program, person: str, slug: str, about: str = "", **values: Any) -> Any:
    """Do it for a person (`/people/…`), with the version that the form has now."""
    path = f"{person}/acts/{slug}" + (f"?about={about}" if about else "")
    version = caller.get(path).json()["version"]
    return caller.post(path, values, If_Match=f'"{version}"')


def act_on(caller: Program, row: Participation, slug: str, about: str = "", **values: Any) -> Any:
    """The same about a participation, or about something else of the one who takes part."""
    return act(caller, f"/people/{row.person.public_id}", slug, about or row.public_id.hex, **values)


def codes(answer: Any) -> set[str]:
    """Why it was refused."""
    return {reason["code"] for reason in problem(answer)["reasons"]}
