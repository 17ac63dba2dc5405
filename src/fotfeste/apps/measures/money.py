"""What the person lives on while taking part, put down by NAV, and what follows from it (F-15)."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.measures.around import Around, opened_around
from fotfeste.apps.measures.models import BenefitPutDown, MeasureCase
from fotfeste.apps.measures.need import case_asked, keep
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.allowance import BenefitHeld
from fotfeste.domain.rules import Answer
from fotfeste.parameters.answers import ask


@dataclass(frozen=True, slots=True, repr=False)
class MoneySaid:
    """What the person lives on. `children`: those that give a supplement (FOR-2013-11-04-1286 § 3)."""

    benefit: BenefitHeld
    paid_by_provider: bool
    in_institution: bool
    children: int


@dataclass(frozen=True, slots=True)
class MoneySeen:
    """What was put down last, and the case with the day of birth. Both are opened once the look is logged."""

    around: Around
    row: BenefitPutDown | None

    @property
    def birth(self) -> date | None:
        """The day the person was born, where that is known."""
        written = str(self.around.born_on or "")
        return date.fromisoformat(written) if written else None

    @property
    def said(self) -> MoneySaid | None:
        """What was put down last."""
        return read_said(self.row, self.around.key) if self.row else None


def access_money(acting: Acting, public_id: UUID, *, at: datetime) -> MoneySeen:
    """What the person lives on, for the person and the office in charge. Nobody else sees it."""
    with opened_around(acting, public_id, at=at, area="money") as (_, around):
        return MoneySeen(around, newest_money(around.case) if around.case else None)


def put_down_money(deed: Deed, said: MoneySaid) -> None:
    """Put it down. What was put down before stays."""
    case = case_asked(deed.found)
    kept = {
        "benefit": said.benefit.value,
        "paid_by_provider": said.paid_by_provider,
        "in_institution": said.in_institution,
        "children": said.children,
    }
    keep(deed, case, BenefitPutDown(), sealed_money=json.dumps(kept))
    deed.done("measure.money-put-down")


def newest_money(case: MeasureCase) -> BenefitPutDown | None:
    """What was put down last."""
    return BenefitPutDown.objects.filter(case=case).order_by("-pk").first()


def read_said(row: BenefitPutDown, key: SealingKey) -> MoneySaid:
    """The row, opened."""
    kept = json.loads(row.opened("sealed_money", key))
    return MoneySaid(**{**kept, "benefit": BenefitHeld(kept["benefit"])})


def entitled(found: MoneySeen, *, on: date) -> Answer | None:
    """What the rule says of that day. None where the person's age, or what they live on, is not known."""
    said, case, birth = found.said, found.around.case, found.birth
    if said is None or case is None or birth is None:
        return None
    facts: dict[str, Any] = {
        "measure": case.measure,
        "born_on": birth.isoformat(),
        "benefit": said.benefit.value,
        "paid_by_provider": said.paid_by_provider,
        "in_institution": said.in_institution,
        "children": said.children,
    }
    return ask("measure.allowance", facts, on=on)
