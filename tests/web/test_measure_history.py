"""Earlier participations: seen before they come in, held back with the reason, one history a person."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.imports.models import ImportBatch, RowState
from fotfeste.apps.measures.models import OldParticipation
from fotfeste.apps.people.models import OfficeInCharge
from fotfeste.cli.cast import Cast
from fotfeste.cli.main import main
from fotfeste.jobs.loop import carry_next
from tests.web.filling_in import opened, send, words

As = Callable[[str], Client]
LIST = (Path(__file__).parents[1] / "data" / "legacy-participations.csv").read_bytes()
HEADER = "Deltaker;Tiltak;Tiltakskode;Fra dato;Til dato;Arrangør;Merknad\n"


def bring(client: Client, content: bytes = LIST) -> ImportBatch:
    form = {"file": SimpleUploadedFile("gamle.csv", content), "form_key": uuid.uuid4().hex}
    answer = client.post(reverse("bring_participations"), form)
    assert answer.status_code == 302, answer.content.decode()[:300]
    work()
    return ImportBatch.objects.latest("pk")


def work() -> None:
    while carry_next():
        pass


def confirm(client: Client, batch: ImportBatch) -> None:
    client.post(reverse("bring_confirm", args=[batch.public_id]))
    work()


def brought(client: Client, *rows: str) -> ImportBatch:
    batch = bring(client, (HEADER + "\n".join(rows)).encode())
    confirm(client, batch)
    return batch


def in_charge(cast: Cast, name: str = "amir") -> str:
    OfficeInCharge.objects.create(person=cast.people[name], unit=cast.units["nav_bodo"], from_day=cast.on)
    return reverse("old_participations_of", args=[cast.people[name].public_id])


@pytest.mark.req("F-16")
def test_a_list_is_seen_before_anything_is_stored_and_each_row_held_back_says_why(
    client_as: As, cast: Cast
) -> None:
    hege = client_as("hege")
    batch = bring(hege)
    held = {row.number for row in batch.rows.filter(state=RowState.WAITS)}
    shown = words(hege.get(reverse("brought_list", args=[batch.public_id]), {"rader": "waits"}))

    assert not OldParticipation.objects.exists()
    assert "D-006" in shown  # an old code after 2016
    assert "D-011" in shown  # the end before the start
    assert "D-010" in shown  # longer than was lawful
    assert "31. desember 2016" in shown.replace("\xa0", " ")
    assert held == {row.number for row in batch.rows.all()} - {
        row.number for row in batch.rows.filter(state=RowState.READY)
    }


@pytest.mark.req("F-16")
def test_confirmed_it_comes_in_and_the_same_file_again_adds_nothing(client_as: As, cast: Cast) -> None:
    hege = client_as("hege")
    batch = bring(hege)
    ready = batch.rows.filter(state=RowState.READY).count()
    confirm(hege, batch)
    assert OldParticipation.objects.count() == ready > 5
    before = LogRow.objects.filter(action="measure_history.imported").count()

    again = bring(hege)

    assert again.rows.filter(state=RowState.KNOWN).count() == ready
    confirm(hege, again)
    assert OldParticipation.objects.count() == ready
    assert before == 1


@pytest.mark.req("F-16")
def test_the_command_line_brings_the_same_and_says_what_is_held_back(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gamle.csv"
    file.write_bytes(LIST)

    assert main(["import", "participations", str(file), "--as", "hege"]) == 3
    said = capsys.readouterr().out
    assert "participation-list.old-code-after-end" in said
    assert "D-0" not in said
    count = OldParticipation.objects.count()
    assert main(["import", "participations", str(file), "--as", "hege"]) == 3
    assert OldParticipation.objects.count() == count > 5
    assert main(["import", "participations", str(file), "--as", "mette"]) == 2
    assert main(["import", "caseload", str(file), "--as", "hege"]) == 2


@pytest.mark.req("F-16")
def test_the_office_in_charge_says_whose_it_is_and_it_is_one_history_judged_day_by_day(
    client_as: As, cast: Cast
) -> None:
    hege, page = client_as("hege"), in_charge(cast)
    brought(
        hege,
        "D-2;Arbeid med bistand;ABIST;2014-09-15;2015-09-14;Salten Arbeid;går over i sammenslått ordning",
        "D-2;Oppfølging;INDOPPFAG;2021-08-31;2022-02-27;Salten Arbeid;",
        "D-2;Oppfølging;INDOPPFAG;2022-02-28;2022-08-30;Salten Arbeid;forlenget <b>ja</b>",
        "D-3;Oppfølging;INDOPPFAG;2021-01-01;2021-02-01;Salten Arbeid;",
    )
    assert "D-2" in words(hege.get(reverse("old_participations")))

    assert send(hege, page, participant=" d-2 ").status_code == 302

    said = words(hege.get(page)).replace("\xa0", " ")
    assert "Arbeid med bistand" in said
    assert "Fortsetter perioden som begynte 31. august 2021" in said
    assert "Innenfor. Etter regelen som gjaldt da, kunne det vare til 30. august 2022 (12 måneder)." in said
    assert "forlenget &lt;b&gt;ja&lt;/b&gt;" in said
    assert OldParticipation.objects.filter(person=cast.people["amir"]).count() == 3
    waiting = words(hege.get(reverse("old_participations")))
    assert "D-3" in waiting
    assert "D-2" not in waiting


@pytest.mark.req("F-16")
def test_a_number_that_is_not_there_or_is_somebodys_already_is_refused(client_as: As, cast: Cast) -> None:
    hege, page = client_as("hege"), in_charge(cast)
    nora = in_charge(cast, "nora")
    brought(hege, "D-2;Oppfølging;INDOPPFAG;2021-08-31;2022-02-27;Salten Arbeid;")
    send(hege, nora, participant="D-2")

    for typed in ("D-2", "D-99", "<script>", "x" * 80):
        answer = send(hege, page, participant=typed)
        assert answer.status_code == 422
        assert "ingen perioder her med dette deltakernummeret" in words(answer)
    assert send(hege, page, participant="x" * 200).status_code == 422
    assert send(hege, page, participant="").status_code == 422
    assert not OldParticipation.objects.filter(person=cast.people["amir"]).exists()


@pytest.mark.req("F-16")
def test_later_rows_of_somebody_who_is_known_go_straight_to_them_and_what_overlaps_is_held_back(
    client_as: As, cast: Cast
) -> None:
    hege, page = client_as("hege"), in_charge(cast)
    brought(hege, "D-2;Oppfølging;INDOPPFAG;2021-01-01;2021-06-30;Salten Arbeid;")
    send(hege, page, participant="D-2")

    batch = bring(
        hege,
        (
            HEADER
            + "D-2;Oppfølging;INDOPPFAG;2022-01-01;2022-06-30;Salten Arbeid;\n"
            + "D-2;Oppfølging;INDOPPFAG;2021-06-30;2021-08-01;Salten Arbeid;\n"
            + "d-2;Oppfølging;INDOPPFAG;01.01.2021;30.06.2021;Salten Arbeid;samme, skrevet på en annen måte\n"
        ).encode(),
    )

    states = dict(batch.rows.values_list("number", "state"))
    assert states == {2: RowState.READY, 3: RowState.WAITS, 4: RowState.KNOWN}
    shown = words(hege.get(reverse("brought_list", args=[batch.public_id]), {"rader": "waits"}))
    assert "Perioden overlapper en som er hentet inn før" in shown  # measure-history.overlaps-kept
    confirm(hege, batch)
    assert OldParticipation.objects.filter(person=cast.people["amir"]).count() == 2


@pytest.mark.req("F-16")
def test_the_person_reads_their_own_and_takes_it_along(client_as: As, cast: Cast) -> None:
    hege, page = client_as("hege"), in_charge(cast, "nora")
    brought(hege, "D-2;Oppfølging;INDOPPFAG;2021-01-01;2021-06-30;Salten Arbeid;bare for meg")
    send(hege, page, participant="D-2")
    nora = client_as("nora")

    assert "bare for meg" in words(nora.get(reverse("my_old_participations")))
    assert "bare for meg" in words(nora.post(reverse("read_everything")))


@pytest.mark.parametrize("name", ["tom", "siv", "mette", "berit", "guro", "erik", "arne", "odd"])
def test_nobody_else_sees_it(client_as: As, cast: Cast, name: str) -> None:
    page = in_charge(cast)
    brought(client_as("hege"), "D-2;Oppfølging;INDOPPFAG;2021-01-01;2021-06-30;Salten Arbeid;")
    stranger = client_as(name)

    assert stranger.get(page).status_code in {403, 404}
    assert stranger.post(page, {"participant": "D-2", "form_key": uuid.uuid4().hex}).status_code in {403, 404}
    elsewhere = stranger.get(reverse("old_participations"))
    assert elsewhere.status_code == 403 if name != "tom" else "D-2" not in words(elsewhere)
    assert OldParticipation.objects.get().person is None


def test_each_role_brings_its_own_kind_of_list(client_as: As, cast: Cast) -> None:
    form = {"file": SimpleUploadedFile("a.csv", LIST), "form_key": uuid.uuid4().hex}
    assert client_as("mette").get(reverse("bring_participations")).status_code == 403
    assert client_as("mette").post(reverse("bring_participations"), form).status_code == 403
    assert client_as("hege").post(reverse("bring"), form).status_code == 403
    assert client_as("hege").get(reverse("bring")).status_code == 302
    assert "form_key" in opened(client_as("hege"), reverse("bring_participations"))
    assert not ImportBatch.objects.exists()
