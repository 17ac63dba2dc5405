"""Writing the career profile part by part, bringing one in, the review, NAV, and the page in plain words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.plans.selectors import wishes_of
from fotfeste.apps.profiles.selectors import (
    contributions_of,
    newest_page,
    text_in_force,
    texts_in_force,
    unseen_comments,
)
from fotfeste.apps.profiles.services.carry_over import carry_over
from fotfeste.apps.profiles.services.one_page import PARTS, write_page
from fotfeste.apps.profiles.services.profile import save_sections
from fotfeste.apps.profiles.services.review import (
    answer_review,
    ask_for_review,
    clinicians_of,
    see_comments,
)
from fotfeste.domain.agenda import Act
from fotfeste.domain.career_profile_sections import ABOUT_HEALTH, COMPOSED_FROM, ProfileSection
from fotfeste.domain.permissions import ConsentScope, Permission
from fotfeste.domain.verdict import Refused, because
from fotfeste.domain.vocational_assessment import ContributionKind
from fotfeste.web.acts_assessment import LONGEST, reader_of
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Shown, Start
from fotfeste.web.lines import language
from fotfeste.web.profile_words import (
    ContributionShown,
    contribution_in_words,
    page_words,
    proposal,
    section_words,
)
from fotfeste.web.words.dates import long_day


class SectionForm(ActForm):
    """The text of one part of the profile (`about`: the part)."""

    text = forms.CharField(
        label=_("Teksten"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Begge kan endre den, også mellom møtene. Hver lagring blir en versjon. Blir kryptert."),
    )


class WholeForm(ActForm):
    """Every part of the profile at once, such as when one is brought in from elsewhere."""

    def shape(self, start: Start) -> None:
        """A field for each part."""
        for section in ProfileSection:
            self.fields[section.value] = forms.CharField(
                label=section_words(section),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=section_words(section, "why"),
            )


class AskForm(ActForm):
    """Which clinician is asked."""

    blames = {"profile.no-such": "clinician", "profile.clinician": "clinician"}
    clinician = forms.ChoiceField(label=_("Hvem skal se på den?"), widget=forms.RadioSelect)

    def shape(self, start: Start) -> None:
        """The clinicians around the person."""
        self.fields["clinician"].choices = list(start.given.get("clinicians", ()))  # type: ignore[attr-defined]  # a choice field


class CommentForm(ActForm):
    """What the clinician says when they have gone through the profile."""

    comment = forms.CharField(
        label=_("Kommentar til jobbsøkeren og jobbspesialisten"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Kan stå tom. Begge leser det. Blir kryptert."),
    )


class SeenForm(ActForm):
    """What the clinician wrote has been read. Nothing to fill in."""


class CarryForm(ActForm):
    """The parts that go over to NAV, chosen together with the jobseeker."""

    blames = {"profile.no-access": "has_access"}
    has_access = forms.BooleanField(label=_("Jeg har tilgang til Modia"), required=False)

    def shape(self, start: Start) -> None:
        """A box for each part that has a text."""
        for code in start.given.get("sections", tuple(ProfileSection)):
            section = ProfileSection(code)
            is_health = section in ABOUT_HEALTH
            hint = _("Om helse: krever samtykke til å gi ut helseopplysninger.") if is_health else ""
            self.fields[section.value] = forms.BooleanField(
                label=section_words(section), required=False, help_text=hint
            )


class PageForm(ActForm):
    """The page in plain words."""

    def shape(self, start: Start) -> None:
        """A field for each part."""
        for part in PARTS:
            self.fields[part] = forms.CharField(
                label=page_words(part),
                required=False,
                max_length=600,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text=page_words(part, "why"),
            )


def section_of(asked: Asked) -> ProfileSection | None:
    """The part that the form is about."""
    return ProfileSection(asked.about) if asked.about in set(ProfileSection) else None


def _start_of_section(found: Found, asked: Asked) -> Start:
    section = section_of(asked)
    if section is None:
        return Start(given={"sections": [(each.value, section_words(each)) for each in ProfileSection]})
    row = text_in_force(found.person, section)
    said = list(_said_about(found, section))
    text = row.opened("sealed_text", found.key) if row else ""
    proposed = "" if text else (_wished(found) if section is ProfileSection.GOAL else proposal(said))
    given = {
        "section": section_words(section),
        "about": section_words(section, "why"),
        "said": said,
        "is_proposed": bool(proposed),
    }
    return Start({"text": text or None}, given=given, suggested={"text": proposed[:LONGEST]})


def _said_about(found: Found, section: ProfileSection) -> Iterable[ContributionShown]:
    """What was said in the assessment that belongs in this part."""
    reader, areas = reader_of(found), COMPOSED_FROM[section]
    for row in contributions_of(found.person):
        is_strength = row.kind == ContributionKind.STRENGTH
        is_here = (
            is_strength if section is ProfileSection.STRENGTHS else row.area in areas and not is_strength
        )
        if is_here and row.kind != ContributionKind.RATHER_NOT:
            yield contribution_in_words(row, found.key, reader=reader)


def _wished(found: Found) -> str:
    wishes = wishes_of(found.person)
    return wishes.opened("sealed_work", found.key) if wishes else ""


def _save_section(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    section = section_of(asked)
    if section is None:
        raise Refused((because("profile.no-such-section", "house §career-profile"),))
    save_sections(deed, {section: typed["text"]})


def _start_of_whole(found: Found, asked: Asked) -> Start:
    texts = {row.section: row.opened("sealed_text", found.key) for row in texts_in_force(found.person)}
    return Start({section.value: texts.get(section, "") for section in ProfileSection})


def _save_whole(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    save_sections(deed, {section: typed[section.value] for section in ProfileSection})


def _start_of_asking(found: Found, asked: Asked) -> Start:
    rows = clinicians_of(found, on=asked.on)
    named = [(row.public_id.hex, row.account.name) for row in rows if row.account]
    return Start(given={"clinicians": named})


def _ask(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    ask_for_review(deed, typed["clinician"])


def _comment(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    answer_review(deed, typed["comment"])


def _start_of_comments(found: Found, asked: Asked) -> Start:
    """What the clinicians wrote since last time. One more meanwhile is shown before it counts as read."""
    said = [(row, row.opened("sealed_comment", found.key)) for row in unseen_comments(found.person)]
    shown = tuple(
        Shown(f"{row.clinician.name}, {long_day(row.answered_on, language())}", words)
        for row, words in said
        if words and row.answered_on
    )
    return Start({"version": "-".join(str(row.pk) for row, _words in said)}, shown)


def _see_comments(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    see_comments(deed)


def _start_of_carrying(found: Found, asked: Asked) -> Start:
    rows = [row.section for row in texts_in_force(found.person) if row.sealed_text]
    consents = found.circumstances.consents
    return Start(
        given={
            "sections": rows,
            "may_reach_nav": ConsentScope.NAV_CONTACT in consents,
            "may_tell_health": ConsentScope.HEALTH_RELEASE in consents,
        }
    )


def _carry(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    chosen = [section for section in ProfileSection if typed.get(section.value)]
    carry_over(deed, chosen, has_access=typed["has_access"])


def _start_of_page(found: Found, asked: Asked) -> Start:
    page = newest_page(found.person)
    return Start({part: page.opened(f"sealed_{part}", found.key) if page else "" for part in PARTS})


def _write_page(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    write_page(deed, {part: typed[part] for part in PARTS})


PAGES = (
    ActPage(
        slug="edit-profile",
        title=_("Skriv i karriereprofilen"),
        form=SectionForm,
        start=_start_of_section,
        do=_save_section,
        action=Action.PROFILE_CHANGED,
        permission=Permission.PROFILE_CHANGE,
        back="profile",
        keeps_draft=True,
        template="acts/profile_section.html",
    ),
    ActPage(
        slug="bring-profile-in",
        title=_("Hent inn en profil"),
        help=_("Lim inn det som står i profilen dere har et annet sted. Det blir én versjon, datert i dag."),
        form=WholeForm,
        start=_start_of_whole,
        do=_save_whole,
        action=Action.PROFILE_CHANGED,
        back="profile",
        keeps_draft=True,
    ),
    ActPage(
        slug="ask-profile-review",
        title=_("Be behandler gå gjennom profilen"),
        help=_("Behandleren ser det på sin egen side, og kan skrive en kommentar."),
        form=AskForm,
        start=_start_of_asking,
        do=_ask,
        action=Action.PROFILE_REVIEW_ASKED,
        said=_("Behandleren er spurt."),
        button=_("Spør"),
        back="profile",
        template="acts/ask_review.html",
    ),
    ActPage(
        slug="comment-profile",
        title=_("Jeg har gått gjennom profilen"),
        form=CommentForm,
        do=_comment,
        action=Action.PROFILE_REVIEWED,
        permission=Permission.PROFILE_REVIEW,
        said=_("Takk. Det er ført at du har gått gjennom profilen i dag."),
        back="profile",
        keeps_draft=True,
    ),
    ActPage(
        slug=Act.SEE_PROFILE_COMMENT,
        title=_("Behandleren har skrevet noe om profilen"),
        help=_("Kommentaren blir stående på profilen. Jobbsøkeren leser den også."),
        form=SeenForm,
        start=_start_of_comments,
        do=_see_comments,
        action=Action.PROFILE_REVIEWED,
        button=_("Jeg har lest det"),
        back="profile",
    ),
    ActPage(
        slug="carry-profile-over",
        title=_("Gjør klart for Modia"),
        help=_("Velg sammen med jobbsøkeren hva som skal over til NAV. Bare det dere krysser av, blir med."),
        form=CarryForm,
        start=_start_of_carrying,
        do=_carry,
        action=Action.PROFILE_CARRIED_OVER,
        said=_("Teksten og filen er klare."),
        button=_("Gjør klart"),
        back="profile_for_nav",
        template="acts/carry_over.html",
    ),
    ActPage(
        slug="write-one-page",
        title=_("Ett ark om meg"),
        help=_(
            "Skriv kort, med vanlige ord. Arket er jobbsøkerens, og kan vises fram eller tas med på papir."
        ),
        form=PageForm,
        start=_start_of_page,
        do=_write_page,
        action=Action.PROFILE_CHANGED,
        permission=Permission.PROFILE_CHANGE,
        back="one_page",
        keeps_draft=True,
    ),
)
