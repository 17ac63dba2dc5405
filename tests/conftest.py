"""What every test stands on: fixed keys, a log that may be emptied between tests, known requirements."""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.requirements_trace import known_ids

gc.disable()  # until everything is loaded: see pytest_collection_finish

pytest_plugins = ["tests.people"]

PAGES = Path(__file__).parent / "web"

# Two cores shared by many: slowness is not a finding. In CI the examples are the same each time.
hypothesis_settings.register_profile(
    "fotfeste", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("fotfeste")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A requirement that does not exist cannot be tested. What goes through a page is marked as such."""
    known = known_ids()
    for item in items:
        if PAGES in item.path.parents:
            item.add_marker("page")
        for marker in item.iter_markers("req"):
            if unknown := set(marker.args) - known:
                raise pytest.UsageError(f"{item.nodeid}: {sorted(unknown)} is not in docs/requirements.md")
    items.sort(key=lambda item: item.path.name not in LONGEST)


LONGEST = {"test_every_operation.py", "test_migrations.py", "test_chain.py", "test_fuzz.py"}
"""The files with the longest tests come first: one that begins last leaves a core idle for a minute."""


def pytest_collection_finish() -> None:
    """What has been loaded by now stays. Looking it through for rubbish again and again takes its time."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def fixed_keys() -> None:
    """The key set of all tests: the same every time, in the place the program reads it from."""
    from cryptography.hazmat.primitives.asymmetric import ec

    from fotfeste.apps.vault.certificate import certificate_file, new_certificate, save_certificate
    from fotfeste.apps.vault.keyring import KEY_BYTES, KeyRing, save_key_ring

    ring = KeyRing(
        set_id="0" * 32, index_key=b"i" * KEY_BYTES, audit_key=b"a" * KEY_BYTES, controller_keys={}
    )
    save_key_ring(ring, settings.KEY_FILE)
    seal = new_certificate(at=datetime(2026, 1, 1, tzinfo=UTC), key=ec.derive_private_key(1, ec.SECP256R1()))
    save_certificate(seal, certificate_file(), key_set=ring.set_id)


@pytest.fixture(autouse=True)
def counted_from_zero() -> None:
    """How often somebody has called is counted anew for each test: they all come from one place."""
    from fotfeste.web.limits import forget_all

    forget_all()


@pytest.fixture(scope="session", autouse=True)
def by_day() -> Iterator[None]:
    """The clock of the tests starts at noon, whenever they run: what the cast did at nine has happened."""
    from fotfeste import clock

    began = clock.real_now()

    def now() -> datetime:
        noon = datetime.combine(settings.FIXED_DAY, time(12), clock.OSLO)
        return noon.astimezone(UTC) + (clock.real_now() - began)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", now)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Tables made straight from the models, which takes a tenth of the time, and what only migrations make.

    That the migrations come to the same is tested in tests/apps/test_migrations.py.
    """
    from django.core.management import call_command
    from django.db import connection

    from fotfeste.apps.audit import triggers

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        call_command("createcachetable", "attempts", verbosity=0)
        for statement in triggers.on(connection.vendor):
            cursor.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def log_may_be_emptied_between_tests() -> Iterator[None]:
    """After a test that commits for real all tables are emptied; only then do the triggers step aside."""
    from django.db import connection
    from django.test import TransactionTestCase

    from fotfeste.apps.audit import triggers

    empty_all = TransactionTestCase._fixture_teardown

    def without_triggers(self: TransactionTestCase) -> None:
        with connection.cursor() as cursor:
            for statement in triggers.off(connection.vendor):
                cursor.execute(statement)
        empty_all(self)
        with connection.cursor() as cursor:
            for statement in triggers.on(connection.vendor):
                cursor.execute(statement)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", without_triggers)
        yield


HELD_EACH_TIME = 12
HELD_AFTER_THAT = 40
"""Comparing costs more than asking: a shape is compared the first dozen times, and then one time in forty."""


@pytest.fixture(scope="session", autouse=True)
def prepared_questions_are_held_against_django() -> Iterator[None]:
    """What is asked in tests is compared to what Django would have asked, word for word."""
    from fotfeste.prepared import Prepared

    compare = Prepared._hold_against_django
    asked: Counter[tuple[object, str]] = Counter()

    def compare_often(self: Prepared[..., object], sql: str, parameters: list[Any], given: Any) -> None:
        asked[self, sql] += 1
        if asked[self, sql] <= HELD_EACH_TIME or not asked[self, sql] % HELD_AFTER_THAT:
            compare(self, sql, parameters, given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Prepared, "is_held_against_django", True)
        patch.setattr(Prepared, "_hold_against_django", compare_often)
        yield
