"""Withdrawn while somebody reads, while a mail waits, while a document is made: then nothing opens."""

import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection

from fotfeste.apps.audit import chain
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.consents.services.consent import NOTICE
from fotfeste.apps.consents.services.signing import Signature
from fotfeste.apps.mine.consents import access_my_document, act_sign
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.vault.keyring import key_ring
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import ConsentScope, Permission, Protection
from fotfeste.jobs.carriers import carrier_of
from fotfeste.parameters.consent_texts import consent_text

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = date(2026, 11, 22)
ROUNDS = int(os.environ.get("FOTFESTE_RACES", "8"))
"""How often reading and withdrawing race. Five hundred: `FOTFESTE_RACES=500` (minutes on two cores)."""
READERS = 3


def signed(cast: Cast, name: str, reply: Reply) -> ConsentStatement:
    """The jobseeker answers for contact with NAV, having read what stands."""
    before = ConsentStatement.objects.filter(
        person=cast.people[name], scope=ConsentScope.NAV_CONTACT, ended_at=None
    ).first()
    text = consent_text(ConsentScope.NAV_CONTACT, "nb", on=ON)
    signature = Signature(text, reply, text.digest, before.public_id.hex if before else "")
    return act_sign(cast.acting(name), signature, at=AT, on=ON)


def reads(cast: Cast) -> bool:
    """Whether Hege, the NAV adviser, gets to see Nora's record."""
    try:
        with opened(
            cast.acting("hege"), cast.people["nora"].public_id, Permission.PERSON_OPEN, at=AT
        ) as found:
            return found.may(Permission.PERSON_OPEN)
    except Denied:
        return False


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(3600)
def test_no_read_that_begins_after_a_withdrawal_succeeds(transactional_db: None) -> None:
    cast = make_cast(at=AT, on=ON)
    seen_before = seen_after = 0
    for _ in range(ROUNDS):
        signed(cast, "nora", Reply.YES)
        withdrawn_at, looks = _race(cast)
        late = [saw for began, saw in looks if began > withdrawn_at]
        assert late, "somebody read afterwards"
        assert not any(late), "a read that began after the withdrawal succeeded"
        seen_before += sum(saw for began, saw in looks if began <= withdrawn_at)
        seen_after += len(late)

    assert seen_before, "somebody read before it, else nothing was raced"
    assert seen_after >= ROUNDS
    assert list(chain.breaks(key_ring().audit_key)) == []


def _race(cast: Cast) -> tuple[float, list[tuple[float, bool]]]:
    """Readers read again and again while the consent is withdrawn: when that was done, and each look."""
    looks: list[tuple[float, bool]] = []
    is_over, has_begun = threading.Event(), threading.Barrier(READERS + 1)

    def read() -> None:
        try:
            has_begun.wait(30)
            while not is_over.is_set():
                began = time.monotonic()
                looks.append((began, reads(cast)))
            began = time.monotonic()
            looks.append((began, reads(cast)))
        finally:
            connection.close()

    threads = [threading.Thread(target=read) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    has_begun.wait(30)
    time.sleep(0.02)
    signed(cast, "nora", Reply.NO)
    withdrawn_at = time.monotonic()
    is_over.set()
    for thread in threads:
        thread.join(60)
    return withdrawn_at, looks


@pytest.fixture
def notice(cast: Cast) -> Errand:
    """Amir has said yes to contact with NAV; the notice to Tom, his adviser, waits to be sent."""
    signed(cast, "amir", Reply.YES)
    return Errand.objects.get(kind=NOTICE)


def send(errand: Errand) -> int:
    """Carry it out an hour later; how many mails went out."""
    before = len(mail.outbox)
    carrier_of(errand.kind)(errand, AT + timedelta(hours=1))
    return len(mail.outbox) - before


@pytest.mark.req("I-5.0a")
def test_the_adviser_is_told_that_there_is_somebody_and_not_who(notice: Errand, cast: Cast) -> None:
    assert send(notice) == 1

    assert mail.outbox[-1].to == ["tom@example.no"]
    assert "Amir" not in str(mail.outbox[-1].message())


def _withdrawn(cast: Cast) -> None:
    signed(cast, "amir", Reply.NO)


def _protected(cast: Cast) -> None:
    Person.objects.filter(pk=cast.people["amir"].pk).update(
        protection=Protection.CODE_6, name="", search_name="", phone="", email="", phone_index=None
    )


def _relation_ended(cast: Cast) -> None:
    Relation.objects.filter(account=cast.accounts["tom"]).update(ended_at=AT)


@pytest.mark.req("I-5.0a")
@pytest.mark.parametrize("change", [_withdrawn, _protected, _relation_ended])
def test_what_waits_to_be_sent_is_not_sent_when_it_may_not_be_known_any_more(
    change: Callable[[Cast], None], notice: Errand, cast: Cast
) -> None:
    change(cast)

    assert send(notice) == 0


def test_a_document_made_while_its_person_withdraws_is_handed_out_to_nobody_new(cast: Cast) -> None:
    said = signed(cast, "amir", Reply.YES)
    errand = Errand.objects.get(kind="consent.document")
    signed(cast, "amir", Reply.NO)

    carrier_of(errand.kind)(errand, AT)

    assert access_my_document(cast.acting("amir"), said.public_id, at=AT) is not None
    with (
        pytest.raises(Denied),
        opened(cast.acting("tom"), cast.people["amir"].public_id, Permission.CONSENT_READ, at=AT),
    ):
        pass
