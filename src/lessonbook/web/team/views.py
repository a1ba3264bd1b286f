"""People and the audit log, for administrators."""

from secrets import token_urlsafe

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lessonbook.domain import LessonbookError
from lessonbook.web.people import for_role, person_of
from lessonbook.web.team import accounts, audit


@for_role("administrator")
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account; sending the form makes one and shows its first password, this once."""
    context: dict[str, object] = {}
    if request.method == "POST":
        name, password = request.POST.get("name", ""), token_urlsafe(12)
        try:
            accounts.add(name, request.POST.get("role", ""), password, person_of(request).name)
            context = {"name": name.strip(), "password": password}
        except LessonbookError as error:
            context = {"error": error.message}
    return _people(request, context)


@for_role("administrator")
@require_POST
def change_person(request: HttpRequest) -> HttpResponse:
    """Give a role or another password, end an account, or let somebody set the second factor up anew."""
    name, author, do = request.POST.get("name", ""), person_of(request).name, request.POST.get("do", "")
    if do == "password":
        password = token_urlsafe(12)
        accounts.give_password(name, password, author)
        return _people(request, {"name": name, "password": password})
    if do == "role":
        accounts.give_role(name, request.POST.get("role", ""), author)
    elif do == "second-factor":
        accounts.forget_second_factor(name, author)
    elif do == "end":
        accounts.end(name, author)
    else:
        raise LessonbookError("change-unknown", "Choose what to change: the role, the password, the second factor.")
    messages.success(request, gettext("Saved."))
    return redirect("people")


@for_role("administrator")
@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    """The audit log, the newest first."""
    asked = request.GET.get("before", "")
    entries, following = audit.entries(int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 18 else 0)
    return render(request, "web/audit.html", {"entries": entries, "following": following})


def not_here(request: HttpRequest) -> HttpResponse:
    """A page of the log-in package's that this site does without. Raises ``Http404``."""
    raise Http404(request.path)


def _people(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    known = {"people": accounts.listed(), "roles": accounts.ROLES}
    answer = render(request, "web/people.html", {**known, **context}, status=400 if "error" in context else 200)
    answer["Cache-Control"] = "no-store"
    return answer
