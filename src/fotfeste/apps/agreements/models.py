"""The tables of the agreement, one file for each idea. Django finds them here."""

from fotfeste.apps.agreements.models_agreements import (
    Agreement,
    AgreementReview,
    ContactPerson,
    DraftLine,
    JointAssessment,
    SharedWithSpecialist,
)
from fotfeste.apps.agreements.models_employer import (
    AgreementNotice,
    EmployerInvitation,
    EmployerMember,
    EmployerSentPlan,
)
from fotfeste.apps.agreements.models_promises import (
    AgreedPromise,
    AgreementQuestion,
    EndingAsked,
    RegularContact,
)
from fotfeste.apps.agreements.models_requests import AgreementRequest
from fotfeste.apps.agreements.models_versions import AgreementDocument, AgreementText, Signature

__all__ = [
    "AgreedPromise",
    "Agreement",
    "AgreementDocument",
    "AgreementNotice",
    "AgreementQuestion",
    "AgreementRequest",
    "AgreementReview",
    "AgreementText",
    "ContactPerson",
    "DraftLine",
    "EmployerInvitation",
    "EmployerMember",
    "EmployerSentPlan",
    "EndingAsked",
    "JointAssessment",
    "RegularContact",
    "SharedWithSpecialist",
    "Signature",
]
