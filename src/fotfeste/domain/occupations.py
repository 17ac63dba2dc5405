"""Occupations by code, found by everyday words; what is not in the list is said in own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from fotfeste.domain.names import search_form

MOST_FOUND = 12
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Occupation:
    """One unit group of the classification: four digits, its official title, everyday words for it."""

    code: str
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class OccupationList:
    """The classification as it is at hand, with its version."""

    version: str
    occupations: tuple[Occupation, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Occupation]:
        """Each occupation by its code."""
        return {each.code: each for each in self.occupations}

    @cached_property
    def _by_title(self) -> Mapping[str, Occupation]:
        return {search_form(each.title): each for each in self.occupations}

    @cached_property
    def _searched(self) -> tuple[tuple[Occupation, tuple[str, ...], tuple[str, ...]], ...]:
        return tuple(
            (each, _words_of(each.title), tuple(search_form(word) for word in each.words))
            for each in self.occupations
        )

    def meant_by(self, typed: str) -> Occupation | None:
        """The occupation that was chosen: its code, its title, or both as the list shows them. Else None."""
        text = typed.strip()
        if found := self.by_code.get(text[:4]):
            rest = text[4:].strip(" –-")
            return found if not rest or search_form(rest) == search_form(found.title) else None
        return self._by_title.get(search_form(text))

    def found_by(self, typed: str) -> tuple[Occupation, ...]:
        """The occupations that fit what was typed, the nearest first. A beginning of a word is enough."""
        asked = _words_of(typed)
        if not asked or max(map(len, asked)) < _SHORTEST:
            return ()
        ranked = [
            (min(rank for rank in ranks if rank), each.code, each)
            for each, title, words in self._searched
            if all(ranks := [_rank(word, title, words, each.code) for word in asked])
        ]
        return tuple(each for _, _, each in sorted(ranked, key=lambda row: row[:2])[:MOST_FOUND])


def _rank(asked: str, title: Iterable[str], words: Iterable[str], code: str) -> int:
    """How near one word is: 1 the title or the code begins so, 2 an everyday word does, 0 neither."""
    if code.startswith(asked) or any(word.startswith(asked) for word in title):
        return 1
    return 2 if any(word.startswith(asked) or asked == word for word in words) else 0


def _words_of(text: str) -> tuple[str, ...]:
    folded = search_form(text)
    return tuple("".join(letter if letter.isalnum() else " " for letter in folded).split())
