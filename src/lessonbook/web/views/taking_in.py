"""Take in: files go into the register in the background; leave the page and come back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from lessonbook.domain import LessonbookError
from lessonbook.domain.serialise import to_plain
from lessonbook.web import tasks
from lessonbook.web.exporting import json_of
from lessonbook.web.models import Task
from lessonbook.web.people import for_role, person_of

_SHOWN = 20


@for_role("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """The form, and what was taken in last; sending the form begins a task."""
    context: dict[str, object] = {}
    status = 200
    if request.method == "POST":
        try:
            addresses = request.POST.get("addresses", "").split()
            task = tasks.begin(request.FILES.getlist("files"), person_of(request).name, addresses)
        except LessonbookError as error:
            context["error"], context["addresses"], status = error.message, request.POST.get("addresses", ""), 400
        else:
            messages.success(request, gettext("It is being taken in; you can leave this page and come back."))
            return redirect("task", task.pk)
    context["tasks"] = Task.objects.order_by("-id")[:_SHOWN]
    return render(request, "web/take_in.html", context, status=status)


@for_role("editor")
@require_safe
def task(request: HttpRequest, number: int) -> HttpResponse:
    """One task: how far it is, then what became of each file."""
    found = tasks.task_of(number)
    if request.GET.get("format") == "json":
        return json_of(to_plain(tasks.progress_of(found)))
    return render(request, "web/task.html", {"task": found, "report": tasks.report_of(found)})
