"""Numbers, kroner and per cent with the spaces that hold them together on one line."""

from datetime import time
from decimal import ROUND_HALF_UP, Decimal

from fotfeste.web.words.dates import NBSP

MINUS = "\N{MINUS SIGN}"


def number(value: int | Decimal, language: str, decimals: int = 0) -> str:
    """«12 345,5»; English "12,345.5". Rounded half up, as people do."""
    unit = Decimal(1).scaleb(-decimals)
    rounded = Decimal(value).quantize(unit, rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{decimals}f}"
    if language != "en":
        text = text.replace(",", NBSP).replace(".", ",")
    return f"{MINUS}{text}" if rounded < 0 else text


def kroner(value: int | Decimal, language: str) -> str:
    """Whole kroner are shown without øre: «12 345 kr», «99,50 kr»; English "NOK 12,345"."""
    decimals = 0 if Decimal(value) == Decimal(value).to_integral_value() else 2
    text = number(value, language, decimals)
    return f"NOK{NBSP}{text}" if language == "en" else f"{text}{NBSP}kr"


def percent(value: int | Decimal, language: str) -> str:
    """«50 %»; English "50%"."""
    text = number(value, language, 0 if value == int(value) else 1)
    return f"{text}%" if language == "en" else f"{text}{NBSP}%"


def clock(value: time, language: str) -> str:
    """«14.15»; English "14:15"."""
    return f"{value:%H:%M}" if language == "en" else f"{value:%H.%M}"
