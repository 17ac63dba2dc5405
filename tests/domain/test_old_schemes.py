"""Each earlier participation is judged by the scheme that was in force on its last day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed
from fotfeste.domain.participation_list.length import REDUCED
from fotfeste.domain.participation_list.scheme import OldTold, judged_history, need_answered
from fotfeste.domain.rules.reading import read_facts
from tests.domain.cases import HERE, Case, as_json, read
from tests.domain.test_participation_list import LAWS

FOLLOW_UP, OLDER = MeasureKind.FOLLOW_UP, MeasureKind.LEGACY_WORK_WITH_ASSISTANCE


def told(first: str, last: str, kind: MeasureKind = FOLLOW_UP, *, reduced: bool | None = None) -> OldTold:
    return OldTold(kind, date.fromisoformat(first), date.fromisoformat(last), MeasureNeed(reduced))


@pytest.mark.parametrize("case", read(HERE / "cases_old_schemes.yaml"), ids=lambda case: case["name"])
def test_the_scheme_of_the_last_day_judges(case: Case) -> None:
    found = next(judged_history([read_facts(OldTold, as_json(case["facts"]))], LAWS))

    assert (found.says.code, found.says.source) == (case["says"], case["source"])


def test_what_follows_without_a_day_between_goes_on_from_the_same_clock() -> None:
    rows = [
        told("2021-08-31", "2022-02-27"),
        told("2022-02-28", "2022-09-01"),
        told("2024-01-01", "2024-06-30"),
    ]
    found = list(judged_history(reversed(rows), LAWS))

    assert [each.clock_from for each in found] == [date(2021, 8, 31), date(2021, 8, 31), date(2024, 1, 1)]
    assert [each.says.code for each in found] == [
        "measure-history.within",
        "measure-history.beyond",
        "measure-history.within",
    ]


def test_an_answer_adds_to_what_the_remark_says() -> None:
    assert need_answered(MeasureNeed(), [REDUCED]) == MeasureNeed(True)
    assert need_answered(MeasureNeed(False), []) == MeasureNeed(False)


DAYS = st.dates(date(1900, 1, 1), date(9999, 12, 31))


@given(st.lists(st.tuples(DAYS, DAYS, st.sampled_from(MeasureKind)), max_size=6))
def test_any_days_are_judged_without_fail(rows: list[tuple[date, date, MeasureKind]]) -> None:
    history = [OldTold(kind, min(days), max(days)) for *days, kind in rows]

    found = list(judged_history(history, LAWS))

    assert len(found) == len(history)
    assert all(each.clock_from <= each.told.first for each in found)
