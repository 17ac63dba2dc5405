"""The specification of who may see and do what: one row per permission, one column per standing.

The table below is the specification; `fotfeste.domain.permissions` must say the same for every combination
of role, relation, consent, purpose, controller and unit. What is in no row opens nothing.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from fotfeste.domain.permissions import (
    ABILITIES,
    PERMISSIONS,
    Ability,
    Circumstances,
    ConsentScope,
    Permission,
    Protection,
    RelationKind,
    Role,
    decide,
    denial,
    has_ability,
)

# Role, relation and what is given. Given, in words: why = has said what for; nav, health = the person agrees;
# same = one controller for both; unit = in the unit that the person belongs to;
# office = in the NAV office that answers for measures of the person. Of two words both must hold.
STANDINGS = {
    "self": ("jobseeker", "self", "-"),
    "specialist": ("employment_specialist", "employment_specialist", "-"),
    "stand_in": ("employment_specialist", "stand_in", "-"),
    "stand_in,why": ("employment_specialist", "stand_in", "why"),
    "clinician,same": ("clinician", "clinician", "same"),
    "clinician,health": ("clinician", "clinician", "health"),
    "nav": ("nav_adviser", "nav_adviser", "nav"),
    "leader": ("ips_supervisor", "-", "unit"),
    "leader,why": ("ips_supervisor", "-", "unit,why"),
    "glass": ("-", "break_glass", "why"),
    "office": ("nav_adviser", "-", "office"),
    "guide": ("guide", "guide", "-"),
    "contact": ("nav_adviser", "contact_person", "-"),
    "employer": ("employer_contact", "employer_contact", "-"),
}

TABLE = """
permission                self specialist stand_in stand_in,why clinician,same clinician,health nav leader leader,why glass office guide contact employer
about_person:change       -    yes        -        yes          -              -                -   -      -          -     -      -     -       -
agenda:read               yes  yes        -        yes          -              -                -   -      yes        -     -      -     -       -
assessment:change         yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
assessment:read           yes  yes        -        yes          -              -                -   -      yes        -     -      -     -       -
consent:read              yes  yes        -        yes          -              -                -   -      yes        -     -      -     -       -
consent:sign              yes  -          -        -            -              -                -   -      -          -     -      -     -       -
contact:read              yes  yes        -        yes          yes            yes              yes -      yes        yes   -      -     -       -
course:discharge          -    yes        -        yes          -              -                -   -      yes        -     -      -     -       -
course:read               yes  yes        -        yes          yes            yes              yes -      yes        yes   -      -     -       -
disclosure:change         yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
disclosure:read           yes  yes        -        yes          -              -                -   -      yes        -     -      -     -       -
economy:read              yes  yes        -        yes          -              -                yes -      -          -     -      -     -       -
employment:read           yes  yes        -        yes          yes            yes              yes -      yes        -     -      -     -       -
identity_number:read      yes  yes        -        -            -              -                -   -      -          yes   -      -     -       -
job_search:change         yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
job_search:read           yes  yes        -        yes          -              -                -   -      yes        -     -      -     -       -
log:read                  yes  yes        -        -            -              -                -   -      -          -     -      -     -       -
job_plan:change           yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
log_in:give               -    yes        -        -            -              -                -   -      -          -     -      -     -       -
attachment:read           yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
measure:ask               yes  -          -        -            -              -                -   -      -          -     -      -     -       -
measure:change            -    -          -        -            -              -                -   -      -          -     yes    -     -       -
measure:decide            -    -          -        -            -              -                -   -      -          -     yes    -     -       -
measure:follow            -    -          -        -            -              -                -   -      -          -     -      yes   -       -
measure:propose           -    -          -        -            -              -                yes -      -          -     yes    -     -       -
measure_around:read       yes  -          -        -            -              -                -   -      -          -     yes    -     -       -
measure:read              yes  -          -        -            -              -                -   -      -          -     yes    -     -       -
nav_tasks:change          -    -          -        -            -              -                yes -      -          -     yes    -     -       -
nav_tasks:read            yes  -          -        -            -              -                yes -      -          -     yes    -     -       -
note:read                 yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
participation:read        yes  -          -        -            -              -                -   -      -          -     yes    yes   -       -
people_around:change      -    yes        -        -            -              -                -   yes    yes        -     -      -     -       -
people_around:read        yes  yes        -        yes          yes            yes              yes -      yes        yes   -      -     -       -
person:list               yes  yes        yes      yes          yes            yes              yes -      -          -     -      -     -       -
person:open               yes  yes        -        yes          yes            yes              yes -      yes        yes   -      -     -       -
profile:change            yes  yes        -        yes          -              -                -   -      -          -     -      -     -       -
profile:read              yes  yes        -        yes          yes            yes              -   -      yes        -     -      -     -       -
profile:review            -    -          -        -            yes            yes              -   -      -          -     -      -     -       -
protection:change         -    yes        -        -            -              -                -   -      -          -     -      -     -       -
record:take_out           yes  -          -        -            -              -                -   -      -          -     -      -     -       -
remark:make               yes  -          -        -            -              -                -   -      -          -     -      -     -       -
support_plan:read         yes  yes        -        yes          yes            yes              yes -      -          -     -      -     -       -
wishes:read               yes  yes        -        yes          yes            yes              yes -      yes        -     -      -     -       -
agreement:change          -    -          -        -            -              -                -   -      -          -     yes    -     yes     -
agreement:own             yes  -          -        -            -              -                -   -      -          -     -      -     -       -
agreement:read            yes  -          -        -            -              -                -   -      -          -     yes    -     yes     -
agreement_shared:read     -    yes        -        yes          -              -                -   -      -          -     -      -     -       -
employer_agreement:change -    -          -        -            -              -                -   -      -          -     -      -     -       yes
employer_agreement:read   -    -          -        -            -              -                -   -      -          -     -      -     -       yes
"""  # noqa: E501  # a table is read across

HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
GRANTED = {
    name: frozenset(Permission(row[0]) for row in ROWS if row[place] == "yes")
    for place, name in enumerate(HEAD[1:], start=1)
}


def expected(given: Circumstances) -> frozenset[Permission]:
    """What the table says: everything granted in any column that fits."""
    fitting = (granted for name, granted in GRANTED.items() if _fits(STANDINGS[name], given))
    return frozenset().union(*fitting)


def _fits(standing: tuple[str, str, str], given: Circumstances) -> bool:
    role, relation, words = standing
    if role not in ("-", given.role) or (relation != "-" and relation not in given.relations):
        return False
    holds = {
        "why": bool(given.purpose),
        "nav": ConsentScope.NAV_CONTACT in given.consents,
        "health": ConsentScope.HEALTH_RELEASE in given.consents,
        "same": given.is_same_controller,
        "unit": given.is_in_owning_unit,
        "office": given.is_in_office_in_charge,
        "-": True,
    }
    return all(holds[word] for word in words.split(","))


RELATIONS = (frozenset(), *(frozenset({kind}) for kind in RelationKind))
CONSENTS = (
    frozenset(),
    frozenset({ConsentScope.NAV_CONTACT}),
    frozenset({ConsentScope.HEALTH_RELEASE}),
    frozenset({ConsentScope.IPS_PARTICIPATION, ConsentScope.NEXT_OF_KIN}),
    frozenset(ConsentScope),
)


def standings(**more: object) -> Iterator[Circumstances]:
    """Every combination that the table speaks of."""
    for role, relations, consents, purpose, same, unit in product(
        Role, RELATIONS, CONSENTS, ("", "prepares_meeting"), (True, False), (True, False)
    ):
        yield Circumstances(
            role=role,
            relations=relations,
            consents=consents,
            purpose=purpose,
            is_same_controller=same,
            is_in_owning_unit=unit,
            **{"protection": Protection.NONE, **more},  # type: ignore[arg-type]  # the fields of Circumstances
        )


def test_the_specification_names_every_permission() -> None:
    assert {Permission(row[0]) for row in ROWS} == set(Permission) == set(PERMISSIONS)
    assert len(ROWS) == len(Permission)
    assert all(len(row) == len(HEAD) for row in ROWS)
    assert list(STANDINGS) == HEAD[1:]


@pytest.mark.parametrize("role", Role)
def test_the_table_and_the_rules_say_the_same(role: Role) -> None:
    wrong = [
        given for given in standings() if given.role is role and decide(given).permitted != expected(given)
    ]

    assert wrong == []


@pytest.mark.parametrize("role", Role)
def test_each_role_meets_both_a_yes_and_a_no(role: Role) -> None:
    answers = {bool(decide(given).permitted) for given in standings() if given.role is role}

    assert answers == {True, False}, "the specification above could not fail for this role"


def test_two_relations_open_what_each_of_them_opens() -> None:
    both = frozenset({RelationKind.EMPLOYMENT_SPECIALIST, RelationKind.BREAK_GLASS})
    given = Circumstances(
        role=Role.EMPLOYMENT_SPECIALIST, relations=both, protection=Protection.NONE, purpose="emergency"
    )

    assert decide(given).permitted == expected(given)


PROTECTED = [grade for grade in Protection if grade is not Protection.NONE]


@pytest.mark.parametrize("grade", PROTECTED)
def test_a_protected_person_is_not_there_for_anyone_who_is_not_cleared(grade: Protection) -> None:
    for given in standings(protection=grade):
        decision = decide(given)
        if given.role is Role.JOBSEEKER and RelationKind.SELF in given.relations:
            assert decision.permitted == expected(given)
        else:
            assert (decision.permitted, decision.may_know) == (frozenset(), False), given


@pytest.mark.parametrize("grade", PROTECTED)
def test_a_clearance_opens_what_the_table_opens_and_no_more(grade: Protection) -> None:
    for given in standings(protection=grade, is_cleared_for_protection=True):
        assert decide(given).permitted == expected(given)


def test_protection_is_unknown_until_somebody_says_otherwise() -> None:
    given = Circumstances(
        role=Role.EMPLOYMENT_SPECIALIST, relations=frozenset({RelationKind.EMPLOYMENT_SPECIALIST})
    )

    assert denial(given) == "access.protected-person"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"is_account_active": False}, "access.account-closed"),
        ({"is_own_staff": True}, "access.own-staff"),
        ({"is_close_to_person": True}, "access.too-close"),
    ],
)
def test_what_nothing_overrides(more: dict[str, bool], code: str) -> None:
    for given in standings(**more):
        is_self = given.role is Role.JOBSEEKER and RelationKind.SELF in given.relations
        if is_self and "is_account_active" not in more:
            continue
        decision = decide(given)
        assert (decision.permitted, decision.reason_code, decision.may_know) == (frozenset(), code, False)


def test_own_staff_is_open_for_those_cleared_for_it() -> None:
    for given in standings(is_own_staff=True, is_cleared_for_own_staff=True):
        assert decide(given).permitted == expected(given)


def test_one_clearance_is_not_the_other() -> None:
    specialist = frozenset({RelationKind.EMPLOYMENT_SPECIALIST})
    protected = Circumstances(
        role=Role.EMPLOYMENT_SPECIALIST,
        relations=specialist,
        protection=Protection.CODE_6,
        is_cleared_for_own_staff=True,
    )
    own_staff = Circumstances(
        role=Role.EMPLOYMENT_SPECIALIST,
        relations=specialist,
        protection=Protection.NONE,
        is_own_staff=True,
        is_cleared_for_protection=True,
    )

    assert decide(protected).reason_code == "access.protected-person"
    assert decide(own_staff).reason_code == "access.own-staff"


EXPLAINED = [
    (Role.EMPLOYMENT_SPECIALIST, {"relations": {RelationKind.STAND_IN}}, "access.say-why", True),
    (Role.IPS_SUPERVISOR, {"is_in_owning_unit": True}, "access.say-why", True),
    (Role.ADMINISTRATOR, {"relations": {RelationKind.BREAK_GLASS}}, "access.say-why", True),
    (
        Role.EMPLOYMENT_SPECIALIST,
        {"former_relations": {RelationKind.EMPLOYMENT_SPECIALIST}},
        "access.former-relation",
        True,
    ),
    (
        Role.CLINICIAN,
        {"relations": {RelationKind.CLINICIAN}, "is_same_controller": False},
        "access.no-release-of-health-data",
        True,
    ),
    (Role.NAV_ADVISER, {"relations": {RelationKind.NAV_ADVISER}}, "access.no-consent-to-nav", False),
    (
        Role.NAV_ADVISER,
        {
            "relations": {RelationKind.NAV_ADVISER},
            "withdrawn_consents": {ConsentScope.NAV_CONTACT},
        },
        "access.no-consent-to-nav",
        True,
    ),
    (Role.EMPLOYMENT_SPECIALIST, {}, "access.no-relation", False),
    (Role.ADMINISTRATOR, {}, "access.no-relation", False),
    (Role.GUIDE, {}, "access.no-relation", False),
    (Role.EMPLOYER_CONTACT, {}, "access.no-relation", False),
    (Role.JOBSEEKER, {}, "access.no-relation", False),
]


@pytest.mark.parametrize(("role", "more", "code", "may_know"), EXPLAINED)
def test_why_not__and_who_may_know_that_the_person_is_here(
    role: Role, more: dict[str, object], code: str, may_know: bool
) -> None:
    given = {name: frozenset(value) if isinstance(value, set) else value for name, value in more.items()}

    decision = decide(Circumstances(role=role, protection=Protection.NONE, **given))  # type: ignore[arg-type]  # the fields of Circumstances

    assert (decision.reason_code, decision.may_know) == (code, may_know)
    assert Permission.PERSON_OPEN not in decision.permitted


ABILITY_TABLE = """
ability              jobseeker employment_specialist nav_adviser clinician guide employer_contact ips_supervisor administrator
account:administer   -         -                     -           -         -     -                -              yes
agenda:own           -         yes                   -           -         -     -                -              -
agreements:own       -         -                     -           -         -     yes              -              -
agreement_request:answer -     -                    yes         -         -     -                -              -
break_glass:approve  -         -                     -           -         -     -                yes            -
break_glass:ask      -         -                     -           -         -     -                -              yes
caseload:hand_over   -         yes                   -           -         -     -                yes            -
caseload:import      -         yes                   -           -         -     -                yes            -
caseload:own         -         yes                   -           -         -     -                -              -
employer:change      -         yes                   -           -         -     -                yes            -
employer:read        -         yes                   -           -         -     -                yes            -
list:bring           -         yes                   yes         -         -     -                yes            -
log:review           -         -                     -           -         -     -                yes            -
measure_agreement:keep -     -                    yes         -         -     -                -              -
measure_agreement:read -     -                    yes         -         yes   -                -              -
measure_history:import -    -                       yes         -         -     -                -              -
measure_request:answer -    -                       yes         -         -     -                -              -
notices:own          yes       -                     yes         -         -     yes              -              -
participants:own     -         -                     -           -         yes   -                -              -
person:search        -         yes                   yes         yes       -     -                -              -
record:own           yes       -                     -           -         -     -                -              -
referral:answer      -         yes                   -           -         -     -                yes            -
referral:send        -         yes                   -           yes       -     -                yes            -
shared_people:read   -         -                     yes         yes       -     -                -              -
team:read            -         -                     -           -         -     -                yes            -
unit_meeting:join    -         yes                   -           yes       -     -                yes            -
"""  # noqa: E501  # a table is read across


def test_abilities_are_as_specified() -> None:
    head, *rows = [line.split() for line in ABILITY_TABLE.strip().splitlines()]
    specified = {
        (Ability(row[0]), Role(role)): cell == "yes"
        for row in rows
        for role, cell in zip(head[1:], row[1:], strict=True)
    }

    assert set(specified) == set(product(Ability, Role))
    assert specified == {
        (ability, role): has_ability(role, ability) for ability in ABILITIES for role in Role
    }


def test_nobody_both_asks_for_emergency_access_and_approves_it() -> None:
    assert not ABILITIES[Ability.BREAK_GLASS_ASK] & ABILITIES[Ability.BREAK_GLASS_APPROVE]


def test_a_release_to_an_earlier_text_opens_all_but_what_it_did_not_tell_of() -> None:
    elsewhere = Circumstances(
        role=Role.CLINICIAN,
        is_same_controller=False,
        relations=frozenset({RelationKind.CLINICIAN}),
        protection=Protection.NONE,
        consents=frozenset({ConsentScope.HEALTH_RELEASE}),
    )
    earlier = replace(elsewhere, consents_to_earlier_text=frozenset({ConsentScope.HEALTH_RELEASE}))

    not_told_of = {Permission.PROFILE_READ, Permission.PROFILE_REVIEW, Permission.SUPPORT_PLAN_READ}
    assert decide(elsewhere).permitted - decide(earlier).permitted == not_told_of
    assert decide(replace(earlier, is_same_controller=True)).permitted >= not_told_of


def test_a_yes_to_nav_by_an_earlier_text_does_not_open_the_support_plan() -> None:
    adviser = Circumstances(
        role=Role.NAV_ADVISER,
        relations=frozenset({RelationKind.NAV_ADVISER}),
        protection=Protection.NONE,
        consents=frozenset({ConsentScope.NAV_CONTACT}),
    )
    earlier = replace(adviser, consents_to_earlier_text=frozenset({ConsentScope.NAV_CONTACT}))

    assert decide(adviser).permitted - decide(earlier).permitted == {Permission.SUPPORT_PLAN_READ}
