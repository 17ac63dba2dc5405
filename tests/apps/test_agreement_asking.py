"""Asking for an agreement of an office that there is none of: refused, and nothing is kept."""

import uuid

import pytest

from fotfeste.apps.agreements.asking import EmployerAsked, act_ask_for_oneself
from fotfeste.apps.agreements.models import AgreementRequest
from fotfeste.cli.cast import Cast
from fotfeste.domain.verdict import Refused

pytestmark = pytest.mark.django_db


def test_an_office_that_is_not_there_is_refused_in_words(cast: Cast) -> None:
    nowhere, nora = uuid.UUID(int=5), cast.acting("nora")

    with pytest.raises(Refused) as refused:
        act_ask_for_oneself(nora, nowhere, EmployerAsked(), "Hjelp", at=cast.at, on=cast.on)

    assert [reason.code for reason in refused.value.verdict] == ["agreement-request.no-such-office"]
    assert not AgreementRequest.objects.exists()
