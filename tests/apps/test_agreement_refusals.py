"""What the services of the agreement refuse, each with its reason, and with nothing half done."""

from collections.abc import Callable
from uuid import UUID

import pytest

from fotfeste.apps.agreements import drafting, ending, letters, signatures, versions
from fotfeste.apps.agreements.models import AgreementText, DraftLine, Signature
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import OF_AGREEMENT
from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.verdict import Refused
from tests.agreement_people import (
    agreement_for,
    by_jobseeker,
    by_nav,
    contact_of,
    deed_of,
    in_force,
    laid_out,
    written,
)
from tests.employer_people import agreement_with, by_employer, entered, lines_on
from tests.employer_people import laid_out as laid_out_with_employer

Act = Callable[[Cast, Deed], object]


def sign(cast: Cast, deed: Deed) -> object:
    text = AgreementText.objects.order_by("-number").first()
    return signatures.sign(deed, shown=text.digest if text else "", signed_by=SignedBy.OWN_LOG_IN)


def hege_again(cast: Cast, deed: Deed) -> object:
    return versions.change_contact(deed, contact_of(cast.accounts["hege"]), handover="", language="nb")


def somebody_outside(cast: Cast, deed: Deed) -> object:
    return versions.change_contact(deed, None, handover="", language="nb")


def lay_out(cast: Cast, deed: Deed) -> object:
    return versions.lay_out(deed, language="nb")


def take_back_text(cast: Cast, deed: Deed) -> object:
    return versions.take_back_to_draft(deed)


def take_back_signature(cast: Cast, deed: Deed) -> object:
    return signatures.take_back(deed)


def remove_nothing(cast: Cast, deed: Deed) -> object:
    return drafting.remove_line(deed, "tull")


def answer_nothing(cast: Cast, deed: Deed) -> object:
    return ending.answer_ending(deed, UUID(int=7), "Nei")


def send_nothing(cast: Cast, deed: Deed) -> object:
    return letters.mark_sent(deed, UUID(int=7))


def kept() -> tuple[int, int, int]:
    lines = DraftLine.objects.filter(removed_on=None).count()
    return AgreementText.objects.count(), Signature.objects.count(), lines


REFUSED: tuple[tuple[str, Callable[[Cast], object], Act, str], ...] = (
    ("twice the same contact person", written, hege_again, "agreement.same-contact-person"),
    ("a contact person outside NAV", written, somebody_outside, "agreement.contact-person-not-in-nav"),
    ("laying out twice", laid_out, lay_out, "agreement.laid-out"),
    ("another contact person while all sign", laid_out, hege_again, "agreement.laid-out"),
    ("laying out what is in force", in_force, lay_out, "agreement.nothing-changed"),
    ("taking back nothing", written, take_back_text, "agreement.nothing-laid-out"),
    ("taking back no signature", written, take_back_signature, "agreement.nothing-laid-out"),
    ("a line that is not there", written, remove_nothing, "agreement.no-such-line"),
    ("signing nothing", written, sign, "agreement.other-version"),
    ("answering what nobody asked", written, answer_nothing, "agreement.end-not-asked"),
    ("a letter that is not there", written, send_nothing, "agreement.no-such-letter"),
)


@pytest.mark.parametrize(
    ("before", "act", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_it_is_refused_with_its_reason(
    cast: Cast, before: Callable[[Cast], object], act: Act, code: str
) -> None:
    before(cast)
    was = kept()

    with pytest.raises(Refused) as refused, by_nav(cast) as deed:
        act(cast, deed)

    assert code in [reason.code for reason in refused.value.verdict]
    assert kept() == was


def test_nobody_signs_when_the_contact_person_of_the_text_has_left(cast: Cast) -> None:
    text = laid_out(cast)
    left = cast.accounts["hege"]
    left.is_active = False
    left.save()

    with pytest.raises(Refused, match=r"agreement.contact-person-gone"), by_jobseeker(cast) as deed:
        signatures.sign(deed, shown=text.digest, signed_by=SignedBy.OWN_LOG_IN)

    assert not Signature.objects.exists()


def test_an_employers_member_who_only_reads_does_not_sign(cast: Cast) -> None:
    row = agreement_with(cast)
    entered(cast, row, may_sign=False)
    text = laid_out_with_employer(cast, row, lines_on(()))

    with pytest.raises(Refused, match=r"agreement.may-not-sign"), by_employer(cast, row) as deed:
        signatures.sign(deed, shown=text.digest, signed_by=SignedBy.OWN_LOG_IN)


def test_an_employer_who_opened_no_agreement_acts_on_none(cast: Cast) -> None:
    row = agreement_for(cast, "nora")
    Relation.objects.create(
        person=row.person,
        account=cast.accounts["erik"],
        unit=cast.units["rana_renhold"],
        kind=RelationKind.EMPLOYER_CONTACT,
        from_day=cast.on,
        why=OF_AGREEMENT,
    )

    door = deed_of(cast, "erik", "nora", Permission.EMPLOYER_AGREEMENT_CHANGE)
    with pytest.raises(Refused, match=r"agreement.none-open"), door as deed:
        drafting.remove_line(deed, "tull")
