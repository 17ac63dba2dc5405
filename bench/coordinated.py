"""The contact person's one list with 10 000 promises: `python -m bench.coordinated [--postgres]`.

Two sizes in turns: 500 promises and 10 000, five of them in an agreement, with a question in every tenth. What
is counted are the statements, which must be the same, and the CPU of this process, which is browser and server.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.place import look_there
from scripts.postgres import running_postgres, stop_on_kill

OF_AN_AGREEMENT, SMALL = 5, 500


def main() -> None:
    """Fill, measure, fill more, measure again."""
    parser = argparse.ArgumentParser(prog="python -m bench.coordinated", description=__doc__)
    parser.add_argument("--promises", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    stop_on_kill()
    with _database(on_postgres=given.postgres) as url, tempfile.TemporaryDirectory() as folder:
        look_there(Path(folder), url)
        import django

        django.setup()
        _measure(given.promises, given.rounds)


@contextmanager
def _database(*, on_postgres: bool) -> Iterator[str]:
    if not on_postgres:
        yield ""
        return
    with running_postgres() as throw_away:
        yield throw_away


def _measure(most: int, rounds: int) -> None:
    from django.core.management import call_command

    from bench.middle_filled import new_cast

    call_command("collectstatic", interactive=False, verbosity=0)
    cast = new_cast()
    print("| promises | page | statements | CPU, middle | slowest of ten |\n|---|---|---|---|---|")
    made = 0
    for size in (SMALL, most):
        _fill(cast, made, size)
        made = size
        for name, address in _PAGES.items():
            print(f"| {size:,} | {name} | {_line(cast, address, rounds)} |", flush=True)


_PAGES = {
    "first page": "/avtale/lofter",
    "the late ones": "/avtale/lofter?vis=late",
    "its last page": "/avtale/lofter?vis=late&side=60",
    "the front page": "/delt-med-meg",
}


def _line(cast: Any, address: str, rounds: int) -> str:
    from django.test import Client

    from bench.statements import sent_by

    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(cast.accounts["hege"])
    client.get(address)
    counted = len(sent_by(client, address))
    times = []
    for _ in range(rounds):
        before = time.process_time()
        if client.get(address).status_code != 200:
            sys.exit(f"{address} did not open.")
        times.append((time.process_time() - before) * 1000)
    ninth = statistics.quantiles(times, n=10)[-1]
    return f"{counted} | {statistics.median(times):.1f} ms | {ninth:.1f} ms"


def _fill(cast: Any, made: int, size: int) -> None:
    """Agreements that hege is contact person for, each with five promises, one in three of them late."""
    from django.db import transaction

    with transaction.atomic():
        for number in range(made // OF_AN_AGREEMENT, size // OF_AN_AGREEMENT):
            _agreement(cast, number)
    _tidy_up()


def _agreement(cast: Any, number: int) -> None:
    from fotfeste.apps.agreements.models import (
        AgreedPromise,
        Agreement,
        AgreementQuestion,
        AgreementText,
        ContactPerson,
    )
    from fotfeste.apps.people.models import Relation
    from fotfeste.apps.people.records import Contact, new_record

    hege, office = cast.accounts["hege"], cast.units["nav_bodo"]
    made = new_record(office.controller, Contact(f"Person {number}"), at=cast.at)
    person, key = made.person, made.key
    person.save()
    made.key_row.person = person
    made.key_row.save()
    row = Agreement.objects.create(
        person=person,
        office=office,
        used_on=cast.on,
        decided_by=hege,
        target_group="young",
        changed_on=cast.on,
    )
    relation = Relation.objects.create(
        person=person, account=hege, unit=office, kind="contact_person", from_day=cast.on, why="agreement"
    )
    ContactPerson.objects.create(
        person=person,
        agreement=row,
        account=hege,
        unit=office,
        relation=relation,
        from_day=cast.on,
        named_by=hege,
    )
    text = AgreementText.objects.create(
        person=person,
        agreement=row,
        number=1,
        kind="whole",
        digest="",
        has_employer=False,
        laid_out_at=cast.at,
        laid_out_by=hege,
        concluded_at=cast.at,
    )
    AgreedPromise.objects.bulk_create(
        _promise(cast, text, key, OF_AN_AGREEMENT * number + each) for each in range(OF_AN_AGREEMENT)
    )
    if number % 10 == 0:
        question = AgreementQuestion(
            person=person,
            agreement=row,
            asked_by=hege,
            asked_party="jobseeker",
            asked_at=cast.at,
            answer_by=cast.on + timedelta(days=3),
        )
        question.seal("sealed_question", "Når kommer stolen?", key)
        question.save()


def _promise(cast: Any, text: Any, key: Any, number: int) -> Any:
    """Every fifth is regular contact that is overdue; one in three of the others is late."""
    from fotfeste.apps.agreements.models import AgreedPromise

    is_contact = number % OF_AN_AGREEMENT == 0
    row = AgreedPromise(
        person=text.person,
        agreement=text.agreement,
        text=text,
        line=uuid4(),
        kind="follow_up" if is_contact else "commitment",
        owner="nav",
        towards="jobseeker",
        nav_unit="office",
        every="weekly" if is_contact else "",
        from_day=cast.on - timedelta(days=9) if is_contact else None,
        deadline=None if is_contact else cast.on + timedelta(days=number % 300 - 100),
    )
    row.seal("sealed_text", f"Skaffe en arbeidsstol, nummer {number}", key)
    row.seal("sealed_responsible", "Kari Nes", key)
    return row


def _tidy_up() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    main()
