"""Follow-up for somebody without work, from asking to the final report."""

import pytest

from tests.journeys import measure as step
from tests.journeys import measure_later as later
from tests.journeys.first_weeks import first_time
from tests.journeys.measure import HouseOn
from tests.journeys.pages import Seen


@pytest.mark.timeout(900)
@pytest.mark.req("F-01", "F-02", "F-03", "F-05", "F-10", "F-11", "F-12", "F-13")
def test_somebody_without_work_asks_and_is_followed_into_a_job(house_on: HouseOn, seen: Seen) -> None:
    seen = first_time(seen)
    with step.on(house_on, "2026-11-23", seen) as (_, asking):
        step.agrees_with_provider(asking.hege, asking.seen)
        step.asks(asking.nora, asking.seen)
        case = step.taken_up(asking)
        step.works_through(case)
        step.decides_need(case, group="Trenger veiledning")
        step.grants(case, "01.12.2026", "31.05.2027")
        step.reads_the_letter(case, "Innvilget", "Trenger mer enn kontoret kan gi.")

    with step.on(house_on, "2026-12-01", seen, case.record) as (browser_as, case):
        guro = browser_as("guro")
        later.begins(guro, case.seen)
        later.sees_only_the_participation(guro, case.record)
        later.knows_the_guide(case.nora)

    with step.on(house_on, "2027-04-20", seen, case.record) as (browser_as, case):
        guro = browser_as("guro")
        later.is_warned(case, guro, "31. mai")
        later.reports(guro, case.record, "Skriftlig vurdering underveis", "Hun har vært på tre intervjuer.")
        later.proposes_longer(guro, case.record, "30.11.2027")
        later.accepts_proposal(case)
        later.extends(case, "30.11.2027")
        later.is_refused(case, "31.08.2028", latest="30. november")
        step.talks_need(case, reduced="Ja")
        later.extends(case, "31.08.2028")

    with step.on(house_on, "2028-02-01", seen, case.record) as (browser_as, case):
        guro = browser_as("guro")
        step.tells_of_job(case, {"Arbeidsgiver": "Rana Renhold", "Begynte i jobben": "10.01.2028"})
        later.knows_the_employer(guro, case.record, "Rana Renhold")
        later.reports(guro, case.record, "Sluttrapport", "Hun klarer seg selv nå.", "I fast jobb.")
        later.reads_report(case, "Hun klarer seg selv nå.")
        later.ends(case, "01.02.2028", "Fikk jobb")
        step.reads_the_letter(case, "Avslutning", "Målet er nådd.")
