"""What an act by the employer is: a short form on one agreement. One `EmployerActPage` for each act.

They are written in by_employer_*.py, one file for what belongs together; `by_employer.py` shows them and
carries them out, and so does the programs' interface (api/operations/by_employer.py). A new act is one row.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fotfeste.apps.agreements.employer_deed import EmployerDeed
from fotfeste.apps.audit.actions import Action
from fotfeste.web.acts_page import SAVE, SAVED, ActForm, Asked, Start, Words

Starts = Callable[[EmployerDeed, Asked], Start]
Does = Callable[[EmployerDeed, Mapping[str, Any], Asked], None]


def nothing_before(deed: EmployerDeed, asked: Asked) -> Start:
    """A form that starts empty: what it adds changes nothing that is there."""
    return Start()


@dataclass(frozen=True, slots=True)
class EmployerActPage:
    """One act: what it is called, its form, how it starts, how it is done, what is said when it is done.

    `do` gets the agreement with the deed. `start` may show what this employer may know, and nothing else:
    the person's door is open to it, so a row is asked for by `deed.agreement` and held against
    `deed.tellable()`.
    """

    slug: str
    title: Words
    form: type[ActForm]
    do: Does
    action: Action = Action.AGREEMENT_CHANGED
    button: Words = SAVE
    said: Words = SAVED
    help: Words = ""
    start: Starts = nothing_before
    back: str = "employer_agreement"
    """The page one comes back to, by its name; it takes the agreement."""
    template: str = "agreements/employer_act.html"
