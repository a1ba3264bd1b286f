"""Django's settings that only a site needs, on top of the register's."""

import secrets
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

_HERE = Path(__file__).parent
_KEY_FILE = "site-key"


def for_site(home: Path, hosts: tuple[str, ...]) -> dict[str, Any]:
    """The settings of the site over the register in ``home``, which answers to ``hosts`` only.

    The key that signs cookies is made once and kept in the home, readable by its owner only.
    """
    return {
        "SECRET_KEY": _key(home),
        "ALLOWED_HOSTS": list(hosts),
        "ROOT_URLCONF": "lessonbook.web.addresses",
        "MIDDLEWARE": [
            "django.middleware.security.SecurityMiddleware",
            "csp.middleware.CSPMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
            "lessonbook.web.people.WhoIsHere",
            "lessonbook.web.tokens.ByToken",
            "lessonbook.web.failures.ToldInASentence",
        ],
        "TEMPLATES": [_templates()],
        "CSRF_FAILURE_VIEW": "lessonbook.web.failures.forged",
        "SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
        "STATIC_URL": "/static/",
        "USE_I18N": True,
        "LANGUAGE_CODE": "en-gb",
        "LANGUAGES": [("en-gb", _("English")), ("cy", _("Welsh"))],
        "LOCALE_PATHS": [str(_HERE / "locale")],
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 5_000_000,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 500,
        "FORM_RENDERER": "django.forms.renderers.DjangoTemplates",
        **_guards(),
    }


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [str(_HERE / "templates")],
        "OPTIONS": {
            "builtins": [
                "lessonbook.web.templatetags.wording",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lessonbook.web.people.known_to_templates",
            ],
        },
    }


def _guards() -> dict[str, Any]:
    """What browsers are told to refuse. There is nothing inline and nothing from elsewhere on any page."""
    return {
        "CONTENT_SECURITY_POLICY": {
            "DIRECTIVES": {
                "default-src": [SELF],
                "img-src": [SELF, "data:"],
                "object-src": [NONE],
                "base-uri": [NONE],
                "form-action": [SELF],
                "frame-ancestors": [NONE],
            }
        },
        "X_FRAME_OPTIONS": "DENY",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
    }


def _key(home: Path) -> str:
    place = home / _KEY_FILE
    if not place.exists():
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return place.read_text(encoding="ascii").strip()
