"""One request for an act's page: which act, on whom, about what, and where one comes back to."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from fotfeste import clock
from fotfeste.apps.around.own import own_public_id
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.profiles.services.drafts import Kept, drop_draft, kept_draft
from fotfeste.web.acts_page import ActPage, Asked, Start
from fotfeste.web.lines import act_url
from fotfeste.web.requests import actor

FROM_TODAY = "i-dag"


@dataclass(frozen=True, slots=True)
class Started:
    """What a form starts from, and what the one who writes has typed in it before and not saved."""

    start: Start
    draft: Kept | None


@dataclass(frozen=True, slots=True)
class ActCall:
    """One request for an act's page. `is_mine`: on the jobseeker's own pages."""

    request: HttpRequest
    page: ActPage
    look: Look
    asked: Asked
    is_mine: bool = False

    @property
    def onward(self) -> str:
        """Back to where one came from: to *Today*, to the page it belongs to, or to the person."""
        if self.request.GET.get("fra") == FROM_TODAY:
            return reverse("today")
        place = f"#{self.asked.about.partition('.')[0]}" if self.page.back and self.asked.about else ""
        if self.is_mine:
            return reverse(f"my_{self.page.back}" if self.page.back else "mine") + place
        return reverse(self.page.back or "person", args=[self.look.public_id]) + place

    @property
    def draft_key(self) -> str:
        """Which form, about what."""
        return f"{self.page.slug}:{self.asked.about}"

    @property
    def draft_url(self) -> str:
        """Where what is typed is kept while one types."""
        query = f"?{urlencode({'om': self.asked.about})}" if self.asked.about else ""
        if self.is_mine:
            return reverse("my_draft", args=[self.page.slug]) + query
        return reverse("draft", args=[self.look.public_id, self.page.slug]) + query

    def started(self, found: Found) -> Started:
        """What the form starts from, from an opened record."""
        start = self.page.start(found, self.asked)
        if not self.page.keeps_draft:
            return Started(start, None)
        return Started(start, kept_draft(found, self.look.acting.account_id, self.draft_key))

    def act_url(self, slug: str) -> str:
        """Another act on the same person."""
        return reverse("my_act", args=[slug]) if self.is_mine else act_url(self.look.public_id, slug)


def own_look(request: HttpRequest) -> Look:
    """A look at one's own record."""
    acting = actor(request)
    return Look(acting, own_public_id(acting), clock.now(), clock.today())


def forget_draft(call: ActCall, deed: Deed) -> None:
    """What was typed is saved or thrown away."""
    if call.page.keeps_draft:
        drop_draft(deed.found, deed.by.account_id, call.draft_key)
