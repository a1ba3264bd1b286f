"""What the body of a content file may hold."""

from gold import body


def test_a_cell_may_hold_a_sentence_that_may_be_chosen():
    read = body.parse("| When | What |\n| May | <<!A bruise was seen.>> <<Nobody asked.>> |", "a", {})
    assert read.nodes == (body.Grid((("When", "What"), ("May", "A bruise was seen. Nobody asked."))),)
    assert read.key_issues == ({"text": "A bruise was seen.", "must": True}, {"text": "Nobody asked."})


def test_a_part_of_a_report_may_tell_of_somebody_else():
    slots = {"S": "Norma", "he": "she", "his": "her", "him": "her"}
    read = body.parse("@more t-events-child 30 S=Child_U he=he his=his him=him", "a", slots)
    words = " ".join(node.text for node in read.nodes)
    assert "Child U" in words
    assert "Norma" not in words
