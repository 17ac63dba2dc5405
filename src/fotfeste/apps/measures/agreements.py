"""What NAV has agreed with the providers: made, changed with a version, and every version kept (F-05)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.measures.models import AgreementVersion, FrameworkAgreement
from fotfeste.apps.measures.places import Taken, taken_of
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.domain.measures.kinds import MeasureKind, Span
from fotfeste.domain.measures.providers import AgreementFacts, may_be_agreed
from fotfeste.domain.permissions import Ability, Role
from fotfeste.domain.verdict import Reason, Refused, because
from fotfeste.parameters import PROVIDER_LIMITS

_OURS = "house §providers"


@dataclass(frozen=True, slots=True)
class AgreementSaid:
    """What an agreement says. Provider and measure are only for a new one: another is another agreement."""

    from_day: date
    until_day: date | None
    places: int
    offices: tuple[UUID, ...]
    provider: UUID | None = None
    measure: MeasureKind = MeasureKind.FOLLOW_UP


@dataclass(frozen=True, slots=True)
class AgreementSeen:
    """An agreement and what is taken of it."""

    row: FrameworkAgreement
    taken: Taken

    @property
    def offices(self) -> list[Unit]:
        """The offices it is for, by name."""
        return sorted(self.row.offices.all(), key=lambda each: (each.name, each.pk))


class StaleAgreement(Exception):  # says what is wrong
    """Somebody else changed it first. `row` is how it stands now."""

    def __init__(self, row: FrameworkAgreement) -> None:
        super().__init__(f"the agreement is at version {row.version}")
        self.row = row


def agreements(acting: Acting, *, on: date) -> list[AgreementSeen]:
    """Those of one's own office, or of one's own provider; those in force first. Names nobody."""
    rows = list(_mine(acting).order_by("provider__name", "measure", "-from_day", "pk"))
    taken = taken_of(rows, on=on)
    return [AgreementSeen(row, taken[row.pk]) for row in rows]


def agreement(acting: Acting, public_id: UUID, *, on: date) -> AgreementSeen | None:
    """One of them. None: not there, or of others."""
    row = _mine(acting).filter(public_id=public_id).first()
    return AgreementSeen(row, taken_of([row], on=on)[row.pk]) if row else None


def versions_of(row: FrameworkAgreement) -> list[AgreementVersion]:
    """How it stood after each change, the newest first."""
    return list(AgreementVersion.objects.filter(agreement=row).select_related("saved_by").order_by("-number"))


def providers() -> list[Unit]:
    """The providers there are."""
    return list(Unit.objects.filter(kind=UnitKind.PROVIDER).order_by("name", "pk"))


def act_agree(acting: Acting, said: AgreementSaid, *, at: datetime, on: date) -> FrameworkAgreement:
    """A new agreement. Raises Refused with every reason."""
    with act():
        provider = next((each for each in providers() if each.public_id == said.provider), None)
        offices, against = _offices(acting, said)
        if provider is None:
            against.append(because("measure-agreement.no-such-provider", _OURS))
            raise Refused(tuple(against))
        _hold(provider)
        row = FrameworkAgreement(provider=provider, measure=said.measure)
        _check(row, said, offices, against, on=on)
        return _save(row, said, offices, by=acting, at=at)


def act_change(
    acting: Acting, public_id: UUID, said: AgreementSaid, *, version: int, at: datetime, on: date
) -> FrameworkAgreement:
    """Change one. Raises StaleAgreement when somebody else did first, LookupError when it is not yours."""
    with act():
        seen = _mine(acting).filter(public_id=public_id).first()
        if seen is None or not acting.has(Ability.MEASURE_AGREEMENT_KEEP):
            raise LookupError(public_id)
        _hold(seen.provider)
        row = _mine(acting).get(pk=seen.pk)
        if row.version != version:
            raise StaleAgreement(row)
        offices, against = _offices(acting, said)
        _check(row, said, offices, against, on=on)
        row.version += 1
        return _save(row, said, offices, by=acting, at=at)


def _mine(acting: Acting) -> QuerySet[FrameworkAgreement]:
    rows = FrameworkAgreement.objects.select_related("provider").prefetch_related("offices")
    if acting.role is Role.GUIDE:
        return rows.filter(provider=acting.unit_id)
    return rows.filter(offices=acting.unit_id)


def _offices(acting: Acting, said: AgreementSaid) -> tuple[list[Unit], list[Reason]]:
    found = list(Unit.objects.filter(kind=UnitKind.NAV_OFFICE, public_id__in=said.offices).order_by("pk"))
    if len(found) != len(set(said.offices)) or not found:
        return found, [because("measure-agreement.no-office", _OURS)]
    if acting.unit not in said.offices:
        return found, [because("measure-agreement.not-yours", _OURS)]
    return found, []


def _check(
    row: FrameworkAgreement, said: AgreementSaid, offices: Sequence[Unit], against: list[Reason], *, on: date
) -> None:
    others = FrameworkAgreement.objects.filter(
        provider=row.provider, measure=row.measure, offices__in=offices
    ).exclude(pk=row.pk)
    facts = AgreementFacts(
        first=said.from_day,
        last=said.until_day,
        places=said.places,
        begun=taken_of([row], on=on)[row.pk].begun if row.pk else 0,
        others=tuple(Span(*each) for each in set(others.values_list("from_day", "until_day"))),
    )
    if verdict := (*against, *may_be_agreed(facts, PROVIDER_LIMITS.on(on))):
        raise Refused(verdict)


def _save(
    row: FrameworkAgreement, said: AgreementSaid, offices: Sequence[Unit], *, by: Acting, at: datetime
) -> FrameworkAgreement:
    row.from_day, row.until_day, row.places = said.from_day, said.until_day, said.places
    row.save()
    row.offices.set(offices)
    AgreementVersion.objects.create(
        agreement=row,
        number=row.version,
        from_day=row.from_day,
        until_day=row.until_day,
        places=row.places,
        office_names=sorted(each.name for each in offices),
        saved_at=at,
        saved_by_id=by.account_id,
    )
    record(
        Entry(
            Action.MEASURE_AGREEMENT_SAVED,
            by.who,
            at,
            object_type="measure_agreement",
            object_id=row.public_id,
        )
    )
    return row


def _hold(provider: Unit) -> None:
    """Two who agree with the same provider at once: one after the other."""
    if connection.vendor == "postgresql":
        list(Unit.objects.select_for_update(no_key=True).filter(pk=provider.pk).values_list("pk"))
