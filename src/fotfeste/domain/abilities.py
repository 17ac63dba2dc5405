"""What somebody in a role may do that is not about one person."""

from collections.abc import Mapping
from enum import StrEnum

from fotfeste.domain.roles import Role


class Ability(StrEnum):
    """Something one may do that is not about one person. `<what>:<do>`, kept alphabetised."""

    ACCOUNT_ADMINISTER = "account:administer"
    AGENDA_OWN = "agenda:own"
    AGREEMENTS_OWN = "agreements:own"
    AGREEMENT_REQUEST_ANSWER = "agreement_request:answer"
    BREAK_GLASS_APPROVE = "break_glass:approve"
    BREAK_GLASS_ASK = "break_glass:ask"
    CASELOAD_HAND_OVER = "caseload:hand_over"
    CASELOAD_IMPORT = "caseload:import"
    CASELOAD_OWN = "caseload:own"
    EMPLOYER_CHANGE = "employer:change"
    EMPLOYER_READ = "employer:read"
    LIST_BRING = "list:bring"
    LOG_REVIEW = "log:review"
    MEASURE_AGREEMENT_KEEP = "measure_agreement:keep"
    MEASURE_AGREEMENT_READ = "measure_agreement:read"
    MEASURE_HISTORY_IMPORT = "measure_history:import"
    MEASURE_REQUEST_ANSWER = "measure_request:answer"
    NOTICES_OWN = "notices:own"
    PARTICIPANTS_OWN = "participants:own"
    PERSON_SEARCH = "person:search"
    RECORD_OWN = "record:own"
    REFERRAL_ANSWER = "referral:answer"
    REFERRAL_SEND = "referral:send"
    SHARED_PEOPLE_READ = "shared_people:read"
    TEAM_READ = "team:read"
    UNIT_MEETING_JOIN = "unit_meeting:join"


ABILITIES: Mapping[Ability, frozenset[Role]] = {
    Ability.ACCOUNT_ADMINISTER: frozenset({Role.ADMINISTRATOR}),
    Ability.AGENDA_OWN: frozenset({Role.EMPLOYMENT_SPECIALIST}),
    Ability.AGREEMENTS_OWN: frozenset({Role.EMPLOYER_CONTACT}),
    Ability.AGREEMENT_REQUEST_ANSWER: frozenset({Role.NAV_ADVISER}),
    Ability.BREAK_GLASS_APPROVE: frozenset({Role.IPS_SUPERVISOR}),
    Ability.BREAK_GLASS_ASK: frozenset({Role.ADMINISTRATOR}),
    Ability.CASELOAD_HAND_OVER: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR}),
    Ability.CASELOAD_IMPORT: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR}),
    Ability.CASELOAD_OWN: frozenset({Role.EMPLOYMENT_SPECIALIST}),
    Ability.EMPLOYER_CHANGE: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR}),
    Ability.EMPLOYER_READ: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR}),
    Ability.LIST_BRING: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR, Role.NAV_ADVISER}),
    Ability.LOG_REVIEW: frozenset({Role.IPS_SUPERVISOR}),
    Ability.MEASURE_AGREEMENT_KEEP: frozenset({Role.NAV_ADVISER}),
    Ability.MEASURE_AGREEMENT_READ: frozenset({Role.NAV_ADVISER, Role.GUIDE}),
    Ability.MEASURE_HISTORY_IMPORT: frozenset({Role.NAV_ADVISER}),
    Ability.MEASURE_REQUEST_ANSWER: frozenset({Role.NAV_ADVISER}),
    Ability.NOTICES_OWN: frozenset({Role.JOBSEEKER, Role.NAV_ADVISER, Role.EMPLOYER_CONTACT}),
    Ability.PARTICIPANTS_OWN: frozenset({Role.GUIDE}),
    Ability.PERSON_SEARCH: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.NAV_ADVISER, Role.CLINICIAN}),
    Ability.RECORD_OWN: frozenset({Role.JOBSEEKER}),
    Ability.REFERRAL_ANSWER: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR}),
    Ability.REFERRAL_SEND: frozenset({Role.CLINICIAN, Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR}),
    Ability.SHARED_PEOPLE_READ: frozenset({Role.NAV_ADVISER, Role.CLINICIAN}),
    Ability.TEAM_READ: frozenset({Role.IPS_SUPERVISOR}),
    Ability.UNIT_MEETING_JOIN: frozenset({Role.EMPLOYMENT_SPECIALIST, Role.IPS_SUPERVISOR, Role.CLINICIAN}),
}


def has_ability(role: Role, ability: Ability) -> bool:
    """Whether somebody in this role may do this at all."""
    return role in ABILITIES[ability]
