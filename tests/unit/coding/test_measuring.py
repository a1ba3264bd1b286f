"""Precision and recall of themes."""

from lessonbook.coding.measuring import measured, whole


def test_each_theme_and_all_together():
    pairs = [({"faith", "missing"}, {"faith"}), (set(), {"faith"}), ({"missing"}, {"missing"})]
    faith, missing, gangs = measured(pairs, ("faith", "missing", "gangs"))
    assert (faith.precision, faith.recall, faith.support) == (1.0, 0.5, 2)
    assert (missing.precision, missing.recall) == (0.5, 1.0)
    assert (gangs.precision, gangs.recall) == (None, None)
    together = whole([faith, missing, gangs])
    assert (together.found, together.right, together.support) == (3, 2, 3)
