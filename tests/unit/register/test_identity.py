from lessonbook.register.identity import entry_key, fingerprint, normalised, split_key, statement_id


def test_a_key_is_short_and_the_same_for_the_same_place_of_the_same_document():
    assert entry_key("a" * 64, 3) == entry_key("a" * 64, 3)
    assert len(entry_key("a" * 64, 3)) == 10
    assert entry_key("a" * 64, 3).isalnum()


def test_keys_differ_by_document_position_and_turn():
    keys = {entry_key("a" * 64, 0), entry_key("b" * 64, 0), entry_key("a" * 64, 1), entry_key("a" * 64, 0, 1)}
    assert len(keys) == 4


def test_a_statement_id_begins_with_its_entry_and_ignores_punctuation_and_case():
    one = statement_id("k1", "learning", "Ask “twice”; then again.")
    assert one.startswith("k1-")
    assert one == statement_id("k1", "learning", "ask 'twice', then  again")


def test_a_statement_id_differs_by_kind_words_and_occurrence():
    ids = {
        statement_id("k1", "learning", "Ask."),
        statement_id("k1", "recommendation", "Ask."),
        statement_id("k1", "learning", "Tell."),
        statement_id("k1", "learning", "Ask.", 1),
    }
    assert len(ids) == 4


def test_words_are_compared_without_quotes_dashes_and_spaces():
    assert normalised("  The “six-week–old”\u00a0baby. ") == normalised('the "six week old" baby')


def test_a_text_of_punctuation_only_is_not_an_empty_text():
    assert normalised("?!") == "?!"
    assert fingerprint("?!") != fingerprint("")


def test_the_first_split_keeps_the_entry_s_key():
    assert split_key("k1", 0) == "k1"
    assert split_key("k1", 1) not in {"k1", split_key("k1", 2)}
