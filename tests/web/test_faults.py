"""A fault of ours is written down where it happened; what was in it is not."""

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from fotfeste.web.middleware import House

house = House(lambda request: HttpResponse())


def raised(problem: Exception) -> Exception:
    try:
        raise problem
    except Exception as caught:  # noqa: BLE001  # with the lines of code it went through
        return caught


def test_a_fault_is_written_down_without_what_was_in_it(caplog: pytest.LogCaptureFixture) -> None:
    request = RequestFactory().get("/personer/nora", {"navn": "Nora Moen"})

    answer = house.process_exception(request, raised(ValueError("Nora Moen, 13918334232")))

    assert answer is None  # the page for it comes from handler500
    assert "ValueError" in caplog.text
    assert "in raised" in caplog.text
    assert "Nora" not in caplog.text
    assert "13918334232" not in caplog.text


def test_what_is_only_not_there_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    house.process_exception(RequestFactory().get("/"), raised(Http404()))

    assert not caplog.records
