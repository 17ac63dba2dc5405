"""Agreements with providers: who, which measure, from when to when, how many places, how many are free."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from fotfeste.api.calls import calling
from fotfeste.api.fields import Day, Id
from fotfeste.api.once import Done
from fotfeste.api.policy import api_policy, needs
from fotfeste.api.schemas import Saved, Sent, Shown
from fotfeste.api.trouble import Stale, not_found
from fotfeste.apps.measures.agreements import (
    AgreementSaid,
    AgreementSeen,
    StaleAgreement,
    act_agree,
    act_change,
    agreement,
    agreements,
    providers,
    versions_of,
)
from fotfeste.apps.measures.models import FrameworkAgreement
from fotfeste.domain.measures.kinds import MeasureKind
from fotfeste.domain.permissions import Ability

router = Router(tags=["Agreements with providers"])

ALL = "/measure-agreements"
ONE = ALL + "/{uuid:agreement_id}"
KEEP = needs(Ability.MEASURE_AGREEMENT_KEEP)
READ = needs(Ability.MEASURE_AGREEMENT_READ)
MOST_OFFICES = 500


class AgreementChangeSent(Sent):
    """An agreement as it is to be. Both days are counted in; no last day: no end is agreed."""

    from_day: Day
    until_day: Day | None = None
    places: int = Field(ge=0, le=100_000, strict=True)
    offices: list[Id] = Field(max_length=MOST_OFFICES, description="The caller's own office among them.")


class AgreementSent(AgreementChangeSent):
    """A new agreement. Another provider or measure is another agreement."""

    provider: Id
    measure: MeasureKind


class ProviderNamed(Shown):
    """A provider by id and name."""

    id: UUID
    name: str


class ProvidersShown(Shown):
    """The providers there are."""

    providers: list[ProviderNamed]


class AgreementOffice(Shown):
    """An office that an agreement is for."""

    id: UUID
    name: str


class AgreementShown(Shown):
    """An agreement, and what is taken of it now."""

    id: UUID
    version: int = Field(description="For If-Match, when you change it.")
    provider: str
    measure: MeasureKind
    from_day: date
    until_day: date | None
    offices: list[AgreementOffice]
    places: int
    taken: int = Field(description="Going on, or granted a place and not ended.")
    free: int
    waiting: int = Field(description="Granted the measure, with no place yet.")


class AgreementsShown(Shown):
    """Agreements of the caller's office or provider."""

    agreements: list[AgreementShown]


class AgreementVersionShown(Shown):
    """How an agreement stood after somebody saved it."""

    number: int
    from_day: date
    until_day: date | None
    places: int
    offices: list[str]
    saved_at: datetime
    saved_by: str


class AgreementWithHistory(AgreementShown):
    """An agreement with every version of it, the newest first."""

    versions: list[AgreementVersionShown]


@router.get("/measure-providers", response=ProvidersShown, summary="The providers there are")
@api_policy(KEEP)
def list_measure_providers(request: HttpRequest) -> dict[str, Any]:
    """Providers that an office can make an agreement with."""
    return {"providers": [{"id": each.public_id, "name": each.name} for each in providers()]}


@router.get(ALL, response=AgreementsShown, summary="Agreements with providers")
@api_policy(READ)
def list_measure_agreements(request: HttpRequest) -> dict[str, Any]:
    """Those of your office, or for a provider those with NAV. Counts, and nobody's name."""
    call = calling(request)
    return {"agreements": [_shown(each) for each in agreements(call.acting, on=call.on)]}


@router.post(ALL, response={201: Saved}, summary="Make an agreement with a provider")
@api_policy(KEEP)
def make_measure_agreement(request: HttpRequest, said: AgreementSent) -> Done:
    """A new agreement. Refused where it overlaps another on the same measure for one of the offices."""
    call = calling(request)
    row = act_agree(call.acting, _said(said, said.provider, said.measure), at=call.at, on=call.on)
    return Done(Saved(id=row.public_id, version=row.version), 201, f"/api/v1{ALL}/{row.public_id}")


@router.get(ONE, response=AgreementWithHistory, summary="One agreement with a provider")
@api_policy(READ)
def get_measure_agreement(request: HttpRequest, response: HttpResponse, agreement_id: UUID) -> dict[str, Any]:
    """One agreement, with how it stood before."""
    call = calling(request)
    found = agreement(call.acting, agreement_id, on=call.on)
    if found is None:
        raise not_found()
    response["ETag"] = f'"{found.row.version}"'
    names = ("number", "from_day", "until_day", "places", "saved_at")
    return _shown(found) | {
        "versions": [
            {"offices": each.office_names, "saved_by": each.saved_by.name}
            | {name: getattr(each, name) for name in names}
            for each in versions_of(found.row)
        ]
    }


@router.put(ONE, response=Saved, summary="Change an agreement with a provider")
@api_policy(KEEP, edits=True)
def change_measure_agreement(request: HttpRequest, agreement_id: UUID, said: AgreementChangeSent) -> Done:
    """Change it. How it stood before is kept."""
    call = calling(request)
    version = call.expected_version
    try:
        row = act_change(call.acting, agreement_id, _said(said), version=version, at=call.at, on=call.on)
    except LookupError:
        raise not_found() from None
    except StaleAgreement as stale:
        raise Stale(version, stale.row.version, _current(stale.row)) from None
    return Done(Saved(id=row.public_id, version=row.version))


def _said(
    sent: AgreementChangeSent, provider: UUID | None = None, measure: MeasureKind = MeasureKind.FOLLOW_UP
) -> AgreementSaid:
    return AgreementSaid(sent.from_day, sent.until_day, sent.places, tuple(sent.offices), provider, measure)


def _current(row: FrameworkAgreement) -> dict[str, object]:
    last = row.until_day.isoformat() if row.until_day else None
    offices = [str(each.public_id) for each in row.offices.all()]
    return {"from_day": row.from_day.isoformat(), "until_day": last, "places": row.places, "offices": offices}


def _shown(found: AgreementSeen) -> dict[str, Any]:
    row, taken = found.row, found.taken
    return {
        "id": row.public_id,
        "provider": row.provider.name,
        "offices": [{"id": each.public_id, "name": each.name} for each in found.offices],
        **{name: getattr(row, name) for name in ("version", "measure", "from_day", "until_day", "places")},
        **{name: getattr(taken, name) for name in ("taken", "free", "waiting")},
    }
