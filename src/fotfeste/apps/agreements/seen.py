"""Looking at a person's agreement: one door, few statements, texts opened after."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.apps.agreements.assessing import newest_assessment
from fotfeste.apps.agreements.contents import text_in_force, text_waiting
from fotfeste.apps.agreements.models import (
    Agreement,
    AgreementRequest,
    AgreementReview,
    EmployerSentPlan,
    EndingAsked,
    JointAssessment,
)
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.agreements.plans_sent import plans_of
from fotfeste.apps.agreements.shared import is_shared
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.asked import OneAsked
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.standing import AgreementState, Standing, standing_of
from fotfeste.domain.permissions import Decision, Permission

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class AgreementSeen:
    """A person's agreement and what it is known by. `agreement` is None before NAV has decided to use it."""

    person: Person
    contact: SealedContact
    decision: Decision
    agreement: Agreement | None
    assessment: JointAssessment | None
    requests: tuple[OneAsked[AgreementRequest], ...]
    standing: Standing | None
    reviews: tuple[AgreementReview, ...]
    endings: tuple[EndingAsked, ...]
    earlier: tuple[Agreement, ...]
    is_shared: bool
    """Whether the jobseeker shares it with the own specialist. Said to the jobseeker alone."""
    plans: tuple[EmployerSentPlan, ...]
    """What the employer has sent, the newest first."""
    key: SealingKey = field(repr=False)

    @property
    def is_open(self) -> bool:
        """Whether it can still be worked on."""
        row = self.agreement
        return row is not None and row.ended_on is None and row.lapsed_on is None


def access_agreement(acting: Acting, public_id: UUID, *, at: datetime) -> AgreementSeen:
    """The agreement, for the person, the office in charge and the contact person in NAV.

    What was asked of another office is for the person alone.
    """
    door = opened(acting, public_id, Permission.AGREEMENT_READ, at=at, action=Action.AGREEMENT_SEEN)
    with door as found:
        row = agreement_of(found.person)
        return AgreementSeen(
            person=found.person,
            contact=SealedContact(found.person, found.key),
            decision=found.decision,
            agreement=row,
            assessment=newest_assessment(row) if row else None,
            requests=tuple(OneAsked(each, found.key) for each in _requests(found, row, acting)),
            standing=_standing(row) if row else None,
            reviews=_reviews(row),
            endings=_endings(row, found, acting),
            earlier=_earlier(row),
            is_shared=found.may(Permission.AGREEMENT_OWN) and is_shared(found.person),
            plans=tuple(plans_of(row)) if row else (),
            key=found.key,
        )


def _standing(row: Agreement) -> Standing:
    state = AgreementState(
        row.changed_on,
        is_in_force=text_in_force(row) is not None,
        is_laid_out=text_waiting(row) is not None,
        lapsed_on=row.lapsed_on,
        ended_on=row.ended_on,
    )
    return standing_of(state)


def _reviews(row: Agreement | None) -> tuple[AgreementReview, ...]:
    return tuple(AgreementReview.objects.filter(agreement=row).order_by("-pk")[:A_PAGE]) if row else ()


def _endings(row: Agreement | None, found: Found, acting: Acting) -> tuple[EndingAsked, ...]:
    """NAV sees all who asked; the jobseeker what they asked themselves."""
    if row is None:
        return ()
    rows = EndingAsked.objects.filter(agreement=row).order_by("-pk")
    if found.may(Permission.AGREEMENT_OWN):
        rows = rows.filter(asked_party=Party.JOBSEEKER)
    return tuple(rows[:A_PAGE])


def _earlier(row: Agreement | None) -> tuple[Agreement, ...]:
    """Those that are over, but for the one that is shown. The newest first."""
    if row is None:
        return ()
    over = Agreement.objects.filter(person=row.person_id).exclude(pk=row.pk)
    over = over.exclude(ended_on=None, lapsed_on=None)
    return tuple(over.select_related("office", "employer").order_by("-pk")[:A_PAGE])


def _requests(found: Found, row: Agreement | None, acting: Acting) -> QuerySet[AgreementRequest]:
    rows = AgreementRequest.objects.filter(person=found.person).select_related("office")
    if not found.may(Permission.AGREEMENT_OWN):
        led_to_it = Q(agreement=row) if row else Q(pk=None)
        rows = rows.filter(led_to_it | Q(office=acting.unit_id))
    return rows.order_by("-pk")[:A_PAGE]
