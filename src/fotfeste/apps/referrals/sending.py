"""Sending a referral. The answer is the same for anybody: who refers learns nothing of what was here."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.many import hold_still
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.models_referrals import SentReferral
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Controller, Person, Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import register_person, touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.apps.vault.keys import index_of, keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import ConsentScope, Protection, Role
from fotfeste.domain.referral import NewReferral, TreatmentRelation, may_be_sent
from fotfeste.domain.verdict import Refused
from fotfeste.parameters import GUIDELINE_DOCUMENT


@dataclass(frozen=True, slots=True, repr=False)
class ReferralWritten:
    """What somebody wrote. `identity_number` is eleven digits, already checked, or empty."""

    team: UUID | None
    contact: Contact
    referred_on: date
    wishes_to_work: bool
    treatment: TreatmentRelation
    identity_number: str = ""
    protection: Protection = Protection.UNKNOWN
    referrer: str = ""
    information_talk: str = "unknown"
    talk_on: date | None = None
    talk_by: str = ""
    nav_registration: Reply = Reply.UNCLEAR
    nav_office: str = ""
    nav_adviser: str = ""
    benefit: str = ""
    nav_ties: str = ""
    consents: frozenset[ConsentScope] = field(default_factory=frozenset)
    message: str = ""


def teams_to_refer_to(acting: Acting) -> list[Unit]:
    """The IPS teams one can refer to: their own for those of a team, any for a clinician."""
    teams = Unit.objects.filter(kind=UnitKind.IPS_TEAM).order_by("name", "pk")
    return list(teams if acting.role is Role.CLINICIAN else teams.filter(pk__in=[acting.unit_id or 0]))


def act_send(acting: Acting, written: ReferralWritten, *, at: datetime, on: date) -> SentReferral:
    """Send it to the team's inbox. Raises Refused with every reason."""
    with act():
        team = next((each for each in teams_to_refer_to(acting) if each.public_id == written.team), None)
        new = NewReferral(
            written.wishes_to_work, team is not None, written.referred_on, talk_on=written.talk_on
        )
        against = may_be_sent(new, on=on)
        if against or team is None:
            raise Refused(against)
        person, key = _person(acting, written, team, at=at, on=on)
        episode = _episode(person, key, written, on=on)
        referral = SentReferral(
            person=person,
            episode=episode,
            team=team,
            sent_by_id=acting.account_id,
            sent_from_id=acting.unit_id,
            sent_as=acting.role,
            sent_at=at,
        )
        _keep(referral, written, key)
        if episode is not None:
            happened(person, "referral.sent", on=written.referred_on, by=acting, at=at)
        logged(Action.REFERRAL_SENT, by=acting, at=at, about=person)
        touch(person, on=on)
        return referral


def _person(
    acting: Acting, written: ReferralWritten, team: Unit, *, at: datetime, on: date
) -> tuple[Person, SealingKey]:
    """The one who is here from before, by the number; else a new record that nobody follows."""
    if written.identity_number:
        _one_at_a_time(team)
        same = Person.objects.filter(
            controller=team.controller, identity_index=index_of("identity-number", written.identity_number)
        )
        if person := same.order_by("-pk").first():
            hold_still([person.pk])
            return person, keys_of([(person.pk, person.public_id)])[person.pk]
    record = register_person(
        written.contact,
        unit=team,
        by=acting,
        at=at,
        on=on,
        identity_number=written.identity_number,
        protection=written.protection,
    )
    return record.person, record.key


def _one_at_a_time(team: Unit) -> None:
    """Where writers do not exclude each other: two who refer the same new number do not make two of one."""
    if connection.vendor == "postgresql":
        list(
            Controller.objects.select_for_update(no_key=True).filter(pk=team.controller_id).values_list("pk")
        )


def _episode(person: Person, key: SealingKey, written: ReferralWritten, *, on: date) -> Episode | None:
    """A new course that waits for an answer. Where one goes on, or waits already, that one."""
    going_on = Episode.objects.filter(person=person, discharged_on=None).first()
    if going_on is not None:
        return going_on if going_on.accepted_on is None else None
    episode = Episode(
        person=person,
        referred_on=written.referred_on,
        information_talk=written.information_talk,
        guideline_version=GUIDELINE_DOCUMENT.on(on).version,
    )
    episode.seal("sealed_referrer", written.referrer, key)
    episode.save()
    return episode


def _keep(referral: SentReferral, written: ReferralWritten, key: SealingKey) -> None:
    """What was written, as it was written."""
    referral.referred_on, referral.treatment = written.referred_on, written.treatment
    referral.information_talk, referral.talk_on = written.information_talk, written.talk_on
    referral.consents, referral.typed_protection = sorted(written.consents), written.protection
    referral.nav_registration = written.nav_registration
    texts = {
        "sealed_typed_name": written.contact.name,
        "sealed_referrer": written.referrer,
        "sealed_talk_by": written.talk_by,
        "sealed_nav_office": written.nav_office,
        "sealed_nav_adviser": written.nav_adviser,
        "sealed_benefit": written.benefit,
        "sealed_nav_ties": written.nav_ties,
        "sealed_message": written.message,
    }
    for column, text in texts.items():
        referral.seal(column, text, key)
    referral.save()
