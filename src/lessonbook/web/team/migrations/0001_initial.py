from typing import Any

from django.db import migrations, models

REFUSE = {
    "sqlite": [
        f"CREATE TRIGGER team_audit_no_{change} BEFORE {change} ON team_auditentry"
        " BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END"
        for change in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION team_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$",
        "CREATE TRIGGER team_audit_rows BEFORE UPDATE OR DELETE ON team_auditentry"
        " FOR EACH ROW EXECUTE FUNCTION team_audit_refuse()",
        "CREATE TRIGGER team_audit_all BEFORE TRUNCATE ON team_auditentry"
        " FOR EACH STATEMENT EXECUTE FUNCTION team_audit_refuse()",
    ],
}


def refuse_changes(apps: Any, schema_editor: Any) -> None:
    for statement in REFUSE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("who", models.TextField()),
                ("kind", models.CharField(max_length=40)),
                ("about", models.TextField(blank=True, default="")),
                ("origin", models.CharField(blank=True, default="", max_length=45)),
            ],
        ),
        migrations.RunPython(refuse_changes, migrations.RunPython.noop),
    ]
