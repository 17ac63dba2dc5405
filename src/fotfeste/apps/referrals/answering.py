"""Answering a referral: onto a caseload, waiting, or no with what else is offered. Of two, one wins."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.door import Denied
from fotfeste.apps.consents.many import hold_still
from fotfeste.apps.consents.services.lapse import lapse_older
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.models_referrals import OPEN, SentReferral
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.may_follow import may_follow
from fotfeste.apps.people.models import Account, Person, Relation, UnitOwnership
from fotfeste.apps.people.services import add_relation, close_relation, touch
from fotfeste.apps.people.timeline import happened, logged
from fotfeste.apps.referrals.carrying import carry_over
from fotfeste.apps.referrals.inbox import of_team, receivers
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.method import Method
from fotfeste.domain.permissions import Decision, RelationKind, Role
from fotfeste.domain.referral import ReferralAnswer, ReferralFacts, TreatmentRelation, may_be_answered
from fotfeste.domain.verdict import Refused

IN_TREATMENT = frozenset({TreatmentRelation.CURRENT, TreatmentRelation.ENDING})


@dataclass(frozen=True, slots=True)
class Answered:
    """What the team answers. Taking on says by whom the person is followed, and with which method."""

    answer: ReferralAnswer
    specialist: UUID | None = None
    reason: str = ""
    offer: str = ""
    method: Method = Method.IPS


@dataclass(frozen=True, slots=True)
class _Deed:
    row: SentReferral
    by: Acting
    at: datetime
    on: date
    key: SealingKey = field(repr=False)

    @property
    def person(self) -> Person:
        return self.row.person


def act_answer(acting: Acting, referral: UUID, said: Answered, *, at: datetime, on: date) -> UUID:
    """Answer it, and give the person's id. Raises Refused with every reason; of two at once for one."""
    with act():
        row = _locked(acting, referral)
        deed = _Deed(row, acting, at, on, keys_of([(row.person_id, row.person.public_id)])[row.person_id])
        specialist = _specialist(deed, said)
        if against := may_be_answered(_facts(deed, said, specialist)):
            raise Refused(against)
        if said.answer is ReferralAnswer.ACCEPTED and specialist is not None:
            _take_on(deed, specialist, said.method)
        if said.answer is ReferralAnswer.REFUSED:
            _let_go(deed)
        rows = _keep(deed, said, specialist)
        if said.answer is ReferralAnswer.ACCEPTED:
            carry_over(rows, deed.key, on=on)
        happened(deed.person, f"referral.{said.answer}", on=on, by=acting, at=at)
        if said.answer is ReferralAnswer.ACCEPTED and said.method is not Method.IPS:
            happened(deed.person, "course.method-chosen", on=on, by=acting, at=at, method=said.method)
        logged(Action.REFERRAL_ANSWERED, by=acting, at=at, about=deed.person)
        touch(deed.person, on=on)
        return deed.person.public_id


def _locked(acting: Acting, referral: UUID) -> SentReferral:
    """The referral as it is once nobody else can answer it or change the person."""
    row = of_team(acting).filter(public_id=referral).first()
    if row is None:
        raise Denied(Decision(reason_code="access.no-such-person"))
    hold_still([row.person_id])
    return of_team(acting).get(pk=row.pk)


def _specialist(deed: _Deed, said: Answered) -> Account | None:
    known = {each.public_id for each in receivers(deed.by, on=deed.on)}
    if said.specialist not in known:
        return None
    return Account.objects.get(public_id=said.specialist)


def _facts(deed: _Deed, said: Answered, specialist: Account | None) -> ReferralFacts:
    going_on = Episode.objects.filter(person=deed.person, discharged_on=None, accepted_on__isnull=False)
    return ReferralFacts(
        answer=said.answer,
        is_open=deed.row.is_open,
        is_followed=going_on.exists(),
        is_colleague=specialist is not None,
        may_follow=specialist is not None and may_follow(specialist, deed.person, on=deed.on),
        has_reason=bool(said.reason),
        has_offer=bool(said.offer),
    )


def _take_on(deed: _Deed, specialist: Account, method: Method) -> None:
    """The course begins, in this team, with this specialist. Earlier courses stay as they are (I-7.3)."""
    row, person, on = deed.row, deed.person, deed.on
    lapse_older(person, than=row.referred_on, at=deed.at)
    Episode.objects.filter(person=person, discharged_on=None).update(
        accepted_on=on, method=method, version=F("version") + 1
    )
    _belong_to_team(deed)
    followed = Relation.objects.filter(
        person=person, kind=RelationKind.EMPLOYMENT_SPECIALIST, ended_at=None, until_day=None
    )
    for relation in followed.exclude(account=specialist).select_related("person"):
        close_relation(relation, by=deed.by, at=deed.at, on=on, why="referred_anew")
    if not followed.filter(account=specialist).exists():
        _stands(deed, RelationKind.EMPLOYMENT_SPECIALIST, specialist, row.team_id)
    treats = row.sent_as == Role.CLINICIAN and row.treatment in IN_TREATMENT
    around = Relation.objects.filter(person=person, kind=RelationKind.CLINICIAN, ended_at=None)
    if treats and not around.filter(account=row.sent_by_id, until_day=None).exists():
        _stands(deed, RelationKind.CLINICIAN, row.sent_by, row.sent_from_id)


def _stands(deed: _Deed, kind: RelationKind, account: Account, unit: int | None) -> None:
    relation = Relation(person=deed.person, account=account, unit_id=unit, kind=kind, from_day=deed.on)
    add_relation(relation, by=deed.by, at=deed.at, on=deed.on)


def _belong_to_team(deed: _Deed) -> None:
    current = UnitOwnership.objects.filter(person=deed.person, until_day=None)
    if current.filter(unit=deed.row.team_id).exists():
        return
    current.update(until_day=deed.on)
    UnitOwnership.objects.create(person=deed.person, unit_id=deed.row.team_id, from_day=deed.on)


def _let_go(deed: _Deed) -> None:
    """The course that waited is over before it began, unless another referral waits for it."""
    waiting = SentReferral.objects.filter(episode=deed.row.episode_id, reply__in=OPEN)
    if deed.row.episode_id and not waiting.exclude(pk=deed.row.pk).exists():
        Episode.objects.filter(pk=deed.row.episode_id, accepted_on=None, discharged_on=None).update(
            discharged_on=deed.on, version=F("version") + 1
        )


def _keep(deed: _Deed, said: Answered, specialist: Account | None) -> list[SentReferral]:
    """The answer, on this referral; who is taken on is so on every referral that waits in the team."""
    rows = [deed.row]
    if said.answer is ReferralAnswer.ACCEPTED:
        same = SentReferral.objects.filter(person=deed.person, team=deed.row.team_id, reply__in=OPEN)
        rows += list(same.exclude(pk=deed.row.pk))
    for row in rows:
        row.reply, row.answered_on, row.answered_by_id = said.answer, deed.on, deed.by.account_id
        row.specialist = specialist if said.answer is ReferralAnswer.ACCEPTED else None
        row.seal("sealed_reason", said.reason, deed.key)
        row.seal("sealed_offer", said.offer, deed.key)
        row.version += 1
        row.save()
    return rows
