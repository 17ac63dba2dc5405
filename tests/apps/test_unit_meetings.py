"""Two who write in the same meeting at once: the one who saved first stands, and the other is told."""

import pytest

from fotfeste.apps.people.models import Membership
from fotfeste.apps.unit_meetings.acting import act_close
from fotfeste.apps.unit_meetings.making import Called, act_call, act_change
from fotfeste.cli.cast import Cast
from fotfeste.domain.unit_meeting import UnitMeetingKind
from fotfeste.domain.verdict import Refused


def test_what_was_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    siv, when = cast.acting("siv"), {"at": cast.at, "on": cast.on}
    role = Membership.objects.get(account=cast.accounts["siv"]).public_id
    called = Called(UnitMeetingKind.VOCATIONAL_UNIT, None, cast.on, memberships=(role,))
    meeting = act_call(siv, called, **when).public_id
    act_change(siv, meeting, called, version=1, **when)

    for late in (
        lambda: act_change(siv, meeting, called, version=1, **when),
        lambda: act_close(siv, meeting, version=1, **when),
    ):
        with pytest.raises(Refused) as refused:
            late()
        assert [each.code for each in refused.value.verdict] == ["unit-meeting.somebody-else-first"]
    act_close(siv, meeting, version=2, **when)
