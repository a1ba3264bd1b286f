"""Opening and serving a team's site."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from django.core.management import call_command
from whitenoise import WhiteNoise

from lessonbook import register
from lessonbook.domain import LessonbookError
from lessonbook.web.opening import with_static_files
from lessonbook.web.serving import listen
from lessonbook.web.team import configuration
from lessonbook.web.team.team_settings import for_team


def open_register(home: Path) -> configuration.Team:
    """Open the register in ``home`` with the team's tables.

    Raises ``LessonbookError`` ``team-not-installed``, as ``configuration.read`` does and as ``register.setup`` does.
    """
    if find_spec("allauth") is None:
        raise LessonbookError(
            "team-not-installed",
            'A site for a team needs more packages: install them with pip install "lessonbook[team]".',
        )
    home = home.expanduser().absolute()
    team = configuration.read(home)
    home.mkdir(parents=True, exist_ok=True)
    register.setup(home, also=for_team(home, team))
    call_command("createcachetable", verbosity=0)
    return team


def application(home: Path) -> WhiteNoise:
    """The team's site over the register in ``home``. Raises as ``open_register`` does."""
    open_register(home)
    return with_static_files()


def serve(home: Path, port: int, told: Callable[[str], None], host: str) -> None:
    """Serve the team's site until the process is ended; ``told`` gets the address once it answers.

    Raises ``LessonbookError``: ``tls-missing``, and as ``open_register`` and ``serving.listen`` do.
    """
    site = application(home)
    team = configuration.current()
    if not team.behind_tls:
        if not configuration.is_local(host):
            raise LessonbookError(
                "tls-missing",
                f"Passwords would cross the network in the clear: put a proxy that speaks HTTPS in front of {host} and"
                f" say behind_tls = true in {home / configuration.FILE}, or leave --host out.",
            )
        listen(site, host, port, told)
        return
    listen(
        site,
        host,
        port,
        told,
        trusted_proxy=team.trusted_proxy,
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
        clear_untrusted_proxy_headers=True,
    )
