"""The classification of occupations, read once from the YAML beside this."""

from functools import lru_cache

from fotfeste.domain.occupations import Occupation, OccupationList
from fotfeste.parameters.files import HERE, BadParameter, read


@lru_cache(maxsize=1)
def styrk_08() -> OccupationList:
    """Occupations by STYRK-08, as far as they have been read. Raises BadParameter for an unclear line."""
    entries = read(HERE / "occupations" / "styrk_08.yaml")
    found = tuple(_occupation(code, line) for code, line in entries["occupations"].items())
    return OccupationList(str(entries["version"]), found)


def _occupation(code: object, line: object) -> Occupation:
    if not (isinstance(code, str) and len(code) == 4 and code.isdigit() and isinstance(line, str)):
        raise BadParameter(f"occupations: {code!r} is not four digits with a title.")
    title, _, words = line.partition("|")
    if not title.strip():
        raise BadParameter(f"occupations: {code} has no title.")
    return Occupation(code, title.strip(), tuple(words.split()))
