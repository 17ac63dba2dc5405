"""People around a facilitation agreement, for tests: one that NAV uses, written, laid out, signed."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, timedelta
from uuid import UUID

from fotfeste.apps.agreements import drafting, signatures, versions
from fotfeste.apps.agreements.assessing import Assessed, assess
from fotfeste.apps.agreements.contents import text_waiting
from fotfeste.apps.agreements.models import Agreement, AgreementText
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.people.models import Account, Membership, OfficeInCharge
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.agreements.content import Instrument, LineKind
from fotfeste.domain.agreements.identified import SignedBy
from fotfeste.domain.agreements.parties import NavUnit, Party, Towards
from fotfeste.domain.job_support import SupportFrequency
from fotfeste.domain.permissions import Permission, Role


def agreement_for(cast: Cast, person: str, *, used_on: date | None = None) -> Agreement:
    """NAV Bodø, which answers for this person, uses the agreement from a day."""
    office, about = cast.units["nav_bodo"], cast.people[person]
    OfficeInCharge.objects.get_or_create(
        person=about, until_day=None, defaults={"unit": office, "from_day": cast.on}
    )
    return Agreement.objects.create(
        person=about,
        office=office,
        used_on=used_on or cast.on,
        decided_by=cast.accounts["hege"],
        target_group="young",
        changed_on=used_on or cast.on,
    )


@contextmanager
def deed_of(cast: Cast, who: str, person: str, permission: Permission) -> Iterator[Deed]:
    """An act of this one on this person."""
    acting = cast.acting(who)
    door = opened(
        acting, cast.people[person].public_id, permission, at=cast.at, action=Action.AGREEMENT_CHANGED
    )
    with door as found:
        yield Deed(found, by=acting, at=cast.at, on=cast.on)


def by_nav(cast: Cast) -> AbstractContextManager[Deed]:
    """An act of NAV on Nora."""
    return deed_of(cast, "hege", "nora", Permission.AGREEMENT_CHANGE)


def by_jobseeker(cast: Cast) -> AbstractContextManager[Deed]:
    """An act of Nora's own."""
    return deed_of(cast, "nora", "nora", Permission.AGREEMENT_OWN)


def follow_up(cast: Cast) -> drafting.LineSaid:
    """NAV follows up every second week."""
    return drafting.LineSaid(
        LineKind.FOLLOW_UP,
        "NAV ringer og spør hvordan det går",
        Party.NAV,
        Towards.JOBSEEKER,
        responsible="Hege Dahl",
        nav_unit=NavUnit.OFFICE,
        every=SupportFrequency.FORTNIGHTLY,
        from_day=cast.on,
    )


def commitment(cast: Cast, *, days: int = 14) -> drafting.LineSaid:
    """NAV sees to a work chair within some days."""
    return drafting.LineSaid(
        LineKind.COMMITMENT,
        "Skaffe en arbeidsstol",
        Party.NAV,
        Towards.JOBSEEKER,
        instrument=Instrument.AIDS,
        responsible="Kari Nes",
        nav_unit=NavUnit.ASSISTIVE_TECHNOLOGY,
        deadline=cast.on + timedelta(days=days),
    )


def written(cast: Cast) -> Agreement:
    """An agreement around Nora that lacks nothing, ready to be laid out."""
    row = agreement_for(cast, "nora")
    with by_nav(cast) as deed:
        assess(deed, Assessed(cast.on, True, None, "Jevnlig kontakt", "Hjelpemidler"))
        drafting.write_line(deed, follow_up(cast))
        drafting.write_line(deed, commitment(cast))
        drafting.set_review(deed, cast.on + timedelta(days=90))
        versions.change_contact(deed, contact_of(cast.accounts["hege"]), handover="", language="nb")
    row.refresh_from_db()
    return row


def contact_of(account: Account) -> UUID:
    """Somebody in NAV, as the one who can be contact person."""
    return Membership.objects.get(account=account, role=Role.NAV_ADVISER).public_id


def second_adviser(cast: Cast) -> Account:
    """Somebody else at Hege's office."""
    account = Account.objects.create(username="ida", name="Ida Berg", email="ida@example.no")
    unit = cast.units["nav_bodo"]
    Membership.objects.create(account=account, unit=unit, role=Role.NAV_ADVISER, from_day=BEGAN)
    return account


def laid_out(cast: Cast) -> AgreementText:
    """The same, waiting for signatures."""
    row = written(cast)
    with by_nav(cast) as deed:
        versions.lay_out(deed, language="nb")
    return waiting(row)


def waiting(row: Agreement) -> AgreementText:
    """What waits for signatures."""
    text = text_waiting(row)
    assert text is not None
    return text


def in_force(cast: Cast) -> AgreementText:
    """The same, signed by Nora and then NAV."""
    text = laid_out(cast)
    for signer in (by_jobseeker, by_nav):
        with signer(cast) as deed:
            signatures.sign(deed, shown=text.digest, signed_by=SignedBy.OWN_LOG_IN)
    text.refresh_from_db()
    return text
