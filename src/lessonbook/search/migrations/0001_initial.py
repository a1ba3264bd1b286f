"""The index's tables, and on SQLite the full-text index that triggers keep as the items are."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_FULL_TEXT = (
    """CREATE VIRTUAL TABLE search_text USING fts5(
        text, content='search_item', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    "CREATE VIRTUAL TABLE search_word USING fts5vocab('search_text', 'row')",
    """CREATE TRIGGER search_text_in AFTER INSERT ON search_item BEGIN
        INSERT INTO search_text(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER search_text_out AFTER DELETE ON search_item BEGIN
        INSERT INTO search_text(search_text, rowid, text) VALUES ('delete', old.id, old.text); END""",
)


def add_full_text(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """FTS5 is SQLite's; on another database the tables alone are made."""
    if editor.connection.vendor == "sqlite":
        for statement in _FULL_TEXT:
            editor.execute(statement)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="IndexedReview",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("review", models.CharField(max_length=32, unique=True)),
                ("facets", models.TextField(default="[]")),
            ],
        ),
        migrations.CreateModel(
            name="Gone",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("item", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("statement", models.CharField(blank=True, default="", max_length=60)),
                ("text", models.TextField()),
                ("facets", models.TextField(default="[]")),
                ("document", models.CharField(blank=True, default="", max_length=64)),
                ("page", models.PositiveIntegerField(null=True)),
                ("start", models.PositiveIntegerField(default=0)),
                ("wording", models.CharField(blank=True, default="", max_length=32)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="search.indexedreview"
                    ),
                ),
            ],
        ),
        migrations.RunPython(add_full_text, migrations.RunPython.noop),
    ]
