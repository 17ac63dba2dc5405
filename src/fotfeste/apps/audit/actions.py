"""The closed list of what the log can say was done. Add one here, or it cannot be logged."""

from enum import StrEnum


class Action(StrEnum):
    """What somebody did, or was refused to do. `<noun>.<past or noun>`, kept alphabetised."""

    ACCESS_ASKED_IN_EMERGENCY = "access.asked_in_emergency"
    ACCESS_GRANTED_IN_EMERGENCY = "access.granted_in_emergency"
    ACCESS_REFUSED_IN_EMERGENCY = "access.refused_in_emergency"
    ACCOUNT_CHANGED = "account.changed"
    ACCOUNT_CREATED = "account.created"
    ACCOUNT_DISABLED = "account.disabled"
    AGENDA_SEEN = "agenda.seen"
    CASELOAD_HANDED_OVER = "caseload.handed_over"
    CASELOAD_IMPORTED = "caseload.imported"
    CASELOAD_SEEN = "caseload.seen"
    CLEARANCE_CHANGED = "clearance.changed"
    CONSENT_CONFIRMED = "consent.confirmed"
    CONSENT_STATED = "consent.stated"
    CONSENT_WITHDRAWN = "consent.withdrawn"
    CONTACT_CHANGED = "contact.changed"
    DISCLOSURE_STATED = "disclosure.stated"
    EMPLOYER_CHANGED = "employer.changed"
    EMPLOYER_CREATED = "employer.created"
    EMPLOYER_SEEN = "employer.seen"
    EMPLOYERS_IMPORTED = "employers.imported"
    EMPLOYERS_SEEN = "employers.seen"
    EMPLOYMENT_CHANGED = "employment.changed"
    EPISODE_CHANGED = "episode.changed"
    FACT_CLEARED_UP = "fact.cleared_up"
    IDENTITY_NUMBER_SEEN = "identity_number.seen"
    IMPORT_REPORT_TAKEN = "import.report_taken"
    IMPORT_SEEN = "import.seen"
    IMPORT_STAGED = "import.staged"
    LOG_REVIEWED = "log.reviewed"
    LOG_SEEN = "log.seen"
    LOGIN_FAILED = "login.failed"
    LOGIN_SUCCEEDED = "login.succeeded"
    LOGOUT = "logout"
    MEETING_RECORDED = "meeting.recorded"
    NOTE_WRITTEN = "note.written"
    PERSON_CREATED = "person.created"
    PERSON_SEEN = "person.seen"
    PLAN_CHANGED = "plan.changed"
    PROTECTION_CHANGED = "protection.changed"
    RECORD_TAKEN_OUT = "record.taken_out"
    RELATION_BEGUN = "relation.begun"
    RELATION_ENDED = "relation.ended"
    SEARCHED = "searched"
    TEAM_SEEN = "team.seen"
    TOKEN_ISSUED = "token.issued"  # noqa: S105  # the name of an act, not a secret
    TOKEN_REVOKED = "token.revoked"  # noqa: S105  # the name of an act, not a secret
    UNIT_CHANGED = "unit.changed"


class Channel(StrEnum):
    """Which door the act came through."""

    PAGE = "page"
    API = "api"
    COMMAND = "command"
    JOB = "job"
