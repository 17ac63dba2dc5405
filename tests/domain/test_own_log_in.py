"""The jobseeker's own log-in: what it may be called, and where a link to it may go."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from fotfeste.domain.log_in import LinkAsked, LogInAsked, may_be_given, may_have_link, must_wait

CASES = yaml.safe_load((Path(__file__).parent / "cases_log_in.yaml").read_text())


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES["given"], ids=named)
def test_a_log_in_is_given(case: dict[str, Any]) -> None:
    asked = LogInAsked(case["user_name"], has_one=case.get("has_one", False))

    assert [reason.code for reason in may_be_given(asked)] == case["refused"]


@pytest.mark.parametrize("case", CASES["linked"], ids=named)
def test_a_new_link_is_made(case: dict[str, Any]) -> None:
    asked = LinkAsked(case["has_address"], case["has_been_used"], case.get("is_known", True))

    assert [reason.code for reason in may_have_link(asked)] == case["refused"]
    assert must_wait(asked) is case.get("waits", False)
