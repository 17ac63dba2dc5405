"""The tables of the measures, one file for each idea. Django finds them here."""

from fotfeste.apps.measures.models_cases import (
    AmountAgreed,
    AssessmentWeighed,
    BenefitPutDown,
    ContentPart,
    MeasureCase,
    NeedTalk,
    TriedBefore,
)
from fotfeste.apps.measures.models_decisions import MeasureDecision
from fotfeste.apps.measures.models_employer import EmployerPlan, IssuerNotice, SickNoteIssuer
from fotfeste.apps.measures.models_history import OldParticipation
from fotfeste.apps.measures.models_offices import OfficeCooperation
from fotfeste.apps.measures.models_participations import Interruption, MeasureReport, Participation
from fotfeste.apps.measures.models_providers import (
    AgreementVersion,
    FrameworkAgreement,
    GuideAssignment,
    ProviderChange,
    ProviderProposal,
)
from fotfeste.apps.measures.models_requests import MeasureRequest
from fotfeste.apps.measures.models_tasks import NavTaskDone
from fotfeste.apps.measures.models_warnings import ExpiryWarning

__all__ = [
    "AgreementVersion",
    "AmountAgreed",
    "AssessmentWeighed",
    "BenefitPutDown",
    "ContentPart",
    "EmployerPlan",
    "ExpiryWarning",
    "FrameworkAgreement",
    "GuideAssignment",
    "Interruption",
    "IssuerNotice",
    "MeasureCase",
    "MeasureDecision",
    "MeasureReport",
    "MeasureRequest",
    "NavTaskDone",
    "NeedTalk",
    "OfficeCooperation",
    "OldParticipation",
    "Participation",
    "ProviderChange",
    "ProviderProposal",
    "SickNoteIssuer",
    "TriedBefore",
]
