"""NAV names the provider, at the grant or later, and can choose another with a reason (F-05)."""

from datetime import date
from uuid import UUID

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.measures.following import participation_followed
from fotfeste.apps.measures.guides import By, guide_now, relieve
from fotfeste.apps.measures.models import FrameworkAgreement, Participation, ProviderChange
from fotfeste.apps.measures.places import Taken, agreement_with, is_over, taken_of
from fotfeste.apps.people.models import Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.domain.verdict import Reason, Refused, because

_OURS = "house §providers"


def agreed_providers(office: Unit, measure: str, *, on: date) -> list[tuple[Unit, Taken]]:
    """The providers with an agreement for this office and measure that has not run out, and their places."""
    rows = FrameworkAgreement.objects.filter(offices=office, measure=measure)
    rows = rows.select_related("provider").prefetch_related("offices").order_by("provider__name", "from_day")
    going = [each for each in rows if each.until_day is None or each.until_day >= on]
    taken = taken_of(going, on=on)
    found: dict[int, tuple[Unit, Taken]] = {}
    for each in going:
        found.setdefault(each.provider_id, (each.provider, taken[each.pk]))
    return list(found.values())


def named_provider(public_id: UUID | None) -> Unit | None:
    """The provider by id."""
    return Unit.objects.filter(public_id=public_id, kind=UnitKind.PROVIDER).first() if public_id else None


def change_provider(deed: Deed, about: str, *, provider: Unit | None, why: str) -> None:
    """Another provider from now on. Who has begun must have a free place there; others keep their turn."""
    row = participation_followed(deed.found, deed.by, about, at=deed.at, on=deed.on)
    if against := list(_against(row, provider, on=deed.on)):
        raise Refused(tuple(against))
    assert provider is not None  # noqa: S101  # refused above
    guide = guide_now(row)
    if guide is not None:
        relieve(guide, why, deed.key, By(deed.by, deed.at, deed.on))
    change = ProviderChange(
        person=deed.person,
        participation=row,
        before=row.provider,
        after=provider,
        written_on=deed.on,
        written_by_id=deed.by.account_id,
    )
    change.seal("sealed_why", why.strip(), deed.key)
    change.save()
    row.provider = provider
    row.version += 1
    row.save()
    deed.done("measure.provider-changed")


def _against(row: Participation, provider: Unit | None, *, on: date) -> list[Reason]:
    if is_over(row, on):
        return [because("measure-provider.ended", _OURS)]
    if provider is None or provider.pk == row.provider_id:
        return [because("measure-provider.choose-another", _OURS)]
    day = max(on, row.starts_on)
    agreement = agreement_with(provider.pk, row.measure, row.office_id, on=day)
    if agreement is None:
        return [because("measure-provider.no-agreement", _OURS, day=day)]
    if row.first_start is not None and not taken_of([agreement], on=on)[agreement.pk].free:
        return [because("measure-provider.full", _OURS)]
    return []
