"""Bringing a list through the pages: preview, mend on the spot, confirm; and everything that can go wrong."""

import re
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.apps.imports.models import ImportBatch, ImportStage, RowState
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast
from fotfeste.jobs.loop import carry_next

As = Callable[[str], Client]
DATA = Path(__file__).parents[1] / "data"
LIST = (DATA / "caseload-salten.csv").read_bytes()
EMPLOYERS = (DATA / "caseload-salten-employers.csv").read_bytes()


def work() -> None:
    """Let the worker do what waits for it."""
    while carry_next():
        pass


def bring(
    client: Client, content: bytes = LIST, *, where: str = "bring", name: str = "liste.csv"
) -> ImportBatch:
    form = {"file": SimpleUploadedFile(name, content), "form_key": uuid.uuid4().hex}
    answer = client.post(reverse(where), form)
    assert answer.status_code == 302, answer.content.decode()[:500]
    work()
    return ImportBatch.objects.latest("pk")


def page(client: Client, batch: ImportBatch, state: str = "") -> str:
    shown = client.get(reverse("brought_list", args=[batch.public_id]), {"rader": state} if state else {})
    return shown.content.decode()


def test_the_supervisor_sees_what_will_happen_before_anything_is_stored(client_as: As, cast: Cast) -> None:
    people = Person.objects.count()
    mette = client_as("mette")

    batch = bring(mette)

    shown = page(mette, batch)
    assert "Ingenting er lagret ennå" in shown
    assert Person.objects.count() == people
    for state in (RowState.READY, RowState.WAITS):
        assert batch.rows.filter(state=state).exists()


def test_confirmed_it_comes_in_and_brought_again_nothing_doubles(client_as: As, cast: Cast) -> None:
    mette = client_as("mette")
    batch = bring(mette)
    ready = batch.rows.filter(state=RowState.READY).count()
    people = Person.objects.count()

    mette.post(reverse("bring_confirm", args=[batch.public_id]))
    mette.post(reverse("bring_confirm", args=[batch.public_id]))
    work()

    assert Person.objects.count() == people + ready
    assert f"{ready} nye kom inn" in page(mette, batch)

    again = bring(mette)
    assert again.rows.filter(state=RowState.KNOWN).count() == ready
    assert not again.rows.filter(state=RowState.READY).exists()


def test_a_held_back_row_is_mended_on_the_spot(client_as: As, cast: Cast) -> None:
    mette = client_as("mette")
    batch = bring(mette)
    row = batch.rows.get(number=48)  # the identity number fails its check digits
    where = reverse("brought_row", args=[batch.public_id, row.public_id])
    shown = mette.get(where).content.decode()
    assert "Kontrollsifrene" in shown

    typed = {"form_key": uuid.uuid4().hex, "version": "1", "cell:identity_number": "14839421142"}
    mette.post(where, {**typed, "cell:identity_number": "11918941519"})

    row.refresh_from_db()
    assert row.state == RowState.READY


def test_a_lost_leading_zero_is_offered_and_asked_about(client_as: As, cast: Cast) -> None:
    mette = client_as("mette")
    batch = bring(mette)
    row = batch.rows.get(number=51)
    where = reverse("brought_row", args=[batch.public_id, row.public_id])
    shown = mette.get(where).content.decode()
    radio = re.search(r'name="(answer:identity_number:[^"]+)" value="([^"]+)"', shown)
    assert radio is not None

    mette.post(where, {"form_key": uuid.uuid4().hex, "version": "1", radio[1]: radio[2]})

    row.refresh_from_db()
    assert row.answers[radio[1].removeprefix("answer:")] == radio[2]
    assert "06840368880" not in mette.get(where).request["PATH_INFO"]


def test_a_question_many_rows_ask_is_answered_once(client_as: As, cast: Cast) -> None:
    mette = client_as("mette")
    batch = bring(mette)
    waiting = batch.rows.filter(state=RowState.WAITS).count()
    shown = page(mette, batch)
    assert "caseload.shared-email" in shown

    choice = re.search(r'value="caseload.shared-email".*?name="choice" value="([^"]+)"', shown, re.S)
    assert choice is not None
    mette.post(
        reverse("bring_answer", args=[batch.public_id]),
        {"code": "caseload.shared-email", "choice": choice[1]},
    )

    assert batch.rows.filter(state=RowState.WAITS).count() < waiting


def test_two_who_mend_the_same_row_lose_nothing(client_as: As, cast: Cast) -> None:
    mette = client_as("mette")
    batch = bring(mette)
    row = batch.rows.get(number=48)
    where = reverse("brought_row", args=[batch.public_id, row.public_id])
    mette.post(where, {"version": "1", "cell:note": "skrevet først"})

    stale = mette.post(where, {"version": "1", "cell:note": "skrevet samtidig"})

    shown = stale.content.decode()
    assert stale.status_code == 409
    assert "skrevet først" in shown
    assert "skrevet samtidig" in shown


def test_a_row_can_be_left_behind_and_taken_along_again(client_as: As, cast: Cast) -> None:
    mette = client_as("mette")
    batch = bring(mette)
    row = batch.rows.filter(state=RowState.READY).first()
    assert row is not None
    where = reverse("brought_row", args=[batch.public_id, row.public_id])

    mette.post(where, {"version": "1", "leave_out": "yes"})
    row.refresh_from_db()
    assert row.state == RowState.LEFT_OUT

    mette.post(where, {"version": "2", "leave_out": "no"})
    row.refresh_from_db()
    assert row.state == RowState.READY


@pytest.mark.parametrize("name", ["jonas", "odd", "arne", "hege", "berit", "nora", "guro", "erik"])
def test_nobody_else_sees_the_list(client_as: As, cast: Cast, name: str) -> None:
    batch = bring(client_as("siv"))
    row = batch.rows.first()
    assert row is not None
    other = client_as(name)

    for where, arguments in [
        ("brought_list", [batch.public_id]),
        ("bring_progress", [batch.public_id]),
        ("bring_report", [batch.public_id]),
        ("brought_row", [batch.public_id, row.public_id]),
    ]:
        assert other.get(reverse(where, args=arguments)).status_code in {403, 404}
    for where in ("bring_confirm", "bring_drop", "bring_answer"):
        assert other.post(reverse(where, args=[batch.public_id])).status_code in {403, 404}
    batch.refresh_from_db()
    assert batch.stage == ImportStage.PREVIEW


def test_the_list_can_be_thrown_away_and_nothing_of_it_is_left(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    batch = bring(siv)

    siv.post(reverse("bring_drop", args=[batch.public_id]))

    batch.refresh_from_db()
    assert (batch.wrapped_key, batch.sealed_file, batch.rows.count()) == (None, None, 0)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tom.csv", b""),
        ("bare-overskrift.csv", LIST.split(b"\r\n")[0] + b"\r\n"),
        ("side.xls", b"<html><table><tr><td>Navn</td></tr></table></html>"),
        ("passord.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000),
        ("nul.csv", b"Navn;F\x00dselsnummer\r\n"),
        ("bilde.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("feil-kolonner.csv", b"a;b;c\r\n1;2;3\r\n"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_plain_words(
    client_as: As, cast: Cast, name: str, content: bytes
) -> None:
    siv = client_as("siv")

    batch = bring(siv, content, name=name)

    shown = siv.get(reverse("brought_list", args=[batch.public_id]))
    assert shown.status_code == 200
    assert batch.stage in {ImportStage.REFUSED, ImportStage.PREVIEW}
    assert "Ingenting av den er lagret" in shown.content.decode() or batch.total_rows == 0


def test_too_large_a_file_is_refused_before_it_is_read(client_as: As, cast: Cast) -> None:
    form = {"file": SimpleUploadedFile("stor.csv", b"x" * 10_000_001), "form_key": uuid.uuid4().hex}

    answer = client_as("siv").post(reverse("bring"), form)

    assert answer.status_code == 422
    assert "for stor" in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_the_same_form_sent_twice_brings_one_list(client_as: As, cast: Cast) -> None:
    siv, key = client_as("siv"), uuid.uuid4().hex

    for _ in range(2):
        siv.post(reverse("bring"), {"file": SimpleUploadedFile("liste.csv", LIST), "form_key": key})

    assert ImportBatch.objects.count() == 1


def test_employers_come_in_and_brought_again_nothing_doubles(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    batch = bring(siv, EMPLOYERS, where="bring_employers")
    siv.post(reverse("bring_confirm", args=[batch.public_id]))
    work()
    shown = siv.get(reverse("employers")).content.decode()
    assert "Rana Mat AS" in shown
    assert shown.count("Nordre Bil AS") == 3

    again = bring(siv, EMPLOYERS, where="bring_employers")

    assert again.rows.filter(state=RowState.KNOWN).count() == 40


def test_hostile_cells_are_shown_as_the_text_they_are(client_as: As, cast: Cast) -> None:
    header = LIST.decode("utf-8-sig").splitlines()[0]
    cells = dict.fromkeys(header.split(";"), "")
    cells["Navn"] = "<script>alert(1)</script>"
    cells["Merknad"] = "'><img src=x onerror=alert(1)>"
    siv = client_as("siv")

    batch = bring(siv, f"{header}\r\n{';'.join(cells.values())}\r\n".encode())

    shown = page(siv, batch)
    row = batch.rows.get()
    shown += siv.get(reverse("brought_row", args=[batch.public_id, row.public_id])).content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_the_report_is_taken_out_formula_safe_and_logged(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    batch = bring(siv)

    report = siv.get(reverse("bring_report", args=[batch.public_id]))

    assert report["Content-Disposition"] == 'attachment; filename="rapport.csv"'
    assert "Kommer inn" in report.content.decode("utf-8-sig")
    assert not re.search(r'(^|;)"?[=+@-]', report.content.decode("utf-8-sig"), re.M)


def test_whoever_brought_it_and_left_the_team_brings_nothing_in(client_as: As, cast: Cast) -> None:
    siv = client_as("siv")
    batch = bring(siv)
    siv.post(reverse("bring_confirm", args=[batch.public_id]))
    people = Person.objects.count()

    cast.accounts["siv"].memberships.update(until_day=cast.on.replace(day=1))
    work()

    assert Person.objects.count() == people
    batch.refresh_from_db()
    assert batch.stage == ImportStage.DROPPED
