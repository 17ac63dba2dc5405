"""The whole course and the guideline, read by a program."""

import pytest

from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program


@pytest.mark.req("I-9")
def test_the_guideline_tells_its_versions_and_who_stands_behind_them(nobody: Program) -> None:
    told = nobody.get("/guideline").json()

    newest = told["versions"][0]
    assert told["now"] in {version["id"] for version in told["versions"]}
    assert newest["authors"]
    assert newest["approver"]
    numbers = {each["name"]: each["value"] for section in newest["sections"] for each in section["numbers"]}
    assert 7 in numbers.values()  # days to the first meeting


@pytest.mark.req("I-9")
def test_the_whole_course_is_read_as_days_and_stages(program: Make, cast: Cast) -> None:
    told = program("siv").get(f"/people/{cast.people['nora'].public_id}/course").json()

    assert next(span["label"] for span in told["spans"] if span["kind"] == "stage") == "referred"
    assert told["spans"][-1]["last"] is None
    assert told["first"] <= told["until"]


def test_the_jobseeker_reads_the_own_course_and_nobody_elses(program: Make, cast: Cast) -> None:
    nora = program("nora")

    assert nora.get(f"/people/{cast.people['nora'].public_id}/course").status_code == 200
    assert nora.get(f"/people/{cast.people['amir'].public_id}/course").status_code == 404


@pytest.mark.parametrize("name", ["odd", "guro", "erik"])
def test_for_others_there_is_no_course(program: Make, cast: Cast, name: str) -> None:
    assert program(name).get(f"/people/{cast.people['nora'].public_id}/course").status_code in {403, 404}
