"""The vocational assessment in one look: for the specialist's page, the person's own, and programs."""

from dataclasses import dataclass

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import opened
from fotfeste.apps.economy.models import EconomyTalk, MoneyProblem
from fotfeste.apps.economy.selectors import last_economy_talk, open_money_problems
from fotfeste.apps.profiles.models import Contribution
from fotfeste.apps.profiles.selectors import contributions_of, earlier_contributions
from fotfeste.domain.permissions import Permission
from fotfeste.domain.vocational_assessment import AREA_NEEDS, AssessmentArea

MOST_EARLIER = 50


@dataclass(frozen=True, slots=True)
class Assessment:
    """What stands in the areas the reader may see, and what was replaced; still sealed."""

    header: Header
    areas: tuple[AssessmentArea, ...]
    contributions: list[Contribution]
    earlier: list[Contribution]
    talk: EconomyTalk | None
    problems: list[MoneyProblem]


def access_assessment(look: Look) -> Assessment:
    """What has been said, for one who may read it."""
    with opened(
        look.acting,
        look.public_id,
        Permission.ASSESSMENT_READ,
        at=look.at,
        purpose=look.purpose,
        area="assessment",
    ) as found:
        areas = tuple(
            area for area in AssessmentArea if found.may(AREA_NEEDS.get(area, Permission.ASSESSMENT_READ))
        )
        may_see_money = found.may(Permission.ECONOMY_READ)
        return Assessment(
            header=header_of(found, on=look.on),
            areas=areas,
            contributions=[row for row in contributions_of(found.person) if row.area in areas],
            earlier=[
                row for row in earlier_contributions(found.person, most=MOST_EARLIER) if row.area in areas
            ],
            talk=last_economy_talk(found.person) if may_see_money else None,
            problems=open_money_problems(found.person) if may_see_money else [],
        )
