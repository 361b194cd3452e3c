"""The kinds of problem that loading finds: a file that is not well formed or does not fit its schema."""

from __future__ import annotations

from build_tools.problems import ProblemKind, Severity

_E = Severity.ERROR

SYNTAX = ProblemKind(
    "TF101",
    "yaml-syntax",
    _E,
    "The file is not valid YAML, so nothing in it can be read. The usual reasons are a tab in the "
    "indentation (YAML wants spaces), a colon inside an unquoted text, or a quote that is never closed.",
)
UNKNOWN_FIELD = ProblemKind(
    "TF102",
    "unknown-field",
    _E,
    "The field is not known at this place. It is most often a spelling mistake (`optionallity`) or a field "
    "written one level too deep. The schema lists the fields; an editor with YAML support offers them.",
)
MISSING_FIELD = ProblemKind(
    "TF103",
    "missing-field",
    _E,
    "A field without which the entity cannot be printed is missing. Add it; `null` is allowed where the "
    "fact is not known.",
)
WRONG_VALUE = ProblemKind(
    "TF104",
    "wrong-value",
    _E,
    "The value is not one that the field takes, for example an optionality other than R, O and C, or a text "
    "where a list is wanted.",
)
NUMBER_NOT_TEXT = ProblemKind(
    "TF105",
    "number-lost-zero",
    _E,
    "A section or chapter number is written without quotes, so YAML reads it as a number: `10.10` becomes "
    '10.1 and points to another section. Section numbers are identifiers: write `"10.10"`.',
)
DUPLICATE_KEY = ProblemKind(
    "TF106",
    "duplicate-key",
    _E,
    "The same field is written twice in one place. YAML would silently keep the last one and lose the other.",
)
ALIASES = ProblemKind(
    "TF107",
    "alias-expansion",
    _E,
    "The file uses YAML anchors and aliases (`&name`, `*name`) that refer to themselves or expand to far more "
    "text than is written. Write the values out.",
)
TOO_LARGE = ProblemKind(
    "TF108",
    "file-too-large",
    _E,
    "The file is larger or more deeply nested than any document an editor writes by hand, so it is not read. "
    "Split it, or move long prose and tables into files of their own.",
)
NOT_UTF8 = ProblemKind(
    "TF109",
    "not-utf8",
    _E,
    "The file is not UTF-8 text. Save it as UTF-8; older Word and Excel exports use Windows-1252.",
)
EMPTY_FILE = ProblemKind(
    "TF110",
    "empty-file",
    _E,
    "The file holds nothing, or something other than fields with values. Write the entity or delete the file.",
)
DUPLICATE_ENTITY = ProblemKind(
    "TF111",
    "duplicate-entity",
    _E,
    "Two entities have the same name, so a reference to it would be ambiguous. The first one, in the order of "
    "the file names, is used; rename or delete the other.",
)
PROSE_FILE = ProblemKind(
    "TF112",
    "prose-file",
    _E,
    "Prose is taken from a Markdown file that does not exist beside the YAML file, cannot be read or is "
    "outside the domain's folder.",
)
STRAY_FILE = ProblemKind(
    "TF113",
    "stray-file",
    Severity.WARNING,
    "A YAML file stands where no kind of entity is kept, so nothing reads it. Move it into `profiles/`, "
    "`transactions/` or `content_modules/`.",
)
UNREADABLE = ProblemKind(
    "TF114",
    "unreadable-file",
    _E,
    "The file cannot be opened: it is a folder, a broken link or access is denied.",
)
TABLE_FILE = ProblemKind(
    "TF115",
    "table-file",
    _E,
    "A table is taken from a CSV file that does not exist beside the YAML file, is empty, cannot be read or is "
    "outside the domain's folder. Its first row holds the column headings.",
)

FORM_PROBLEMS = (
    SYNTAX,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_VALUE,
    NUMBER_NOT_TEXT,
    DUPLICATE_KEY,
    ALIASES,
    TOO_LARGE,
    NOT_UTF8,
    EMPTY_FILE,
    DUPLICATE_ENTITY,
    PROSE_FILE,
    STRAY_FILE,
    UNREADABLE,
    TABLE_FILE,
)
