"""Opening the site over a register, as a WSGI application."""

from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import clear_url_caches, set_urlconf
from whitenoise import WhiteNoise

from lessonbook import register
from lessonbook.web.site_settings import for_site

_STATIC = Path(__file__).parent / "static"
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


def application(home: Path, hosts: tuple[str, ...] = LOCAL_HOSTS) -> WhiteNoise:
    """The site over the register in ``home``, which is set up where there is none. Raises as ``register.setup``."""
    register.setup(home)
    for name, value in for_site(home, hosts).items():
        setattr(settings, name, value)
    settings.DEBUG = False
    return with_static_files()


def with_static_files() -> WhiteNoise:
    """The site that the settings describe, with its style and script."""
    clear_url_caches()
    set_urlconf(None)
    static: WhiteNoise = WhiteNoise(get_wsgi_application(), max_age=3600, autorefresh=False)
    static.add_files(str(_STATIC), prefix="static/")
    return static
