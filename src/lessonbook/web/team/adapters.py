"""What the log-in package asks the site: nobody signs up, the second factor stays, groups give roles."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext

from lessonbook.web.failures import failure_page
from lessonbook.web.people import Role
from lessonbook.web.team import accounts, audit, configuration, entrance
from lessonbook.web.team.configuration import SingleSignOn


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts are made by administrators."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ANN401 - allauth's call
        """Whoever has just logged in has just given the password: setting up the second factor needs no other one."""
        if context.request is not None and entrance.is_fresh(context.request.session):
            return False
        required: bool = super().is_reauthentication_required(app=app, **kwargs)
        return required

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's call
        """Nobody makes an account of their own."""
        return False


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The second factor is for everybody."""

    def can_delete_authenticator(self, authenticator: Any) -> bool:  # noqa: ANN401, ARG002 - allauth's call
        """Nobody goes without: an administrator lets somebody set it up anew."""
        return False


class SignedOn(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Whoever single sign-on vouches for has an account here, with the role of their groups."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ANN401, ARG002 - allauth's call
        """The first sign-on makes the account; ``pre_social_login`` has refused who has no role."""
        return True

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:  # noqa: ANN401 - allauth's call
        """Refuse who is in no group with a role, and take the role away that somebody had before."""
        sociallogin.email_addresses = []  # nothing is sent by e-mail: no address is kept
        sociallogin.user.email = ""
        if role_told(sociallogin) is not None:
            return
        if sociallogin.is_existing:
            accounts.signed_on(sociallogin.user, None, provider().name)
        audit.note(sociallogin.user.username, "sign-in-refused", "no group with a role", request.META["REMOTE_ADDR"])
        sentence = gettext("Your account is in no group that may use Lessonbook: ask an administrator of this site.")
        raise ImmediateHttpResponse(failure_page(request, sentence, 403))

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401, ARG002 - allauth's call
        """Note that single sign-on failed, and tell it in a sentence."""
        audit.note("", "sign-in-failed", "single sign-on", request.META["REMOTE_ADDR"])
        sentence = gettext("Single sign-on did not work: try again, or ask an administrator of this site.")
        raise ImmediateHttpResponse(failure_page(request, sentence, 502))


def provider() -> SingleSignOn:
    """The provider at which people sign on."""
    found = configuration.current().single_sign_on
    assert found is not None, "only a site with single sign-on has its log-ins"
    return found


def role_told(sociallogin: Any) -> Role | None:  # noqa: ANN401 - allauth has no types
    """The highest role that the groups in the provider's claims give."""
    told = provider()
    data = sociallogin.account.extra_data
    claims = [data.get("userinfo") or {}, data.get("id_token") or {}]
    found: object = next((claim[told.groups_claim] for claim in claims if claim.get(told.groups_claim)), [])
    groups = (
        {found} if isinstance(found, str) else {str(group) for group in found} if isinstance(found, list) else set()
    )
    return next((role for role in reversed(accounts.ROLES) if groups & set(told.roles.get(role, []))), None)
