"""However NAV's acts follow one another, no participation comes beyond its ceiling; its first day stays."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.measures import lasting
from fotfeste.apps.measures.models import MeasureDecision
from fotfeste.apps.measures.participations import Decided
from fotfeste.cli.cast import Cast
from fotfeste.domain.measures.ending import EndCause
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from tests.web.measure_taking_part import LATE, taking_part

CEILING = {None: date(2027, 8, 31), True: date(2029, 8, 31)}
ACTS = st.tuples(
    st.sampled_from(["extend", "shorten", "end", "take_up_again"]),
    st.integers(-30, 1300).map(lambda days: LATE + timedelta(days=days)),
)


@pytest.mark.req("F-12")
@pytest.mark.parametrize("reduced", [None, True])
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, min_size=4, max_size=8))
def test_no_path_leads_beyond_the_ceiling(
    cast: Cast, reduced: bool | None, acts: list[tuple[str, date]]
) -> None:
    row = taking_part(cast, reduced=reduced)
    before = MeasureDecision.objects.count()
    carried = 0
    for name, day in acts:
        carried += do(cast, row.public_id.hex, name, day)
        row.refresh_from_db()
        assert row.last_day <= CEILING[reduced]
        assert row.ended_on is None or LATE <= row.ended_on <= row.last_day
        assert row.clock_from == LATE
    assert MeasureDecision.objects.count() - before == carried
    MeasureDecision.objects.filter(participation=row).delete()
    row.delete()


def do(cast: Cast, about: str, name: str, day: date) -> bool:
    """Carry it out as Hege; whether it could be."""
    person, hege = cast.people["nora"].public_id, cast.acting("hege")
    said = Decided(day, "Slik", cast.on)
    try:
        with opened(
            hege, person, Permission.MEASURE_DECIDE, at=cast.at, action=Action.MEASURE_DECIDED
        ) as found:
            deed = Deed(found, by=hege, at=cast.at, on=cast.on)
            if name == "end":
                lasting.end(deed, about, said, EndCause.OWN_WISH)
            else:
                getattr(lasting, name)(deed, about, said)
    except Refused:
        return False
    return True
