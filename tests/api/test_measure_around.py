"""What is around a measure, by programs: each refusal with its reason, and who reads it (F-14)."""

from datetime import date

import pytest

from fotfeste.apps.measures.cases import open_case
from fotfeste.apps.measures.models import AssessmentWeighed, IssuerNotice
from fotfeste.cli.cast import Cast
from tests.api.conftest import Make, Program
from tests.api.doing import act, codes
from tests.measure_people import guided, taking_part

ON = "2026-11-22"
LEGE = {"is_sick_listed": "yes", "name": "Lege Lie", "where": "Legehuset", "from_day": ON}


@pytest.fixture
def nora(cast: Cast) -> str:
    case = open_case(
        cast.people["nora"], cast.units["nav_bodo"], by=cast.acting("hege"), measure="follow_up", on=cast.on
    )
    AssessmentWeighed.objects.create(
        person=case.person,
        case=case,
        weighed="needed_first",
        is_together=True,
        written_on=cast.on,
        written_by=cast.accounts["hege"],
    )
    return f"/people/{cast.people['nora'].public_id}"


@pytest.mark.req("F-14")
def test_a_letter_about_the_assessment_measure_is_made_and_sent(hege: Program, nora: str) -> None:
    place = f"{nora}/measure-case/sick-note"
    assert codes(act(hege, nora, "measure-issuer-letter", event="assessment")) == {"issuer.not-known"}
    assert act(hege, nora, "measure-issuer", **LEGE).status_code in {200, 201}
    assert codes(act(hege, nora, "measure-issuer", **LEGE)) == {"measure-issuer.same"}
    assert [each["code"] for each in hege.get(place).json()["left"]] == ["issuer.tell-of-assessment"]
    nothing = act(hege, nora, "measure-issuer-letter", event="enrolment")
    assert codes(nothing) == {"measure-issuer.nothing-to-tell"}
    act(hege, nora, "measure-issuer-letter", event="assessment")
    letter = IssuerNotice.objects.get().public_id.hex

    early = act(hege, nora, "measure-issuer-sent", letter, sent_on="2026-11-21")
    assert codes(early) == {"measure-issuer.sent-before-made"}
    unknown = act(hege, nora, "measure-issuer-sent", "0" * 32, sent_on=ON)
    assert codes(unknown) == {"measure-issuer.no-such-letter"}
    act(hege, nora, "measure-issuer-sent", letter, sent_on=ON)
    again = act(hege, nora, "measure-issuer-sent", letter, sent_on=ON)
    assert codes(again) == {"measure-issuer.sent-already"}

    shown = hege.get(place).json()
    assert shown["left"] == []
    assert [(each["to"], each["sent_on"]) for each in shown["letters"]] == [("Lege Lie", ON)]


@pytest.mark.req("F-14")
def test_only_the_person_and_the_office_read_who_issues_the_sick_note(
    hege: Program, program: Make, nora: str, cast: Cast
) -> None:
    guided(cast, "nora", "guro")
    act(hege, nora, "measure-issuer", **LEGE)
    names = ("hege", "nora", "siv", "tom", "guro", "berit", "mette", "odd", "arne", "erik")

    answers = {name: program(name).get(f"{nora}/measure-case/sick-note") for name in names}

    assert {name for name, answer in answers.items() if answer.status_code == 200} == {"hege", "nora"}
    assert {answer.status_code for answer in answers.values()} <= {200, 403, 404}
    assert program("guro").get(f"{nora}/measure-case").status_code == 403, "the guide has no part in the case"


@pytest.mark.req("F-05")
def test_the_guide_writes_and_what_is_missing_falls_away(
    hege: Program, program: Make, nora: str, cast: Cast
) -> None:
    guro, place = program("guro"), f"{nora}/measure-case/reports"
    guided(cast, "nora", "guro")
    report = {"kind": "assessment", "words": "Det går fint"}
    assert codes(act(guro, nora, "measure-report", **report)) == {"measure-report.not-begun"}
    taking_part(cast, "nora", since=date(2026, 8, 1), until=date(2026, 11, 21))
    missing = guro.get("/measure-reports").json()["participants"][0]["missing"]
    assert [each["code"] for each in missing] == ["report.final-missing"]

    final = {"kind": "final", "words": "Slutt"}
    assert codes(act(guro, nora, "measure-report", **final)) == {"report.final-without-status"}
    act(guro, nora, "measure-report", **final, work_status="I jobb")
    again = act(guro, nora, "measure-report", **final, work_status="I jobb")
    assert codes(again) == {"measure-report.final-there"}

    shown = hege.get(place).json()["participations"][0]
    assert [each["work_status"] for each in shown["reports"]] == ["I jobb"]
    assert [each["code"] for each in shown["missing"]] == ["report.final-late"]
    assert {
        name
        for name in ("hege", "nora", "guro", "siv", "tom", "berit", "mette", "erik", "arne")
        if program(name).get(place).status_code == 200
    } == {"hege", "nora", "guro"}


@pytest.mark.req("F-15", "W-10")
def test_money_and_offer_are_for_the_person_and_the_office(
    hege: Program, program: Make, nora: str, cast: Cast
) -> None:
    guided(cast, "nora", "guro")
    act(hege, nora, "measure-money", benefit="sickness", children=1)
    born = {"talked_on": ON, "born_on": "1990-03-01", "chances": "Gode", "need": "Stort"}
    known = {"needs_more_help": "yes", "reduced_capacity": "no", "in_treatment": "yes", "transition": "none"}
    act(hege, nora, "measure-need", **born, **known)
    act(hege, nora, "measure-weigh", weighed="not_needed", is_together=True, why="Vi vet nok")
    office = "/measure-offices/cooperation"
    assert hege.post(office, {"is_integrated": False, "from_day": "2199-01-01"}).status_code in {409, 422}
    assert hege.post(office, {"is_integrated": False, "from_day": ON}).status_code == 200

    money = hege.get(f"{nora}/measure-case/money").json()
    assert (money["benefit"], money["may_be_entitled"], money["kroner_a_day"]) == ("sickness", False, None)
    assert [each["code"] for each in money["kept"]] == ["allowance.keeps-sickness"]
    offer = hege.get(f"{nora}/measure-case/offer").json()
    assert (offer["offer"], offer["first"]) == ("supported_employment", [])
    assert [each["code"] for each in offer["why"]] == ["offer.unmet-need"]
    first = program("tom").get(office).json()["offices"][0]
    assert (first["name"], first["is_integrated"]) == ("NAV Bodø", False)
    names = ("hege", "nora", "siv", "tom", "guro", "berit", "mette", "erik", "arne")
    for page in ("money", "offer"):
        seen = {name for name in names if program(name).get(f"{nora}/measure-case/{page}").status_code == 200}
        assert seen == {"hege", "nora"}
    assert {name for name in names if program(name).get(office).status_code == 200} == {"hege", "tom"}
