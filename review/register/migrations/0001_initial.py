"""The first tables: periods, comments, dispositions and the log."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.IntegerField()),
                ("fingerprint", models.CharField(max_length=80)),
                ("received_at", models.DateTimeField()),
                ("door", models.CharField(max_length=40)),
                ("file", models.TextField(blank=True, default="")),
                ("sheet", models.TextField(blank=True, default="")),
                ("row", models.IntegerField(default=0)),
                ("problems", models.JSONField(blank=True, default=list)),
                ("other_cells", models.JSONField(blank=True, default=dict)),
                ("submitter", models.TextField(blank=True, default="")),
                ("organization", models.TextField(blank=True, default="")),
                ("email", models.TextField(blank=True, default="")),
                ("document", models.TextField(blank=True, default="")),
                ("volume", models.TextField(blank=True, default="")),
                ("section", models.TextField(blank=True, default="")),
                ("line", models.TextField(blank=True, default="")),
                ("places", models.JSONField(blank=True, default=list)),
                ("anchors", models.JSONField(blank=True, default=list)),
                ("section_number", models.TextField(blank=True, default="")),
                ("quoted", models.TextField(blank=True, default="")),
                ("quoted_before", models.TextField(blank=True, default="")),
                ("quoted_after", models.TextField(blank=True, default="")),
                ("placement", models.CharField(default="unplaced", max_length=20)),
                ("issue", models.TextField(blank=True, default="")),
                ("proposed_change", models.TextField(blank=True, default="")),
                ("priority", models.CharField(blank=True, default="", max_length=10)),
                ("kind", models.CharField(blank=True, default="", max_length=20)),
                ("state", models.CharField(default="new", max_length=20)),
                ("assignee", models.TextField(blank=True, default="")),
                ("revision", models.IntegerField(default=1)),
            ],
            options={
                "ordering": ("period", "number"),
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("document", models.CharField(max_length=200)),
                ("title", models.TextField(blank=True, default="")),
                ("edition", models.CharField(max_length=200)),
                ("opens", models.DateField()),
                ("closes", models.DateField()),
                ("folder", models.TextField(blank=True, default="")),
                ("last_number", models.IntegerField(default=0)),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(fields=("document", "edition"), name="one_period_an_edition")
                ],
            },
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("action", models.CharField(max_length=40)),
                ("old", models.TextField(blank=True, default="")),
                ("new", models.TextField(blank=True, default="")),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("why", models.TextField(blank=True, default="")),
                (
                    "comment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log",
                        to="register.comment",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="log", to="register.period"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddField(
            model_name="comment",
            name="period",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="register.period"
            ),
        ),
        migrations.CreateModel(
            name="Disposition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("standing", models.CharField(max_length=10)),
                ("by", models.TextField(blank=True, default="")),
                ("outcome", models.CharField(blank=True, default="", max_length=40)),
                ("refers_to", models.TextField(blank=True, default="")),
                ("response", models.TextField(blank=True, default="")),
                ("authority", models.CharField(blank=True, default="", max_length=20)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("minutes", models.TextField(blank=True, default="")),
                ("change", models.CharField(default="none", max_length=20)),
                ("changed_at", models.TextField(blank=True, default="")),
                ("carried_by", models.TextField(blank=True, default="")),
                ("before", models.TextField(blank=True, default="")),
                ("after", models.TextField(blank=True, default="")),
                ("acceptance", models.CharField(default="no-answer", max_length=20)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispositions",
                        to="register.comment",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("comment", "standing"), name="one_of_each_standing")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(fields=("period", "fingerprint"), name="one_comment_once"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(fields=("period", "number"), name="one_number_once"),
        ),
    ]
