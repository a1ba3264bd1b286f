"""What full reports say: how sure a claim is and why, and what a reading passed over.

Statements and records that are there are written in the form that has the new keys, empty: the register compares
them as text, with what a reading claims and with what claims resolve to.
"""

from typing import Any

from django.db import migrations, models
from django.db.migrations.state import StateApps
from django.db.models import QuerySet

from lessonbook.domain import Review, StatementClaim
from lessonbook.domain.serialise import from_json, to_json

_AT_A_TIME = 500


def _write_anew(rows: QuerySet[Any], column: str, kind: type) -> None:
    held = []
    for row in rows.only("pk", column).iterator(_AT_A_TIME):
        setattr(row, column, to_json(from_json(getattr(row, column), kind)).decode())
        held.append(row)
        if len(held) == _AT_A_TIME:
            rows.bulk_update(held, [column], batch_size=100)
            held.clear()
    rows.bulk_update(held, [column], batch_size=100)


def write_anew(apps: StateApps, schema_editor: object) -> None:
    _write_anew(apps.get_model("register", "Claim").objects.filter(field="statement"), "value", StatementClaim)
    # A review that was merged into another keeps the record it had then, which may be none.
    _write_anew(apps.get_model("register", "Review").objects.exclude(record="{}"), "record", Review)


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]

    operations = [
        migrations.AddField(model_name="claim", name="confidence", field=models.FloatField(null=True)),
        migrations.AddField(model_name="claim", name="reasons", field=models.TextField(default="[]")),
        migrations.AddField(model_name="run", name="passed_over", field=models.TextField(default="[]")),
        migrations.RunPython(write_anew, migrations.RunPython.noop, elidable=True),
    ]
