"""What the register tells those who keep something beside it, as an index, inside the transaction of the change."""

from django.dispatch import Signal

# Sent with ``review_ids``, a collection of ids whose records were written anew or ended, and ``wordings``, the keys of
# all wordings that they have or had.
reviews_changed = Signal()

# Sent when wordings have meanings that they had not before.
meanings_learned = Signal()
