"""What a referral told is carried into the record when the person is taken on. Nothing of it opens anything.

Ties to NAV become statements that wait to be confirmed with the person, as those of a list do (design §7).
The first scope of consent becomes a proposal on the consent's page: never a consent.
"""

from collections.abc import Sequence
from datetime import date

from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.economy.selectors import benefit_of, registration_of
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.models_referrals import OPEN, SentReferral
from fotfeste.apps.people.acting import standing
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.consent import Reply
from fotfeste.domain.permissions import Protection, RelationKind


def carry_over(rows: Sequence[SentReferral], key: SealingKey, *, on: date) -> None:
    """Carry over what these referrals of one person told, the first that says something of each.

    What is known here already stays: a referral does not change it.
    """
    person = rows[0].person
    said = {scope for row in rows for scope in row.consents}
    Episode.objects.filter(person=person, discharged_on=None).update(consents_said=sorted(said))
    for row in rows:
        _registration(person, row)
        _benefit(person, row, key)
        _adviser(person, row, key, on=on)


def waiting_in(person: Person) -> list[SentReferral]:
    """The referrals of the person's open course that nobody has answered yet."""
    rows = SentReferral.objects.filter(person=person, episode__discharged_on=None, reply__in=OPEN)
    return list(rows.select_related("person").order_by("pk"))


def _registration(person: Person, row: SentReferral) -> None:
    if row.nav_registration != Reply.UNCLEAR and registration_of(person) is None:
        NavRegistration.objects.create(person=person, answer=row.nav_registration, stated_on=row.referred_on)


def _benefit(person: Person, row: SentReferral, key: SealingKey) -> None:
    kind = row.opened("sealed_benefit", key)
    if kind and benefit_of(person) is None:
        told = BenefitStatement(person=person, stated_on=row.referred_on)
        told.seal("sealed_kind", kind, key)
        told.save()


def _adviser(person: Person, row: SentReferral, key: SealingKey, *, on: date) -> None:
    """A named contact without a log-in, to be linked later. An office can tell where somebody lives."""
    name, office = row.opened("sealed_nav_adviser", key), row.opened("sealed_nav_office", key)
    kind = RelationKind.NAV_ADVISER
    if not name or Relation.objects.filter(standing(on), person=person, kind=kind).exists():
        return
    is_open = person.protection == Protection.NONE
    Relation.objects.create(
        person=person, kind=kind, contact_name=name, unit_name=office if is_open else "", from_day=on
    )
