"""What stands beside the overview of a person, from apps that this one knows nothing of.

Each says, of an opened record, whether there is something for this very reader.
"""

from collections.abc import Callable

from fotfeste.apps.consents.door import Found

IsThere = Callable[[Found], bool]

_asked: dict[str, IsThere] = {}


def stands_beside(name: str, is_there: IsThere) -> None:
    """An app says that it may have something. Called once, when the program starts."""
    _asked[name] = is_there


def beside(found: Found) -> frozenset[str]:
    """The names of what there is for this reader."""
    return frozenset(name for name, is_there in _asked.items() if is_there(found))
