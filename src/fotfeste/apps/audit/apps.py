"""Django's name for this app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log: every look and every act, chained so that nothing can be taken out of it unseen."""

    name = "fotfeste.apps.audit"
    label = "audit"
