"""What follows when somebody has told that they are close to a person who is here: they step back."""

from datetime import datetime
from uuid import uuid4

from fotfeste import clock
from fotfeste.apps.audit.actions import Channel
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.acting import acting
from fotfeste.apps.people.closeness import keep_apart
from fotfeste.apps.people.models import DeclaredCloseness, Person
from fotfeste.apps.people.protection import Step, declare_closeness
from fotfeste.domain.closeness import ClosenessKind
from fotfeste.domain.verdict import Refused


def carry(errand: Errand, at: datetime) -> None:
    """Let them step back from everyone with that number. Nobody with it here: nothing to do."""
    told = DeclaredCloseness.objects.select_related("account").get(pk=errand.payload["declared"])
    for person in Person.objects.filter(identity_index=told.identity_index):
        try:
            _step_back(told, person, at)
        except Refused:
            # They have become the specialist since: the door is shut, and the handover is the supervisor's.
            with act():
                keep_apart([person])


def _step_back(told: DeclaredCloseness, person: Person, at: datetime) -> None:
    on = at.astimezone(clock.OSLO).date()
    by = acting(told.account, on=on)
    with act():
        if by is None:
            keep_apart([person])
        else:
            step = Step(by.through(Channel.JOB, uuid4()), at, on)
            declare_closeness(person, ClosenessKind(told.kind), step=step)
