"""Bad files that somebody gives us: each is refused or survived by name, with the file and the reason (bad inputs B1 to B27)."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

import pytest

from rehearse.catalog import Catalog
from rehearse.catalog.folders import MAX_FILES, walk
from rehearse.catalog.loading import load, load_bytes
from rehearse.catalog.source import read_bytes, read_text
from rehearse.catalog.yaml import load_mapping
from rehearse.errors import InputProblem
from rehearse.paths import Paths

PERSON = """\
format: rehearse/persona@1
id: keeper
name: Jo Keeper
role: Keeper
concerns:
  - {id: cost, label: Cost, weight: 3, about: [cost]}
"""


def refused(path: Path) -> str:
    """Why the file is refused: the first fault, which names the file."""
    loaded = load(path)
    assert loaded.value is None
    first = next(fault for fault in loaded.faults if not fault.warning)
    assert first.file == str(path)
    return f"{first.line}: {first.message}"


def wrote(tmp_path: Path, content: bytes | str) -> Path:
    path = tmp_path / "given.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_b1_empty(tmp_path: Path, content: bytes) -> None:
    assert refused(wrote(tmp_path, content)) == "0: is empty."


@pytest.mark.parametrize("content", [b"", b"# only a comment\n", b"---\n", b"...\n"])
def test_b1_nothing_in_it(tmp_path: Path, content: bytes) -> None:
    assert load(wrote(tmp_path, content)).value is None
    assert refused(wrote(tmp_path, content))


def test_b2_not_utf8(tmp_path: Path) -> None:
    assert (
        refused(wrote(tmp_path, PERSON.encode() + b"summary: caf\xe9\n")) == "7: byte 144 is not UTF-8. Save the file as UTF-8."
    )
    assert "UTF-16" in refused(wrote(tmp_path, PERSON.encode("utf-16")))


def test_b2_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    assert load(wrote(tmp_path, b"\xef\xbb\xbf" + PERSON.encode())).value is not None


@pytest.mark.parametrize("deep", ["a: " + "[" * 100_000, "a: " + "{b: " * 30_000, "- " * 60_000, "a: " + "[" * 25 + "]" * 25])
def test_b3_deep_nesting(tmp_path: Path, deep: str) -> None:
    started = time.thread_time()
    assert refused(wrote(tmp_path, deep)) == "1: is nested deeper than 20 levels."
    assert time.thread_time() - started < 5


def test_b4_too_large_is_refused_by_its_size_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    started = time.thread_time()
    assert refused(path) == "0: is larger than 256 KiB, more than such a file may be."
    assert time.thread_time() - started < 1


def test_b4_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "fifty.yaml"
    with path.open("wb") as file:
        file.write(PERSON.encode())
        file.truncate(50 * 1024**2)
    assert "larger than 256 KiB" in refused(path)


@pytest.mark.parametrize("value", [".nan", ".inf", "-.inf", ".NaN", "1e999", "-1e999"])
def test_b5_no_number(tmp_path: Path, value: str) -> None:
    assert refused(wrote(tmp_path, PERSON.replace("weight: 3", f"weight: {value}"))).startswith("6: ")


@pytest.mark.parametrize("value", ["9" * 5_000, "-" + "9" * 5_000, "0." + "9" * 5_000, "1e" + "9" * 5_000])
def test_b6_a_number_of_5000_digits(tmp_path: Path, value: str) -> None:
    assert refused(wrote(tmp_path, PERSON.replace("weight: 3", f"weight: {value}"))).startswith("6: ")


def test_b7_a_key_twice(tmp_path: Path) -> None:
    path = wrote(tmp_path, PERSON.replace("role: Keeper", "role: Keeper\nname: Another"))
    assert refused(path) == "5: name: stands here twice; the first is in line 3. Keep one."


@pytest.mark.parametrize("content", ["just words\n", "- a\n- b\n", "42\n", "null\n", '"text"\n', "[]\n"])
def test_b8_the_root_is_no_mapping(tmp_path: Path, content: str) -> None:
    assert refused(wrote(tmp_path, content)).startswith("1: must be keys with values")


@pytest.mark.parametrize("key", ["1: x", "true: x", "~: x", "1.5: x", "? [a, b]\n: x", "[a]: x", "{a: b}: x", "*a : x"])
def test_b8_a_key_that_is_no_text(tmp_path: Path, key: str) -> None:
    assert refused(wrote(tmp_path, PERSON + key + "\n")).startswith("7: ")


def test_b9_an_unknown_field_is_kept(tmp_path: Path) -> None:
    loaded = load(wrote(tmp_path, PERSON + "shoe_size: 44\n"))
    assert loaded.value is not None
    assert loaded.extra == {"shoe_size": 44}
    assert any(fault.field == "shoe_size" and fault.warning for fault in loaded.faults)


@pytest.mark.parametrize("version", ["persona@2", "persona@999999", "lines@7"])
def test_b10_a_newer_format(tmp_path: Path, version: str) -> None:
    loaded = load(wrote(tmp_path, PERSON.replace("persona@1", version)))
    assert loaded.value is None
    assert "was made by a newer version of Rehearse" in loaded.faults[0].message
    assert loaded.data["name"] == "Jo Keeper"  # to be shown, not to be used


@pytest.mark.parametrize("name", ["<img src=/etc/hostname>", "<table><tr><td>" * 5, "{p.__class__}", "%s %n", "{{x}}"])
def test_b11_b22_markup_and_templates_in_a_name_are_those_characters(tmp_path: Path, name: str) -> None:
    loaded = load(wrote(tmp_path, PERSON.replace("Jo Keeper", f'"{name}"')))
    assert getattr(loaded.value, "name", None) == name


def test_b12_characters_that_turn_or_hide_are_made_visible(tmp_path: Path) -> None:
    loaded = load(wrote(tmp_path, PERSON.replace("Jo Keeper", "Jo\u202eKee\u200bper\u200d")))
    assert getattr(loaded.value, "name", None) == "Jo‹U+202E›Kee‹U+200B›per‹U+200D›"
    assert any("cannot be seen" in fault.message and fault.line == 3 for fault in loaded.faults)
    escaped = load(wrote(tmp_path, PERSON.replace("Jo Keeper", '"Jo\\u202eK"')))
    assert getattr(escaped.value, "name", None) == "Jo‹U+202E›K"


def test_b12_emoji_and_joined_scripts_are_left_alone(tmp_path: Path) -> None:
    loaded = load(wrote(tmp_path, PERSON + "summary: می\u200cخواهم 👩\u200d🔧\n"))
    assert getattr(loaded.value, "summary", None) == "می\u200cخواهم 👩\u200d🔧"


def test_b13_control_characters(tmp_path: Path) -> None:
    assert refused(wrote(tmp_path, PERSON.replace("Jo", "Jo\0"))) == "3: holds the control character U+0000. Take it out."
    assert refused(wrote(tmp_path, PERSON.replace("Jo", "Jo\x1b"))) == "3: holds the control character U+001B. Take it out."
    escaped = wrote(tmp_path, PERSON.replace("Jo Keeper", '"Jo\\0"'))
    assert refused(escaped) == "3: holds the control character U+0000. Take it out."


def test_b14_a_half_surrogate_is_replaced(tmp_path: Path) -> None:
    loaded = load(wrote(tmp_path, PERSON.replace("Jo Keeper", '"Jo\\ud800"')))
    assert getattr(loaded.value, "name", None) == "Jo\ufffd"
    assert "not UTF-8" in refused(wrote(tmp_path, PERSON.replace("Jo", "Jo\ud800")))


def test_b15_b16_over_the_limits_of_length(tmp_path: Path) -> None:
    marks = wrote(tmp_path, PERSON.replace("Jo Keeper", "J" + "\u0301" * 100_000))
    assert "80 are the most" in refused(marks)
    assert "2,000 are the most" in refused(wrote(tmp_path, PERSON + "summary: " + "a" * 2_001 + "\n"))
    assert load(wrote(tmp_path, PERSON + "summary: " + "a" * 2_000 + "\n")).value is not None
    assert "larger than 256 KiB" in refused(wrote(tmp_path, PERSON + "summary: " + "a" * 1_000_000))


def test_b17_the_same_id_twice_hides_neither(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / "personas").mkdir(exist_ok=True)
        (tmp_path / f"personas/{name}.yaml").write_text(PERSON)
    people = Catalog(Paths(tmp_path), tmp_path / "none").people()
    assert [(e.id, e.file.name, e.shadowed_by is None) for e in people] == [
        ("keeper", "a.yaml", True),
        ("keeper", "b.yaml", False),
    ]


def test_b18_a_name_in_parts_and_in_one_is_the_same(tmp_path: Path) -> None:
    one = load(wrote(tmp_path, PERSON.replace("Jo Keeper", "Jos\u00e9"))).value
    parts = load(wrote(tmp_path, PERSON.replace("Jo Keeper", "Jose\u0301"))).value
    assert getattr(one, "name", 1) == getattr(parts, "name", 2)


@pytest.mark.parametrize("id", ["../../x", "CON", "a" * 300, "/etc/passwd", "a.yaml", "a b", "é", "-a", "a--b"])
def test_b19_an_id_that_is_no_id(tmp_path: Path, id: str) -> None:
    assert "must be small letters, digits and hyphens" in refused(wrote(tmp_path, PERSON.replace("id: keeper", f'id: "{id}"')))


def test_b19_a_scenario_cannot_make_us_open_a_file(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(PERSON)
    path = wrote(tmp_path, f"format: rehearse/scenario@1\nid: s\ntitle: S\npersona: {other}\n")
    faults = Catalog(Paths(tmp_path / "home"), tmp_path / "none").check([path])
    said = [fault.message for fault in faults if fault.field == "persona"]
    assert any(message.startswith("must be small letters") for message in said)
    assert any(message.startswith(f'there is no persona "{other}"') for message in said)


@pytest.mark.parametrize("key", ["base_url", "api_key", "headers", "model", "endpoint", "API-Key"])
def test_b20_a_file_names_no_model_address_or_key(tmp_path: Path, key: str) -> None:
    loaded = load(wrote(tmp_path, PERSON + f"{key}: x\n"))
    assert loaded.value is None
    assert [(f.line, f.field) for f in loaded.faults if not f.warning] == [(7, key)]
    assert loaded.extra == {}


@pytest.mark.parametrize("start", [b"PK\x03\x04\x14\x00", b"\x80\x04\x95", b"\x89PNG\r\n\x1a\n", b"import os\nos.system('x')\n"])
def test_b23_another_kind_of_file(tmp_path: Path, start: bytes) -> None:
    assert refused(wrote(tmp_path, start))


def test_b24_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == "0: is a folder, not a file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_b24_pipe_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert refused(path) == "0: is a pipe or a device, not a file."
    (tmp_path / "personas").mkdir()
    os.mkfifo(tmp_path / "personas/pipe.yaml")
    (listed,) = Catalog(Paths(tmp_path), tmp_path / "none").people()
    assert listed.broken


@pytest.mark.skipif(sys.platform == "win32", reason="no links without rights on this system")
@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "real.yaml", "nowhere", "."])
def test_b24_link(tmp_path: Path, target: str) -> None:
    (tmp_path / "real.yaml").write_text(PERSON)
    path = tmp_path / "link.yaml"
    path.symlink_to(target if target.startswith("/") else tmp_path / target)
    assert refused(path) == "0: is a link. Give the file itself."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices with names on this system")
def test_b24_device(tmp_path: Path) -> None:
    assert refused(Path("/dev/zero")) == "0: is a pipe or a device, not a file."
    link = tmp_path / "zero.yaml"
    link.symlink_to("/dev/zero")
    with pytest.raises(InputProblem, match="is a pipe or a device"):
        read_bytes(link, links=True)  # also where links are let through


@pytest.mark.skipif(sys.platform == "win32", reason="no links without rights on this system")
def test_b24_a_linked_install_of_our_own_files_works(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "built-in").mkdir()
    (tmp_path / "store/real.yaml").write_text(PERSON)
    (tmp_path / "built-in/keeper.yaml").symlink_to(tmp_path / "store/real.yaml")
    catalog = Catalog(Paths(tmp_path / "home"), tmp_path / "built-in")
    assert not catalog.people()[0].broken
    assert catalog.persona("keeper").name == "Jo Keeper"


def test_b24_missing_and_names_that_cannot_be(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.yaml") == "0: there is no such file."
    assert "cannot be opened" in refused(Path("a\0b.yaml"))
    assert "cannot be opened" in refused(tmp_path / ("a" * 400))
    assert "cannot be opened" in refused(tmp_path / "x" / ".." / ("y/" * 3000))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_b24_not_allowed(tmp_path: Path) -> None:
    path = wrote(tmp_path, PERSON)
    path.chmod(0)
    assert refused(path) == "0: cannot be opened: permission denied."


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="no files that grow while read on this system")
def test_b25_a_file_that_is_more_than_its_size(tmp_path: Path) -> None:
    assert Path("/proc/self/maps").stat().st_size == 0
    with pytest.raises(InputProblem, match="is larger than"):
        read_bytes(Path("/proc/self/maps"), limit=100)


def test_b25_a_file_that_is_gone_is_no_longer_listed(tmp_path: Path) -> None:
    (tmp_path / "personas").mkdir()
    path = tmp_path / "personas/a.yaml"
    path.write_text(PERSON)
    catalog = Catalog(Paths(tmp_path), tmp_path / "none")
    assert len(catalog.people()) == 1
    path.unlink()
    assert catalog.people() == ()
    with pytest.raises(InputProblem, match="there is no such file"):
        catalog.persona(str(path))


def test_b26_half_a_file(tmp_path: Path) -> None:
    whole_enough = PERSON.index("role: K") + len("role: K")  # what YAML cannot tell from a file that says no more
    for cut in range(1, len(PERSON) - 2):
        loaded = load(wrote(tmp_path, PERSON[:cut]))
        assert (loaded.value is None) == any(not fault.warning for fault in loaded.faults)
        assert loaded.value is None or cut >= whole_enough


def test_b27_more_files_than_can_be_meant(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 5):
        (tmp_path / f"{number}.yaml").touch()
    assert len(list(walk(tmp_path))) == MAX_FILES


def test_alias_bomb_is_refused_before_it_expands(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 15)]
    started = time.thread_time()
    assert refused(wrote(tmp_path, "\n".join(lines))) == "1: &a0: a name for another place is not used here. Take it out."
    assert time.thread_time() - started < 2


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("!!python/object/apply:os.system ['touch hacked']", "a tag is not used here"),
        ("!local x", "a tag is not used here"),
        ("!!str 5", "a tag is not used here"),
        ("!!binary aGk=", "a tag is not used here"),
        ("&here x", "a name for another place is not used here"),
        ("*there", "a reference to another place is not used here"),
        ("&a [*a]", "not used here"),
        ("{<<: {a: b}}", "merging another place in is not used here"),
    ],
)
def test_yaml_that_could_run_repeat_or_merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, reason: str) -> None:
    monkeypatch.chdir(tmp_path)
    said = refused(wrote(tmp_path, PERSON + f"extra: {value}\n"))
    assert said.startswith("7: ")
    assert reason in said
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize("content", [PERSON + "---\nformat: x\n", PERSON + "...\n---\na: b\n", PERSON + "--- !x\n"])
def test_a_second_document(tmp_path: Path, content: str) -> None:
    assert "a second document begins here" in refused(wrote(tmp_path, content))


@pytest.mark.parametrize("first", ["%YAML 1.1\n---\n", "%TAG ! tag:x,2000:\n---\n"])
def test_directives_that_change_the_language(tmp_path: Path, first: str) -> None:
    assert "begins with %" in refused(wrote(tmp_path, first + PERSON))


def test_a_file_with_every_fault_does_not_flood(tmp_path: Path) -> None:
    flood = PERSON + "conditions:\n" + "  - {id: A}\n" * 2_000
    loaded = load(wrote(tmp_path, flood))
    assert loaded.value is None
    assert len(loaded.faults) <= 101
    assert "more were found" in loaded.faults[-1].message


@pytest.mark.parametrize(
    "line", ["  - some words of a line, about as long as people write them\n", "  # only comments\n", "\n", "  - 'it'\n"]
)
def test_the_largest_file_is_read_in_time(tmp_path: Path, line: str) -> None:
    text = PERSON + "x:\n" + line * ((256 * 1024 - len(PERSON) - 10) // len(line))
    started = time.process_time()
    load(wrote(tmp_path, text))
    assert time.process_time() - started < 10


def test_a_mapping_inside_another_file_has_the_same_rules_and_the_lines_of_that_file() -> None:
    assert load_mapping("me: Jo\npersona: keeper\n", "talk.txt", first_line=2) == {"me": "Jo", "persona": "keeper"}
    for bad in ("me: *x", "me: !!python/name:os.system x", "- me", "me: [", "me: a\nme: b"):
        with pytest.raises(InputProblem, match=r"^talk\.txt:[23]: "):
            load_mapping(bad, "talk.txt", first_line=2)


def test_read_text_has_its_own_limit(tmp_path: Path) -> None:
    path = wrote(tmp_path, "a" * 2_000)
    assert len(read_text(path, limit=2_000)) == 2_000
    with pytest.raises(InputProblem, match="is larger than"):
        read_text(path, limit=1_999)


WORDS = [
    "a",
    ":",
    ": ",
    "-",
    "- ",
    "\n",
    "\n  ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "#",
    " #x",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    "%",
    "@",
    "?",
    ",",
]
WORDS += [
    "<<",
    "---",
    "...",
    "\t",
    "\\x",
    "\\u12",
    '"\\UFFFFFFFF"',
    "0x",
    "1e9",
    "~",
    "é",
    "\u2028",
    "concerns",
    "id",
    "format: rehearse/persona@1\n",
]
LEAVES: list[object] = [None, True, False, -9, 0, 3, 99, 1.5, "x", "", "met: x", "[[figure]]", "[[no]]", "start", "source"]
INNER = [
    "id",
    "says",
    "needs",
    "about",
    "x",
    "weight",
    "reveal",
    "resolved_by",
    "objections",
    "met",
    "say",
    "for",
    "checks",
    "press",
]
KEYS = ["concerns", "lines", "endings", "opening", "gives", "temperament", "vocabulary", "answers", "conditions", "withheld"]
KEYS += [
    "criteria",
    "red_flags",
    "facts",
    "playtest",
    "persona_for_this",
    "timing",
    "subject",
    "persona",
    "register",
    "deal_breakers",
]


def anything(draw: random.Random, depth: int) -> object:
    """A value of any shape, at most `depth` collections deep."""
    shape = draw.randrange(3) if depth else 0
    if shape == 1:
        return [anything(draw, depth - 1) for _ in range(draw.randrange(4))]
    if shape == 2:
        return {draw.choice(INNER): anything(draw, depth - 1) for _ in range(draw.randrange(5))}
    return draw.choice(LEAVES)


def test_whatever_is_in_the_file_it_is_a_fault_and_no_crash() -> None:
    draw = random.Random(11)
    for _ in range(1_500):
        text = "".join(draw.choices(WORDS, k=draw.randrange(30)))
        loaded = load_bytes(text.encode(), "given.yaml")
        assert loaded.value is None, text
        assert loaded.faults, text


@pytest.mark.parametrize("kind", ["persona", "scenario", "rubric", "lines"])
def test_whatever_stands_where_it_does_not_belong_is_a_fault_and_no_crash(kind: str) -> None:
    draw = random.Random(kind)
    for _ in range(300):
        data = {key: anything(draw, 4) for key in draw.choices(KEYS, k=draw.randrange(6))}
        whole = {"format": f"rehearse/{kind}@1", "id": "x", "name": "X", "title": "X", "role": "R", **data}
        loaded = load_bytes(json.dumps(whole).encode(), "given.yaml")
        assert (loaded.value is None) == any(not fault.warning for fault in loaded.faults), whole
