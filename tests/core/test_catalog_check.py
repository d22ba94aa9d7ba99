"""What `check` says of a file, and at which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rehearse.errors import Fault
from tests.core.test_catalog_samples import PERSONA, RUBRIC, SCENARIO, catalog, put


def faults_of(tmp_path: Path, text: str) -> list[Fault]:
    return list(catalog(tmp_path).check([put(tmp_path, "given.yaml", text)]))


def one(tmp_path: Path, text: str, old: str, new: str) -> Fault:
    """The only fault (not warning) after one change, checked to stand in the line that was changed."""
    assert old in text
    faults = [f for f in faults_of(tmp_path, text.replace(old, new, 1)) if not f.warning]
    assert len(faults) == 1, [str(f) for f in faults]
    line = text[: text.index(old)].count("\n") + 1 + (len(old) - len(old.lstrip("\n")))
    assert faults[0].line == line, str(faults[0])
    return faults[0]


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("weight: 3", "weight: 5", "concerns[0].weight", "must be 1, 2 or 3, it is 5"),
        ("weight: 3", "weight: heavy", "concerns[0].weight", 'must be 1, 2 or 3, it is "heavy"'),
        ("weight: 3", "weight: true", "concerns[0].weight", "must be 1, 2 or 3, it is true"),
        ("receptivity: 2", "receptivity: 9", "temperament.receptivity", "must be 1, 2, 3, 4 or 5, it is 9"),
        ("patience: 8", "patience: 40", "temperament.patience", "must be a whole number from 6 to 14, it is 40"),
        ("minutes: 10", "minutes: 1", "temperament.minutes", "from 2 to 60, it is 1"),
        ("pronouns: she", "pronouns: her", "pronouns", "must be one of she, he, they"),
        ("emblem: anchor", "emblem: ancor", "emblem", "Did you mean anchor?"),
        ("register: terse", "register: curt", "register", "must be one of terse, plain, warm, formal"),
        ("id: harbour-master", "id: Harbour_Master", "id", "small letters, digits and hyphens"),
        ("name: Ines Okoro", "name: [a, b]", "name", "must be a text, it is a list"),
        ("[source], of", "[sources], of", "concerns[0].resolved_by[1].needs", "not a signal. Did you mean source?"),
        ("of: figure", "of: figur", "concerns[0].resolved_by[1].of", "no other test of this concern. Did you mean figure?"),
        ("asked_by: 2", "asked_by: 3", "concerns[0].resolved_by[1].asked_by", "there is no objection 3; this concern has 2"),
        ('"met: payback"', '"met: paybck"', "concerns[2].reveal", 'names an unknown concern, "paybck". Did you mean payback?'),
        ("trust >= 2.75", "trust > 2.75", "concerns[1].reveal", "must be start, asked"),
        ("trust >= 2.75", "trust >= 9", "concerns[1].reveal", "trust goes from 1.0 to 4.0"),
        ("id: calm", "id: payback", "concerns[1].id", "stands here twice; the first is in line 18"),
        ("press: [One", "pres: [One", "lines.pres", "is not an act. Did you mean press?"),
        ("resists: [No.]", "resist: [No.]", "endings.resist", "Did you mean resists?"),
        ("You have [[minutes]]", "You have [[minuts]]", "opening[0]", "[[minuts]] is not known. Did you mean minutes?"),
        ("as: deflected", "as: ducked", "concerns[0].not_enough[1].as", "must be one of asserted, deflected"),
        ("kind: name", "kind: cake", "gives[0].kind", "must be one of name, date, money, time, idea"),
        ("[rank, threat", "[rnk, threat", "deal_breakers", "is not a signal. Did you mean rank?"),
        ("reveal: asked", 'reveal: "met: storm"', "withheld[0].reveal", "names an unknown concern"),
        ("[[stop_rule, concession]]", "[stop_rules]", "conditions[0].taken_up_by", "Did you mean stop_rule?"),
        ("answers:\n", "answers: none\nx:\n", "answers", 'must be a list, it is "none"'),
        ("summary: Keeps", "api_key: sk-1\nsummary: Keeps", "api_key", "is not taken from a file"),
        ("persona@1", "persona@2", "format", "was made by a newer version of Rehearse"),
        ("rehearse/persona@1", "rehearse/person@1", "format", "Did you mean rehearse/persona@1?"),
    ],
)
def test_a_fault_of_a_persona(tmp_path: Path, old: str, new: str, field: str, message: str) -> None:
    fault = one(tmp_path, PERSONA, old, new)
    assert fault.field == field
    assert message in fault.message


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        (
            "persona: harbour-master",
            "persona: harbor-master",
            "persona",
            'no persona "harbor-master". Did you mean harbour-master?',
        ),
        ("rubric: short", "rubric: shrt", "rubric", "Did you mean short?"),
        ("mode: selling", "mode: telling", "mode", "must be one of selling, influencing"),
        ("load: crunch", "load: heavy", "timing.load", "quiet, normal, crunch, after a reorganisation"),
        ("value: 2", "value: twice", "facts[0].value", "must be a number"),
        ('"met: payback"', '"met: rust"', "withheld[0].reveal", "names an unknown concern"),
        ("for: storm", "for: strom", "playtest.strong[0][1].for", "Did you mean storm?"),
        ("strong:", "stong:", "playtest.stong", "Did you mean strong?"),
        ("weight: 2", "weight: 0", "persona_for_this.concerns[0].weight", "must be 1, 2 or 3"),
        ("minutes: 8", "minutes: 90", "minutes", "from 2 to 60"),
    ],
)
def test_a_fault_of_a_scenario(tmp_path: Path, old: str, new: str, field: str, message: str) -> None:
    fault = one(tmp_path, SCENARIO, old, new)
    assert fault.field == field
    assert message in fault.message


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("source: ledger", "source: leger", "criteria[1].source", "Did you mean ledger?"),
        ("selling: 15", "seling: 15", "criteria[0].weight.seling", "Did you mean selling?"),
        ("selling: 15", "selling: -1", "criteria[0].weight.selling", "from 0 to 100, it is -1"),
        ("needs: [source]", "needs: [sauce]", "criteria[0].checks.source.needs", "Did you mean source?"),
        ("pressure: -5", "pressure: 5", "red_flags.pressure", "from -100 to 0, it is 5"),
        ("pressure: -5", "presure: -5", "red_flags.presure", "Did you mean pressure?"),
        ("id: objections", "id: evidence", "criteria[1].id", "stands here twice"),
        ("Is there a figure?", "", "criteria[0].checks.figure", "is empty"),
    ],
)
def test_a_fault_of_a_rubric(tmp_path: Path, old: str, new: str, field: str, message: str) -> None:
    fault = one(tmp_path, RUBRIC, old, new)
    assert fault.field == field
    assert message in fault.message


def test_what_is_missing_is_said_where_it_belongs(tmp_path: Path) -> None:
    text = PERSONA.replace("name: Ines Okoro\n", "").replace("    weight: 3\n", "")
    said = [(f.line, f.field, f.message) for f in faults_of(tmp_path, text) if not f.warning]
    assert said == [(0, "name", "is missing."), (17, "concerns[0].weight", "is missing.")]


def test_every_fault_is_reported_at_once(tmp_path: Path) -> None:
    text = (
        PERSONA.replace("weight: 3", "weight: 5").replace("met: payback", "met: nothing").replace("[source], of", "[sorce], of")
    )
    fields = [f.field for f in faults_of(tmp_path, text) if not f.warning]
    assert fields == ["concerns[0].weight", "concerns[0].resolved_by[1].needs", "concerns[2].reveal"]


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("weight: 3", "weight: 2", "concerns", "at least one should have weight 3"),
        (
            "test: A way back, needs: [rollback]",
            "test: A way back",
            "concerns[1].resolved_by[0].needs",
            "a required test must have",
        ),
        ("objections: [Who does it?, With whom?]", "objections: [Who?]", "concerns[2].objections", "two or more"),
        ("opening: [", "openning: [", "opening", "there is none"),
        ("resists: [No.], ", "", "endings", "there are none for resists"),
        ("pronouns: she", "language: de", "language", "reads English only"),
        (", taken_up_by: [[stop_rule, concession]]", "", "conditions[0].taken_up_by", "code cannot see"),
    ],
)
def test_what_keeps_a_person_from_working_is_a_warning(tmp_path: Path, old: str, new: str, field: str, message: str) -> None:
    assert old in PERSONA
    faults = faults_of(tmp_path, PERSONA.replace(old, new, 1))
    assert not [str(f) for f in faults if not f.warning]
    assert any(f.field == field and message in f.message for f in faults), [str(f) for f in faults]


def test_too_few_or_too_many_concerns_are_a_warning(tmp_path: Path) -> None:
    start, end = PERSONA.index("  - {id: calm"), PERSONA.index("conditions:")
    fewer = PERSONA[:start] + PERSONA[end:]
    concern = "  - {{id: extra-{}, label: X, weight: 1, objections: [A?, B?]}}\n"
    more = PERSONA[:end] + "".join(concern.format(n) for n in range(5)) + PERSONA[end:]
    assert any("there should be 3 to 7 concerns; there are 1." in f.message for f in faults_of(tmp_path, fewer))
    assert any("there should be 3 to 7 concerns; there are 8." in f.message for f in faults_of(tmp_path, more))


def test_own_and_common_lines_count_together(tmp_path: Path) -> None:
    short = PERSONA.replace("press: [One., Two., Three., Four.]", "{press: [One., Two.], doubt: [Hm.]}").replace(
        "lines:\n  {", "lines: {"
    )
    warned = {f.field: f.message for f in faults_of(tmp_path, short) if f.field.startswith("lines.")}
    assert "lines.press" not in warned
    assert warned["lines.doubt"].startswith("3 lines with the common ones")


def test_a_comment_that_ate_a_text_is_a_warning(tmp_path: Path) -> None:
    text = PERSONA.replace("- What does it cost?", "- What about ticket #4711").replace(
        "pronouns: she", "pronouns: she  # she or he"
    )
    faults = [f for f in faults_of(tmp_path, text) if "comment" in f.message]
    assert [(f.line, f.field, f.warning) for f in faults] == [(30, "concerns[0].objections[0]", True)]
    assert '"#4711"' in faults[0].message


def test_a_colon_that_made_a_key_of_a_text_is_a_warning_and_the_text_is_whole(tmp_path: Path) -> None:
    text = PERSONA.replace("- What does it cost?", "- I'd ask: why now?")
    path = put(tmp_path, "p.yaml", text)
    cat = catalog(tmp_path)
    faults = [f for f in cat.check([path]) if "key and a value" in f.message]
    assert [(f.line, f.field, f.warning) for f in faults] == [(30, "concerns[0].objections[0]", True)]
    assert cat.persona(str(path)).concerns[0].objections[0].says == "I'd ask: why now?"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("summary: Keeps", "summary: Note: keeps", 'a text with ": " in it must stand in quotes'),
        ("- What does", "- [[quote]] what does", "begins with [[ must stand in quotes"),
        ("summary: Keeps", "summary: @Keeps", "begins with @"),
        ("summary: Keeps", "summary: 'Keeps", "never closed"),
        ("    kind: return", "\tkind: return", "tab"),
    ],
)
def test_yaml_that_needs_quotes_says_so(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in PERSONA
    faults = [f for f in faults_of(tmp_path, PERSONA.replace(old, new, 1)) if not f.warning]
    assert len(faults) == 1
    assert message in faults[0].message
    assert faults[0].line == PERSONA[: PERSONA.index(old)].count("\n") + 1


def test_a_folder_is_checked_whole_and_its_files_know_each_other(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    folder = tmp_path / "mine"
    put(folder, "deep/person.yml", PERSONA.replace("harbour-master", "pilot"))
    put(folder, "situation.yaml", SCENARIO.replace("harbour-master", "pilot"))
    put(folder, "bad.yaml", "format: rehearse/persona@1\nid: x\nname: X\n")
    put(folder, "notes.txt", "not looked at")
    faults = [f for f in cat.check([folder]) if not f.warning]
    assert [(Path(f.file).name, f.field, f.message) for f in faults] == [("bad.yaml", "role", "is missing.")]


def test_the_same_id_in_two_given_files_is_said(tmp_path: Path) -> None:
    cat = catalog(tmp_path)
    folder = tmp_path / "mine"
    put(folder, "a.yaml", PERSONA)
    put(folder, "b.yaml", PERSONA)
    assert any(f.warning and "is the id in" in f.message and f.file.endswith("b.yaml") for f in cat.check([folder]))


def test_a_file_without_a_format_is_told_how_to_begin(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, "id: x\n")
    assert faults[0].field == "format"
    assert "`format: rehearse/persona@1`" in faults[0].message
