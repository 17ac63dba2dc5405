"""What is still open when somebody leaves the caseload. Each app tells how it finds and settles its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.people.models import Person
from fotfeste.domain.discharge import LooseEndAnswer


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """One thing that is open. `about` names an employer or nothing: never anything of health."""

    kind: str
    public_id: str
    day: date | None
    about: str
    answers: tuple[LooseEndAnswer, ...]

    @property
    def name(self) -> str:
        """What it is called in a form."""
        return f"end_{self.kind}_{self.public_id}"


@dataclass(frozen=True, slots=True)
class Finder:
    """How one kind of loose ends is found, and settled."""

    kind: str
    find: Callable[[Person], Iterator[LooseEnd]]
    settle: Callable[[Deed, str, LooseEndAnswer], None]


_finders: dict[str, Finder] = {}


def found_by(finder: Finder) -> None:
    """An app says how its loose ends are found. Called once, when the program starts."""
    _finders[finder.kind] = finder


def loose_ends_of(person: Person) -> list[LooseEnd]:
    """Everything that is open for this person now."""
    return [end for finder in _finders.values() for end in finder.find(person)]


def settle(deed: Deed, end: LooseEnd, answer: LooseEndAnswer) -> None:
    """Carry out what was decided. What is kept stays as it is."""
    if answer is not LooseEndAnswer.KEEP:
        _finders[end.kind].settle(deed, end.public_id, answer)
