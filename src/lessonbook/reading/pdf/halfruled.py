"""Tables with rules or tinted grounds from row to row but none between their columns, as grids.

Rows are what stands between two rules of the same length. Columns are where the rules are put together from parts, a
part a cell, as browsers and word processors draw them; otherwise the strips that stay free of words through all rows,
but for those beside which the header has no wording.
"""

from dataclasses import dataclass, field

from lessonbook.reading.pdf.grid import Grid, Square
from lessonbook.reading.pdf.lines import lines_of, page_lines
from lessonbook.reading.pdf.model import Edge, Line, PageContent

_ONE_LINE = 1.6  # edges no further apart than this are one rule
_SAME_END = 4.0
_NARROWEST = 0.5  # a strip between columns, in shares of the type size
_LEAST_WIDTH = 0.35  # of the page
_FEWEST_RULES = 4
_FEWEST_ROWS = 3
_SHARED = 0.6  # of the rules that must have a joint at a place
_CLOSE = 2.6  # a header stands no further over the first rule, in shares of its size
_MOST_HEADER_LINES = 3
_SAME_SIZE = 0.6
_FULL_ROWS = 0.6

Strip = tuple[float, float]


@dataclass(slots=True)
class _Rule:
    at: float
    start: float
    end: float
    joints: list[float] = field(default_factory=list)


def grids_of(page: PageContent) -> list[Grid]:
    """The grids of such tables on a page, outside those that are ruled on all sides."""
    edges = [edge for edge in page.across if not any(grid.holds(edge.start, edge.at) for grid in page.grids)]
    if len(edges) < _FEWEST_RULES:
        return []
    found: list[Grid] = []
    for rules in _groups(_rules(edges), page.width):
        lines = [line for line in page_lines(page) if line.right > rules[0].start and line.left < rules[0].end]
        at = 0
        while at + _FEWEST_ROWS < len(rules) + 1:
            grid, end = _grid_from(rules, at, lines)
            if grid is not None:
                found.append(grid)
            at = max(end, at + 1)
    return found


def _rules(edges: list[Edge]) -> list[_Rule]:
    """Edges on one line that touch, put together, with the places where they do."""
    rules: list[_Rule] = []
    for edge in sorted(edges, key=lambda edge: (round(edge.at / _ONE_LINE), edge.start)):
        last = rules[-1] if rules else None
        if last is not None and abs(last.at - edge.at) <= _ONE_LINE and edge.start <= last.end + _SAME_END:
            if edge.start > last.end - _SAME_END and edge.start > last.start + _SAME_END:
                last.joints.append(edge.start)
            last.end = max(last.end, edge.end)
        else:
            rules.append(_Rule(edge.at, edge.start, edge.end))
    return rules


def _groups(rules: list[_Rule], width: float) -> list[list[_Rule]]:
    """Rules of one length under each other."""
    groups: list[list[_Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if rule.end - rule.start < _LEAST_WIDTH * width:
            continue
        for group in groups:
            if abs(group[0].start - rule.start) < _SAME_END and abs(group[0].end - rule.end) < _SAME_END:
                if rule.at - group[-1].at > _ONE_LINE:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) >= _FEWEST_RULES]


def _grid_from(rules: list[_Rule], start: int, lines: list[Line]) -> tuple[Grid | None, int]:
    """The table that begins with a rule, and the rule with which it ends; nothing where none does."""
    gaps: list[Strip] = [(rules[start].start, rules[start].end)]
    rows: list[list[Line]] = []
    end = start
    header = _header_over(rules[start], lines)
    for at in range(start, len(rules) - 1):
        row = [line for line in lines if rules[at].at < line.base - 0.3 * line.size < rules[at + 1].at]
        kept = gaps
        for line in row:
            kept = _cut(kept, line)
        joints = _joints(rules[start : at + 2])
        parted = not _crosses(row, [0.0, *joints, 0.0]) if joints else bool(row and _inner(kept, [*rows, row]))
        if not row or not parted:
            break
        gaps, end = kept, at + 1
        rows.append(row)
    if len(rows) < _FEWEST_ROWS:
        return None, start
    xs = _columns(rules[start : end + 1], gaps, header or rows[0], rows)
    if len(xs) < 3 or not _have_columns(rows, xs):
        return None, start
    ys = [rule.at for rule in rules[start : end + 1]]
    header = _of_columns(header, xs)
    if header:
        ys.insert(0, min(line.top for line in header) - 1)
    below = _row_under(rules[end], lines, xs)
    if below:
        ys.append(max(line.bottom for line in below) + 1)
    squares = [
        Square(column, row, 1, 1, xs[column], ys[row], xs[column + 1], ys[row + 1])
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    ]
    return Grid(xs, ys, squares, open_top=False, open_bottom=False), end


def _header_over(rule: _Rule, lines: list[Line]) -> list[Line]:
    """The lines just over the first rule that may head its columns."""
    found: list[Line] = []
    reached = rule.at
    for line in sorted((line for line in lines if line.base < rule.at), key=lambda line: -line.base):
        if reached - line.base > (_CLOSE if not found else 1.6) * line.size or len(found) >= _MOST_HEADER_LINES:
            break
        found.append(line)
        reached = line.base
    return found if found and all(line.bold for line in found) else []


def _row_under(rule: _Rule, lines: list[Line], xs: list[float]) -> list[Line]:
    """The last row, where it has no rule or ground of its own: lines just under the last rule with words in columns."""
    found: list[Line] = []
    reached = rule.at
    for line in sorted((line for line in lines if line.base > rule.at), key=lambda line: line.base):
        if line.base - reached > (_CLOSE if not found else 1.6) * line.size or _crosses([line], xs):
            break
        found.append(line)
        reached = line.base
    following = [line for line in lines if line.base > reached]
    apart = not following or min(line.base for line in following) - reached > 1.2 * following[0].size
    return found if apart and found and _uses_columns(found, xs) else []


def _uses_columns(lines: list[Line], xs: list[float]) -> bool:
    return len({sum(word.left >= x - 1 for x in xs[:-1]) for line in lines for word in line.words}) > 1


def _of_columns(header: list[Line], xs: list[float]) -> list[Line]:
    """The lines over the first rule that head columns; a line over the first column alone is a heading, or a title."""
    kept: list[Line] = []
    for line in header:
        heads = any(word.left >= xs[1] - 1 for word in line.words) and abs(line.size - header[0].size) < _SAME_SIZE
        if not heads or _crosses([line], xs):
            break
        kept.append(line)
    return kept


def _joints(rules: list[_Rule]) -> list[float]:
    """The places at which most of the rules are put together."""
    places: list[list[float]] = []
    for joint in sorted(joint for rule in rules for joint in rule.joints):
        if places and joint - places[-1][-1] <= _SAME_END:
            places[-1].append(joint)
        else:
            places.append([joint])
    return [sum(place) / len(place) for place in places if len(place) >= _SHARED * len(rules)]


def _columns(rules: list[_Rule], gaps: list[Strip], header: list[Line], rows: list[list[Line]]) -> list[float]:
    """Where each column begins, and where the last ends."""
    left, right = rules[0].start, rules[0].end
    joints = _joints(rules)
    if joints:
        return [left, *joints, right]
    starts: list[float] = []
    since = left
    for gap in _inner(gaps, rows):
        edge = gap[1] - min(1.0, (gap[1] - gap[0]) / 2)
        headed = any(since <= word.left < edge for line in header for word in line.words)
        follows = any(word.left >= edge for line in header for word in line.words)
        if headed and follows:
            starts.append(edge)
            since = edge
    return [left, *starts, right]


def _cut(gaps: list[Strip], line: Line) -> list[Strip]:
    """The strips that a line's words leave free."""
    for word in line.words:
        least = _NARROWEST * word.style.size
        cut: list[Strip] = []
        for left, right in gaps:
            if word.right <= left or word.left >= right:
                cut.append((left, right))
            else:
                cut += [part for part in ((left, word.left), (word.right, right)) if part[1] - part[0] >= least]
        gaps = cut
    return gaps


def _inner(gaps: list[Strip], rows: list[list[Line]]) -> list[Strip]:
    """The strips with words on both sides."""
    left = min(line.left for row in rows for line in row)
    right = max(line.right for row in rows for line in row)
    return [gap for gap in gaps if gap[0] > left and gap[1] < right]


def _crosses(lines: list[Line], xs: list[float]) -> bool:
    return any(word.left < x - 1 and word.right > x + 1 for line in lines for word in line.words for x in xs[1:-1])


def _have_columns(rows: list[list[Line]], xs: list[float]) -> bool:
    """Whether nearly all rows have wording in two columns, and no word stands across a column's edge."""
    if any(_crosses(row, xs) for row in rows):
        return False
    full = sum(_uses_columns(row, xs) for row in rows)
    return full >= _FULL_ROWS * len(rows) and len(lines_of([w for row in rows for line in row for w in line.words])) > 1
