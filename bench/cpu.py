"""CPU time a program has used so far, with everything it has started, as Linux keeps it in /proc."""

import os
from pathlib import Path

_TICKS_IN_A_MILLISECOND = os.sysconf("SC_CLK_TCK") / 1000


def milliseconds_of(pid: int) -> float:
    """Used by this process, by its children, and by those of its children that are gone."""
    return _ticks(pid) / _TICKS_IN_A_MILLISECOND


def parent_of(pid: int) -> int:
    """Who started it."""
    return int(_fields(pid)[1])


def _ticks(pid: int) -> int:
    try:
        user, system, gone_user, gone_system = map(int, _fields(pid)[11:15])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return 0
    return user + system + gone_user + gone_system + sum(_ticks(int(child)) for child in children)


def _fields(pid: int) -> list[str]:
    """What stands after the program's name, which may itself hold blanks and brackets."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
