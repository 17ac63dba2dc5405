"""Dates, numbers and icons in templates. The rules are in fotfeste.web.words; here is only the markup."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from fotfeste.clock import OSLO
from fotfeste.web import icons
from fotfeste.web.words import dates, numbers, phones

register = template.Library()


def _language() -> str:
    return dates.language_of(get_language())


def _marked_up(said: dates.Said, extra: str = "") -> SafeString:
    """Read by eye: the short words. On hover and by screen reader: the exact day as well."""
    if said.text == said.exact:
        return format_html('<time datetime="{}">{}{}</time>', said.iso, said.text, extra)
    return format_html(
        '<time datetime="{}" title="{}">{}{}<span class="aksel-sr-only">, {}</span></time>',
        said.iso,
        said.exact,
        said.text,
        extra,
        said.exact,
    )


@register.simple_tag
def when(day: date | None, today: date) -> SafeString:
    """A due date: «3 dager over», «i går», «i dag», «torsdag», «30. nov». Nothing for no date."""
    return _when(day, today, _language()) if day else SafeString("")


@lru_cache(maxsize=5_000)
def _when(day: date, today: date, language: str) -> SafeString:
    """A list says the same few days again and again."""
    return _marked_up(dates.when_due(day, today, language))


@register.simple_tag
def happened(moment: date | datetime | None, today: date) -> SafeString:
    """Something that has happened: «i dag 08.12», «for 3 dager siden», «30. nov»."""
    if moment is None:
        return SafeString("")
    if not isinstance(moment, datetime):
        return _marked_up(dates.when_was(moment, today, _language()))
    local = moment.astimezone(OSLO)
    said = dates.when_was(local.date(), today, _language())
    return _marked_up(said, f"{dates.NBSP}{numbers.clock(local.time(), _language())}")


@register.filter
def nearness(day: date | None, today: date) -> str:
    """ "overdue", "soon" or "later": the modifier of a line's class. Without a date: "unclear"."""
    return dates.nearness(day, today).value if day else "unclear"


@register.filter
def long_day(day: date | None) -> str:
    """«30. november 2026»."""
    return dates.long_day(day, _language()) if day else ""


@register.filter
def exact_day(day: date | None) -> str:
    """«mandag 30. november 2026»."""
    return dates.exact_day(day, _language()) if day else ""


@register.filter
def clock(moment: time | datetime | None) -> str:
    """«14.15», Norwegian time."""
    if moment is None:
        return ""
    local = moment.astimezone(OSLO).time() if isinstance(moment, datetime) else moment
    return numbers.clock(local, _language())


@register.filter
def phone(number: str) -> str:
    """«476 86 735»."""
    return phones.spaced(number)


@register.filter
def number(value: int | Decimal | None, decimals: int = 0) -> str:
    """«12 345», with a space that does not break."""
    return "" if value is None else numbers.number(value, _language(), decimals)


@register.filter
def kroner(value: int | Decimal | None) -> str:
    """«12 345 kr» from an amount in kroner."""
    return "" if value is None else numbers.kroner(value, _language())


@register.filter
def kroner_from_ore(value: int | None) -> str:
    """«123,45 kr» from an amount in whole øre."""
    return "" if value is None else numbers.kroner(Decimal(value).scaleb(-2), _language())


@register.filter
def percent(value: int | Decimal | None) -> str:
    """«50 %»."""
    return "" if value is None else numbers.percent(value, _language())


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of Aksel's icons, by its own name: `{% icon "Calendar" %}`. Never the only carrier of a meaning."""
    return icons.icon(name)


@register.simple_tag
def mark() -> SafeString:
    """The program's own mark, beside its name."""
    return icons.mark()
