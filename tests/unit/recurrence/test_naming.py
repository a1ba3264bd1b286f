from lessonbook.recurrence import named


def test_a_lesson_keeps_its_id_when_another_wording_begins_it():
    first = named({}, {"a": "a", "b": "a"})
    after = named({"a": first["a"], "b": first["a"]}, {"a": "z", "b": "z", "z": "z"})
    assert after == {"z": first["a"]}


def test_of_two_parts_the_greater_keeps_the_id():
    before = dict.fromkeys("abc", "old")
    after = named(before, {"a": "a", "b": "b", "c": "b"})
    assert after["b"] == "old"
    assert after["a"] != "old"


def test_two_that_become_one_have_one_id():
    after = named({"a": "one", "b": "two", "c": "two"}, {"a": "a", "b": "a", "c": "a"})
    assert after == {"a": "two"}


def test_an_id_in_use_is_not_given_again():
    first = named({}, {"a": "a"})["a"]
    after = named({"a": first, "b": first, "c": first}, {"a": "a", "b": "b", "c": "b"})
    assert len(set(after.values())) == 2
