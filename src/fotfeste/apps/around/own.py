"""The door to one's own record."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.door import Denied, Found, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.domain.permissions import Decision, Permission


@contextmanager
def own_record(
    acting: Acting,
    permission: Permission,
    *,
    at: datetime,
    action: Action = Action.PERSON_SEEN,
    area: str = "",
) -> Iterator[Found]:
    """Open the record of the one who is logged in. Raises Denied for an account that is nobody's."""
    door = opened(acting, own_public_id(acting), permission, at=at, action=action, area=area)
    with act(), door as found:
        yield found


def own_public_id(acting: Acting) -> UUID:
    """The id of one's own record. Raises Denied for an account that is nobody's."""
    own = Person.objects.filter(account=acting.account_id).values_list("public_id", flat=True).first()
    if own is None:
        raise Denied(Decision(reason_code="access.no-such-person"))
    return own
