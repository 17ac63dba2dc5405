"""What the acts of disclosure refuse, each by its code; and that a refused act leaves nothing behind."""

from collections.abc import Callable

import pytest

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import opened
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.services import contacts, texts
from fotfeste.apps.disclosure.services.agreement import Said, TopicSaid, agree, change_topic
from fotfeste.apps.disclosure.services.journal import confirm_carried
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.mine.disclosure import act_change_my_topic
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.composing import ChosenTopic, Draft
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.permissions import Permission
from fotfeste.domain.verdict import Refused
from fotfeste.web.acts_disclosure import chosen_employer
from tests.people import AT, ON

Do = Callable[[Deed, Employer], object]
MAY = TopicSaid(Topic.SUPPORT, TopicAnswer.MAY, "Jeg hjelper til.")


def do(cast: Cast, act: Do) -> None:
    siv, nora = cast.acting("siv"), cast.people["nora"].public_id
    team = cast.units["ips_salten"]
    employer, _ = Employer.objects.get_or_create(
        team=team, name="Stormyra", search_name="stormyra", defaults={"created_at": AT}
    )
    with opened(siv, nora, Permission.ABOUT_PERSON_CHANGE, at=AT, action=Action.DISCLOSURE_STATED) as found:
        act(Deed(found, by=siv, at=AT, on=ON), employer)


def queued_to_nobody(deed: Deed, employer: Employer) -> object:
    agree(deed, employer, Said((MAY,), ON))
    chosen = (ChosenTopic(Topic.SUPPORT, MAY.wording),)
    return texts.queue_mail(deed, texts.compose(deed, employer, Draft(chosen=chosen)), None)


def logged_twice(deed: Deed, employer: Employer) -> object:
    return contacts.log_held(deed, None, held_on=ON)


REFUSED: dict[str, tuple[str, Do]] = {
    "an agreement about nothing": (
        "disclosure.nothing-answered",
        lambda deed, employer: agree(deed, employer, Said((), ON)),
    ),
    "a topic that may be told without words": (
        "disclosure.topic-needs-wording",
        lambda deed, employer: change_topic(deed, employer, TopicSaid(Topic.SUPPORT, TopicAnswer.MAY, " ")),
    ),
    "an employer that is not the team's": (
        "disclosure.no-such-employer",
        lambda deed, employer: chosen_employer(deed, "0" * 32),
    ),
    "a contact before it is clarified": (
        "disclosure.no-stand-for-employer",
        lambda deed, employer: contacts.agree_contact(deed, employer, way=ContactWay.CV, day=ON),
    ),
    "a contact that is recorded already": ("employer-contact.none-agreed", logged_twice),
    "carrying over nothing": (
        "journal.nothing-chosen",
        lambda deed, employer: confirm_carried(deed, (), done_on=ON),
    ),
    "a text before it is clarified": (
        "disclosure.no-stand-for-employer",
        lambda deed, employer: texts.compose(deed, employer, Draft(text="Hei")),
    ),
    "a mail to nobody": ("compose.no-address", queued_to_nobody),
    "sending what is sent already": (
        "compose.none-waiting",
        lambda deed, employer: texts.send_by_hand(deed, None, sent_on=ON),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_refused_act_says_why_and_leaves_nothing(cast: Cast, what: str) -> None:
    code, act = REFUSED[what]
    before = Event.objects.count()

    with pytest.raises(Refused) as refused:
        do(cast, act)

    assert [reason.code for reason in refused.value.verdict] == [code]
    assert Event.objects.count() == before
    assert not DisclosureStatement.objects.exists()


def test_a_change_to_an_agreement_that_was_made_anew_is_refused(cast: Cast) -> None:
    do(cast, lambda deed, employer: agree(deed, employer, Said((MAY,), ON)))
    first = DisclosureStatement.objects.get().public_id
    nora, no = cast.acting("nora"), TopicSaid(Topic.SUPPORT, TopicAnswer.NOT)
    act_change_my_topic(nora, first, no, at=AT, on=ON)

    with pytest.raises(Refused) as refused:
        act_change_my_topic(nora, first, no, at=AT, on=ON)

    assert [reason.code for reason in refused.value.verdict] == ["disclosure.changed-meanwhile"]
    assert DisclosureStatement.objects.count() == 2
