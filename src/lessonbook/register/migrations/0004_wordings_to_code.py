"""Find the wordings that have no themes yet without reading all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0003_wordings")]

    operations = [
        migrations.AddIndex(
            model_name="wording",
            index=models.Index(condition=models.Q(("themes__isnull", True)), fields=["key"], name="wording_to_code"),
        ),
    ]
