"""Acts that sign the agreement, and take a signature back. Each sees exactly what is signed (A-01, A-02)."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import signatures
from fotfeste.apps.agreements.contents import content_in, text_waiting
from fotfeste.apps.agreements.newest import agreement_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.documents.agreement.text import text_shown
from fotfeste.domain.agreements.identified import OnBehalfReason, SignedBy
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start, Starts
from fotfeste.web.lines import language


class SignForm(ActForm):
    """One has read all of it. The text stands above the button."""

    has_read = forms.BooleanField(
        label=_("Jeg har lest hele teksten, og er enig"),
        error_messages={"required": _("Les teksten, og kryss av for at du er enig.")},
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)


class OnBehalfForm(SignForm):
    """Why NAV signs for the jobseeker, who has said yes in another way."""

    has_read = forms.BooleanField(
        label=_("Jobbsøkeren har fått hele teksten lest opp eller på papir, og har sagt ja"),
        error_messages={"required": _("Uten jobbsøkerens ja kan ingen signere på vegne av den.")},
    )
    no_electronic_id = forms.BooleanField(label=_("Jobbsøkeren har ikke elektronisk ID"), required=False)
    reserved = forms.BooleanField(
        label=_("Jobbsøkeren har reservert seg mot digital kontakt"), required=False
    )
    lacks_digital_skills = forms.BooleanField(
        label=_("Jobbsøkeren kan ikke bruke digitale tjenester"), required=False
    )


class TakeSignatureBackForm(ActForm):
    """Nothing to fill in."""


def _start(party: Party) -> Starts:
    def start(found: Found, asked: Asked) -> Start:
        agreement = agreement_of(found.person)
        text = text_waiting(agreement) if agreement else None
        if text is None:
            return Start({"digest": ""})
        turn = text.signatures.filter(party=party).count()
        shown = text_shown(content_in(text, found.key), language()) | {"text": text}
        return Start({"digest": text.digest, "turn": turn}, given=shown)

    return start


def _sign(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    signatures.sign(deed, shown=typed["digest"], signed_by=SignedBy.OWN_LOG_IN)


def _on_behalf(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    reasons = [each for each in OnBehalfReason if typed[each]]
    signatures.sign_on_behalf(deed, reasons, shown=typed["digest"])


def _take_back(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    signatures.take_back(deed)


Does = Callable[[Deed, Mapping[str, Any], Asked], None]


def _page(party: Party, slug: str, title: Any, form: type[ActForm], do: Does, **more: Any) -> ActPage:
    is_own = party is Party.JOBSEEKER
    return ActPage(
        slug=f"{'own-' if is_own else ''}agreement-{slug}",
        title=title,
        form=form,
        start=_start(party),
        do=do,
        action=Action.AGREEMENT_SIGNED,
        permission=Permission.AGREEMENT_OWN if is_own else Permission.AGREEMENT_CHANGE,
        back="agreement_text",
        above="agreement_text",
        is_own_alone=is_own,
        template="agreements/sign.html",
        **more,
    )


def _both(slug: str, title: Any, form: type[ActForm], do: Does, **more: Any) -> tuple[ActPage, ...]:
    return tuple(_page(each, slug, title, form, do, **more) for each in (Party.NAV, Party.JOBSEEKER))


PAGES = (
    *_both(
        "sign",
        _("Les og signer avtalen"),
        SignForm,
        _sign,
        button=_("Signer"),
        said=_("Du har signert."),
        help=_("Alle parter signerer nøyaktig denne teksten. NAV signerer sist, og da gjelder den."),
    ),
    _page(
        Party.NAV,
        "sign-on-behalf",
        _("Signer på vegne av jobbsøkeren"),
        OnBehalfForm,
        _on_behalf,
        button=_("Signer for jobbsøkeren"),
        said=_("Du har signert på vegne av jobbsøkeren."),
        help=_("Bare av en av grunnene under. Det står i avtalen at NAV signerte, og hvorfor."),
    ),
    _page(
        Party.JOBSEEKER,
        "take-signature-back",
        _("Trekk signaturen tilbake"),
        TakeSignatureBackForm,
        _take_back,
        button=_("Trekk tilbake"),
        said=_("Signaturen er trukket tilbake."),
        help=_("Det går så lenge ikke alle har signert."),
    ),
)
