"""What is refused of an employer, by its code, and what a list of employers tells of one known already."""

import pytest

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employers.services import EmployerFacts, add_employer
from fotfeste.apps.imports import services
from fotfeste.apps.imports.batches import open_batch
from fotfeste.apps.imports.models import ImportKind, RowState
from fotfeste.apps.imports.report import row_problems
from fotfeste.cli.cast import Cast
from fotfeste.domain.verdict import Refused

NUMBER = "981526031"


def added(cast: Cast, facts: EmployerFacts, *, name: str = "siv") -> Employer:
    with act():
        return add_employer(facts, by=cast.acting(name), at=cast.at)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (EmployerFacts(name="  "), "employer.name-missing"),
        (EmployerFacts(name="Rana Mat", organisation_number=NUMBER), "employer.already-there"),
    ],
)
def test_what_is_refused(cast: Cast, facts: EmployerFacts, code: str) -> None:
    added(cast, EmployerFacts(name="Rana Mat AS", organisation_number=NUMBER))

    with pytest.raises(Refused) as refused:
        added(cast, facts, name="jonas")

    assert [reason.code for reason in refused.value.verdict] == [code]
    assert Employer.objects.count() == 1


def test_another_team_may_have_the_same_employer(cast: Cast) -> None:
    added(cast, EmployerFacts(name="Rana Mat AS", organisation_number=NUMBER))

    added(cast, EmployerFacts(name="Rana Mat AS", organisation_number=NUMBER), name="odd")

    assert Employer.objects.count() == 2


def test_a_list_that_names_a_known_employer_otherwise_is_told_of_it_and_changes_nothing(cast: Cast) -> None:
    added(cast, EmployerFacts(name="Rana Mat AS", organisation_number=NUMBER))
    content = f"Organisasjonsnummer;Navn\r\n{NUMBER};Helt Andre Mat\r\n".encode()
    by = cast.acting("siv")
    batch = services.bring(content, "a.csv", ImportKind.EMPLOYERS, by=by, at=cast.at, in_background=False)
    services.read(batch, by=by, on=cast.on, on_progress=lambda done, total: None)

    row = batch.rows.get()

    assert row.state == RowState.KNOWN
    codes = [problem.reason.code for problem in row_problems(row, open_batch(batch))]
    assert codes == ["employer-list.known-by-another-name"]
    assert Employer.objects.get().name == "Rana Mat AS"
