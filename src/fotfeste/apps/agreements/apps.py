"""Django's name for this app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Requests, assessments, agreements and their versions, signatures, promises, questions."""

    name = "fotfeste.apps.agreements"
    label = "agreements"
