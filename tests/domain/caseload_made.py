"""A row of the list with nothing to say about it, and what the team knows, for tests to change."""

from collections.abc import Iterable, Mapping
from datetime import date

from fotfeste.domain.brought_in import Problem
from fotfeste.domain.caseload_list.columns import Column
from fotfeste.domain.caseload_list.known import Known, KnownEmployer, KnownSpecialist
from fotfeste.domain.caseload_list.row import Row
from fotfeste.domain.nav_office import NavOffice

TODAY = date(2026, 11, 22)

PLAIN = {
    Column.NAME: "Nora Moen",
    Column.IDENTITY_NUMBER: "10915596784",
    Column.PHONE: "+47 47686735",
    Column.EMAIL: "nora@example.no",
    Column.REFERRED_ON: "18.01.2026",
    Column.REFERRER: "Psykolog T. Lium",
    Column.CLINICIAN: "Psyk.spl. Berit Aas",
    Column.TREATMENT_PLACE: "DPS Salten",
    Column.SPECIALIST: "Siv Rønning",
    Column.NAV_OFFICE: "1804 Bodø",
    Column.NAV_ADVISER: "Tom Aasen",
    Column.BENEFIT: "AAP",
    Column.NAV_CONSENT: "ja",
    Column.NAV_REGISTRATION: "ja",
    Column.START_UP_MEETING: "25.01.2026",
    Column.CAREER_PROFILE: "15.02.2026",
    Column.DISCLOSURE: "full",
    Column.WISHED_WORK: "IT-drift",
    Column.WISHED_PERCENT: "50",
}

KNOWN = Known(
    specialists=(
        KnownSpecialist("siv", "Siv Rønning"),
        KnownSpecialist("marit", "Marit Balto"),
        KnownSpecialist("kari-1", "Kari Bø"),
        KnownSpecialist("kari-2", "Kari Bø"),
    ),
    nav_offices=(NavOffice("1804", "Bodø"), NavOffice("1806", "Narvik"), NavOffice("1833", "Rana")),
    employers=(
        KnownEmployer("renhold", "Rana Renhold AS", "981526031", "Mo i Rana"),
        KnownEmployer("fisk-1", "Fjord Fisk AS", "959106983", "Bodø"),
        KnownEmployer("fisk-2", "Fjord Fisk AS", "", ""),
        KnownEmployer("laks", "Salten Laks"),
    ),
)


def row(number: int = 2, **cells: str) -> Row:
    """The plain row with some cells changed."""
    return Row(number, {**PLAIN, **{Column(name): text for name, text in cells.items()}})


def said(problems: Iterable[Problem]) -> list[str]:
    """What is said, as the cases write it: the severity and the code."""
    return [f"{problem.severity} {problem.reason.code}" for problem in problems]


def keyed(problems: Iterable[Problem], answers: Mapping[str, str]) -> dict[str, str]:
    """Answers by the key of their problem, from answers by its code."""
    return {
        problem.key: answers[problem.reason.code] for problem in problems if problem.reason.code in answers
    }
