"""What is already known where the list comes in, as plain data: specialists, NAV offices, employers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from fotfeste.domain.nav_office import NavOffice
from fotfeste.domain.typed_text import alike

_LEGAL_FORMS = frozenset({"as", "asa", "enk", "sa", "ans", "da", "ba", "nuf", "iks", "kf", "ks"})


@dataclass(frozen=True, slots=True)
class KnownSpecialist:
    """An employment specialist of the team."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class KnownEmployer:
    """An employer the team knows. The number may be empty."""

    id: str
    name: str
    organisation_number: str = ""
    place: str = ""


@dataclass(frozen=True)
class Known:
    """Everything a row is held against. `synthetic_only` is true everywhere but in production."""

    specialists: tuple[KnownSpecialist, ...] = ()
    nav_offices: tuple[NavOffice, ...] = ()
    employers: tuple[KnownEmployer, ...] = ()
    synthetic_only: bool = True

    def specialists_named(self, name: str) -> tuple[KnownSpecialist, ...]:
        """Those with this name, capitals and blanks aside."""
        return tuple(each for each in self.specialists if alike(each.name) == alike(name))

    def employers_named(self, name: str) -> tuple[KnownEmployer, ...]:
        """Those with exactly this name, capitals and blanks aside."""
        return self._employers_by_name.get(alike(name), ())

    def employers_nearly_named(self, name: str) -> tuple[KnownEmployer, ...]:
        """Those whose name is the same but for the legal form (AS, ENK …) after it."""
        return self._employers_by_short_name.get(without_legal_form(name), ())

    @cached_property
    def _employers_by_name(self) -> Mapping[str, tuple[KnownEmployer, ...]]:
        return _grouped((alike(each.name), each) for each in self.employers)

    @cached_property
    def _employers_by_short_name(self) -> Mapping[str, tuple[KnownEmployer, ...]]:
        return _grouped((without_legal_form(each.name), each) for each in self.employers)


def without_legal_form(name: str) -> str:
    """The name to compare by when the legal form is left out."""
    words = alike(name).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in _LEGAL_FORMS else words)


def _grouped(pairs: Iterable[tuple[str, KnownEmployer]]) -> Mapping[str, tuple[KnownEmployer, ...]]:
    groups: dict[str, tuple[KnownEmployer, ...]] = {}
    for name, employer in pairs:
        groups[name] = (*groups.get(name, ()), employer)
    return groups
