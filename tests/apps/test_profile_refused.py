"""What the acts of assessment, profile and money refuse, by code; a refused act leaves nothing behind."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.people.models import Event, Relation, Unit
from fotfeste.apps.profiles.models import Contribution, ProfileReview, ProfileText
from fotfeste.apps.profiles.services.carry_over import carry_over
from fotfeste.apps.profiles.services.contributions import Said, contribute
from fotfeste.apps.profiles.services.one_page import write_page
from fotfeste.apps.profiles.services.profile import save_sections
from fotfeste.apps.profiles.services.review import answer_review, ask_for_review, see_comments
from fotfeste.cli.cast import Cast
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from fotfeste.domain.vocational_assessment import AssessmentArea, ContributionKind
from fotfeste.web import acts_assessment, acts_profile
from fotfeste.web.acts_page import Asked
from tests.people import AT, ON

Do = Callable[[Deed], object]
GOAL = {ProfileSection.GOAL: "Kjøkken."}
SAID = Said(AssessmentArea.HEALTH, ContributionKind.SAID, "Noe.", ON)
TYPED = {"kind": "said", "text": "Noe.", "use": "", "day": ON, "done": "Noe."}


def do(cast: Cast, act: Do) -> None:
    siv, nora = cast.acting("siv"), cast.people["nora"].public_id
    with opened(siv, nora, Permission.ABOUT_PERSON_CHANGE, at=AT, action=Action.PROFILE_CHANGED) as found:
        act(Deed(found, by=siv, at=AT, on=ON))


def twice(deed: Deed) -> object:
    save_sections(deed, GOAL)
    return save_sections(deed, {ProfileSection.GOAL: "  Kjøkken. "})


def asked_of_nobody(deed: Deed) -> object:
    save_sections(deed, GOAL)
    return ask_for_review(deed, "0" * 32)


def answered_unasked(deed: Deed) -> object:
    save_sections(deed, GOAL)
    return answer_review(deed, "Fint.")


def carried_without_text(deed: Deed) -> object:
    save_sections(deed, GOAL)
    return carry_over(deed, [ProfileSection.AMOUNT], has_access=True)


REFUSED: dict[str, tuple[str, Do]] = {
    "nothing said": ("assessment.nothing-said", lambda deed: contribute(deed, replace(SAID, text=" \n "))),
    "an area that is none": (
        "assessment.no-such-area",
        lambda deed: acts_assessment._assess(deed, TYPED, Asked(ON, "nothing")),
    ),
    "changing what is not there": (
        "assessment.no-such-contribution",
        lambda deed: acts_assessment._assess(deed, TYPED, Asked(ON, f"health.{'0' * 32}")),
    ),
    "a money problem that is not open": (
        "economy.no-such-problem",
        lambda deed: acts_assessment._settle(deed, TYPED, Asked(ON, "0" * 32)),
    ),
    "a part that is none": (
        "profile.no-such-section",
        lambda deed: acts_profile._save_section(deed, TYPED, Asked(ON, "nothing")),
    ),
    "an empty profile": (
        "profile.nothing-written",
        lambda deed: save_sections(deed, {ProfileSection.GOAL: " "}),
    ),
    "an empty page": ("profile.page-is-the-jobseekers-own", lambda deed: write_page(deed, {})),
    "the same text again": ("profile.nothing-changed", twice),
    "a review before anything is written": (
        "profile.not-written-yet",
        lambda deed: ask_for_review(deed, "0" * 32),
    ),
    "a clinician who is none": ("profile.no-such-clinician", asked_of_nobody),
    "an answer nobody asked for": ("profile.not-asked-to-review", answered_unasked),
    "a comment that nobody wrote": ("profile.no-comment-waits", see_comments),
    "a part without a text": ("profile.nothing-chosen", carried_without_text),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_leaves_nothing_behind(cast: Cast, what: str) -> None:
    code, act = REFUSED[what]
    events = Event.objects.count()

    with pytest.raises(Refused) as refused:
        do(cast, act)

    assert code in [reason.code for reason in refused.value.verdict]
    assert Event.objects.count() == events
    assert not ProfileText.objects.exists()
    assert not Contribution.objects.exists()


def test_a_clinician_of_another_body_is_asked_only_when_health_information_may_go_there(cast: Cast) -> None:
    nora = cast.people["nora"]
    relation = Relation.objects.get(person=nora, kind="clinician", account=cast.accounts["berit"])
    Unit.objects.filter(pk=cast.units["dps_salten"].pk).update(controller=cast.units["nav_bodo"].controller)
    ConsentStatement.objects.filter(person=nora, scope="health_release").delete()

    def ask(deed: Deed) -> object:
        save_sections(deed, GOAL)
        return ask_for_review(deed, relation.public_id.hex)

    with pytest.raises(Refused) as refused:
        do(cast, ask)

    assert [reason.code for reason in refused.value.verdict] == ["profile.clinician-may-not-see"]
    assert not ProfileReview.objects.exists()


def test_asking_again_takes_the_first_question_back(cast: Cast) -> None:
    relation = Relation.objects.get(
        person=cast.people["nora"], kind="clinician", account=cast.accounts["berit"]
    )

    def ask(deed: Deed) -> object:
        save_sections(deed, GOAL)
        ask_for_review(deed, relation.public_id.hex)
        return ask_for_review(deed, relation.public_id.hex)

    do(cast, ask)

    assert list(ProfileReview.objects.order_by("pk").values_list("taken_back_on", flat=True)) == [ON, None]


def test_two_changes_of_one_contribution_cannot_both_stand(cast: Cast) -> None:
    """What the form's version says, the database says too."""
    from django.db import IntegrityError

    def both(deed: Deed) -> object:
        first = contribute(deed, SAID)
        contribute(deed, SAID, replaces=first)
        return contribute(deed, SAID, replaces=first)

    with pytest.raises(IntegrityError):
        do(cast, both)

    assert not Contribution.objects.exists()
