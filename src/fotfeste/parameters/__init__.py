"""Rules as dated data: YAML with sources, and the small typed loader that reads it.

Each constant is one file under `values/`. Ask it with `.on(day)`; a day without a rule is an error.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from fotfeste.domain.agenda.guideline import (
    AgendaHorizon,
    Guideline,
    GuidelineDocument,
    start_up_is_judged_on,
)
from fotfeste.domain.agreements.drafting import AgreementWords
from fotfeste.domain.agreements.limits import AgreementLimits
from fotfeste.domain.attachments import AttachmentLimits
from fotfeste.domain.caseload import CaseloadGuidance
from fotfeste.domain.dated import Dated
from fotfeste.domain.disclosure import DisclosureRhythm
from fotfeste.domain.disclosure_topics import OfferedTopics
from fotfeste.domain.emergency import EmergencyLimits
from fotfeste.domain.employer_needs import EmployerNeedsRhythm
from fotfeste.domain.employer_relation import RelationRhythm
from fotfeste.domain.fidelity import FidelityLimits
from fotfeste.domain.handover import HandoverLimits
from fotfeste.domain.job_kept import KeptDefinition
from fotfeste.domain.job_leads import ApplicationRhythm
from fotfeste.domain.job_plan import JobPlanRhythm
from fotfeste.domain.job_search import RapidSearch
from fotfeste.domain.job_support import SupportPlanRhythm
from fotfeste.domain.log_in import LogInLimits
from fotfeste.domain.log_review import ReviewLimits
from fotfeste.domain.measures.allowance import AllowanceConditions, AllowanceRates
from fotfeste.domain.measures.case_limits import CaseLimits
from fotfeste.domain.measures.complaint import ComplaintWeeks
from fotfeste.domain.measures.duration import DurationLadder
from fotfeste.domain.measures.employer_gate import EmployerClock
from fotfeste.domain.measures.expiry import ExpiryWarnings
from fotfeste.domain.measures.extending import NavPractice
from fotfeste.domain.measures.issuer import IssuerDuty
from fotfeste.domain.measures.merger import MeasureMerger
from fotfeste.domain.measures.nav_days import NavDays
from fotfeste.domain.measures.providers import ProviderLimits
from fotfeste.domain.measures.reports import ReportRhythm
from fotfeste.domain.measures.starting import MeasureConditions
from fotfeste.domain.problems import ProblemLimits
from fotfeste.domain.remarks import RemarkLimits
from fotfeste.domain.seal import SealLimits
from fotfeste.domain.sensitive_words import SensitiveWords
from fotfeste.domain.startup import StartUpGuideline
from fotfeste.domain.support import FollowAlongRhythm
from fotfeste.domain.unit_meeting import UnitMeetingLimits
from fotfeste.parameters.loading import load

GUIDELINE_DOCUMENT = load("guideline", GuidelineDocument)
STARTUP_GUIDELINE = load("startup", StartUpGuideline)
PROBLEM_LIMITS = load("problems", ProblemLimits)
JOB_SEARCH = load("job_search", ApplicationRhythm)
ATTACHMENT_LIMITS = load("attachments", AttachmentLimits)
RAPID_SEARCH = load("rapid_search", RapidSearch)
FOLLOW_ALONG = load("follow_along", FollowAlongRhythm)
DISCLOSURE_RHYTHM = load("disclosure", DisclosureRhythm)
CASELOAD_GUIDANCE = load("caseload", CaseloadGuidance)
AGENDA_HORIZON = load("agenda", AgendaHorizon)
EMPLOYER_RELATION = load("employer_relation", RelationRhythm)
HANDOVER_LIMITS = load("handover", HandoverLimits)
EMERGENCY_LIMITS = load("emergency", EmergencyLimits)
LOG_IN_LIMITS = load("log_in", LogInLimits)
REVIEW_LIMITS = load("log_review", ReviewLimits)
REMARK_LIMITS = load("remarks", RemarkLimits)
DISCLOSURE_TOPICS = load("disclosure_topics", OfferedTopics)
SENSITIVE_WORDS = load("sensitive_words", SensitiveWords)
FIDELITY_LIMITS = load("fidelity", FidelityLimits)
UNIT_MEETING_LIMITS = load("unit_meeting", UnitMeetingLimits)
EXPIRY_WARNINGS = load("expiry_warnings", ExpiryWarnings)

MEASURE_PARAMETERS: tuple[Dated[Any], ...] = (
    load("duration_follow_up", DurationLadder),
    load("duration_ips", DurationLadder),
    load("duration_ips_young", DurationLadder),
    load("duration_supported_employment", DurationLadder),
    load("conditions_follow_up", MeasureConditions),
    load("conditions_ips", MeasureConditions),
    load("conditions_ips_young", MeasureConditions),
    load("conditions_supported_employment", MeasureConditions),
    load("measure_merger", MeasureMerger),
    EXPIRY_WARNINGS,
    load("nav_days", NavDays),
    load("nav_practice", NavPractice),
    load("complaint_weeks", ComplaintWeeks),
    load("employer_clock", EmployerClock),
    load("allowance_conditions", AllowanceConditions),
    load("allowance_rates", AllowanceRates),
    load("issuer_duty", IssuerDuty),
    load("measure_reports", ReportRhythm),
)
"""What the rules of measures read, by name through a rule's book."""
JOB_KEPT = load("job_kept", KeptDefinition)
JOB_PLAN_RHYTHM = load("job_plan", JobPlanRhythm)
SUPPORT_PLAN_RHYTHM = load("job_support", SupportPlanRhythm)
EMPLOYER_NEEDS_RHYTHM = load("employer_needs", EmployerNeedsRhythm)
MEASURE_CASE_LIMITS = load("measure_case", CaseLimits)
PROVIDER_LIMITS = load("measure_providers", ProviderLimits)
SEAL_LIMITS = load("seal", SealLimits)
AGREEMENT_LIMITS = load("agreements", AgreementLimits)
AGREEMENT_WORDS = load("agreement_words", AgreementWords)

ALL: tuple[Dated[Any], ...] = (
    *MEASURE_PARAMETERS,
    GUIDELINE_DOCUMENT,
    STARTUP_GUIDELINE,
    PROBLEM_LIMITS,
    JOB_SEARCH,
    ATTACHMENT_LIMITS,
    SEAL_LIMITS,
    RAPID_SEARCH,
    FOLLOW_ALONG,
    DISCLOSURE_RHYTHM,
    CASELOAD_GUIDANCE,
    AGENDA_HORIZON,
    EMPLOYER_RELATION,
    HANDOVER_LIMITS,
    EMERGENCY_LIMITS,
    LOG_IN_LIMITS,
    REVIEW_LIMITS,
    REMARK_LIMITS,
    DISCLOSURE_TOPICS,
    SENSITIVE_WORDS,
    FIDELITY_LIMITS,
    UNIT_MEETING_LIMITS,
    JOB_KEPT,
    JOB_PLAN_RHYTHM,
    SUPPORT_PLAN_RHYTHM,
    EMPLOYER_NEEDS_RHYTHM,
    MEASURE_CASE_LIMITS,
    PROVIDER_LIMITS,
    AGREEMENT_LIMITS,
    AGREEMENT_WORDS,
)
"""Every parameter, for lists, checks and the documents."""


@lru_cache(maxsize=512)
def guideline_on(day: date) -> Guideline:
    """The guideline as it applies on a day. Raises NotInForce for a day before its first version."""
    return Guideline(
        version=GUIDELINE_DOCUMENT.on(day).version,
        start_up=STARTUP_GUIDELINE.on(day),
        problems=PROBLEM_LIMITS.on(day),
        search=RAPID_SEARCH.on(day),
        support=FOLLOW_ALONG.on(day),
        disclosure=DISCLOSURE_RHYTHM.on(day),
        job_plan=JOB_PLAN_RHYTHM.on(day),
        job_support=SUPPORT_PLAN_RHYTHM.on(day),
        employer_needs=EMPLOYER_NEEDS_RHYTHM.on(day),
        caseload=CASELOAD_GUIDANCE.on(day),
        horizon=AGENDA_HORIZON.on(day),
        remarks=REMARK_LIMITS.on(day),
        applications=JOB_SEARCH.on(day),
    )


@lru_cache(maxsize=4096)
def guideline_for(referred_on: date | None, *, on: date) -> Guideline:
    """The guideline for one person: the start-up by the version of its day, the rest by today's."""
    first = STARTUP_GUIDELINE.versions[-1].effect_from
    day = start_up_is_judged_on(referred_on, on=on, first_version=first)
    return replace(guideline_on(on), start_up=STARTUP_GUIDELINE.on(day))
