"""How long the night's warnings of what runs out take. Run: python -m bench.expiry_sweep [--participations 1000000]

On a throw-away PostgreSQL, or the empty one DATABASE_URL names. Of all the participations 5 % get a warning. The
aim is 60 seconds on two cores for 1 000 000. Beside it stand two single statements that write the same rows: what
the database needs for them alone. The night after, when all have been warned, is measured too: so long takes it
to go through everything again after a stop at the very end.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.place import ROOT, look_there
from scripts.postgres import running_postgres, stop_on_kill

AIM_SECONDS = 60
ON = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, tzinfo=UTC)
SHARE_WITH_LOG_IN, GUIDES, ADVISERS = 5, 2_000, 1_000


def main() -> None:
    """Fill, measure, say."""
    parser = argparse.ArgumentParser(prog="python -m bench.expiry_sweep", description=__doc__)
    parser.add_argument("--participations", type=int, default=1_000_000)
    many = parser.parse_args().participations
    stop_on_kill()
    with _database() as url, tempfile.TemporaryDirectory() as folder:
        look_there(Path(folder), url)
        print(json.dumps(_measured(many), indent=2))


@contextmanager
def _database() -> Iterator[str]:
    if url := os.environ.get("DATABASE_URL", ""):
        yield url
        return
    with running_postgres() as throw_away:
        yield throw_away


def _measured(many: int) -> dict[str, Any]:
    import django

    django.setup()
    from django.db import transaction

    from fotfeste.apps.measures.expiring import ring_for_the_expiring, tell_of_warnings
    from fotfeste.cli.demo import load

    load()
    _fill(many)
    with transaction.atomic():
        bare = _timed(_bare)
        transaction.set_rollback(True)
    _run("VACUUM ANALYZE")
    night = _timed(lambda: {"rung": ring_for_the_expiring(on=ON), "notices": tell_of_warnings(at=AT)})
    again = _timed(lambda: {"rung": ring_for_the_expiring(on=ON), "notices": tell_of_warnings(at=AT)})
    return {
        "commit": _commit(),
        "cores": os.cpu_count(),
        "participations": many,
        "aim_seconds": AIM_SECONDS,
        "night": night,
        "all warned already": again,
        "bare statements": bare,
        "times_bare": round(night["seconds"] / bare["seconds"], 1),
        "within_the_aim": night["seconds"] <= AIM_SECONDS,
    }


def _timed(do: Callable[[], dict[str, int]]) -> dict[str, Any]:
    """Seconds by the clock, since the database works beside us; our own CPU time beside it."""
    began, cpu = perf_counter(), process_time()
    counts = do()
    return counts | {"seconds": round(perf_counter() - began, 2), "cpu": round(process_time() - cpu, 2)}


def _fill(many: int) -> None:
    """Made up in the database itself. One in twenty runs out within eight weeks; two thirds have ended."""
    from fotfeste.apps.people.models import Account, Person, Unit

    one, by = Person.objects.get(name__startswith="Nora"), Account.objects.get(username="hege")
    office = Unit.objects.get(name="NAV Bodø")
    _run("SET session_replication_role = replica")
    given = {"many": many, "one": one.pk, "by": by.pk, "office": office.pk, "on": ON}
    _copy(
        "people_person",
        one.pk,
        many,
        public_id="gen_random_uuid()",
        log_id="gen_random_uuid()",
        identity_index="NULL",
    )
    staff = {"public_id": "gen_random_uuid()", "email": "'b'||n||'@example.org'", "person_id": "NULL"}
    _copy("people_account", by.pk, GUIDES + ADVISERS, username="'bench'||n", **staff)
    _run(_LOG_INS, first=_first("people_person", many), share=SHARE_WITH_LOG_IN)
    given |= {"person": _first("people_person", many)}
    given["staff"] = _least("people_account", "username LIKE 'bench%%'")
    _run(_CASES, **given)
    given["case"] = _first("measures_measurecase", many)
    _run(_PARTICIPATIONS, **given)
    given["taking"] = _first("measures_participation", many)
    _run(_DECISIONS, **given)
    _run(_ASSIGNMENTS, **given)
    _run("SET session_replication_role = origin")
    _run("VACUUM ANALYZE")


_LOG_INS = """
INSERT INTO people_account (password, public_id, username, email, name, phone, language, person_id, is_active,
    session_epoch, version)
SELECT '', gen_random_uuid(), 'own'||id, 'o'||id||'@example.org', '', '', 'nb', id, true, 0, 1
FROM people_person WHERE id > %(first)s AND id / 20 %% %(share)s = 0
"""
_CASES = """
INSERT INTO measures_measurecase (public_id, person_id, office_id, measure, opened_on, opened_by_id,
    is_fully_absent, sealed_born_on, version)
SELECT gen_random_uuid(), %(person)s + n, %(office)s, 'follow_up', '2026-01-01', %(by)s, true, ''::bytea, 1
FROM generate_series(1, %(many)s) n
"""
_PARTICIPATIONS = """
INSERT INTO measures_participation (public_id, person_id, case_id, office_id, measure, aim, starts_on, first_start,
    last_day, ended_on, end_cause, sealed_end_words, version)
SELECT gen_random_uuid(), %(person)s + n, %(case)s + n, %(office)s, 'follow_up', 'new_job', '2026-06-01',
    '2026-06-01',
    CASE WHEN n %% 20 = 0 THEN %(on)s::date + (n / 20) %% 57 ELSE %(on)s::date + 57 + n %% 300 END,
    CASE WHEN n %% 20 <> 0 AND n %% 3 <> 0 THEN %(on)s::date - 1 - n %% 100 END, '', ''::bytea, 1
FROM generate_series(1, %(many)s) n
"""
_DECISIONS = """
INSERT INTO measures_measuredecision (public_id, person_id, case_id, participation_id, kind, measure, aim, main_goal,
    sealed_need_group, sealed_reasons, sealed_facts, rules, decided_on, decided_by_id, needs_second, version)
SELECT gen_random_uuid(), person_id, case_id, id, 'grant', measure, aim, '', ''::bytea, ''::bytea, ''::bytea, '[]',
    starts_on, %(staff)s + id / 20 %% 1000, false, 1
FROM measures_participation WHERE id > %(taking)s
"""
_ASSIGNMENTS = """
INSERT INTO measures_guideassignment (public_id, person_id, participation_id, written_on, written_by_id, account_id,
    from_day, sealed_handover)
SELECT gen_random_uuid(), person_id, id, starts_on, %(by)s, %(staff)s + 1000 + id / 20 %% 2000, starts_on, ''::bytea
FROM measures_participation WHERE id > %(taking)s AND ended_on IS NULL
"""
_BARE_WARNINGS = """
INSERT INTO measures_expirywarning (public_id, person_id, participation_id, last_day, ring, rung_on)
SELECT gen_random_uuid(), person_id, id, last_day,
    CASE WHEN last_day > %(on)s::date + 28 THEN 1 WHEN last_day > %(on)s::date + 7 THEN 2 ELSE 3 END, %(on)s
FROM measures_participation
WHERE ended_on IS NULL AND last_day BETWEEN %(on)s::date AND %(on)s::date + 56
"""
_BARE_NOTICES = """
INSERT INTO outbox_errand (public_id, kind, payload, not_before, tries, last_error)
SELECT gen_random_uuid(), 'mail.notice', jsonb_build_object('what', 'notice', 'account', a.public_id), now(), 0, ''
FROM people_account a WHERE a.id IN (
    SELECT g.account_id FROM measures_guideassignment g JOIN measures_expirywarning w USING (participation_id)
    UNION SELECT d.decided_by_id FROM measures_measuredecision d JOIN measures_expirywarning w USING (participation_id)
    UNION SELECT p.id FROM people_account p JOIN measures_expirywarning w USING (person_id))
"""


def _bare() -> dict[str, int]:
    return {"rung": _run(_BARE_WARNINGS, on=ON), "notices": _run(_BARE_NOTICES)}


def _copy(table: str, row: int, many: int, **columns: str) -> None:
    """That row again, many times, with some columns made anew for each."""
    from django.db import connection

    with connection.cursor() as cursor:
        named = connection.introspection.get_table_description(cursor, table)
    names = [each.name for each in named if each.name != "id"]
    values = ", ".join(columns.get(name, name) for name in names)
    _run(
        f"INSERT INTO {table} ({', '.join(names)}) SELECT {values}"  # noqa: S608  # our own names, no one's input
        f" FROM {table}, generate_series(1, {many}) n WHERE {table}.id = %(row)s",
        row=row,
    )


def _first(table: str, many: int) -> int:
    """The id before the last so many."""
    return _ask(f"SELECT max(id) - {many} FROM {table}")  # noqa: S608  # our own names, no one's input


def _least(table: str, where: str) -> int:
    return _ask(f"SELECT min(id) FROM {table} WHERE {where}")  # noqa: S608  # our own names, no one's input


def _ask(statement: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, {})
        return int(cursor.fetchone()[0])


def _run(statement: str, **given: object) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(statement, given or None)
        return int(cursor.rowcount)


def _commit() -> str:
    answer = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return answer.stdout.strip()


if __name__ == "__main__":
    main()
