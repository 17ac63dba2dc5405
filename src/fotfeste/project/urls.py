"""All addresses of the house. Each module of pages lists its own; each view declares who may come."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from fotfeste.api import urls as api
from fotfeste.web import employers, lookbook, purposes
from fotfeste.web.policy import BY_TOKEN, policy

urlpatterns: list[URLPattern | URLResolver] = [
    path("sprak", set_language, name="set_language"),
    path("personer/<uuid:public_id>/hvorfor", purposes.say_why, name="say_why"),
    path("", include(employers)),
    path("konto/", include("allauth.urls")),
    path("look-book", lookbook.lookbook, name="lookbook"),
    path("api/v1/", include((api.addresses(policy(BY_TOKEN)), "api"))),
]

handler400 = "fotfeste.web.errors.bad_request"
handler403 = "fotfeste.web.errors.forbidden"
handler404 = "fotfeste.web.errors.not_found"
handler500 = "fotfeste.web.errors.failed"
