"""An employer as a party, for tests: what it may be told, who is let in, and what the text says."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from fotfeste.apps.agreements import drafting, versions
from fotfeste.apps.agreements.assessing import Assessed, assess
from fotfeste.apps.agreements.employer_deed import EmployerDeed, entered_by_employer
from fotfeste.apps.agreements.employer_members import Entering, let_in
from fotfeste.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementText,
    DraftLine,
    EmployerInvitation,
    EmployerMember,
)
from fotfeste.apps.agreements.party_named import EmployerSaid
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import AgreedTopic
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.measures.models import MeasureCase
from fotfeste.apps.people.models import Account, Controller, Membership, Unit
from fotfeste.apps.people.models.units import ControllerKind, UnitKind
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.agreements.canon import canonical, digest_of
from fotfeste.domain.agreements.content import Content, EmployerNamed, Line, LineKind, Reached
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Permission, Role
from tests.agreement_people import agreement_for, commitment, contact_of, deed_of, follow_up, waiting

NUMBER = "912345602"
Answers = Mapping[Topic, tuple[str, bool]]
"""For each topic the answer, and whether there are words for it."""
NAME_ONLY: Answers = {Topic.NAME: ("may", True)}
WITHHELD = "Kanarifugl"


def key_of(row: Agreement) -> SealingKey:
    """The person's key."""
    return keys_of([(row.person_id, row.person.public_id)])[row.person_id]


def agreement_with(
    cast: Cast, answers: Answers = NAME_ONLY, *, person: str = "nora", number: str = NUMBER
) -> Agreement:
    """An agreement with Rana Renhold, which the jobseeker has said this of."""
    row = agreement_for(cast, person)
    of_nav, of_team = (
        Employer.objects.create(
            team=cast.units[team],
            name="Rana Renhold",
            search_name="rana renhold",
            organisation_number=number,
            created_at=cast.at,
        )
        for team in ("nav_bodo", "ips_salten")
    )
    row.employer = of_nav
    row.save()
    say(cast, row, of_team, answers)
    return row


def say(cast: Cast, row: Agreement, employer: Employer, answers: Answers) -> DisclosureStatement:
    """The jobseeker says this of the employer; what was said before is over."""
    DisclosureStatement.objects.filter(person=row.person, ended_at=None).update(ended_at=cast.at)
    said = DisclosureStatement.objects.create(
        person=row.person, employer=employer, stand="partial", stated_on=cast.on, confirmed_at=cast.at
    )
    for topic, (answer, has_words) in answers.items():
        agreed = AgreedTopic(person=row.person, statement=said, topic=topic, answer=answer)
        agreed.seal("sealed_wording", "Ord for dette" if has_words else "", key_of(row))
        agreed.save()
    return said


def employer_of_team(cast: Cast) -> Employer:
    """The employer as the team has it in its list."""
    return Employer.objects.get(team=cast.units["ips_salten"], name="Rana Renhold")


def at_another_business(cast: Cast, name: str = "Salten Bygg", number: str = "981526031") -> Account:
    """Somebody at another business."""
    controller = Controller.objects.create(name=name, kind=ControllerKind.BUSINESS)
    unit = Unit.objects.create(name=name, kind=UnitKind.EMPLOYER, number=number, controller=controller)
    account = Account.objects.create(username="kari", name="Kari Lund", email="kari@example.no")
    Membership.objects.create(account=account, unit=unit, role=Role.EMPLOYER_CONTACT, from_day=BEGAN)
    return account


def entered(
    cast: Cast,
    row: Agreement,
    who: str | Account = "erik",
    *,
    may_sign: bool = True,
    unit: Unit | None = None,
) -> EmployerMember:
    """Somebody at Rana Renhold, or another business, is let in."""
    account = cast.accounts[who] if isinstance(who, str) else who
    invitation = EmployerInvitation(may_sign=may_sign, invited_by=cast.accounts["hege"])
    entering = Entering(account, unit or cast.units["rana_renhold"], cast.at, cast.on)
    return let_in(invitation, row, entering)


def by_employer(cast: Cast, row: Agreement, who: str = "erik") -> AbstractContextManager[EmployerDeed]:
    """An act at the employer, on this agreement."""
    action = Action.AGREEMENT_CHANGED
    return entered_by_employer(cast.acting(who), row.public_id, at=cast.at, on=cast.on, action=action)


def laid_out_by_nav(cast: Cast, row: Agreement, person: str = "nora") -> AgreementText:
    """All that three are to sign, written and laid out by NAV, with Rana Renhold as a party."""
    with deed_of(cast, "hege", person, Permission.AGREEMENT_CHANGE) as deed:
        assess(deed, Assessed(cast.on, True, False, "Kontakt", "Hjelpemidler", why_not_together="Ferie"))
        drafting.write_line(deed, follow_up(cast))
        drafting.write_line(deed, commitment(cast))
        drafting.set_review(deed, cast.on + timedelta(days=60))
        said = EmployerSaid("Rana Renhold", NUMBER, "Erik Stormo", email="erik@example.no")
        drafting.name_employer(deed, said)
        versions.change_contact(deed, contact_of(cast.accounts["hege"]), handover="", language="nb")
        versions.lay_out(deed, language="nb")
    return waiting(row)


def lines_on(topics: Iterable[Topic]) -> tuple[Line, ...]:
    """A line for each topic, with a word that stands nowhere else, and one about nothing of the person."""
    about = [
        Line(
            UUID(int=place + 1).hex,
            LineKind.ACCOMMODATION,
            f"{WITHHELD}{topic.value.replace('_', '')}",
            topic=topic,
            responsible="Siv Rønning" if topic is Topic.SUPPORT else "Hege Dahl",
            deadline=date(2026, 12, 15),
        )
        for place, topic in enumerate(topics)
    ]
    return (Line(UUID(int=99).hex, LineKind.COMMITMENT, "Fadder de første ukene", Party.EMPLOYER), *about)


def drafted(cast: Cast, row: Agreement, lines: Iterable[Line]) -> None:
    """The lines stand in the draft."""
    for line in lines:
        drafted_line = DraftLine(
            person=row.person,
            agreement=row,
            public_id=UUID(line.key),
            kind=line.kind,
            topic=line.topic or "",
            owner=line.owner,
            towards=line.towards,
            deadline=line.deadline,
            written_by=cast.accounts["hege"],
            written_by_party=Party.NAV,
            written_on=cast.on,
        )
        drafted_line.seal("sealed_text", line.text, key_of(row))
        drafted_line.seal("sealed_responsible", line.responsible, key_of(row))
        drafted_line.save()


def laid_out(
    cast: Cast, row: Agreement, lines: Iterable[Line], *, in_force: bool = False, number: str = NUMBER
) -> AgreementText:
    """A version with these lines, to be signed or in force."""
    content = Content(
        office="NAV Bodø",
        jobseeker=Reached("Nora Lunde", phone="+4790000000"),
        contact=Reached("Hege Dahl", phone="+4791000000"),
        employer=EmployerNamed("Rana Renhold", number, Reached("Erik Stormo", phone="+4792000000")),
        lines=tuple(lines),
        review_on=cast.on + timedelta(days=90),
    )
    written = canonical(content)
    text = AgreementText(
        person=row.person,
        agreement=row,
        number=AgreementText.objects.filter(agreement=row).count() + 1,
        kind="whole",
        asked="jobseeker employer nav",
        digest=digest_of(written),
        has_employer=True,
        laid_out_at=cast.at,
        laid_out_by=cast.accounts["hege"],
        concluded_at=cast.at if in_force else None,
    )
    text.seal("sealed_content", written, key_of(row))
    text.save()
    return text


def job_there(cast: Cast, case: MeasureCase, *, number: str = NUMBER) -> None:
    """The case about a measure is tied to a job at Rana Renhold, and the person is sick-listed."""
    names = {"name": "Rana Renhold", "search_name": "rana renhold", "created_at": cast.at}
    employer, __ = Employer.objects.get_or_create(
        team=case.office, organisation_number=number, defaults=names
    )
    job = Employment.objects.create(person=case.person, employer=employer, started_on=date(2024, 2, 1))
    case.is_employed, case.job, case.sick_listed_from = True, job, date(2026, 11, 2)
    case.save()


def document_of(text: AgreementText, content: bytes = b"%PDF-1.7 sealed") -> AgreementDocument:
    """The sealed document of a version, as the worker keeps it."""
    row = AgreementDocument(
        person=text.person, text=text, digest=sha256(content).hexdigest(), made_at=text.laid_out_at
    )
    row.seal("sealed_content", b64encode(content).decode(), key_of(text.agreement))
    row.save()
    return row
