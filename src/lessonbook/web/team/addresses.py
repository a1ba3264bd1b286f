"""The addresses of a team's site: the site's own, the log-in's, and what administrators see."""

from django.urls import include, path, re_path

from lessonbook.web import addresses
from lessonbook.web.team import views

handler400, handler403, handler404, handler500 = (
    addresses.handler400,
    addresses.handler403,
    addresses.handler404,
    addresses.handler500,
)
# Nobody signs up, nothing is sent by e-mail, and nobody joins two accounts: the package's pages for that are not here.
_NOT_HERE = (
    r"^account/(?:signup|email|confirm-email|password/(?:set|reset)|login/code|3rdparty/(?:signup/)?$|social)",
    r"^account/2fa/totp/deactivate",
)

urlpatterns = [
    path("people", views.people, name="people"),
    path("people/change", views.change_person, name="change-person"),
    path("audit", views.audit_log, name="audit"),
    *(re_path(pattern, views.not_here) for pattern in _NOT_HERE),
    path("account/", include("allauth.urls")),
    path("", include(addresses)),
]
