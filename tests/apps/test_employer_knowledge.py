"""What is known of an employer: said in words or not at all."""

from collections.abc import Callable

import pytest

from fotfeste.apps.employers.knowledge_services import PersonSaid, add_person, add_sought
from fotfeste.apps.employers.models import Employer
from fotfeste.cli.cast import Cast
from fotfeste.domain.verdict import Refused
from tests.people import AT, ON


@pytest.fixture
def employer(cast: Cast) -> Employer:
    return Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra", search_name="stormyra", created_at=AT
    )


def codes(do: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refused:
        do()
    return [reason.code for reason in refused.value.verdict]


def test_what_they_look_for_takes_words(cast: Cast, employer: Employer) -> None:
    by = cast.acting("siv")

    assert codes(lambda: add_sought(employer, " \n ", said_on=ON, by=by, on=ON)) == [
        "employer.sought-without-words"
    ]


def test_somebody_there_has_a_name(cast: Cast, employer: Employer) -> None:
    assert codes(lambda: add_person(employer, PersonSaid(" "))) == ["employer.person-without-name"]
