"""The search index as a Django application: it changes in the transaction that changes the register."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Name and label under which the index's tables stand."""

    name = "lessonbook.search"
    label = "search"

    def ready(self) -> None:
        """Listen to the register from now on."""
        from lessonbook.register.signals import meanings_learned, reviews_changed  # noqa: PLC0415 - models need the apps to be ready
        from lessonbook.search.indexing import index_reviews  # noqa: PLC0415 - the same
        from lessonbook.search.stored import complete  # noqa: PLC0415 - the same

        reviews_changed.connect(index_reviews, dispatch_uid="lessonbook.search")
        # What was written out without meanings has them now.
        meanings_learned.connect(complete, dispatch_uid="lessonbook.search")
