"""Files that come to the window: the same twice, versions, mails with attachments, two bad ones, fifty at once."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from tests.ui.conftest import FIRST
from tests.ui.windows import opened, sources


def told(window, words: str):
    return next((m for m in window.messages.messages if words in m.words), None)


def test_the_same_file_under_another_name_is_told_and_added_only_when_wanted(window, qtbot, articles, tmp_path):
    opened(window, qtbot, articles)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(articles[0].read_bytes())
    window.files.take([copy])
    qtbot.waitUntil(lambda: told(window, "here already, as source A") is not None)
    assert len(sources(window)) == 2
    dict(told(window, "here already").choices)["Add it again"]()
    assert len(sources(window)) == 3


def test_another_version_from_elsewhere_is_offered(window, qtbot, articles, tmp_path):
    opened(window, qtbot, articles)
    later = tmp_path / "later.txt"
    later.write_text(FIRST + "\nThe ferry was towed in at dawn.\n", encoding="utf-8")
    window.files.take([later])
    qtbot.waitUntil(lambda: told(window, "another version of source A") is not None)
    choices = dict(told(window, "another version").choices)
    assert list(choices) == ["Replace the old one…", "Add as another source"] and len(sources(window)) == 2
    choices["Add as another source"]()
    assert len(sources(window)) == 3


def test_where_several_versions_wait_all_can_be_added_at_once(window, qtbot, articles, tmp_path):
    opened(window, qtbot, articles)
    later = [tmp_path / f"later{n}.txt" for n in range(4)]
    for n, file in enumerate(later[:3]):
        file.write_text(FIRST + f"\nThe ferry was towed in on day {n}.\n", encoding="utf-8")
    later[3].write_bytes(articles[1].read_bytes())
    window.files.take(later)
    qtbot.waitUntil(lambda: len(window.messages.messages) == 4 and not window.session.opening.running, timeout=30000)
    assert "Add all" not in dict(told(window, "later0").choices)  # nothing waited yet
    dict(told(window, "later2").choices)["Add all"]()
    assert len(sources(window)) == 6 and not window.messages.messages
    window.menus.actions["undo"].trigger()
    assert len(sources(window)) == 2


def test_what_is_attached_to_a_mail_is_offered(window, qtbot, tmp_path):
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@coast.example", "Two reports"
    message.set_content("The bridge was closed at noon.\n")
    message.add_attachment(FIRST, filename="ferry.txt")
    message.add_attachment(b"\x00\x01", maintype="image", subtype="png", filename="bridge.png")
    file = tmp_path / "mail.eml"
    file.write_bytes(message.as_bytes())
    opened(window, qtbot, [file])
    offered = told(window, "carries a file that can be read")
    assert [words for words, _ in offered.choices] == ["Open “ferry.txt”"]
    offered.choices[0][1]()
    qtbot.waitUntil(lambda: len(sources(window)) == 2)
    assert sources(window)[1] == "Ferry fire off Port Amara"


def test_two_bad_files_are_told_each_and_the_good_one_is_there(window, qtbot, articles, tmp_path):
    empty, odd = tmp_path / "empty.txt", tmp_path / "two\nlines.pdf"
    empty.write_bytes(b"")
    odd.write_bytes(b"%PDF-1.7 nothing")
    window.files.take([empty, odd, articles[0]])
    qtbot.waitUntil(lambda: len(sources(window)) == 1)
    words = [message.words for message in reversed(window.messages.messages)]
    assert len(words) == 2 and "empty.txt" in words[0] and "“two lines.pdf”" in words[1] and "\n" not in words[1]


def test_many_files_come_one_by_one_and_the_rest_can_be_left(window, qtbot, tmp_path, monkeypatch):
    paths: list[Path] = []
    for number in range(50):
        paths.append(tmp_path / f"{number:02}.txt")
        words = " ".join(f"word{number}x{n}" for n in range(30))
        paths[-1].write_text(f"Story {number}\n\nIt tells of {words}.\n")
    seen: list[float] = []
    opening = window.session.opening
    opening.progressed.connect(lambda share, _name: seen.append(share))
    read = opening._loader.start

    def read_and_leave(path: str, **more: str) -> None:
        read(path, **more)
        if Path(path) == paths[3]:
            opening.cancel()

    monkeypatch.setattr(opening._loader, "start", read_and_leave)
    window.files.take(paths)
    qtbot.waitUntil(lambda: not opening.running)
    assert sources(window) == ["Story 0", "Story 1", "Story 2"] and seen == [0, 1 / 50, 2 / 50, 3 / 50]
    window.files.take(paths[-2:])
    qtbot.waitUntil(lambda: not opening.running)
    assert sources(window)[3:] == ["Story 48", "Story 49"] and seen[4:] == [0, 1 / 2]
