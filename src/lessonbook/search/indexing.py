"""Keeping the index as the register is: in the transaction of each change, or all anew."""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.db.models import Count

from lessonbook.domain import Review
from lessonbook.domain.serialise import from_json, to_json
from lessonbook.register import models as register
from lessonbook.register.opening import changing
from lessonbook.register.parts import in_parts
from lessonbook.register.wordings import keep, shown, wording_of
from lessonbook.search import stored
from lessonbook.search.facets import of_review
from lessonbook.search.items import Draft, Source, items_of
from lessonbook.search.models import Gone, IndexedReview, Item

REPORT = "report"  # the extractor of documents that speak of one review only

_Key = tuple[str, str, str, str, str, int | None, int]


def index_reviews(review_ids: Collection[str], **_: object) -> None:
    """Put these reviews into the index as their records are now; what is held, withdrawn or ended is taken out."""
    for ids in in_parts(sorted(review_ids)):
        rows = {row.pk: row for row in shown(ids)}
        _take_out([review for review in ids if review not in rows])
        _put_in([from_json(row.record, Review) for row in rows.values()])


@changing
def reindex() -> int:
    """Make the whole index anew from the register; the number of reviews in it. Meanings known are kept."""
    wanted = set(register.Review.objects.filter(live=True).values_list("pk", flat=True))
    keep(wanted)
    index_reviews(wanted | set(IndexedReview.objects.values_list("review", flat=True)))
    stored.forget()
    return IndexedReview.objects.count()


def _take_out(review_ids: Sequence[str]) -> None:
    gone = list(Item.objects.filter(owner__review__in=review_ids).values_list("pk", flat=True))
    if not gone and not IndexedReview.objects.filter(review__in=review_ids).exists():
        return
    _drop(gone)
    IndexedReview.objects.filter(review__in=review_ids).delete()
    # Files written out of the tables hold words' meanings too: they go when the change is certain.
    transaction.on_commit(stored.forget)


def _put_in(reviews: Sequence[Review]) -> None:
    sources = _sources([review.id for review in reviews])
    owners = _owners(reviews)
    there: dict[int, dict[_Key, int]] = {owner.pk: {} for owner in owners.values()}
    doubles: list[int] = []
    for item in Item.objects.filter(owner__in=list(there)):
        known = there[item.owner_id]
        key = _key_of_row(item)
        if key in known:
            doubles.append(item.pk)
        known.setdefault(key, item.pk)
    fresh: list[Item] = []
    for review in reviews:
        owner = owners[review.id]
        known = there[owner.pk]
        drafts = dict.fromkeys(items_of(review, sources.get(review.id, ())))
        fresh.extend(_row(draft, owner) for draft in drafts if known.pop(_key(draft), None) is None)
    _drop([*doubles, *(pk for known in there.values() for pk in known.values())])
    Item.objects.bulk_create(fresh, batch_size=500)


def _owners(reviews: Sequence[Review]) -> dict[str, IndexedReview]:
    """The index's row for each review, with its facets as they are now.

    A row whose facets changed is made anew with its items, so that what was written out of the tables shows it as gone.
    """
    facets = {review.id: to_json(of_review(review)).decode() for review in reviews}
    there = {row.review: row for row in IndexedReview.objects.filter(review__in=list(facets))}
    changed = [row for name, row in there.items() if row.facets != facets[name]]
    _drop(list(Item.objects.filter(owner__in=changed).values_list("pk", flat=True)))
    IndexedReview.objects.filter(pk__in=[row.pk for row in changed]).delete()
    for row in changed:
        del there[row.review]
    IndexedReview.objects.bulk_create(
        IndexedReview(review=name, facets=listed) for name, listed in facets.items() if name not in there
    )
    return {row.review: row for row in IndexedReview.objects.filter(review__in=list(facets))}


def _drop(items: Sequence[int]) -> None:
    for part in in_parts(items):
        Gone.objects.bulk_create(Gone(item=pk) for pk in part)
        Item.objects.filter(pk__in=part).delete()


def _row(draft: Draft, owner: IndexedReview) -> Item:
    return Item(
        owner=owner,
        kind=draft.kind,
        statement=draft.statement,
        text=draft.text,
        facets=to_json(draft.facets).decode(),
        document=draft.document,
        page=draft.page,
        start=draft.start,
        wording="" if draft.kind == "document" else wording_of(draft.text),
    )


def _key(draft: Draft) -> _Key:
    facets = to_json(draft.facets).decode()
    return draft.kind, draft.statement, draft.text, facets, draft.document, draft.page, draft.start


def _key_of_row(item: Item) -> _Key:
    return item.kind, item.statement, item.text, item.facets, item.document, item.page, item.start


def _sources(review_ids: Sequence[str]) -> dict[str, tuple[Source, ...]]:
    """The documents of each review that speak of it alone and are read as full reports."""
    entries = register.Entry.objects.filter(review__in=review_ids, live=True, run__extractor=REPORT)
    of_review = [(entry.review_id, entry.document_id) for entry in entries.only("review_id", "document_id")]
    alone = {
        row["document"]
        for row in register.Entry.objects.filter(document__in=[one for _, one in of_review], live=True)
        .values("document")
        .annotate(reviews=Count("review", distinct=True))
        if row["reviews"] == 1
    }
    texts = dict(register.Document.objects.filter(pk__in=alone).values_list("pk", "text"))
    found: dict[str, tuple[Source, ...]] = {}
    for review, document in of_review:
        if document in texts:
            found[review] = (*found.get(review, ()), Source(document, texts[document]))
    return found
