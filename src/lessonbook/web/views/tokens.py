"""Tokens of programs: made, seen once, ended. For administrators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lessonbook.domain import LessonbookError
from lessonbook.web import tokens
from lessonbook.web.people import for_role, person_of


@for_role("administrator")
@require_http_methods(["GET", "HEAD", "POST"])
def token_list(request: HttpRequest) -> HttpResponse:
    """The tokens in force; sending the form makes one and shows its key, this once."""
    context: dict[str, object] = {"scopes": tokens.SCOPES, "longest": tokens.LONGEST_DAYS}
    status = 200
    if request.method == "POST":
        asked = request.POST
        days = asked.get("days", "")
        try:
            context["key"] = tokens.make(
                asked.get("name", ""),
                asked.getlist("scope"),
                int(days) if days.isascii() and days.isdecimal() and len(days) < 6 else 0,
                person_of(request).name,
            )
        except LessonbookError as error:
            context["error"], status = error.message, 400
    answer = render(request, "web/tokens.html", {**context, "tokens": tokens.in_force()}, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


@for_role("administrator")
@require_POST
def end_token(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001 - every view is given who asks
    """End a token."""
    tokens.end(number)
    return redirect("tokens")
