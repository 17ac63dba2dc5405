"""Django's name for this app."""

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    """Files on a job search, a lead or a job."""

    name = "fotfeste.apps.attachments"
    label = "attachments"
