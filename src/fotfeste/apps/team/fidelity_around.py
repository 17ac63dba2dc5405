"""Items of the scale about what is around the search: treatment teams, meetings, supervision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from fotfeste.apps.caseload.mine import going_on
from fotfeste.apps.people.acting import Acting, in_force, standing
from fotfeste.apps.people.models import Membership, Person, Relation
from fotfeste.apps.supervision.models import SupervisionEntry
from fotfeste.apps.unit_meetings.models import UnitMeeting
from fotfeste.apps.unit_meetings.treating import teams_that_treat, treating_relations
from fotfeste.domain.employer_week import week_of
from fotfeste.domain.fidelity import Counted, from_two_teams, weeks_with
from fotfeste.domain.permissions import RelationKind, Role
from fotfeste.domain.supervision import SupervisionKind
from fotfeste.domain.unit_meeting import UnitMeetingKind

WHOLE_WEEKS = 12
"""So many whole weeks are looked back on: about a quarter, ending before this week."""


def first_monday(on: date) -> date:
    """The Monday those weeks begin with."""
    monday, _ = week_of(on)
    return monday - timedelta(weeks=WHOLE_WEEKS)


@dataclass(frozen=True, slots=True)
class Around:
    """One's own team: its people, its specialists (ids as text), who asks, and the day."""

    people: QuerySet[Person]
    specialists: list[str]
    acting: Acting
    on: date

    def team_assignment(self) -> Counted:
        """From how many treatment teams each specialist's jobseekers come (item 4)."""
        return from_two_teams(self._treated())

    def team_meetings(self) -> Counted:
        """Weeks with a weekly meeting with each treatment team that treats the team's people (item 5)."""
        treat = treating_relations(on=self.on).filter(person__in=self.people)
        teams = [str(team.pk) for team in teams_that_treat(treat, on=self.on)]
        return self._weeks(self._meetings(UnitMeetingKind.TREATMENT_TEAM), teams)

    def vocational_unit(self) -> Counted:
        """Weeks with a meeting of the vocational unit (item 7)."""
        ours = str(self.acting.unit_id)
        days = ((ours, day) for _, day in self._meetings(UnitMeetingKind.VOCATIONAL_UNIT))
        return self._weeks(days, [ours])

    def supervision(self) -> Counted:
        """Weeks with supervision or coaching in the field, for each specialist (item 8)."""
        rows = SupervisionEntry.objects.filter(
            team=self.acting.unit_id,
            kind__in=[SupervisionKind.HELD, SupervisionKind.COACHING],
            day__gte=first_monday(self.on),
        ).values_list("specialist__public_id", "day")
        return self._weeks(((str(one), day) for one, day in rows), self.specialists)

    def _weeks(self, days: Iterator[tuple[str, date]], of: list[str]) -> Counted:
        return weeks_with(days, of, first=first_monday(self.on), weeks=WHOLE_WEEKS)

    def _meetings(self, kind: UnitMeetingKind) -> Iterator[tuple[str, date]]:
        """Finished ones: one that is only called may not have taken place."""
        rows = UnitMeeting.objects.filter(
            team=self.acting.unit_id, kind=kind, closed_on__isnull=False, held_on__gte=first_monday(self.on)
        )
        for treating, day in rows.values_list("treatment_team", "held_on"):
            yield str(treating), day

    def _treated(self) -> Iterator[tuple[str, str]]:
        followed = going_on(self.people, on=self.on)
        mine = Relation.objects.filter(
            standing(self.on), person__in=followed.values("pk"), kind=RelationKind.EMPLOYMENT_SPECIALIST
        )
        treating = treating_relations(on=self.on).filter(person__in=followed.values("pk"))
        works_in = dict(
            Membership.objects.filter(
                in_force(self.on), role=Role.CLINICIAN, account__in=treating.values("account")
            )
            .order_by("-pk")
            .values_list("account", "unit__name")
        )
        teams: dict[int, str] = {}
        rows = treating.order_by("-pk").values_list("person", "unit__name", "unit_name", "account")
        for person, unit, written, account in rows:
            teams[person] = unit or works_in.get(account, "") or written or ""
        for person, specialist in mine.values_list("person", "account__public_id"):
            yield str(specialist), teams.get(person, "")
