"""Statements of consent as programs read them, and a program that stands before a closed record."""

import pytest

from fotfeste.apps.consents.services.signing import Signature
from fotfeste.apps.mine.consents import act_sign
from fotfeste.cli.cast import Cast
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import ConsentScope
from fotfeste.parameters.consent_texts import consent_text
from tests.api.conftest import Make
from tests.people import AT, ON


def sign(cast: Cast, reply: Reply, state: str = "") -> str:
    """Amir answers for contact with NAV; the id that the next answer builds on."""
    text = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    signature = Signature(text, reply, text.digest, state)
    return act_sign(cast.acting("amir"), signature, at=AT, on=ON).public_id.hex


@pytest.mark.req("I-4.1c", "I-5.0a")
def test_a_statement_tells_how_it_was_given_and_what_was_read(program: Make, cast: Cast) -> None:
    sign(cast, Reply.NO, sign(cast, Reply.YES))

    answer = program("siv").get(f"/people/{cast.people['amir'].public_id}")

    text = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    no, yes = answer.json()["consents"]
    assert (no["reply"], no["is_in_force"], no["is_withdrawn"]) == ("no", True, False)
    assert (yes["reply"], yes["is_in_force"], yes["is_withdrawn"]) == ("yes", False, True)
    for said in (no, yes):
        assert (said["given"], said["identified_by"]) == ("own_login", "log_in")
        assert (said["text_version"], said["text_language"]) == ("2026-11-22", "nb")
        assert said["text_digest"] == text.digest
    assert yes["ended_at"] is not None


@pytest.mark.req("I-5.0a")
def test_a_program_s_very_next_call_after_the_withdrawal_is_refused(program: Make, cast: Cast) -> None:
    state = sign(cast, Reply.YES)
    tom, path = program("tom"), f"/people/{cast.people['amir'].public_id}"
    opened = tom.get(path)
    assert opened.status_code == 200
    assert "consents" not in opened.json(), "what is consented to is not for the adviser"

    sign(cast, Reply.NO, state)

    assert tom.get(path).status_code == 403
    assert tom.get(f"{path}/timeline").status_code == 403
