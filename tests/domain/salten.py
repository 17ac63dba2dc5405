"""The list that a team in Salten brings, read with what that team knows. Everything in it is synthetic."""

import csv
from pathlib import Path

from fotfeste.domain.caseload_list.columns import Headings, match
from fotfeste.domain.caseload_list.known import Known, KnownEmployer, KnownSpecialist
from fotfeste.domain.caseload_list.row import Row, from_cells
from fotfeste.domain.nav_office import NavOffice

DATA = Path(__file__).parents[1] / "data"
LIST = DATA / "caseload-salten.csv"
EMPLOYERS = DATA / "caseload-salten-employers.csv"


def records(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def the_list() -> tuple[Headings, list[Row]]:
    written, *rows = records(LIST)
    headings = match(written)
    return headings, [from_cells(number, cells, headings) for number, cells in enumerate(rows, 2)]


def known_in_salten() -> Known:
    names = {"siv": "Siv Rønning", "jonas": "Jonas Eidissen", "marit": "Marit Balto"}
    offices = {"1804": "Bodø", "1806": "Narvik", "1833": "Rana", "1841": "Fauske"}
    return Known(
        specialists=tuple(KnownSpecialist(key, name) for key, name in names.items()),
        nav_offices=tuple(NavOffice(number, name) for number, name in offices.items()),
        employers=tuple(
            KnownEmployer(number, name, number, place) for number, name, _, place, _ in records(EMPLOYERS)[1:]
        ),
    )
