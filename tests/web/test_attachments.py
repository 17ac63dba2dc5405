"""Files through the pages: the specialist's and the jobseeker's, and for nobody else (I-6.2)."""

import io
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.apps.attachments.models import Attachment, AttachmentContent
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.people.models import Event
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import CannotOpen
from fotfeste.cli.cast import Cast
from fotfeste.web.uploads import most_kept
from tests.files_made import MADE, pdf
from tests.people import ON
from tests.web.caseloads import statements
from tests.web.filling_in import send as fill_in
from tests.web.pages import read, words

As = Callable[[str], Client]
CANARY = "kanarifugl-i-fila"


def files(cast: Cast, name: str = "nora") -> str:
    return reverse("person_files", args=[cast.people[name].public_id])


def add(client: Client, url: str, content: bytes = b"", name: str = "cv.pdf", **typed: str) -> Any:
    file = SimpleUploadedFile(name, content or pdf(CANARY), "text/html")
    return client.post(url, {"form_key": uuid.uuid4().hex, "kind": "cv", "file": file, **typed})


def one(cast: Cast, name: str, row: Attachment) -> str:
    return reverse(name, args=[cast.people["nora"].public_id, row.public_id])


@pytest.fixture
def cv(cast: Cast, client_as: As) -> Attachment:
    assert add(client_as("siv"), files(cast), name="CV Nora.pdf").status_code == 302
    return Attachment.objects.get()


@pytest.mark.req("I-6.2", "I-3.2")
def test_a_cv_is_kept_sealed_and_handed_out_as_a_file(cast: Cast, client_as: As, cv: Attachment) -> None:
    siv = client_as("siv")
    assert "CV Nora.pdf" in read(siv, files(cast))
    kept = bytes(AttachmentContent.objects.get().sealed_content) + bytes(cv.sealed_name)
    assert CANARY.encode() not in kept
    assert b"Nora" not in kept

    got = siv.get(one(cast, "person_file", cv))

    assert got.content == pdf(CANARY)
    assert got["Content-Type"] == "application/pdf"
    assert got["Content-Disposition"] == 'attachment; filename="CV Nora.pdf"'
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert got["Cache-Control"] == "no-store, private"
    row = LogRow.objects.order_by("-seq")[0]
    assert (row.action, row.subject) == (Action.ATTACHMENT_TAKEN, cast.people["nora"].log_id)


@pytest.mark.req("I-6.2")
def test_the_jobseeker_adds_one_from_the_phone_and_both_see_it(cast: Cast, client_as: As) -> None:
    nora, siv = client_as("nora"), client_as("siv")
    assert add(nora, reverse("my_files"), MADE["jpeg"](), "IMG_0001.HEIC", kind="contract").status_code == 302
    row = Attachment.objects.get()

    assert row.file_kind == "jpg"
    assert "IMG_0001.HEIC.jpg" in read(nora, reverse("my_files"))
    assert "Arbeidsavtale" in read(siv, files(cast))
    assert nora.get(reverse("my_file", args=[row.public_id])).content == MADE["jpeg"]()
    assert "Fil lagt til: arbeidsavtale" in read(
        siv, reverse("person_timeline", args=[cast.people["nora"].public_id])
    )


@pytest.mark.req("I-6.2")
def test_a_file_belongs_to_a_lead(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    act = reverse("act", args=[cast.people["nora"].public_id, "add-lead"])
    assert fill_in(siv, act, text="Kokk på Stormyra", day=f"{ON:%d.%m.%Y}").status_code == 302
    lead = siv.get(reverse("person_job_search", args=[cast.people["nora"].public_id])).context["leads"][0]
    about = f"lead:{lead['key']}"
    assert f'value="{about}" selected' in siv.get(f"{files(cast)}?om={about}").content.decode()

    assert add(siv, files(cast), kind="application", about=about).status_code == 302

    assert "Kokk på Stormyra" in read(siv, files(cast))
    refused = add(siv, files(cast), pdf("to"), about=f"lead:{uuid.uuid4().hex}")
    assert refused.status_code == 422  # not a choice of the form; the API says attachment.belongs-nowhere


@pytest.mark.req("I-3.2")
def test_the_contract_belongs_to_the_job_and_the_job_s_page_leads_to_it(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    job = Employment.objects.create(person=cast.people["nora"], started_on=ON)
    about = f"job:{job.public_id.hex}"
    jobs = reverse("person_jobs", args=[cast.people["nora"].public_id])
    for client, page, there in ((siv, jobs, files(cast)), (nora, reverse("my_jobs"), reverse("my_files"))):
        assert f'href="{there}?om={about}"' in client.get(page).content.decode()
        assert f'value="{about}" selected' in client.get(f"{there}?om={about}").content.decode()

    assert add(siv, f"{files(cast)}?om={about}", kind="contract", about=about).status_code == 302

    assert Attachment.objects.get().job == job
    assert "Jobben hos" in read(siv, files(cast))
    assert "/filer" not in client_as("berit").get(jobs).content.decode()


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ("nothing", "Fila er tom"),
        ("html", "et slag vi ikke tar imot"),
        ("svg", "et slag vi ikke tar imot"),
        ("xlsx", "et slag vi ikke tar imot"),
        ("docx_macros", "programkode"),
        ("pdf_script", "programkode"),
    ],
)
def test_what_cannot_be_taken_is_said_and_the_rest_of_the_form_is_kept(
    cast: Cast, client_as: As, made: str, says: str
) -> None:
    file = SimpleUploadedFile("cv.pdf", MADE[made](), "application/pdf")
    typed = {"form_key": uuid.uuid4().hex, "kind": "contract", "file": file}
    answer = client_as("siv").post(files(cast), typed)

    assert answer.status_code == 422
    assert says in words(answer)
    assert "Velg fila på nytt" in words(answer)
    assert 'value="contract"' in answer.content.decode()
    assert "checked" in answer.content.decode().split('value="contract"')[1][:200]
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("size", [10 * 1024 * 1024 + 1, most_kept(ON) + 1])
def test_too_large_a_file_is_refused_and_never_kept(cast: Cast, client_as: As, size: int) -> None:
    answer = add(client_as("nora"), reverse("my_files"), b"a" * size)

    assert answer.status_code == 422
    assert "inntil 10 MB" in words(answer)
    assert not Attachment.objects.exists()


def test_a_form_without_a_file_says_so(cast: Cast, client_as: As) -> None:
    answer = client_as("siv").post(files(cast), {"form_key": uuid.uuid4().hex, "kind": "cv"})

    assert answer.status_code == 422
    assert "Denne fila er ikke her" not in words(answer)


def test_the_same_file_again_is_known_and_too_many_are_refused(
    cast: Cast, client_as: As, cv: Attachment
) -> None:
    siv = client_as("siv")
    again = add(siv, files(cast), name="et annet navn.pdf")
    assert again.status_code == 422
    assert "er her fra før" in words(again)  # attachment.already-there

    Attachment.objects.bulk_create(
        Attachment(person=cv.person, kind="cv", file_kind="pdf", size=1, added_on=ON, added_by=cv.added_by)
        for _ in range(59)
    )
    assert "alt 60 filer" in words(add(siv, files(cast), pdf("en til")))  # attachment.too-many


def test_hostile_names_are_only_words(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    add(siv, files(cast), name="<img src=x onerror=alert(1)>\u202e\r\nSet-Cookie: a=b.pdf" * 9)
    shown = siv.get(files(cast)).content.decode()
    got = siv.get(one(cast, "person_file", Attachment.objects.get()))

    assert "<img src=x" not in shown
    assert got.status_code == 200
    assert "a=b" not in str(got.cookies)
    assert "\n" not in got["Content-Disposition"]


@pytest.mark.req("I-6.2")
def test_a_deleted_file_is_gone_and_that_it_was_here_stays(cast: Cast, client_as: As, cv: Attachment) -> None:
    nora, siv = client_as("nora"), client_as("siv")
    page = reverse("my_file_remove", args=[cv.public_id])
    assert "blir borte for godt" in read(nora, page)
    assert nora.post(page).status_code == 302

    assert not AttachmentContent.objects.exists()
    cv.refresh_from_db()
    assert (bytes(cv.sealed_name), bytes(cv.fingerprint), cv.removed_on) == (b"", b"", ON)
    assert cv.removed_by == cast.accounts["nora"]
    assert "CV Nora" not in read(siv, files(cast))
    assert siv.get(one(cast, "person_file", cv)).status_code == 404
    assert nora.post(page).status_code == 302
    assert Event.objects.filter(kind="attachment.removed").count() == 1
    assert LogRow.objects.filter(action=Action.ATTACHMENT_REMOVED).exists()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("odd", 404),
        ("jonas", 404),
        ("berit", 403),
        ("hege", 403),
        ("mette", 403),
        ("erik", 404),
        ("amir", 404),
    ],
)
def test_files_are_for_nobody_else(cast: Cast, client_as: As, cv: Attachment, name: str, status: int) -> None:
    other = client_as(name)
    for page in ("person_file", "person_file_remove"):
        answer = other.get(one(cast, page, cv))
        assert answer.status_code == status, page
        assert CANARY.encode() not in answer.content
    assert other.get(files(cast)).status_code == status
    assert add(other, files(cast), pdf("fra en annen")).status_code == status
    assert other.post(one(cast, "person_file_remove", cv)).status_code == status
    assert Attachment.objects.filter(removed_on=None).count() == 1


def test_the_supervisor_reads_the_search_with_a_purpose_but_no_file(
    cast: Cast, client_as: As, cv: Attachment
) -> None:
    mette, nora = client_as("mette"), cast.people["nora"].public_id
    search = reverse("person_job_search", args=[nora])
    mette.post(reverse("say_why", args=[nora]), {"purpose": "supervises", "onward": search})
    assert "Åpne filene" not in read(mette, search)
    assert mette.get(files(cast)).status_code == 403
    assert "Åpne filene" in read(client_as("siv"), search)


def test_one_jobseeker_never_gets_another_s_file(cast: Cast, client_as: As, cv: Attachment) -> None:
    amir = client_as("amir")

    assert amir.get(reverse("my_file", args=[cv.public_id])).status_code == 404
    assert amir.post(reverse("my_file_remove", args=[cv.public_id])).status_code == 302
    assert AttachmentContent.objects.count() == 1


def test_what_was_sealed_for_one_file_does_not_open_in_another(
    cast: Cast, client_as: As, cv: Attachment
) -> None:
    add(client_as("siv"), files(cast), pdf("en annen"))
    other = Attachment.objects.exclude(pk=cv.pk).get()
    first, second = cv.content, other.content
    first.sealed_content, second.sealed_content = second.sealed_content, first.sealed_content
    key = keys_of([(cv.person_id, cv.person.public_id)])[cv.person_id]

    with pytest.raises(CannotOpen):
        first.read(key)


def test_two_different_files_in_a_row_are_two(cast: Cast, client_as: As) -> None:
    siv, key = client_as("siv"), uuid.uuid4().hex
    add(siv, files(cast), pdf("en"), form_key=key)
    add(siv, files(cast), pdf("en"), form_key=key)
    assert Attachment.objects.count() == 1
    add(siv, files(cast), pdf("to"))
    assert Attachment.objects.count() == 2
    other = add(siv, files(cast), pdf("tre"), form_key=key)
    assert other.status_code == 422
    assert Attachment.objects.count() == 2


def test_what_one_takes_along_names_the_files(cast: Cast, client_as: As, cv: Attachment) -> None:
    assert "CV Nora.pdf" in words(client_as("nora").post(reverse("read_everything")))


def test_the_list_takes_few_statements_however_many_files(cast: Cast, client_as: As, cv: Attachment) -> None:
    siv = client_as("siv")
    few = len(statements(lambda: siv.get(files(cast))))
    for number in range(4):
        add(siv, files(cast), pdf(str(number)))
    said = statements(lambda: siv.get(files(cast)))

    assert len(said) == few
    assert not [sql for sql in said if "sealed_content" in sql]


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_damaged_document_is_refused_and_no_fault(cast: Cast, client_as: As, packing: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.text" * 3, compress_type=packing)
        archive.writestr("content.xml", "x")
    damaged = bytearray(packed.getvalue())
    for place in range(38, 50):
        damaged[place] ^= 0xFF

    assert add(client_as("siv"), files(cast), bytes(damaged), name="cv.odt").status_code == 422


def test_many_files_at_once_are_not_read(cast: Cast, client_as: As) -> None:
    sent = {f"file{number}": SimpleUploadedFile(f"{number}.txt", b"x") for number in range(3)}

    assert client_as("siv").post(files(cast), {"form_key": uuid.uuid4().hex, **sent}).status_code == 400
