"""The door for a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fotfeste.project.settings")

application = get_wsgi_application()

# What has been loaded by now stays. Looking it through for rubbish again and again costs a tenth of a page.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 50)
