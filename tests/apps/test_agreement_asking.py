"""Asking for an agreement of an office that there is none of: refused, and nothing is kept."""

import uuid
from datetime import date

import pytest

from fotfeste.apps.agreements.asked import AskedReply, act_answer
from fotfeste.apps.agreements.asking import (
    TEXTS,
    AgreementAsked,
    EmployerAsked,
    act_ask_for_oneself,
    act_take_down,
    house_key,
)
from fotfeste.apps.agreements.models import AgreementRequest
from fotfeste.apps.agreements.using import Use
from fotfeste.apps.consents.asked import Whom
from fotfeste.apps.people.records import Contact
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import CannotOpen
from fotfeste.cli.cast import Cast
from fotfeste.domain.agreements.requests import AskedAnswer, AskedBy, AskedFor
from fotfeste.domain.agreements.target_group import EmployerPart
from fotfeste.domain.permissions import Protection
from fotfeste.domain.verdict import Refused

pytestmark = pytest.mark.django_db


def test_an_office_that_is_not_there_is_refused_in_words(cast: Cast) -> None:
    nowhere, nora = uuid.UUID(int=5), cast.acting("nora")

    with pytest.raises(Refused) as refused:
        act_ask_for_oneself(nora, nowhere, EmployerAsked(), "Hjelp", at=cast.at, on=cast.on)

    assert [reason.code for reason in refused.value.verdict] == ["agreement-request.no-such-office"]
    assert not AgreementRequest.objects.exists()


def test_once_it_is_known_whom_it_is_about_only_their_key_opens_what_was_written(cast: Cast) -> None:
    hege, office = cast.acting("hege"), cast.units["nav_bodo"].public_id
    baker = EmployerAsked("Bodø Bakeri", "974760673", Contact("Bente Baker", "90000002", "b@example.no"))
    asked = AgreementAsked(
        office=office,
        asked_for=AskedFor.AGREEMENT,
        asked_by=AskedBy.BOTH,
        wish="Fast kontakt",
        person=Contact("Kari Ny", "90000001", ""),
        employer=baker,
        passed_on_by="Frida",
    )
    row = act_take_down(hege, asked, at=cast.at)
    before = {name: row.opened(name, house_key()) for name in TEXTS}
    use = Use(date(2003, 2, 1), True, EmployerPart.HIRES)
    said = AskedReply(AskedAnswer.TAKEN_UP, whom=Whom("", Protection.NONE), use=use)

    act_answer(hege, row.public_id, said, at=cast.at, on=cast.on)

    row.refresh_from_db()
    assert row.person is not None
    key = keys_of([(row.person.pk, row.person.public_id)])[row.person.pk]
    assert {name: row.opened(name, key) for name in TEXTS} == before
    assert sum(1 for text in before.values() if text) == 8
    for name in (name for name, text in before.items() if text):
        with pytest.raises(CannotOpen):
            row.opened(name, house_key())
