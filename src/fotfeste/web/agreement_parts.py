"""The parts of the page of an agreement: each opens its texts and puts them in words."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.apps.agreements.assessing import facts_of, texts_of
from fotfeste.apps.agreements.seen import AgreementSeen
from fotfeste.documents.agreement.words import COLORS, STANDINGS
from fotfeste.domain.agreements.assessment import assessment_missing
from fotfeste.domain.agreements.target_group import EmployerPart, TargetFacts, noted
from fotfeste.domain.verdict import Verdict
from fotfeste.parameters import AGREEMENT_LIMITS
from fotfeste.web.agreement_request_words import EMPLOYER_PARTS, TARGET_GROUPS
from fotfeste.web.agreement_requests_shown import listed
from fotfeste.web.lines import SourceLink, source_link, words_of

Said = list[tuple[str, SourceLink | None]]


def standing_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """Where it stands, as it follows from its versions and days."""
    if found.standing is None:
        return {"standing": _("ikke i bruk"), "standing_color": "neutral"}
    return {"standing": STANDINGS[found.standing], "standing_color": COLORS.get(found.standing, "info")}


def next_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """What must be in place before the agreement can be written from it."""
    row = found.agreement
    if row is None or not found.is_open:
        return {"missing": []}
    facts = facts_of(found.assessment, found.key, has_employer=row.employer_id is not None)
    return {"missing": _said(assessment_missing(facts), on)}


def target_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """NAV's decision to use it: for whom, why, and what was not known."""
    row = found.agreement
    if row is None:
        return {}
    born = row.opened("sealed_born_on", found.key)
    part = EmployerPart(row.employer_part)
    facts = TargetFacts(date.fromisoformat(born) if born else None, row.reduced_capacity, part)
    return {
        "target_group": TARGET_GROUPS[row.target_group],
        "target_why": row.opened("sealed_why", found.key),
        "target_noted": _said(noted(facts, AGREEMENT_LIMITS.on(row.used_on), on=row.used_on), on),
        "employer_part": EMPLOYER_PARTS[part],
        "born_on": facts.born_on,
    }


def assessment_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """The newest joint assessment."""
    row = found.assessment
    if row is None:
        return {"assessment": None}
    said = texts_of(row, found.key)
    facts = [
        (_("Oppfølging som trengs"), said["follow_up"]),
        (_("Tiltak som trengs"), said["measures"]),
        (_("Jobbsøkeren sa"), said["person_says"]),
        (_("Arbeidsgiveren sa"), said["employer_says"]),
        (_("Hvorfor ikke sammen"), said["why_not_together"]),
    ]
    took_part = [_("NAV")]
    took_part += [_("jobbsøkeren")] if row.with_person else []
    took_part += [_("arbeidsgiveren")] if row.with_employer else []
    return {
        "assessment": row,
        "assessment_facts": [each for each in facts if each[1]],
        "assessment_by": ", ".join(took_part),
    }


def requests_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """What was asked for, and what was answered."""
    return {"requests": [listed(each, on=on) for each in found.requests]}


def _said(verdict: Verdict, on: date) -> Said:
    return [(words_of(reason, on=on), source_link(reason.source)) for reason in verdict]
