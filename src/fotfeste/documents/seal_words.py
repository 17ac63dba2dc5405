"""What was found of a seal, in words: the same on the page, at the terminal and for a program."""

from zoneinfo import ZoneInfo

from fotfeste.documents.seal_check import SealCheck, checked, too_large
from fotfeste.domain.seal import SealLimits
from fotfeste.parameters.texts import text
from fotfeste.parameters.texts.days import spoken_day

OSLO = ZoneInfo("Europe/Oslo")
WHOLE = "seal.whole"


def checked_within(content: bytes, limits: SealLimits) -> SealCheck:
    """Look at a file, unless it is larger than what is looked at."""
    return too_large() if len(content) > limits.most_bytes else checked(content)


def code_of(check: SealCheck) -> str:
    """The code of the text that says what was found."""
    return check.problem or WHOLE


def in_words(check: SealCheck, language: str, limits: SealLimits) -> str:
    """What was found, for people. Says nothing of what the file is about."""
    if check.sealed_at is None:
        return text(check.problem, language, most=limits.most_megabytes)
    at = check.sealed_at.astimezone(OSLO)
    return text(WHOLE, language, day=spoken_day(at.date(), language), time=f"{at:%H.%M}")
