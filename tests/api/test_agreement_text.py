"""What a program reads of an agreement's text, lets in, and signs: the same as on the pages (A-01, A-02)."""

import uuid
from base64 import b64decode

import pytest

from fotfeste.apps.agreements.invitations import is_code_of
from fotfeste.apps.agreements.models import Agreement, EmployerInvitation, Signature
from fotfeste.apps.audit.models import DoneOnce
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.jobs.loop import carry_next
from tests.agreement_people import by_nav, in_force, laid_out
from tests.api.conftest import Make, Program, problem
from tests.employer_people import (
    NUMBER,
    agreement_with,
    employer_of_team,
    entered,
    laid_out_by_nav,
    say,
)

INVITED = {"name": "Kari Kollega", "email": "kari@example.no", "may_sign": True}


@pytest.fixture
def nora(cast: Cast) -> str:
    return f"/people/{cast.people['nora'].public_id}/agreement"


def codes(answer: object) -> list[str]:
    return [each["code"] for each in problem(answer)["reasons"]]  # type: ignore[arg-type]  # an answer


def one(row: Agreement) -> str:
    return f"/employer/agreements/{row.public_id}"


@pytest.mark.req("A-02")
def test_the_parties_read_the_text_that_waits_and_each_version(
    cast: Cast, program: Make, nora: str, hege: Program
) -> None:
    text = laid_out(cast)

    for name in ("hege", "nora"):
        said = program(name).get(f"{nora}/text").json()
        assert said["standing"] == "to_be_signed"
        assert said["waiting"]["digest"] == text.digest
        assert said["waiting"]["awaited"] == ["jobseeker", "nav"]
        assert said["may_change"] is (name == "hege")
        assert [line["text"] for line in said["words"]["lines"]][-1] == "Skaffe en arbeidsstol"
        version = program(name).get(f"{nora}/versions/{text.number}").json()
        assert version["words"] == said["words"]

    assert hege.get(f"{nora}/versions/{text.number + 1}").status_code == 404
    assert hege.get(f"{nora}/versions/{text.number}/document").status_code == 404
    for stranger in ("siv", "erik", "berit", "guro", "mette", "tom"):
        for part in ("text", "versions/1", "versions/1/document"):
            assert program(stranger).get(f"{nora}/{part}").status_code in {403, 404}, (stranger, part)


@pytest.mark.req("A-02")
def test_the_document_of_what_is_concluded_is_the_sealed_file(cast: Cast, nora: str, hege: Program) -> None:
    text = in_force(cast)
    while carry_next():
        pass

    answer = hege.get(f"{nora}/versions/{text.number}/document").json()

    assert b64decode(answer["content"]).startswith(b"%PDF-")
    assert "Nora" not in answer["name"]
    said = hege.get(f"{nora}/text").json()
    assert [each["party"] for each in said["versions"][0]["signed"]] == ["jobseeker", "nav"]
    assert said["versions"][0]["is_in_force"] is True


def test_a_draft_says_what_it_lacks_and_no_agreement_is_not_found(
    cast: Cast, program: Make, nora: str, hege: Program
) -> None:
    assert program("nora").get(f"{nora}/text").status_code == 404
    agreement_with(cast)

    said = hege.get(f"{nora}/text").json()

    assert said["waiting"] is None
    assert "agreement.no-contact-person" in {each["code"] for each in said["lacks"]}


@pytest.mark.req("A-01", "A-02")
def test_a_program_signs_for_the_employer_just_what_it_has_read_and_takes_it_back(
    cast: Cast, program: Make
) -> None:
    row, erik = agreement_with(cast), program("erik")
    member = entered(cast, row)
    laid_out_by_nav(cast, row)
    digest = erik.get(one(row)).json()["laid_out"]["digest"]
    read = {"digest": digest, "has_read": True}

    assert erik.post(f"{one(row)}/signature", {**read, "has_read": False}).status_code == 422
    other = erik.post(f"{one(row)}/signature", {**read, "digest": "0" * 64})
    assert codes(other) == ["agreement.other-version"]
    member.may_sign = False
    member.save()
    assert codes(erik.post(f"{one(row)}/signature", read)) == ["agreement.may-not-sign"]
    assert not Signature.objects.exists()
    member.may_sign = True
    member.save()

    assert erik.post(f"{one(row)}/signature", read).status_code == 200
    assert erik.get(one(row)).json()["laid_out"]["has_signed"] is True
    assert erik.post(f"{one(row)}/signature/withdrawal").status_code == 200
    assert erik.post(f"{one(row)}/signature/withdrawal").status_code == 409
    assert Signature.objects.get().taken_back_at is not None


def test_what_is_withheld_is_not_signed(cast: Cast, program: Make) -> None:
    row, erik = agreement_with(cast), program("erik")
    entered(cast, row)
    text = laid_out_by_nav(cast, row)
    say(cast, row, employer_of_team(cast), {Topic.NAME: ("not", True)})

    assert erik.get(one(row)).json()["laid_out"]["digest"] is None
    refused = erik.post(f"{one(row)}/signature", {"digest": text.digest, "has_read": True})

    assert refused.status_code == 409
    assert "Nora" not in refused.content.decode()
    assert not Signature.objects.exists()


def test_the_code_of_an_invitation_is_in_the_first_answer_and_kept_nowhere(
    cast: Cast, nora: str, hege: Program
) -> None:
    agreement_with(cast)
    key, sent = str(uuid.uuid4()), {**INVITED, "organisation_number": NUMBER}

    first = hege.post(f"{nora}/employer-people/invitations", sent, key=key).json()
    again = hege.post(f"{nora}/employer-people/invitations", sent, key=key).json()

    row = EmployerInvitation.objects.get()
    assert is_code_of(row, first["code"])
    assert (again["code"], again["id"]) == (None, str(row.public_id))
    assert first["code"] not in str(DoneOnce.objects.values_list("answer", flat=True))


def test_nobody_is_invited_at_another_business_or_by_one_who_may_not(
    cast: Cast, program: Make, nora: str, hege: Program
) -> None:
    row = agreement_with(cast)
    entered(cast, row, may_sign=False)
    invite = f"{nora}/employer-people/invitations"

    assert codes(hege.post(invite, {**INVITED, "organisation_number": "974760673"})) == [
        "agreement-employer.other-number"
    ]
    assert hege.post(invite, {**INVITED, "organisation_number": "123"}).status_code == 422
    assert hege.post(invite, {**INVITED, "email": "x", "organisation_number": NUMBER}).status_code == 422
    assert program("erik").post(f"{one(row)}/colleagues/invitations", INVITED).status_code == 409
    assert program("siv").post(invite, {**INVITED, "organisation_number": NUMBER}).status_code in {403, 404}
    assert not EmployerInvitation.objects.exists()


def test_a_colleague_is_invited_by_one_who_may_sign(cast: Cast, program: Make) -> None:
    row = agreement_with(cast)
    entered(cast, row)

    answer = program("erik").post(f"{one(row)}/colleagues/invitations", INVITED)

    assert answer.status_code == 200
    assert EmployerInvitation.objects.get().organisation_number == NUMBER
    with by_nav(cast):
        listed = program("hege").get(f"/people/{row.person.public_id}/agreement/employer-people").json()
    assert [each["name"] for each in listed["invitations"]] == ["Kari Kollega"]
