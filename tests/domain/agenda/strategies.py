"""Any jobseeker at all: what has happened lies behind, what is agreed may lie ahead."""

from datetime import date, timedelta

from hypothesis import strategies as st

from fotfeste.domain.agenda import Handover, JobseekerFacts, Link, PeopleAround
from fotfeste.domain.career_profile import CareerProfileVersion, Wishes
from fotfeste.domain.clearing_up import ASKED, SEEN_FROM_FACTS, OpenQuestion
from fotfeste.domain.consent import ConsentStatement, Reply
from fotfeste.domain.disclosure import DisclosureStatement, EmployerMeeting, Stand
from fotfeste.domain.employer_needs import NeedsAsked
from fotfeste.domain.employment import Employment
from fotfeste.domain.job_support import JobSupport, JobSupportPlan, SupportChoice
from fotfeste.domain.meetings import AgreedMeeting
from fotfeste.domain.method import Method
from fotfeste.domain.nav import NavRegistration
from fotfeste.domain.permissions import ConsentScope
from fotfeste.domain.problems import Appointment, ContactAttempt, InTouch
from fotfeste.domain.referral import Referral
from fotfeste.domain.startup import PlaceKind, StartUp, StartUpMeeting

TODAY = date(2026, 11, 22)
BEHIND = st.dates(TODAY - timedelta(days=500), TODAY)
AHEAD = st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=60))
ANY_DAY = st.one_of(BEHIND, AHEAD)
MAYBE = st.sampled_from([True, False, None])
EMPLOYERS = st.sampled_from(["e1", "e2"])


def few(what: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(what, max_size=3).map(tuple)


START_UPS = st.builds(
    StartUp,
    meetings=few(st.builds(StartUpMeeting, BEHIND, MAYBE, st.sampled_from(PlaceKind))),
    planned_on=st.none() | ANY_DAY,
    finished_on=st.none() | BEHIND,
    information_talk_held=MAYBE,
    has_delay_cause=st.booleans(),
    contingency_plan_on=st.none() | BEHIND,
    reflected_on=st.sampled_from([(), ("startup.clinician-never-there",)]),
    points_ticked=st.sampled_from([(), ("work_goal",), ("work_goal", "roles", "tools")]),
    method=st.sampled_from(Method),
)
CONSENTS = st.builds(
    ConsentStatement,
    scope=st.sampled_from(ConsentScope),
    reply=st.sampled_from(Reply),
    stated_on=BEHIND,
    is_confirmed=st.booleans(),
    is_brought_in=st.booleans(),
    consequences_explained_on=st.none() | BEHIND,
    archived_on=st.none() | BEHIND,
)
DISCLOSURES = st.builds(
    DisclosureStatement,
    stand=st.sampled_from(Stand),
    stated_on=BEHIND,
    employer=st.none() | EMPLOYERS,
    employer_name=st.just("Stormyra Mat"),
    review_on=st.none() | ANY_DAY,
    is_confirmed=st.booleans(),
    is_brought_in=st.booleans(),
)
JOBS = st.builds(
    Employment,
    started_on=st.none() | ANY_DAY,
    ended_on=st.none() | ANY_DAY,
    percent=st.none() | st.integers(1, 100),
    employer_name=st.sampled_from(["", "Rana Renhold"]),
    is_brought_in=st.booleans(),
)
JOB_SUPPORTS = st.builds(
    JobSupport,
    job=st.sampled_from(["j1", "j2"]),
    started_on=ANY_DAY,
    ended_on=st.none() | ANY_DAY,
    choice=st.none() | st.sampled_from(SupportChoice),
    needs_asked=st.none() | st.builds(NeedsAsked, BEHIND, st.none() | ANY_DAY),
    plan=st.none() | st.builds(JobSupportPlan, BEHIND, st.none() | ANY_DAY, st.none() | ANY_DAY),
)
QUESTIONS = st.builds(
    OpenQuestion,
    code=st.sampled_from(sorted({*ASKED, *SEEN_FROM_FACTS, "something.else"})),
    column=st.just("Merknad"),
    put_off_until=st.none() | ANY_DAY,
)
IN_TOUCH = st.builds(
    InTouch,
    appointments=few(st.builds(Appointment, BEHIND, st.booleans())),
    attempts=few(st.builds(ContactAttempt, BEHIND, st.booleans())),
    agreed_problem_on=st.none() | BEHIND,
)
LINKS = st.sampled_from(Link)
JOBSEEKERS = st.builds(
    JobseekerFacts,
    referral=st.builds(Referral, st.none() | ANY_DAY, st.booleans() | st.just(True)),
    start_up=START_UPS,
    in_touch=IN_TOUCH,
    profiles=few(
        st.builds(CareerProfileVersion, BEHIND, st.none() | BEHIND, st.booleans(), st.none() | BEHIND)
    ),
    wishes=st.builds(Wishes, st.none() | st.integers(1, 100), st.booleans()),
    consents=few(CONSENTS),
    nav_registration=st.none()
    | st.builds(NavRegistration, st.sampled_from(Reply), BEHIND, st.booleans(), st.booleans()),
    has_disability_benefit=MAYBE,
    is_benefit_from_referral=st.booleans(),
    said_at_referral=st.lists(st.sampled_from(ConsentScope), unique=True, max_size=3).map(tuple),
    disclosures=few(DISCLOSURES),
    employer_meetings=few(st.builds(EmployerMeeting, EMPLOYERS, st.just("Stormyra Mat"), ANY_DAY)),
    agreed_meetings=st.lists(
        st.builds(AgreedMeeting, st.sampled_from(["m1", "m2"]), ANY_DAY),
        max_size=2,
        unique_by=lambda meeting: meeting.meeting,
    ).map(tuple),
    first_employer_contact_on=st.none() | BEHIND,
    jobs=few(JOBS),
    job_contacts=few(BEHIND),
    job_supports=st.lists(JOB_SUPPORTS, max_size=2, unique_by=lambda each: each.job).map(tuple),
    discharged_on=st.none() | AHEAD | ANY_DAY,
    around=st.builds(PeopleAround, LINKS, LINKS, LINKS),
    handover=st.none() | st.builds(Handover, st.just("Marit Balto"), ANY_DAY),
    open_questions=few(QUESTIONS),
    brought_in_on=st.none() | BEHIND,
)
