"""Who may write what in the draft: nobody promises on another's behalf, but NAV writes down for all."""

from dataclasses import dataclass, replace

from fotfeste.domain.agreements.content import LineKind
from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.sensitive_words import SensitiveWords, found_in
from fotfeste.domain.verdict import Verdict, because


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Words that belong to the agreement itself: beginnings of words, with blanks between."""

    excepted: str


def may_write(party: Party, owner: Party, kind: LineKind) -> Verdict:
    """Why this party cannot write a line that `owner` answers for. A goal is everybody's."""
    if party is Party.NAV or kind is LineKind.GOAL or owner is party:
        return ()
    return (because("agreement.promise-for-yourself", "house §agreements"),)


def too_long(lines: int, limits: AgreementLimits) -> Verdict:
    """Why no line comes to so many: a text that nobody reads to its end is no agreement."""
    if lines < limits.most_lines:
        return ()
    return (because("agreement.too-many-lines", "house §agreements", most=limits.most_lines),)


def words_of_health(typed: str, words: SensitiveWords, own: AgreementWords) -> Verdict:
    """A line that is said to tell nothing of health or support, and has such words: it is read once more."""
    found = found_in(typed, replace(words, excepted=f"{words.excepted} {own.excepted}"))
    if not found:
        return ()
    return (because("agreement.sensitive-words", "house §sensitive-words", words=", ".join(found)),)


def words_read_by_employer(typed: str, words: SensitiveWords, own: AgreementWords) -> Verdict:
    """The same of what is said afterwards, about a promise or as an answer, and comes before an employer."""
    found = found_in(typed, replace(words, excepted=f"{words.excepted} {own.excepted}"))
    if not found:
        return ()
    return (because("promise.words-of-health", "house §sensitive-words", words=", ".join(found)),)
