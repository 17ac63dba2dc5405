"""All real addresses, and a bare page beside each one that is measured."""

from django.urls import include, path

from bench.bare import views
from fotfeste.project.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("", include("fotfeste.project.urls")),
    path("bar/i-dag", views.today),
    path("bar/portefoljen", views.caseload),
    path("bar/personer/<uuid:public_id>", views.person),
    path("bar/loggfor", views.log_contact),
]
