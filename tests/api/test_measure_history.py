"""Earlier participations as a program reads and links them."""

from collections.abc import Callable

import pytest
from django.test import Client

from fotfeste.apps.people.models import OfficeInCharge
from fotfeste.cli.cast import Cast
from tests.api.conftest import Program
from tests.web.test_measure_history import brought

As = Callable[[str], Client]


@pytest.mark.req("F-16")
def test_a_program_links_and_reads_the_same(
    client_as: As, cast: Cast, program: Callable[[str], Program]
) -> None:
    amir = cast.people["amir"]
    OfficeInCharge.objects.create(person=amir, unit=cast.units["nav_bodo"], from_day=cast.on)
    brought(client_as("hege"), "D-2;Oppfølging;INDOPPFAG;2021-01-01;2021-06-30;Salten Arbeid;")
    hege, one = program("hege"), f"/people/{amir.public_id}/old-participations"

    assert hege.get("/old-participations").json()["participants"][0]["participant"] == "D-2"
    assert hege.send("POST", one, {"participant": "D-2"}).json()["periods"] == 1
    told = hege.get(one).json()["periods"][0]
    assert (told["says"], told["measure"]) == ("measure-history.within", "follow_up")
    refused = hege.send("POST", one, {"participant": "D-2"})
    assert refused.status_code == 409
    assert refused.json()["reasons"][0]["code"] == "measure-history.no-such-participant"
    assert program("tom").get(one).status_code == 404
