"""All addresses of the house. Each module of pages lists its own; each view declares who may come."""

from django.urls import URLPattern, URLResolver, include, path

from fotfeste.api import urls as api
from fotfeste.web import (
    accounts,
    acts,
    administration,
    administration_programs,
    administration_units,
    administration_user_acts,
    administration_users,
    around,
    bring,
    caseload,
    demo_login,
    emergency,
    employers,
    handover,
    health,
    home,
    log_pages,
    lookbook,
    mine,
    my_account,
    person,
    programs,
    protection,
    purposes,
    roles,
    search,
    shared,
    sources,
    team,
    today,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(health)),
    path("", include(home)),
    path("", include(accounts)),
    path("", include(my_account)),
    path("", include(programs)),
    path("", include(roles)),
    path("", include(demo_login)),
    path("", include(administration)),
    path("", include(administration_users)),
    path("", include(administration_user_acts)),
    path("", include(administration_units)),
    path("", include(administration_programs)),
    path("personer/<uuid:public_id>/hvorfor", purposes.say_why, name="say_why"),
    path("", include(today)),
    path("", include(caseload)),
    path("", include(person)),
    path("", include(acts)),
    path("", include(search)),
    path("", include(sources)),
    path("", include(around)),
    path("", include(protection)),
    path("", include(handover)),
    path("", include(emergency)),
    path("", include(log_pages)),
    path("", include(mine)),
    path("", include(shared)),
    path("", include(team)),
    path("", include(employers)),
    path("", include(bring)),
    path("look-book", lookbook.lookbook, name="lookbook"),
    path("", include(api)),
]

handler400 = "fotfeste.web.errors.bad_request"
handler403 = "fotfeste.web.errors.forbidden"
handler404 = "fotfeste.web.errors.not_found"
handler500 = "fotfeste.web.errors.failed"
