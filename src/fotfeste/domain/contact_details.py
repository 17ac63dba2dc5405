"""Phone numbers and e-mail addresses: what was typed is kept, and beside it a form to compare and reach by.

Source: ITU-T E.164 for the length of numbers, RFC 5321 and RFC 6531 for addresses; the Norwegian numbering
plan for eight digits of which the first is 2-9.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from fotfeste.domain.typed_text import has_foreign_digits, tidied
from fotfeste.domain.verdict import Reason, Verdict, because

_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
_BETWEEN = re.compile(r"[\s().-]")
_SEVERAL = re.compile(r"[0-9][\s]*(?:/|,|;|&|\bog\b|\beller\b)[\s]*(?:\+|[0-9])", re.IGNORECASE)
_NORWEGIAN = re.compile("[2-9][0-9]{7}")
_FOREIGN = re.compile(r"\+(?!47)[1-9][0-9]{6,14}")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number. `canonical` is "+" and digits only; `typed` is what was written."""

    canonical: str = field(repr=False)
    typed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """An e-mail address. `canonical` is composed, its domain in lower case; `typed` is what was written."""

    canonical: str = field(repr=False)
    typed: str = field(repr=False)

    @property
    def is_international(self) -> bool:
        """Whether it has letters beyond a-z before the @ sign, which some mail servers cannot send to."""
        return not self.canonical.partition("@")[0].isascii()


def read_phone(text: str) -> Phone | Verdict:
    """The number, or why it cannot be dialled. +47, 0047 and eight digits are the same number."""
    typed = tidied(text)
    if has_foreign_digits(typed):
        return (because("phone.foreign-digits", "house §lists"),)
    if _SCIENTIFIC.fullmatch(typed):
        return (because("phone.scientific", "house §lists"),)
    if _SEVERAL.search(typed):
        return (because("phone.several", "house §lists"),)
    canonical = _dialled(typed)
    return Phone(canonical, text) if canonical else (_not_dialled(typed),)


def with_country_code(text: str) -> Phone | None:
    """The number that ten digits beginning with 47 would be with the "+" or "00" a spreadsheet took away."""
    bare = _BETWEEN.sub("", tidied(text))
    return Phone("+" + bare, text) if re.fullmatch("47[2-9][0-9]{7}", bare) else None


def read_email(text: str) -> EmailAddress | Verdict:
    """The address, or why it is obviously none. Letters beyond a-z before the @ are allowed (RFC 6531)."""
    typed = tidied(text)
    address = re.sub("^mailto:", "", unicodedata.normalize("NFC", typed[:500]), flags=re.IGNORECASE)
    local, at, domain = address.partition("@")
    if not at:
        return (because("email.no-at-sign", "house §lists"),)
    if "@" in domain or re.search(r"[,;]", address):
        return (because("email.several", "house §lists"),)
    if not _is_local(local) or not _is_domain(domain) or len(typed.encode("utf-8")) > 254:
        return (because("email.not-an-address", "house §lists"),)
    return EmailAddress(f"{local}@{domain.lower()}", text)


def _dialled(typed: str) -> str:
    bare = re.sub(r"^00", "+", _BETWEEN.sub("", typed))
    national = re.sub(r"^\+47", "", bare)
    if _NORWEGIAN.fullmatch(national):
        return "+47" + national
    return bare if _FOREIGN.fullmatch(bare) else ""


def _not_dialled(typed: str) -> Reason:
    bare = _BETWEEN.sub("", typed)
    if not re.fullmatch(r"\+?[0-9]*", bare):
        return because("phone.not-only-digits", "house §lists")
    if offered := with_country_code(typed):
        return because("phone.lost-country-code", "house §lists", number=offered.canonical)
    return because("phone.not-a-number", "house §lists", count=len(bare.lstrip("+")))


def _is_local(local: str) -> bool:
    if not local or len(local.encode("utf-8")) > 64 or local[0] == "." or local[-1] == "." or ".." in local:
        return False
    return not any(letter.isspace() or letter in '<>()[]":\\' for letter in local)


def _is_domain(domain: str) -> bool:
    labels = domain.split(".")
    last_is_a_word = len(labels[-1]) >= 2 and not labels[-1].isdigit()
    return len(labels) >= 2 and last_is_a_word and all(_LABEL.fullmatch(label) for label in labels)
