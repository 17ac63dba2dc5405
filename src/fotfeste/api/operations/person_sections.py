"""From what the door handed out to the sections that are shown. What was not loaded is not named."""

from collections.abc import Callable
from typing import Any

from fotfeste.apps.caseload.person import Facts, Header
from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.economy.models import BenefitStatement, NavRegistration
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Meeting
from fotfeste.apps.people.sealed import Sealed
from fotfeste.apps.plans.models import Wishes
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission


def sections(facts: Facts) -> dict[str, Any]:
    """The person as the reader may see them."""
    header = facts.header
    shown = {
        "id": header.public_id,
        "name": str(header.name),
        "protection": header.protection,
        "may": sorted(header.permitted),
    }
    for name, (permission, show) in _SECTIONS.items():
        if header.may(permission):
            shown[name] = show(facts)
    return shown


def named(header: Header) -> dict[str, Any]:
    """A person by id and name."""
    return {"id": header.public_id, "name": str(header.name)}


def _contact(facts: Facts) -> dict[str, Any]:
    contact = facts.header.name.contact
    return {"phone": contact.phone, "email": contact.email}


def _course(facts: Facts) -> dict[str, Any]:
    standing = facts.header.standing
    return {
        "stage": standing.stage if standing else None,
        "since": standing.since if standing else None,
        "referred_on": facts.header.referred_on,
        "method": episode.method if (episode := facts.header.course.episode) else None,
        "earlier": [
            {"referred_on": each.referred_on, "discharged_on": each.discharged_on} for each in facts.earlier
        ],
        "meetings": [_meeting(row, facts.header.key) for row in facts.meetings],
        "profiles": facts.profiles,
    }


def _start_up(facts: Facts) -> dict[str, Any] | None:
    episode, key = facts.header.course.episode, facts.header.key
    if episode is None:
        return None
    return {
        "plan_for_problems": str(Sealed(episode, "sealed_contingency_plan", key)),
        "plan_made_on": episode.contingency_plan_on,
        "is_plan_made_together": episode.is_plan_made_together,
        "agreed_problems": str(Sealed(episode, "sealed_agreed_problems", key)),
        "agreed_problem_on": episode.agreed_problem_on,
        "cause_of_delay": str(Sealed(episode, "sealed_delay_cause", key)),
        "finished_on": episode.start_up_finished_on,
        "can_help": episode.can_help,
        "answer": str(Sealed(episode, "sealed_joint_answer", key)),
        "offered_by": str(Sealed(episode, "sealed_offered_by", key)),
    }


def _meeting(row: Meeting, key: SealingKey) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "kind": row.kind,
        "day": row.held_on,
        "starts_at": f"{row.starts_at:%H:%M}" if row.starts_at else None,
        "is_held": row.is_held,
        "fell_through": row.fell_through or None,
        "moved_from": row.moved_from,
        "where": str(Sealed(row, "sealed_where", key)),
        "invited": row.invited,
        "came": row.came,
        "version": row.version,
        "place_kind": row.place_kind,
        "clinician_attended": row.clinician_attended,
        "is_brought_in": row.is_brought_in,
    }


def _job(row: Employment) -> dict[str, Any]:
    return {
        "employer": row.employer.name if row.employer else None,
        "started_on": row.started_on,
        "ended_on": row.ended_on,
        "percent": row.percent,
        "is_brought_in": row.is_brought_in,
    }


def _consent(row: ConsentStatement) -> dict[str, Any]:
    return {
        "scope": row.scope,
        "reply": row.answer,
        "stated_on": row.stated_on,
        "is_confirmed": row.confirmed_at is not None,
        "is_in_force": row.ended_at is None,
        "is_brought_in": row.is_brought_in,
        "given": row.given,
        "identified_by": row.identified_by or None,
        "ended_at": row.ended_at,
        "is_withdrawn": row.end_kind == "withdrawn",
        "text_version": row.text.version if row.text else None,
        "text_language": row.text.language if row.text else None,
        "text_digest": row.text.digest if row.text else None,
        "document_digest": row.document_digest or None,
        "archived_on": row.archived_on,
        "withdrawal_archived_on": row.withdrawal_archived_on,
    }


def _stand(row: DisclosureStatement, key: SealingKey) -> dict[str, Any]:
    return {
        "employer": row.employer.name if row.employer else None,
        "stand": row.stand,
        "wording": str(Sealed(row, "sealed_wording", key)),
        "stated_on": row.stated_on,
        "review_on": row.review_on,
        "is_confirmed": row.confirmed_at is not None,
        "is_brought_in": row.is_brought_in,
    }


def _economy(facts: Facts) -> dict[str, Any]:
    return {
        "registration": _registration(facts.registration) if facts.registration else None,
        "benefit": _benefit(facts.benefit, facts.header.key) if facts.benefit else None,
    }


def _registration(row: NavRegistration) -> dict[str, Any]:
    return {
        "reply": row.answer,
        "stated_on": row.stated_on,
        "is_confirmed": row.confirmed_at is not None,
        "is_brought_in": row.is_brought_in,
    }


def _benefit(row: BenefitStatement, key: SealingKey) -> dict[str, Any]:
    return {
        "kind": str(Sealed(row, "sealed_kind", key)),
        "stated_on": row.stated_on,
        "is_brought_in": row.is_brought_in,
    }


def _wishes(row: Wishes, key: SealingKey) -> dict[str, Any]:
    return {
        "work": str(Sealed(row, "sealed_work", key)),
        "percent": row.percent,
        "is_percent_approximate": row.is_percent_approximate,
        "stated_on": row.stated_on,
        "is_brought_in": row.is_brought_in,
    }


_SECTIONS: dict[str, tuple[Permission, Callable[[Facts], Any]]] = {
    "contact": (Permission.CONTACT_READ, _contact),
    "course": (Permission.COURSE_READ, _course),
    "start_up": (Permission.NOTE_READ, _start_up),
    "jobs": (Permission.EMPLOYMENT_READ, lambda facts: [_job(row) for row in facts.jobs]),
    "consents": (Permission.CONSENT_READ, lambda facts: [_consent(row) for row in facts.consents]),
    "disclosure": (
        Permission.DISCLOSURE_READ,
        lambda facts: [_stand(row, facts.header.key) for row in facts.stands],
    ),
    "economy": (Permission.ECONOMY_READ, _economy),
    "wishes": (
        Permission.WISHES_READ,
        lambda facts: _wishes(facts.wishes, facts.header.key) if facts.wishes else None,
    ),
}
"""Each section, the permission it takes, and how it is shown."""
