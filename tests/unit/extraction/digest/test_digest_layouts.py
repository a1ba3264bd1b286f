"""Digests by other hands: other tables, titles, labels and orders. All cases are invented."""

import io

import docx
from docx.oxml.ns import qn
from docx.oxml.shared import OxmlElement

from helpers.digest_texts import bullets, codes, read_text, row, said
from lessonbook import reading
from lessonbook.extraction import digest, unaccounted


def read(data):
    document = reading.read_here(data.encode() if isinstance(data, str) else data)
    extraction = digest.extract(document)
    assert [document.text[s.start : s.end] for s in unaccounted(document, extraction)] == []
    assert digest.fits(document) > 0.5
    return extraction


def html(*parts):
    return f"<!doctype html><html lang=en><body>{''.join(parts)}</body></html>"


def html_table(*rows):
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in rows)
        + "</table>"
    )


def test_two_columns_case_and_learning():
    extraction = read(
        html(
            "<h1>Learning from Reviews – Autumn 2022</h1><h2>National</h2><h3>Neglect</h3>",
            html_table(
                ("Case", "Learning"),
                (
                    "<p><b>Sept 2022 – Leeds City Council – Child Juniper</b></p><p>Neglect of a 5-year-old girl.</p>",
                    (
                        "<p>Lessons:</p><ul><li>Ask her.</li><li>Visit at home.</li></ul>"
                        "<p>What should change:</p><ul><li>One policy for all.</li></ul>"
                    ),
                ),
                (
                    "<p><b>Oct 2022 – Kent County Council – Sorrel</b></p><p>Neglect of a 7-year-old boy.</p>",
                    "<p>Lessons:</p><ul><li>Fathers count.</li></ul>",
                ),
            ),
        )
    )
    first, second = extraction.entries
    assert extraction.title == "Learning from Reviews – Autumn 2022"
    assert str(extraction.issue_date) == "2022-23"
    assert (first.value("scope"), first.value("section")) == ("national", "neglect")
    assert first.value("harm").as_written == "Neglect of a 5-year-old girl."
    assert said(first, "learning") == ["Ask her.", "Visit at home."]
    assert said(first, "recommendation") == ["One policy for all."]
    assert said(second, "learning") == ["Fathers count."]


def test_two_columns_with_key_issues_and_learning_in_one():
    (entry,) = read(
        html(
            "<h1>Safeguarding bulletin</h1>",
            html_table(
                ("Case", "Key issues and learning"),
                (
                    "<p>Sept 2022 – Leeds City Council – Child Juniper</p>",
                    (
                        "<p>Juniper lived with an aunt. She was often late for school.</p><p>Learning:</p>"
                        "<ul><li>ask her;</li><li>visit at home.</li></ul>"
                    ),
                ),
            ),
        )
    ).entries
    assert said(entry, "key-issue") == ["Juniper lived with an aunt.", "She was often late for school."]
    assert said(entry, "learning") == ["ask her", "visit at home."]
    assert entry.value("scope") == "national"
    assert [claim.certainty for claim in entry.claims if claim.field == "scope"] == ["inferred"]


def test_four_columns_with_the_parts_of_the_heading_apart():
    entries = read(
        html(
            "<h1>Lessons from reviews</h1>",
            html_table(
                ("Date", "Area", "Child", "What happened", "What we learned", "What should change", "Link"),
                (
                    "March 2022",
                    "Leeds City Council",
                    "Child Juniper",
                    "Juniper was neglected for two years.",
                    "<ul><li>Ask her.</li></ul>",
                    "<ul><li>One policy.</li></ul>",
                    '<a href="https://example.org/juniper.pdf">Full report</a>',
                ),
                (
                    "May 2022",
                    "Kent County Council",
                    "Sorrel",
                    "Sorrel was hurt.",
                    "<ul><li>Fathers count.</li></ul>",
                    "",
                    "",
                ),
            ),
        )
    ).entries
    assert [(str(e.value("published")), e.value("area").as_written, e.value("label")) for e in entries] == [
        ("2022-03", "Leeds City Council", "Child Juniper"),
        ("2022-05", "Kent County Council", "Sorrel"),
    ]
    assert said(entries[0], "key-issue") == ["Juniper was neglected for two years."]
    assert said(entries[0], "learning") == ["Ask her."]
    assert said(entries[0], "recommendation") == ["One policy."]
    assert [link.url for link in entries[0].values("link")] == ["https://example.org/juniper.pdf"]


def test_section_rows_in_one_big_table_adults_first():
    entries = read(
        html(
            "<h1>Digest</h1><h2>National learning – adults</h2>",
            html_table(
                ("Case", "Key issues", "Learning"),
                ("<b>SELF-NEGLECT</b>", "", ""),
                (
                    "Jan 2022 – Leeds Safeguarding Adults Board – Mr Ash",
                    "Mr Ash lived alone.",
                    "<ul><li>Ask.</li></ul>",
                ),
                ("<b>HOMICIDE</b>", "", ""),
                ("Feb 2022 – Kent Safeguarding Adults Board – Ms Elm", "Ms Elm had moved.", "<ul><li>Tell.</li></ul>"),
            ),
            "<h2>National learning – children</h2>",
            html_table(
                ("Case", "Key issues", "Learning"),
                ("<b>NEGLECT</b>", "", ""),
                ("Jan 2022 – Kent County Council – Child Sorrel", "Sorrel was late.", "<ul><li>Visit.</li></ul>"),
            ),
        )
    ).entries
    assert [(e.value("audience"), e.value("section")) for e in entries] == [
        ("adults", "self-neglect"),
        ("adults", "homicide"),
        ("children", "neglect"),
    ]


def test_no_tables_each_case_a_heading():
    first, second = read(
        "# Lessons Learned\n\nIssue 3 – May 2022\n\n## Local learning\n\n"
        "### March 2022 – Leeds City Council – Child Juniper\n\nNeglect of a 5-year-old girl in 2021.\n\n"
        "#### What happened\n\nJuniper lived with an aunt. She was late for school.\n\n"
        "#### What we learned\n\n- Ask her.\n- Visit at home.\n\n"
        "#### Recommendations\n\n- One policy for all.\n\n[Read the full report](https://example.org/j.pdf)\n\n"
        "## Regional learning\n\n### April 2022 – Durham County Council – Child Sorrel\n\n"
        "Injury of a 2-year-old boy.\n\nLearning:\n\n- Fathers count.\n"
    ).entries
    assert (first.value("scope"), second.value("scope")) == ("local", "regional")
    assert first.value("harm").as_written == "Neglect of a 5-year-old girl in 2021."
    assert said(first, "key-issue") == ["Juniper lived with an aunt.", "She was late for school."]
    assert said(first, "learning") == ["Ask her.", "Visit at home."]
    assert said(first, "recommendation") == ["One policy for all."]
    assert [link.url for link in first.values("link")] == ["https://example.org/j.pdf"]
    assert said(second, "learning") == ["Fathers count."]


def test_italics_and_words_mark_what_is_relevant_here():
    entries = read(
        html(
            "<h1>Digest</h1>",
            html_table(
                ("Case", "Key issues", "Learning"),
                ("<p><i>Jan 2022 – Kent County Council – Ash</i></p>", "Ash moved.", "<ul><li>Ask.</li></ul>"),
                (
                    "<p>Feb 2022 – Kent County Council – Elm</p><p>Relevant to Darlington: private placements</p>",
                    "Elm.",
                    "",
                ),
                ("<p>Feb 2022 – Kent County Council – Yew</p><p>★ Relevant to us</p>", "Yew moved.", ""),
                ("<p>Mar 2022 – Kent County Council – Oak</p>", "Oak moved.", "<ul><li>Visit.</li></ul>"),
            ),
        )
    ).entries
    marks = [entry.value("relevance") for entry in entries]
    assert [(mark.relevant, mark.reason) if mark else None for mark in marks] == [
        (True, None),
        (True, "private placements"),
        (True, None),
        None,
    ]
    assert [entry.value("label") for entry in entries] == ["Ash", "Elm", "Yew", "Oak"]


def test_a_table_without_a_header_row():
    first, second = read(
        html(
            "<h1>Bulletin</h1><h2>Neglect</h2>",
            html_table(
                (
                    "Jan 2022 – Kent County Council – Ash",
                    "Ash moved. He lived alone.",
                    "<p>Learning:</p><ul><li>Ask.</li></ul>",
                ),
                ("Feb 2022 – Leeds City Council – Elm", "Elm moved.", "<p>Learning:</p><ul><li>Visit.</li></ul>"),
            ),
        )
    ).entries
    assert said(first, "key-issue") == ["Ash moved.", "He lived alone."]
    assert (said(first, "learning"), said(second, "learning")) == (["Ask."], ["Visit."])


def test_labels_and_semicolons_in_one_paragraph():
    (entry,) = read(
        html(
            "<h1>Bulletin</h1>",
            html_table(
                ("Case", "Summary", "Learning and recommendations"),
                (
                    "Jan 2022 – Kent County Council – Ash",
                    "Ash moved.",
                    (
                        "<p>Learning: ask what has changed; visit at home; and tell the school. "
                        "Recommendations: agree one policy; train all staff.</p>"
                    ),
                ),
            ),
        )
    ).entries
    assert said(entry, "learning") == ["ask what has changed", "visit at home", "tell the school."]
    assert said(entry, "recommendation") == ["agree one policy", "train all staff."]


def test_a_word_digest_with_a_section_row_across_and_a_link():
    file = docx.Document()
    file.add_heading("Reviews Round-up", 0)
    file.add_paragraph("Summer 2022")
    file.add_heading("National learning – children", 1)
    table = file.add_table(rows=0, cols=3)
    across = table.add_row().cells
    across[0].merge(across[2]).paragraphs[0].add_run("Sexual abuse").bold = True
    for cell, text in zip(table.add_row().cells, ("CASE", "KEY ISSUES", "LEARNING"), strict=True):
        cell.text = text
    case, issues, learning = table.add_row().cells
    case.text = "May 2022 – Unnamed LA – Child Rowan"
    case.add_paragraph("Sexual abuse of a 12-year-old girl in 2020.")
    issues.text = "Rowan told a teacher."
    _link(issues.add_paragraph(), "Read full overview (PDF)", "https://example.org/rowan.pdf")
    learning.text = "Learning:"
    for text in ("believe her", "tell her what happens next"):
        learning.add_paragraph(text, style="List Bullet")
    data = io.BytesIO()
    file.save(data)
    (entry,) = read(data.getvalue()).entries
    assert (entry.value("section"), entry.value("area").status) == ("sexual-abuse", "unnamed")
    assert said(entry, "learning") == ["believe her", "tell her what happens next"]
    assert [link.url for link in entry.values("link")] == ["https://example.org/rowan.pdf"]


def _link(paragraph, text, address):
    relation = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def _list(section, *months):
    words = {"death": "Death of a 3-year-old boy.", "abuse": "Sexual abuse of a 9-year-old girl."}[section]
    return [
        row(
            f"{month} 2022 – Kent County Council – Child {section}{n}",
            f"Child {n} moved.",
            bullets("Learning:", "ask."),
        ).replace(f"Child {section}{n}", f"Child {n}{section[0].upper()} {words}")
        for n, month in enumerate(months, 1)
    ]


def test_a_list_that_starts_again_with_other_content_lost_its_heading():
    lines = ["# Digest", "", "CHILD DEATH\t\t", "CASE\tKEY ISSUES\tLEARNING"]
    lines += _list("death", "Jan", "Mar", "Jun") + _list("death", "Feb") + _list("abuse", "Jan", "Apr", "May")
    entries = read_text("\n".join(lines) + "\n")[0].entries
    assert [entry.value("section") for entry in entries] == ["child-death"] * 4 + ["sexual-abuse"] * 3
    assert ["heading-lost" in codes(entry) for entry in entries] == [False] * 4 + [True] * 3


def test_an_unsorted_list_of_one_kind_is_one_list():
    lines = ["# Digest", "", "CHILD DEATH\t\t", "CASE\tKEY ISSUES\tLEARNING"]
    lines += _list("death", "Jun", "Jan", "Mar", "Feb", "Dec", "Nov")
    entries = read_text("\n".join(lines) + "\n")[0].entries
    assert {entry.value("section") for entry in entries} == {"child-death"}
    assert not any("heading-lost" in codes(entry) for entry in entries)


def test_what_is_no_digest_does_not_fit():
    for data in (
        "# A report\n\nThis tells how services worked. In May 2021 the board met.\n\n## Findings\n\n- Staff cared.\n",
        html("<h1>Staff</h1>", html_table(("Name", "Role"), ("Ann", "Nurse"), ("Bob", "Porter"))),
        html("<h1>Prices</h1>", html_table(("2021", "2022", "2023"), ("1", "2", "3"))),
        html("<p>Hello</p>"),
    ):
        assert digest.fits(reading.read_here(data.encode())) < 0.5


def test_text_outside_every_case_is_reported_and_not_hidden():
    extraction, document = read_text(
        "# Digest\n\n## Neglect\n\nCASE\tKEY ISSUES\tLEARNING\n"
        "Jan 2022 – Kent County Council – Ash\tAsh moved.\tAsk.\n\nThis sentence belongs to nobody.\n"
    )
    assert [problem.code for problem in extraction.problems] == ["outside-a-case"]
    assert unaccounted(document, extraction) == ()
