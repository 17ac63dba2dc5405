"""Follow-up for somebody on sick leave from a job: the employer's part first, and then another aim."""

import pytest
from playwright.sync_api import expect

from tests.journeys import measure as step
from tests.journeys import measure_later as later
from tests.journeys.first_weeks import first_time
from tests.journeys.measure import HouseOn
from tests.journeys.pages import Seen, heading


@pytest.mark.timeout(900)
@pytest.mark.req("F-01", "F-02", "F-07", "F-08", "F-09", "F-14")
def test_a_sick_listed_employee_waits_for_the_employers_plan_and_gets_another_aim(
    house_on: HouseOn, seen: Seen
) -> None:
    seen = first_time(seen)
    with step.on(house_on, "2026-11-23", seen) as (_, asking):
        step.agrees_with_provider(asking.hege, asking.seen)
        step.asks(asking.nora, asking.seen)
        case = step.taken_up(asking)
        step.works_through(case, job=step.JOB)
        step.decides_need(case, group="Trenger veiledning", goal="Beholde arbeid")
        hege = step.asks_for_grant(case, "01.12.2026", "31.05.2027")
        expect(step.wrong(hege)).to_contain_text("oppfølgingsplan")
        later.registers_plan(case, "Tiltak er gjennomført")
        step.grants(case, "01.12.2026", "31.05.2027")

    with step.on(house_on, "2026-12-01", seen, case.record) as (browser_as, case):
        guro = browser_as("guro")
        later.begins(guro, case.seen)
        later.tells_the_issuer(case, "Påmelding til tiltaket")
        later.changes_aim(case, "Jobben tåler hun ikke lenger.")
        expect(heading(case.page(), step.NAME)).to_be_visible()
        step.reads_the_letter(case, "Nytt mål", "Jobben tåler hun ikke lenger.")
