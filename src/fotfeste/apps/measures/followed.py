"""Which participations somebody is the guide of. To stand as guide around the person is not enough."""

from datetime import date

from django.db.models import QuerySet

from fotfeste.apps.measures.models import Participation
from fotfeste.apps.people.acting import Acting


def followed(rows: QuerySet[Participation], acting: Acting, *, on: date) -> list[Participation]:
    """Those of them that the reader is named as guide of, at the own provider, and may still see."""
    if acting.unit_id is None:
        return []
    mine = rows.filter(
        provider=acting.unit_id,
        guideassignments__account=acting.account_id,
        guideassignments__until_day=None,
    )
    return [each for each in mine if each.seen_until >= on]
