"""The site's addresses. The names in them are the field's."""

from django.urls import include, path, re_path

from lessonbook.web import failures
from lessonbook.web.views import browsing, checking, documents, find, publishing, reviews, start, taking_in, tokens

_SHA256 = r"(?P<sha256>[0-9a-f]{64})"

urlpatterns = [
    path("", start.start, name="start"),
    path("accessibility", start.accessibility, name="accessibility"),
    path("find", find.find, name="find"),
    path("reviews/<slug:review_id>", reviews.review, name="review"),
    path("reviews/<slug:review_id>.json", reviews.record, name="record"),
    path("documents", documents.documents, name="documents"),
    re_path(rf"^documents/{_SHA256}$", documents.document, name="document"),
    re_path(rf"^documents/{_SHA256}/pages/(?P<number>\d{{1,5}})\.png$", documents.picture, name="picture"),
    re_path(rf"^documents/{_SHA256}/file$", documents.original, name="original"),
    path("themes", browsing.themes, name="themes"),
    path("themes/<slug:name>", browsing.theme, name="theme"),
    path("lessons", browsing.lessons, name="lessons"),
    path("lessons/<slug:name>", browsing.lesson, name="lesson"),
    path("areas", browsing.area_list, name="areas"),
    path("areas/<slug:gss>", browsing.area, name="area"),
    path("addressees", browsing.addressee_list, name="addressees"),
    path("addressees/<slug:name>", browsing.addressee, name="addressee"),
    path("plots", browsing.plots, name="plots"),
    re_path(r"^plots/(?P<subject>themes|areas|lessons|timeline)\.(?P<form>svg|png|csv)$", browsing.plot, name="plot"),
    path("take-in", taking_in.take_in, name="take-in"),
    path("take-in/<int:number>", taking_in.task, name="task"),
    path("check", checking.check, name="check"),
    path("check/<slug:review_id>", checking.review, name="check-review"),
    path("check/<slug:review_id>/fields/<slug:name>", checking.change_field, name="change-field"),
    path("check/<slug:review_id>/statements", checking.add_statement, name="add-statement"),
    path("check/<slug:review_id>/statements/<slug:statement>", checking.change_statement, name="change-statement"),
    path("check/<slug:review_id>/status", checking.set_status, name="set-status"),
    path("check/<slug:review_id>/undo/<int:claim>", checking.undo, name="undo"),
    path("check/<slug:review_id>/match", checking.decide_match, name="decide-match"),
    path("publish", publishing.publish, name="publish"),
    path("publish/preview.<slug:form>", publishing.preview, name="preview"),
    path("issues", publishing.issue_list, name="issues"),
    path("issues/feed.atom", publishing.IssueFeed(), name="issue-feed"),
    path("issues/<int:number>", publishing.issue, name="issue"),
    path("issues/<int:number>/<int:version>", publishing.issue, name="issue-version"),
    path("issues/<int:number>/<int:version>/digest.<slug:form>", publishing.issue_file, name="issue-file"),
    path("tokens", tokens.token_list, name="tokens"),
    path("tokens/<int:number>/end", tokens.end_token, name="end-token"),
    path("api/", include("lessonbook.web.api.addresses")),
    path("language/", include("django.conf.urls.i18n")),
]
handler400 = failures.misunderstood
handler403 = failures.refused
handler404 = failures.not_found
handler500 = failures.failed
