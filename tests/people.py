"""The standing cast as fixtures: the same people as in the demo, on the same day."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from fotfeste.cli.cast import Cast
from tests.remembered_cast import RememberedCast, remember

ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def remembered_cast(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, fixed_keys: None
) -> RememberedCast:
    """The cast and its rows, made once for the whole run."""
    with django_db_blocker.unblock():
        return remember(at=AT, on=ON)


@pytest.fixture
def cast(db: None, remembered_cast: RememberedCast) -> Cast:
    """Everyone, as they stand on the demo day."""
    return remembered_cast.laid_in()


@pytest.fixture
def client_as(cast: Cast) -> Callable[[str], Client]:
    """A browser in which one of the cast is logged in: `client_as("siv")`."""

    def logged_in(name: str) -> Client:
        client = Client(headers={"Sec-Fetch-Site": "same-origin"})
        client.force_login(cast.accounts[name])
        return client

    return logged_in
