"""A consent holds what it was said to: what a later text tells takes a new answer (I-4.1c)."""

from datetime import timedelta

import pytest

from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.consents.many import found_many
from fotfeste.apps.consents.models import Answer, ConsentStatement, ConsentText
from fotfeste.apps.people.models import Person
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.parameters.consent_texts import consent_text


@pytest.fixture
def release(cast: Cast) -> ConsentStatement:
    """Nora's team is another body than the clinician's; she has released health data, in words."""
    nora = cast.people["nora"]
    Person.objects.filter(pk=nora.pk).update(controller=cast.units["nav_bodo"].controller)
    return ConsentStatement.objects.update_or_create(
        person=nora,
        scope=ConsentScope.HEALTH_RELEASE,
        ended_at=None,
        defaults={"answer": Answer.YES, "stated_on": cast.on, "confirmed_at": cast.at},
    )[0]


def sees_profile(cast: Cast) -> bool:
    """Asked of the door, and of the same question for many."""
    nora, berit = cast.people["nora"], cast.acting("berit")
    try:
        with opened(berit, nora.public_id, Permission.PERSON_OPEN, at=cast.at) as found:
            alone = found.may(Permission.PROFILE_READ)
    except Denied:
        pytest.fail("The rest of what she released is open all the while.")
    (among_many,) = found_many(berit, [nora.pk], at=cast.at)
    assert among_many.may(Permission.PROFILE_READ) is alone
    return alone


@pytest.mark.req("I-4.1c")
def test_what_was_said_before_the_text_told_of_the_profile_does_not_open_it(
    cast: Cast, release: ConsentStatement
) -> None:
    assert sees_profile(cast)

    ConsentStatement.objects.filter(pk=release.pk).update(stated_on=cast.on - timedelta(days=1))

    assert not sees_profile(cast)


@pytest.mark.req("I-4.1c")
def test_a_signature_keeps_what_was_signed_and_covers_no_more(cast: Cast, release: ConsentStatement) -> None:
    earlier = consent_text(ConsentScope.HEALTH_RELEASE, "nb", on=cast.on - timedelta(days=1))
    kept = ConsentText.objects.create(
        digest=earlier.digest,
        scope=earlier.scope,
        version=earlier.version,
        language="nb",
        body=earlier.as_kept(),
    )

    ConsentStatement.objects.filter(pk=release.pk).update(text=kept)

    assert not sees_profile(cast)
    release.refresh_from_db()
    assert release.text is not None
    assert "karriereprofilen" not in str(release.text.body)
