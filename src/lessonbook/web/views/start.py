"""The start page, and pages that only tell something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lessonbook.register import models
from lessonbook.register.lessons import telling
from lessonbook.web.access import approved_only, shown


def start(request: HttpRequest) -> HttpResponse:
    """The four places, what waits in each, and what most reviews say."""
    found = list(shown(request))
    counts = {
        "reviews": len(found),
        "statements": sum(len(review.statements) for review in found),
        "documents": models.Document.objects.count(),
        "waiting": sum(review.status == "extracted" for review in found),
        "problems": sum(bool(review.problems) for review in found),
    }
    lessons = telling.lessons(limit=5, approved=approved_only(request))
    return render(request, "web/start.html", {"counts": counts, "lessons": lessons, "newest": found[-5:][::-1]})


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "web/accessibility.html")
