"""Django's settings for a team's site, on top of the site's own.

As a module they serve the type checker, with a register in memory.
"""

from pathlib import Path
from typing import Any

from lessonbook.register import settings as register_settings
from lessonbook.web.opening import LOCAL_HOSTS
from lessonbook.web.site_settings import for_site
from lessonbook.web.team.configuration import SingleSignOn, Team

INSTALLED_APPS = [
    *register_settings.INSTALLED_APPS,
    "lessonbook.web.team",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
DEFAULT_AUTO_FIELD = register_settings.DEFAULT_AUTO_FIELD
USE_TZ = register_settings.USE_TZ
TIME_ZONE = register_settings.TIME_ZONE
LESSONBOOK_HOME = register_settings.LESSONBOOK_HOME
LESSONBOOK_TEAM = Team()
DATABASES = register_settings.DATABASES
MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]  # for the type checker: its application asks for it
PROVIDER = "sign-on"
_TEMPLATES = Path(__file__).parent / "templates"
_HALF_A_YEAR = 180 * 24 * 3600


def for_team(home: Path, team: Team) -> dict[str, Any]:
    """The settings of a team's site over the register in ``home``. Raises ``LessonbookError`` ``team-secret``."""
    site = for_site(home, (*LOCAL_HOSTS, *team.hosts))
    return {
        **site,
        "DEBUG": False,
        "LESSONBOOK_TEAM": team,
        "INSTALLED_APPS": INSTALLED_APPS,
        "ROOT_URLCONF": "lessonbook.web.team.addresses",
        "MIDDLEWARE": _middleware(site["MIDDLEWARE"]),
        "TEMPLATES": [_templates(site["TEMPLATES"][0])],
        "CONTENT_SECURITY_POLICY": _policy(site["CONTENT_SECURITY_POLICY"], team.single_sign_on),
        # Attempts at logging in are counted here: every process of the site must see the same count.
        "CACHES": {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "team_cache"}},
        **_sessions(team),
        **_accounts(),
        **(_sign_on(team.single_sign_on) if team.single_sign_on else {}),
    }


def _middleware(names: list[str]) -> list[str]:
    """The site's middleware with a log-in in the place of the one person."""
    wanted = [name for name in names if not name.startswith(("lessonbook.web.people.", "lessonbook.web.tokens."))]
    told = wanted.index("lessonbook.web.failures.ToldInASentence")
    return [
        *wanted[:told],
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "lessonbook.web.tokens.ByToken",
        "lessonbook.web.team.entrance.Entrance",
        "lessonbook.web.team.listening.ChangesNoted",
        *wanted[told:],
    ]


def _templates(site: dict[str, Any]) -> dict[str, Any]:
    options = site["OPTIONS"]
    processors = [*options["context_processors"], "lessonbook.web.team.entrance.known_to_templates"]
    return {
        **site,
        "DIRS": [str(_TEMPLATES), *site["DIRS"]],
        "APP_DIRS": True,
        "OPTIONS": {**options, "context_processors": processors},
    }


def _policy(site: dict[str, Any], provider: SingleSignOn | None) -> dict[str, Any]:
    """The form that begins single sign-on leads to the provider, by way of this site."""
    directives = site["DIRECTIVES"]
    targets = [*directives["form-action"], *(provider.origins() if provider else ())]
    return {**site, "DIRECTIVES": {**directives, "form-action": targets}}


def _sessions(team: Team) -> dict[str, Any]:
    secure: dict[str, Any] = {
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": _HALF_A_YEAR,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": "https",
    }
    return {
        "SESSION_ENGINE": "django.contrib.sessions.backends.db",
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "SESSION_COOKIE_AGE": team.longest_hours * 3600,
        **(secure if team.behind_tls else {}),
    }


def _accounts() -> dict[str, Any]:
    validators = "django.contrib.auth.password_validation"
    adapters = "lessonbook.web.team.adapters"
    return {
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{validators}.UserAttributeSimilarityValidator"},
            {"NAME": f"{validators}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
            {"NAME": f"{validators}.CommonPasswordValidator"},
            {"NAME": f"{validators}.NumericPasswordValidator"},
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "start",
        "ACCOUNT_ADAPTER": f"{adapters}.Accounts",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_UNIQUE_EMAIL": False,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_RATE_LIMITS": {
            "login": "30/m/ip",
            "login_failed": "10/m/ip,5/300s/key",
            "reauthenticate": "10/m/user",
            "change_password": "5/m/user",
        },
        "MFA_ADAPTER": f"{adapters}.SecondFactors",
        "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes"],  # keys of hardware need a script inside the page
        "MFA_TOTP_ISSUER": "Lessonbook",
        "SOCIALACCOUNT_ADAPTER": f"{adapters}.SignedOn",
        "SOCIALACCOUNT_EMAIL_VERIFICATION": "none",
    }


def _sign_on(provider: SingleSignOn) -> dict[str, Any]:
    app = {
        "provider_id": PROVIDER,
        "name": provider.name,
        "client_id": provider.client_id,
        "secret": provider.secret(),
        "settings": {"server_url": provider.address, "scope": provider.scopes, "oauth_pkce_enabled": True},
    }
    return {"SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": [app]}}}
