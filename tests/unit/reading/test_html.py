"""Web pages: what a reader of the page reads, in order, without what belongs to the site."""

import pytest

from helpers.outlines import cells, check_places, marks, outline
from lessonbook.domain import LessonbookError
from lessonbook.reading import read_here


def read(body: str, head: str = ""):
    document = read_here(f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode())
    assert document.format == "html"
    check_places(document)
    return document


def furniture(document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.furniture]


def test_headings_paragraphs_and_loose_text():
    document = read("<h1>List</h1><div>Loose <span>words</span><h3>Deep</h3>more</div>tail<p>one<p>two")
    assert outline(document) == [
        ("heading", "List", 1),
        ("paragraph", "Loose words"),
        ("heading", "Deep", 3),
        ("paragraph", "more"),
        ("paragraph", "tail"),
        ("paragraph", "one"),
        ("paragraph", "two"),
    ]


def test_one_break_is_a_line_and_two_are_a_paragraph():
    assert outline(read("<div>2019<br>Brackwater<br><br> Learning: <br/>&nbsp;<br/>ask</div>")) == [
        ("paragraph", "2019\nBrackwater"),
        ("paragraph", "Learning:"),
        ("paragraph", "ask"),
    ]


def test_lists_nest_and_count():
    document = read(
        "<ul><li>one<ul><li>sub</li></ul></li><li><p>two</p><p>more</p></li></ul><ol start=3 type=a><li>x<li>y</ol>"
    )
    assert outline(document) == [
        ("item", "one", 0, None),
        ("item", "sub", 1, None),
        ("item", "two\nmore", 0, None),
        ("item", "x", 0, "c."),
        ("item", "y", 0, "d."),
    ]


def test_a_list_in_a_list_without_an_item_around_it_is_deeper():
    assert [row[2] for row in outline(read("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>"))] == [0, 1, 0]


def test_cards_in_a_list_are_parts_of_the_page():
    card = "<li><h3>2019 - Brackwater</h3><p>Harm.</p><ul><li>ask</li></ul></li>"
    assert outline(read(f"<ul>{card}</ul>")) == [
        ("heading", "2019 - Brackwater", 3),
        ("paragraph", "Harm."),
        ("item", "ask", 0, None),
    ]


def test_tables_keep_spans_and_headers():
    (table,) = read(
        "<table><thead><tr><th>CASE<th>KEY<th>LEARNING</thead><tbody>"
        "<tr><td rowspan=2>a<td><ul><li>i<li>j</ul>tail<td>b"
        "<tr><td colspan=2>wide</table>"
    ).blocks
    assert [row.header for row in table.rows] == [True, False, False]
    assert [[(c.column, c.columns, c.rows) for c in row.cells] for row in table.rows] == [
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 2, 1)],
    ]
    assert cells(table)[1][1] == [("item", "i", 0, None), ("item", "j", 0, None), ("paragraph", "tail")]


def test_a_row_of_nothing_but_head_cells_is_a_header_and_a_head_cell_at_the_side_is_not():
    (table,) = read("<table><tr><th>A<th>B<tr><th>side<td>x</table>").blocks
    assert [row.header for row in table.rows] == [True, False]


@pytest.mark.parametrize(
    "layout",
    ["<table><tr><td>{}</td></tr></table>", "<table role=presentation><tr><td>x<td>{}</table>"],
)
def test_a_table_that_only_places_things_is_no_table(layout):
    inner = "<table><tr><td>a<td>b</table>"
    assert outline(read(layout.format(inner)))[-1] == ("table", [[[("paragraph", "a")], [("paragraph", "b")]]])


def test_a_table_in_a_cell_is_read_in_that_cell():
    (table,) = read("<table><tr><td>a<table><tr><td>i<td>j</table>z<td>b</table>").blocks
    assert [text for _, text in cells(table)[0][0]] == ["a", "i", "j", "z"]


def test_emphasis_by_name_and_by_style_goes_on_into_the_next_block():
    document = read('<p>a <b>b <i>c</i></b> <span style="font-style: italic">d</span></p><em><p>e</p><p>f</p></em>')
    first, second, third = document.passages()
    assert marks(first) == [("bold", "b c"), ("italic", "c d")]
    assert marks(second) == [("italic", "e")]
    assert marks(third) == [("italic", "f")]


@pytest.mark.parametrize(
    "head",
    [
        '<base href="https://example.org/a/b">',
        '<link rel="canonical" href="https://example.org/a/b">',
        '<meta property="og:url" content="https://example.org/a/b">',
        "<!-- saved from url=(0023)https://example.org/a/b -->",
    ],
)
def test_links_become_absolute_where_the_page_says_where_it_is_from(head):
    (found,) = read('<p><a href="../r.pdf">View report</a></p>', head).passages()
    assert marks(found) == [("link", "View report", "https://example.org/r.pdf")]


def test_links_without_a_base_stay_as_they_are_and_those_that_lead_nowhere_are_none():
    body = '<p><a href="r.pdf">a</a> <a href="#x">b</a> <a href="javascript:go()">c</a> <a>d</a> <a href="http://[">e</a></p>'
    (found,) = read(body).passages()
    assert marks(found) == [("link", "a", "r.pdf"), ("link", "e", "http://[")]


def test_scripts_and_hidden_words_are_gone_and_furniture_is_no_block():
    document = read(
        "<nav>Home</nav><p>Kept <span hidden>x</span><script>1</script>words<sup><a href='#n1'>1</a></sup>.</p>"
        "<div style='display: none'>gone</div><div class='cookie-banner'>Cookies?</div>"
        "<button>Share</button><footer>Foot</footer>",
        "<style>p{}</style><title>A\n page</title>",
    )
    assert outline(document) == [("paragraph", "Kept words.")]
    assert furniture(document) == ["Home", "gone\nCookies?\nFoot"]
    assert (document.title, document.language) == ("A page", "en-GB")


def test_panels_that_open_later_are_read():
    document = read(
        "<h2><button aria-expanded=false>2019 - Brackwater</button></h2><div class=accordion__body hidden>Harm.</div>"
    )
    assert outline(document) == [("heading", "2019 - Brackwater", 2), ("paragraph", "Harm.")]


def test_where_the_page_has_a_main_part_the_rest_is_furniture():
    document = read("<div>Menu</div><main><h1>List</h1><p>Harm.</p></main><div>Related</div>")
    assert outline(document) == [("heading", "List", 1), ("paragraph", "Harm.")]
    assert furniture(document) == ["Menu", "Related"]


def test_a_main_part_without_the_wording_is_not_believed():
    document = read("<main>Search</main><div>" + "Harm to a child. " * 20 + "</div>")
    assert len(document.blocks) == 2


def test_a_main_part_of_nothing_but_navigation_is_not_believed():
    assert outline(read("<p>Harm.</p><main><nav>Menu</nav></main>")) == [("paragraph", "Harm.")]


def test_typed_bullets_and_preformatted_lines():
    assert outline(read("<p>• ask<br>• write</p><pre>one\ntwo</pre>")) == [
        ("item", "ask", 0, "•"),
        ("item", "write", 0, "•"),
        ("paragraph", "one\ntwo"),
    ]


def test_the_declared_encoding_counts():
    page = "<html><head><meta charset='windows-1252'></head><body>“Naïve” – café</body></html>"
    assert read_here(page.encode("cp1252")).text == "“Naïve” – café\n"


def test_a_page_that_a_script_would_fill_is_refused():
    with pytest.raises(LessonbookError) as caught:
        read("<div id=app></div><script>go()</script>")
    assert caught.value.code == "file-no-text"


def test_notes_of_a_page_are_kept_apart_and_their_signs_are_no_wording():
    document = read(
        "<p>The school<sup><a href='#fn1'>1</a></sup> told<a href='#_ftn2'>[2]</a> us.</p>"
        "<ol><li id='fn1'>A first note. <a href='#fnref1'>↩</a></li></ol>"
        "<div id='ftn2'><p><a name='_ftn2' href='#_ftnref2'>[2]</a> A second</p></div>"
    )
    assert outline(document) == [("paragraph", "The school told us.")]
    assert [(note.marker, note.passage.text) for note in document.notes] == [("1", "A first note."), ("2", "A second")]


def test_boxes_of_a_page_are_boxed():
    document = read(
        "<p>Before</p><aside><h3>Learning</h3><p>Ask twice.</p></aside><div class='callout'>Write.</div>"
        "<details><summary>More</summary>Tell.</details><p>After</p>"
    )
    assert [(block.passage.text, block.boxed) for block in document.blocks] == [
        ("Before", None),
        ("Learning", 1),
        ("Ask twice.", 1),
        ("Write.", 2),
        ("More", 3),
        ("Tell.", 3),
        ("After", None),
    ]


def test_a_list_of_links_into_the_page_is_furniture_with_its_title():
    links = "".join(f"<li><a href='#{n}'>Chapter {n}</a></li>" for n in "abc")
    document = read(f"<h1>T</h1><h2>Contents</h2><ul>{links}</ul><h2 id='a'>Chapter a</h2><p>Words.</p>")
    assert [text for _, text, *_ in outline(document)] == ["T", "Chapter a", "Words."]
