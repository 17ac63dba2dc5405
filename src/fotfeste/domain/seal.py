"""How large a file is looked at when somebody asks whether it is sealed here."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SealLimits:
    """The largest file that is looked at. No paper of ours comes near it."""

    most_megabytes: int

    @property
    def most_bytes(self) -> int:
        """The same in bytes."""
        return self.most_megabytes * MEGABYTE
