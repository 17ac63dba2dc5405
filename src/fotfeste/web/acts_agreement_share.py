"""The jobseeker shares the agreement with the own employment specialist, and takes it back."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.apps.agreements import sharing
from fotfeste.apps.agreements.shared import is_shared
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts_page import ActForm, ActPage, Asked, Start

PAGE = "agreement_page"


class ShareForm(ActForm):
    """Nothing to fill in: the specialist may read it from now on."""


class StopSharingForm(ActForm):
    """Nothing to fill in: the specialist reads it no more."""


def _start(found: Found, asked: Asked) -> Start:
    return Start({"shared": is_shared(found.person)})


def _share(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    sharing.share(deed)


def _stop(deed: Deed, typed: Mapping[str, Any], asked: Asked) -> None:
    sharing.stop_sharing(deed)


def _own(slug: str, title: Any, form: type[ActForm], do: Any, **more: Any) -> ActPage:
    return ActPage(
        slug=slug,
        title=title,
        form=form,
        do=do,
        start=_start,
        action=Action.AGREEMENT_CHANGED,
        permission=Permission.AGREEMENT_OWN,
        back=PAGE,
        above=PAGE,
        is_own_alone=True,
        **more,
    )


PAGES = (
    _own(
        "agreement-share",
        _("Del avtalen med jobbspesialisten"),
        ShareForm,
        _share,
        button=_("Del avtalen"),
        said=_("Jobbspesialisten kan lese avtalen nå."),
        help=_("Jobbspesialisten din leser teksten og alle versjoner, og kan ikke skrive i den."),
    ),
    _own(
        "agreement-stop-sharing",
        _("Slutt å dele med jobbspesialisten"),
        StopSharingForm,
        _stop,
        button=_("Slutt å dele"),
        said=_("Jobbspesialisten kan ikke lese avtalen lenger."),
        help=_("Det virker med en gang. Det jobbspesialisten har lest, kan ikke gjøres ulest."),
    ),
)
