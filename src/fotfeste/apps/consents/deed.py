"""One act on an opened record: on whom, by whom, when. What every service is told first.

with opened(acting, public_id, Permission.ABOUT_PERSON_CHANGE, at=at, action=...) as found:
    log_meeting(Deed(found, by=acting, at=at, on=on), held_on=day, ...)
"""

from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.consents.door import Found
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.services import touch
from fotfeste.apps.people.timeline import Fact, happened
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.verdict import Refused, Verdict


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that is going on. `on` is the legal day, `at` the instant."""

    found: Found
    by: Acting
    at: datetime
    on: date

    @property
    def person(self) -> Person:
        """Whom it is about."""
        return self.found.person

    @property
    def key(self) -> SealingKey:
        """What the person's texts are sealed with."""
        return self.found.key

    def done(self, kind: str, *, day: date | None = None, **facts: Fact) -> None:
        """Put it on the timeline (of that day, else today's) and ask the rules again."""
        happened(self.person, kind, on=day or self.on, by=self.by, at=self.at, is_brought_in=False, **facts)
        touch(self.person, on=self.on)


def refuse(verdict: Verdict) -> None:
    """Raise Refused when there is any reason against."""
    if verdict:
        raise Refused(verdict)
