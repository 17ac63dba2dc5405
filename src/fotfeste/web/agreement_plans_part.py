"""The follow-up plans that the employer has sent, as a part of the agreement's page."""

from collections.abc import Mapping
from datetime import date

from fotfeste.apps.agreements.models import EmployerSentPlan
from fotfeste.apps.agreements.seen import AgreementSeen
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.clock import OSLO
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_agreement_plans import TAKES_OVER
from fotfeste.web.lines import act_url


def plans_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """What was sent; what nobody has taken over can be taken over by whoever works on the case."""
    may_take_over = found.is_open and found.decision.may(Permission.MEASURE_CHANGE)
    url = act_url(found.person.public_id, TAKES_OVER) if may_take_over else ""
    return {"plans": [plan_shown(each, found.key, take_over=url) for each in found.plans]}


def plan_shown(row: EmployerSentPlan, key: SealingKey, *, take_over: str = "") -> dict[str, object]:
    """One plan, opened. `take_over` is where it is taken over."""
    waits = row.taken_over_on is None
    return {
        "row": row,
        "key": row.public_id.hex,
        "sent_on": row.sent_at.astimezone(OSLO).date(),
        "words": row.opened("sealed_words", key),
        "url": f"{take_over}?om={row.public_id.hex}" if take_over and waits else "",
    }
