import django.db.models.deletion
import fotfeste.apps.vault.fields
import fotfeste.domain.measures.content
import fotfeste.domain.measures.deciding
import fotfeste.domain.measures.employer_gate
import fotfeste.domain.measures.ending
import fotfeste.domain.measures.extending
import fotfeste.domain.measures.kinds
import fotfeste.domain.measures.offer
import fotfeste.domain.measures.requests
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('employment', '0004_wishes_met'),
        ('people', '0007_office_in_charge'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MeasureCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('measure', models.CharField(choices=[(fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP']), (fotfeste.domain.measures.kinds.MeasureKind['IPS'], fotfeste.domain.measures.kinds.MeasureKind['IPS']), (fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG'], fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG']), (fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT'], fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT']), (fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'], fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'])], default=fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], max_length=24)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(null=True)),
                ('is_employed', models.BooleanField(null=True)),
                ('sick_listed_from', models.DateField(null=True)),
                ('is_fully_absent', models.BooleanField(default=True)),
                ('sealed_born_on', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['PERSONAL'], default=bytes)),
                ('version', models.PositiveIntegerField(default=1)),
                ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='employment.employment')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='EmployerPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('received_on', models.DateField(null=True)),
                ('channel', models.CharField(blank=True, choices=[('paper', 'Paper'), ('digital', 'Digital')], max_length=8)),
                ('duty_met', models.BooleanField(null=True)),
                ('in_house', models.CharField(choices=[(fotfeste.domain.measures.employer_gate.InHouseMeasures['UNKNOWN'], fotfeste.domain.measures.employer_gate.InHouseMeasures['UNKNOWN']), (fotfeste.domain.measures.employer_gate.InHouseMeasures['NOT_DONE'], fotfeste.domain.measures.employer_gate.InHouseMeasures['NOT_DONE']), (fotfeste.domain.measures.employer_gate.InHouseMeasures['CARRIED_OUT'], fotfeste.domain.measures.employer_gate.InHouseMeasures['CARRIED_OUT']), (fotfeste.domain.measures.employer_gate.InHouseMeasures['NOT_POSSIBLE'], fotfeste.domain.measures.employer_gate.InHouseMeasures['NOT_POSSIBLE'])], default=fotfeste.domain.measures.employer_gate.InHouseMeasures['UNKNOWN'], max_length=16)),
                ('sealed_what', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='employment.employment')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContentPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('part', models.CharField(choices=[(fotfeste.domain.measures.content.ContentKind['CAREER_GUIDANCE'], fotfeste.domain.measures.content.ContentKind['CAREER_GUIDANCE']), (fotfeste.domain.measures.content.ContentKind['ADAPTATION'], fotfeste.domain.measures.content.ContentKind['ADAPTATION']), (fotfeste.domain.measures.content.ContentKind['PRACTICAL_TASKS'], fotfeste.domain.measures.content.ContentKind['PRACTICAL_TASKS']), (fotfeste.domain.measures.content.ContentKind['SKILLS_TRAINING'], fotfeste.domain.measures.content.ContentKind['SKILLS_TRAINING']), (fotfeste.domain.measures.content.ContentKind['OTHER_TASKS_OR_EMPLOYERS'], fotfeste.domain.measures.content.ContentKind['OTHER_TASKS_OR_EMPLOYERS']), (fotfeste.domain.measures.content.ContentKind['FURTHER_GUIDANCE'], fotfeste.domain.measures.content.ContentKind['FURTHER_GUIDANCE']), (fotfeste.domain.measures.content.ContentKind['COMPETENCE_AND_MOTIVATION'], fotfeste.domain.measures.content.ContentKind['COMPETENCE_AND_MOTIVATION']), (fotfeste.domain.measures.content.ContentKind['HELP_TO_SEEK'], fotfeste.domain.measures.content.ContentKind['HELP_TO_SEEK']), (fotfeste.domain.measures.content.ContentKind['FOLLOW_UP_AT_WORK'], fotfeste.domain.measures.content.ContentKind['FOLLOW_UP_AT_WORK']), (fotfeste.domain.measures.content.ContentKind['OWN_WORDS'], fotfeste.domain.measures.content.ContentKind['OWN_WORDS'])], max_length=32)),
                ('sealed_words', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('sealed_why', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('until_day', models.DateField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssessmentWeighed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('weighed', models.CharField(choices=[(fotfeste.domain.measures.offer.AssessmentMeasure['NOT_WEIGHED'], fotfeste.domain.measures.offer.AssessmentMeasure['NOT_WEIGHED']), (fotfeste.domain.measures.offer.AssessmentMeasure['NOT_NEEDED'], fotfeste.domain.measures.offer.AssessmentMeasure['NOT_NEEDED']), (fotfeste.domain.measures.offer.AssessmentMeasure['NEEDED_FIRST'], fotfeste.domain.measures.offer.AssessmentMeasure['NEEDED_FIRST']), (fotfeste.domain.measures.offer.AssessmentMeasure['CARRIED_OUT'], fotfeste.domain.measures.offer.AssessmentMeasure['CARRIED_OUT'])], max_length=16)),
                ('is_together', models.BooleanField()),
                ('sealed_why', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AmountAgreed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('from_day', models.DateField()),
                ('hours_a_week', models.DecimalField(decimal_places=1, max_digits=4)),
                ('look_again_on', models.DateField(null=True)),
                ('sealed_why', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeasureRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('channel', models.CharField(choices=[(fotfeste.domain.measures.requests.RequestChannel['PUBLIC_FORM'], fotfeste.domain.measures.requests.RequestChannel['PUBLIC_FORM']), (fotfeste.domain.measures.requests.RequestChannel['OWN_LOG_IN'], fotfeste.domain.measures.requests.RequestChannel['OWN_LOG_IN']), (fotfeste.domain.measures.requests.RequestChannel['TAKEN_BY_OFFICE'], fotfeste.domain.measures.requests.RequestChannel['TAKEN_BY_OFFICE']), (fotfeste.domain.measures.requests.RequestChannel['PROPOSED_BY_NAV'], fotfeste.domain.measures.requests.RequestChannel['PROPOSED_BY_NAV'])], max_length=16)),
                ('measure', models.CharField(choices=[(fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP']), (fotfeste.domain.measures.kinds.MeasureKind['IPS'], fotfeste.domain.measures.kinds.MeasureKind['IPS']), (fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG'], fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG']), (fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT'], fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT']), (fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'], fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'])], default=fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], max_length=24)),
                ('receipt', models.CharField(max_length=24, unique=True)),
                ('sealed_name', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['PROTECTED_IDENTITY'], default=bytes)),
                ('sealed_phone', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['PROTECTED_IDENTITY'], default=bytes)),
                ('sealed_email', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['PROTECTED_IDENTITY'], default=bytes)),
                ('sealed_wish', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('sealed_helper', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['SOCIAL'], default=bytes)),
                ('asked_at', models.DateTimeField()),
                ('seen_on', models.DateField(null=True)),
                ('answer', models.CharField(blank=True, choices=[(fotfeste.domain.measures.requests.RequestAnswer['TAKEN_UP'], fotfeste.domain.measures.requests.RequestAnswer['TAKEN_UP']), (fotfeste.domain.measures.requests.RequestAnswer['NOT_TAKEN_UP'], fotfeste.domain.measures.requests.RequestAnswer['NOT_TAKEN_UP']), (fotfeste.domain.measures.requests.RequestAnswer['ACCEPTED'], fotfeste.domain.measures.requests.RequestAnswer['ACCEPTED']), (fotfeste.domain.measures.requests.RequestAnswer['DECLINED'], fotfeste.domain.measures.requests.RequestAnswer['DECLINED']), (fotfeste.domain.measures.requests.RequestAnswer['WITHDRAWN'], fotfeste.domain.measures.requests.RequestAnswer['WITHDRAWN'])], max_length=16)),
                ('answered_on', models.DateField(null=True)),
                ('sealed_reason', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('version', models.PositiveIntegerField(default=1)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='measures.measurecase')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='NeedTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('talked_on', models.DateField()),
                ('sealed_chances', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('sealed_need', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('needs_more_help', models.BooleanField(null=True)),
                ('needs_close_support', models.BooleanField(default=False)),
                ('reduced_capacity', models.BooleanField(null=True)),
                ('in_treatment', models.BooleanField(null=True)),
                ('transition', models.CharField(choices=[(fotfeste.domain.measures.kinds.TransitionFrom['NONE'], fotfeste.domain.measures.kinds.TransitionFrom['NONE']), (fotfeste.domain.measures.kinds.TransitionFrom['SCHOOL'], fotfeste.domain.measures.kinds.TransitionFrom['SCHOOL']), (fotfeste.domain.measures.kinds.TransitionFrom['SENTENCE'], fotfeste.domain.measures.kinds.TransitionFrom['SENTENCE'])], default=fotfeste.domain.measures.kinds.TransitionFrom['NONE'], max_length=8)),
                ('in_training', models.BooleanField(default=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('measure', models.CharField(choices=[(fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP']), (fotfeste.domain.measures.kinds.MeasureKind['IPS'], fotfeste.domain.measures.kinds.MeasureKind['IPS']), (fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG'], fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG']), (fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT'], fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT']), (fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'], fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'])], max_length=24)),
                ('aim', models.CharField(choices=[(fotfeste.domain.measures.extending.MeasureAim['KEEP_JOB'], fotfeste.domain.measures.extending.MeasureAim['KEEP_JOB']), (fotfeste.domain.measures.extending.MeasureAim['NEW_JOB'], fotfeste.domain.measures.extending.MeasureAim['NEW_JOB'])], max_length=8)),
                ('starts_on', models.DateField()),
                ('first_start', models.DateField(null=True)),
                ('last_day', models.DateField()),
                ('confirmed_on', models.DateField(null=True)),
                ('ended_on', models.DateField(null=True)),
                ('end_cause', models.CharField(blank=True, choices=[(fotfeste.domain.measures.ending.EndCause['GOT_JOB'], fotfeste.domain.measures.ending.EndCause['GOT_JOB']), (fotfeste.domain.measures.ending.EndCause['OFFERED_SUITABLE_WORK'], fotfeste.domain.measures.ending.EndCause['OFFERED_SUITABLE_WORK']), (fotfeste.domain.measures.ending.EndCause['OTHER_MEASURE'], fotfeste.domain.measures.ending.EndCause['OTHER_MEASURE']), (fotfeste.domain.measures.ending.EndCause['OWN_WISH'], fotfeste.domain.measures.ending.EndCause['OWN_WISH']), (fotfeste.domain.measures.ending.EndCause['CONDITIONS_LAPSED'], fotfeste.domain.measures.ending.EndCause['CONDITIONS_LAPSED']), (fotfeste.domain.measures.ending.EndCause['CONSENT_WITHDRAWN'], fotfeste.domain.measures.ending.EndCause['CONSENT_WITHDRAWN']), (fotfeste.domain.measures.ending.EndCause['TIME_IS_UP'], fotfeste.domain.measures.ending.EndCause['TIME_IS_UP']), (fotfeste.domain.measures.ending.EndCause['ILL'], fotfeste.domain.measures.ending.EndCause['ILL']), (fotfeste.domain.measures.ending.EndCause['EDUCATION'], fotfeste.domain.measures.ending.EndCause['EDUCATION']), (fotfeste.domain.measures.ending.EndCause['DID_NOT_COME'], fotfeste.domain.measures.ending.EndCause['DID_NOT_COME']), (fotfeste.domain.measures.ending.EndCause['NEEDS_OTHER_HELP'], fotfeste.domain.measures.ending.EndCause['NEEDS_OTHER_HELP']), (fotfeste.domain.measures.ending.EndCause['OTHER'], fotfeste.domain.measures.ending.EndCause['OTHER'])], max_length=24)),
                ('sealed_end_words', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='measures.measurecase')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('job', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='employment.employment')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
        ),
        migrations.CreateModel(
            name='MeasureReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('kind', models.CharField(choices=[('assessment', 'Assessment'), ('final', 'Final')], max_length=12)),
                ('sealed_words', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('sealed_work_status', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['SOCIAL'], default=bytes)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.participation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeasureDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[(fotfeste.domain.measures.deciding.DecisionKind['NEED_14A'], fotfeste.domain.measures.deciding.DecisionKind['NEED_14A']), (fotfeste.domain.measures.deciding.DecisionKind['SICK_LISTED_EXEMPTION'], fotfeste.domain.measures.deciding.DecisionKind['SICK_LISTED_EXEMPTION']), (fotfeste.domain.measures.deciding.DecisionKind['GRANT'], fotfeste.domain.measures.deciding.DecisionKind['GRANT']), (fotfeste.domain.measures.deciding.DecisionKind['PARTIAL'], fotfeste.domain.measures.deciding.DecisionKind['PARTIAL']), (fotfeste.domain.measures.deciding.DecisionKind['REFUSAL'], fotfeste.domain.measures.deciding.DecisionKind['REFUSAL']), (fotfeste.domain.measures.deciding.DecisionKind['EXTENSION'], fotfeste.domain.measures.deciding.DecisionKind['EXTENSION']), (fotfeste.domain.measures.deciding.DecisionKind['SHORTENING'], fotfeste.domain.measures.deciding.DecisionKind['SHORTENING']), (fotfeste.domain.measures.deciding.DecisionKind['ENDING'], fotfeste.domain.measures.deciding.DecisionKind['ENDING']), (fotfeste.domain.measures.deciding.DecisionKind['AIM_CHANGE'], fotfeste.domain.measures.deciding.DecisionKind['AIM_CHANGE']), (fotfeste.domain.measures.deciding.DecisionKind['REOPENING'], fotfeste.domain.measures.deciding.DecisionKind['REOPENING'])], max_length=24)),
                ('measure', models.CharField(choices=[(fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP']), (fotfeste.domain.measures.kinds.MeasureKind['IPS'], fotfeste.domain.measures.kinds.MeasureKind['IPS']), (fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG'], fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG']), (fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT'], fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT']), (fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'], fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'])], max_length=24)),
                ('aim', models.CharField(blank=True, choices=[(fotfeste.domain.measures.extending.MeasureAim['KEEP_JOB'], fotfeste.domain.measures.extending.MeasureAim['KEEP_JOB']), (fotfeste.domain.measures.extending.MeasureAim['NEW_JOB'], fotfeste.domain.measures.extending.MeasureAim['NEW_JOB'])], max_length=8)),
                ('main_goal', models.CharField(blank=True, choices=[(fotfeste.domain.measures.deciding.MainGoal['GET_WORK'], fotfeste.domain.measures.deciding.MainGoal['GET_WORK']), (fotfeste.domain.measures.deciding.MainGoal['KEEP_WORK'], fotfeste.domain.measures.deciding.MainGoal['KEEP_WORK'])], max_length=12)),
                ('sealed_need_group', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('first_day', models.DateField(null=True)),
                ('last_day', models.DateField(null=True)),
                ('sealed_reasons', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('sealed_facts', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('rules', models.JSONField(default=list)),
                ('decided_on', models.DateField()),
                ('needs_second', models.BooleanField(default=False)),
                ('second_on', models.DateField(null=True)),
                ('dropped_on', models.DateField(null=True)),
                ('told_on', models.DateField(null=True)),
                ('complain_by', models.DateField(null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='measures.measurecase')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('second_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='measures.participation')),
            ],
        ),
        migrations.CreateModel(
            name='Interruption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('from_day', models.DateField()),
                ('until_day', models.DateField(null=True)),
                ('sealed_why', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.participation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GuideAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('from_day', models.DateField()),
                ('until_day', models.DateField(null=True)),
                ('sealed_handover', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('relation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.relation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.participation')),
            ],
        ),
        migrations.CreateModel(
            name='ProviderProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('kind', models.CharField(choices=[('extend', 'Extend'), ('end', 'End'), ('shorten', 'Shorten'), ('amount', 'Amount'), ('content', 'Content'), ('aim', 'Aim')], max_length=12)),
                ('wanted_day', models.DateField(null=True)),
                ('hours_a_week', models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ('sealed_why', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('answer', models.CharField(blank=True, choices=[('accepted', 'Accepted'), ('refused', 'Refused')], max_length=12)),
                ('answered_on', models.DateField(null=True)),
                ('sealed_reason', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.participation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SickNoteIssuer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('sealed_name', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['PERSONAL'], default=bytes)),
                ('sealed_where', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['PERSONAL'], default=bytes)),
                ('from_day', models.DateField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='IssuerNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('event', models.CharField(choices=[('assessment', 'Assessment'), ('enrolment', 'Enrolment')], max_length=12)),
                ('event_on', models.DateField()),
                ('sealed_words', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('sent_on', models.DateField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='measures.sicknoteissuer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TriedBefore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('written_on', models.DateField()),
                ('tried', models.CharField(choices=[(fotfeste.domain.measures.content.TriedKind['TASK'], fotfeste.domain.measures.content.TriedKind['TASK']), (fotfeste.domain.measures.content.TriedKind['EMPLOYER'], fotfeste.domain.measures.content.TriedKind['EMPLOYER']), (fotfeste.domain.measures.content.TriedKind['HELP'], fotfeste.domain.measures.content.TriedKind['HELP'])], max_length=8)),
                ('sealed_what', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['SOCIAL'], default=bytes)),
                ('sealed_how_it_went', fotfeste.apps.vault.fields.SealedField(blank=True, data_class=fotfeste.apps.vault.fields.DataClass['HEALTH'], default=bytes)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='measures.measurecase')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='people.person')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FrameworkAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('measure', models.CharField(choices=[(fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP'], fotfeste.domain.measures.kinds.MeasureKind['FOLLOW_UP']), (fotfeste.domain.measures.kinds.MeasureKind['IPS'], fotfeste.domain.measures.kinds.MeasureKind['IPS']), (fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG'], fotfeste.domain.measures.kinds.MeasureKind['IPS_YOUNG']), (fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT'], fotfeste.domain.measures.kinds.MeasureKind['SUPPORTED_EMPLOYMENT']), (fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'], fotfeste.domain.measures.kinds.MeasureKind['LEGACY_WORK_WITH_ASSISTANCE'])], max_length=24)),
                ('from_day', models.DateField()),
                ('until_day', models.DateField(null=True)),
                ('places', models.PositiveIntegerField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('offices', models.ManyToManyField(related_name='+', to='people.unit')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until_day', None), ('until_day__gte', models.F('from_day')), _connector='OR'), name='measures_agreement_in_order')],
            },
        ),
        migrations.AddIndex(
            model_name='measurecase',
            index=models.Index(fields=['office', 'closed_on', 'id'], name='measures_cases_of_office'),
        ),
        migrations.AddConstraint(
            model_name='measurecase',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('person', 'office'), name='measures_one_open_case'),
        ),
        migrations.AddIndex(
            model_name='measurerequest',
            index=models.Index(fields=['office', 'answer', 'id'], name='measures_requests_of_office'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['provider', 'ended_on', 'id'], name='measures_of_provider'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['ended_on', 'last_day'], name='measures_run_out'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('starts_on'))), name='measures_participation_days'),
        ),
        migrations.AddIndex(
            model_name='measuredecision',
            index=models.Index(fields=['case', '-id'], name='measures_decisions_of_case'),
        ),
        migrations.AddConstraint(
            model_name='measuredecision',
            constraint=models.CheckConstraint(condition=models.Q(('last_day', None), ('last_day__gte', models.F('first_day')), _connector='OR'), name='measures_decision_in_order'),
        ),
        migrations.AddConstraint(
            model_name='guideassignment',
            constraint=models.UniqueConstraint(condition=models.Q(('until_day', None)), fields=('participation',), name='measures_one_guide_at_a_time'),
        ),
    ]
