"""Address protection, through the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.people.models import Membership, Person
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Protection
from tests.web.pages import hidden, read, send, words

As = Callable[[str], Client]


def url(cast: Cast, person: str = "nora") -> str:
    return reverse("person_protection", args=[cast.people[person].public_id])


def role(cast: Cast, who: str) -> str:
    return str(Membership.objects.get(account=cast.accounts[who]).public_id)


def protect(client: Client, cast: Cast, person: str = "nora", **typed: str) -> Any:
    """Open the page, choose, and save."""
    return send(
        client, url(cast, person), **{"version": hidden(client.get(url(cast, person)), "version"), **typed}
    )


def test_the_page_warns_who_loses_access(cast: Cast, client_as: As) -> None:
    page = read(client_as("siv"), url(cast))

    assert "Disse mister tilgangen" in page
    assert "Ved adressesperre: Siv Rønning, Berit Aas, Hege Dahl." in page


def test_set_with_somebody_who_takes_over_it_counts_at_once(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    person = reverse("person", args=[cast.people["nora"].public_id])

    done = protect(siv, cast, protection="code_6", successor=role(cast, "marit"))

    assert done.status_code == 302
    assert siv.get(person).status_code == 404
    assert "Strengt fortrolig adresse (kode 6)" in read(client_as("marit"), person)
    assert cast.people["nora"].name not in read(siv, reverse("today"))


def test_without_somebody_cleared_it_is_refused_and_says_why(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    nobody = protect(siv, cast, protection="code_6", successor="")
    not_cleared = protect(siv, cast, protection="code_6", successor=role(cast, "jonas"))

    assert "Velg hvem som skal overta" in words(nobody)
    assert "kan ikke se saken etterpå" in words(not_cleared)
    assert Person.objects.get(pk=cast.people["nora"].pk).protection == Protection.NONE


def test_two_who_change_it_at_once_see_both_and_nothing_is_overwritten(cast: Cast, client_as: As) -> None:
    marit, liv = client_as("marit"), cast.people["liv"]
    version = hidden(marit.get(url(cast, "liv")), "version")
    protect(marit, cast, "liv", protection="code_7", successor="")

    stale = protect(marit, cast, "liv", protection="section_19", successor="", version=version)

    assert stale.status_code == 409
    page = words(stale)
    assert "§ 19: strengt fortrolig adresse i utlandet" in page
    assert "Kode 7: fortrolig adresse" in page
    assert Person.objects.get(pk=liv.pk).protection == Protection.CODE_7
    again = protect(
        marit, cast, "liv", protection="section_19", successor="", version=hidden(stale, "version")
    )
    assert again.status_code == 302
    assert Person.objects.get(pk=liv.pk).protection == Protection.SECTION_19


def test_the_one_who_is_cleared_lifts_it(cast: Cast, client_as: As) -> None:
    done = protect(client_as("marit"), cast, "liv", protection="none", successor="")

    assert done.status_code == 302
    assert Person.objects.get(pk=cast.people["liv"].pk).name == "Liv Hemmelig"


@pytest.mark.parametrize(
    ("who", "status"),
    [("berit", 403), ("hege", 403), ("nora", 403), ("jonas", 404), ("odd", 404), ("arne", 404)],
)
def test_nobody_else_comes_here(cast: Cast, client_as: As, who: str, status: int) -> None:
    client = client_as(who)

    assert client.get(url(cast)).status_code == status
    assert send(client, url(cast), protection="code_6", successor=role(cast, "marit")).status_code == status
    assert Person.objects.get(pk=cast.people["nora"].pk).protection == Protection.NONE


def test_the_protected_person_s_name_is_in_no_title(cast: Cast, client_as: As) -> None:
    page = client_as("marit").get(url(cast, "liv")).content.decode()

    assert "Hemmelig" not in page.split("</title>")[0]
