"""The tables of ``lessonbook eval``."""

from collections.abc import Mapping
from pathlib import Path

from rich.padding import Padding
from rich.text import Text

from lessonbook.cli.screen import OUT, new_table
from lessonbook.evaluation import Changes, Evaluation, Summary
from lessonbook.evaluation.results import DocumentResult
from lessonbook.evaluation.tallies import Figure, Tally, total

_SHARES = ("P", "R", "F1")
_NUMBERS = (*_SHARES, "Gold", "Found", "Right", "Silent", "Unsaid", "95%", "Macro", "Exact", "Count ±")
_LEGEND = (
    "P precision, R recall, with the 95% interval of F1 (bootstrap over documents); Unsaid: missed where nothing was "
    "found instead; Silent: rightly nothing; Macro: mean F1 of documents; Exact: F1 of the very words; Count ±: mean "
    "error of the number a document."
)
_OWN = ("recommendation", "learning")


def print_summary(summary: Summary, heading: str) -> None:
    """The figures over some documents."""
    failed = f", {summary.failed} of which could not be read" if summary.failed else ""
    OUT.print(Text(f"\n{heading}: {summary.documents} documents{failed}", style="bold"))
    _figures("Field", {"case": summary.cases} | summary.fields)
    _statements(summary)
    _figures("Said of statements", summary.details | {"places": summary.places})
    _lines(summary)


def _figures(heading: str, figures: Mapping[str, Figure]) -> None:
    names = ("Gold", "Right", *_SHARES, "95%", "Unsaid", "Silent")
    table = new_table(heading, *names, numbers=_NUMBERS)
    for name, figure in figures.items():
        tally = figure.tally
        if tally.wanted or tally.found or tally.silent:
            shares = (f"{share:.3f}" for share in (figure.precision, figure.recall, figure.f1))
            counts = (str(tally.unsaid or ""), str(tally.silent or ""))
            words = name.replace("_", " ")
            table.add_row(words, str(tally.wanted), str(tally.right), *shares, _interval(figure), *counts)
    if table.row_count:
        OUT.print(Padding(table, (1, 0, 0, 0)))


def _statements(summary: Summary) -> None:
    names = ("Gold", "Found", "Right", *_SHARES, "95%", "Macro", "Exact", "Count ±")
    table = new_table("Statements", *names, numbers=_NUMBERS)
    table.padding, table.columns[0].min_width = (0, 1, 0, 0), 14
    for kind, figure in summary.statements.items():
        tally = figure.tally
        error = "" if figure.count_error is None else f"{figure.count_error:.1%}"
        table.add_row(
            kind,
            *(str(count) for count in (tally.wanted, tally.found, tally.right)),
            *(f"{share:.3f}" for share in (figure.precision, figure.recall, figure.f1)),
            _interval(figure),
            f"{figure.macro:.3f}",
            f"{summary.exact[kind].f1:.3f}" if kind in summary.exact else "",
            error,
        )
    if table.row_count:
        OUT.print(Padding(table, (1, 0, 0, 0)))


def _interval(figure: Figure) -> str:
    return f"{figure.low:.2f}–{figure.high:.2f}"


def _lines(summary: Summary) -> None:
    evidence, issues, sure = summary.evidence, summary.key_issues, summary.calibration
    lines = [
        (
            f"Evidence exactness {summary.evidence_exactness:.4f}: {evidence.in_place} of {evidence.pieces} pieces at "
            f"their offsets; {evidence.on_page} of {evidence.paged} on their page ({evidence.scattered} not one word "
            f"after another); {evidence.like_gold} of {evidence.pictured} from pictures as in gold"
        ),
        f"Conflicts: {summary.conflicts}",
    ]
    if issues.records:
        lines.append(
            f"Key issues: {issues.acceptable} of {issues.chosen} chosen are acceptable; {issues.must_found} of "
            f"{issues.must} that must be there are; {issues.too_many} of {issues.records} records have more than "
            f"eight; {issues.ordered} of {issues.pairs} pairs in order"
        )
    if sure.values and sure.error is not None and sure.brier is not None:
        lines.append(f"Sureness: {sure.values} values, calibration error {sure.error:.3f}, Brier {sure.brier:.3f}")
        lines += [
            f"  {one.low:.0%}–{one.high:.0%} sure: {one.values} values, {one.said:.1%} said, {one.right:.1%} right"
            for one in sure.bins
        ]
    OUT.print()
    for line in lines:
        OUT.print(Text(line))
    OUT.print(Text(_LEGEND, style="dim"))


def print_documents(evaluation: Evaluation) -> None:
    """A line a document: the two kinds that matter most, the fields, places and evidence."""
    names = ("Rec.", "Learning", "Fields", "Places", "Evidence", "Diff.")
    table = new_table("Document", "Read as", *names, numbers=names)
    table.columns[0].max_width, table.columns[0].overflow = max(24, OUT.width - 62), "ellipsis"
    for result in evaluation.documents:
        table.add_row(*_document(result))
    OUT.print(table)


def _document(result: DocumentResult) -> tuple[str, ...]:
    kinds = (_share(result.statements.get(kind)) for kind in _OWN)
    fields = total(result.fields.values())
    evidence = f"{result.evidence.exact:.3f}" if result.evidence.pieces else ""
    read_as = "not read" if result.error else result.extractor or ""
    return (
        Path(result.document).name,
        read_as,
        *kinds,
        _share(fields),
        _share(result.places),
        evidence,
        str(len(result.differences) or ""),
    )


def _share(tally: Tally | None) -> str:
    return f"{tally.f1:.3f}" if tally is not None and (tally.found or tally.wanted) else ""


def print_changes(changed: Changes, *, verbose: bool) -> None:
    """What got better and worse since another evaluation."""
    OUT.print(Text(f"\nSince then, on {changed.documents} documents that both have", style="bold"))
    for sentence, names in (("only then", changed.only_before), ("only now", changed.only_now)):
        if names:
            OUT.print(f"{len(names)} documents {sentence}: {', '.join(Path(name).name for name in names)}")
    table = new_table("", "Before", "Now", "Change", "95%", "", numbers=("Before", "Now", "Change", "95%"))
    for one in sorted(changed.moved, key=lambda change: change.now - change.before):
        word = ("better" if one.now > one.before else "worse") if one.beyond_noise else "within noise"
        change = f"{one.now - one.before:+.3f}"
        table.add_row(
            one.name, f"{one.before:.3f}", f"{one.now:.3f}", change, f"{one.low:+.3f} to {one.high:+.3f}", word
        )
    OUT.print(table if changed.moved else "No figure moved.")
    OUT.print(f"{len(changed.mended)} differences are gone, {len(changed.broken)} are new.")
    if verbose:
        for word, some in (("gone", changed.mended), ("new", changed.broken)):
            for difference in some:
                words = difference.gold or difference.found or ""
                OUT.print(
                    Text(f"{word}: {Path(difference.document).name} {difference.what} {difference.name}: {words}")
                )
