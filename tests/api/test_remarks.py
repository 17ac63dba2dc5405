"""Saying that something in one's own record is wrong, through the API."""

from fotfeste.cli.cast import Cast
from tests.api.conftest import Make


def test_a_remark_is_said_answered_and_read_by_programs_too(cast: Cast, program: Make) -> None:
    nora, siv = program("nora"), program("siv")
    person = cast.people["nora"].public_id

    said = nora.post("/me/remarks", {"text": "Telefonnummeret er feil."})
    assert said.status_code == 201
    act = f"/people/{person}/acts/answer-remark"
    version = siv.get(act)["ETag"]
    answered = siv.post(act, {"is_put_right": "yes", "text": "Rettet nå."}, If_Match=version)
    assert answered.status_code == 200

    [remark] = nora.get("/me/remarks").json()["remarks"]
    assert remark["text"] == "Telefonnummeret er feil."
    assert (remark["answer"], remark["is_put_right"]) == ("Rettet nå.", True)


def test_staff_have_no_remarks_of_their_own(program: Make) -> None:
    assert program("siv").get("/me/remarks").status_code == 403
    assert program("siv").post("/me/remarks", {"text": "?"}).status_code == 403
