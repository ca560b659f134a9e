"""A script that no font shows is told once; text that runs to the left is laid out so, whatever it begins with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextDocument

from reader.notes import Project, add_source
from reader.text import Article, Block, Span
from reader.ui.looks.theme import load_theme
from reader.ui.panes.page.lines import Lines
from reader.ui.panes.page.page import Page
from reader.ui.panes.page.typesetting import typeset
from reader.ui.scripts import ScriptWatch, scripts_without_font
from reader.ui.workspace import Workspace

THAI = "เรือข้ามฟากออกจากท่าเรือตอนเที่ยงคืนและกลับมาในตอนเช้า"
CHINESE = "渡轮在夜间起火，六小时后被拖回港口，船上所有人都被渔船救上岸。"


@pytest.fixture
def fonts(monkeypatch) -> set[QFontDatabase.WritingSystem]:
    held = {QFontDatabase.WritingSystem.Latin, QFontDatabase.WritingSystem.TraditionalChinese}
    monkeypatch.setattr(QFontDatabase, "families", lambda system: ["Some font"] if system in held else [])
    return held


def test_scripts_without_a_font_are_named(qapp, fonts):
    assert scripts_without_font(THAI + CHINESE + "And English.") == ["Thai"]
    assert scripts_without_font("The Thai word " + THAI[:5]) == [] and scripts_without_font("") == []
    fonts.add(QFontDatabase.WritingSystem.Thai)
    assert scripts_without_font(THAI) == []


def test_each_is_told_once(qapp, qtbot, fonts):
    workspace = Workspace()
    watch = ScriptWatch(workspace)
    told: list[str] = []
    workspace.trouble.connect(lambda words, _level: told.append(words))
    project = add_source(Project(), Article.from_text(THAI))
    workspace.start_with(project)
    qtbot.waitUntil(lambda: len(told) == 1)
    workspace.start_with(add_source(project, Article.from_text(THAI + THAI)))
    qapp.processEvents()
    assert len(told) == 1 and "Thai" in told[0] and watch.parent() is None


@pytest.mark.parametrize(
    ("words", "leftwards"),
    [
        ("Stella Nova הפליגה מן הנמל בשעת לילה מאוחרת ולא חזרה", True),
        ("حريق في عبارة قرب الميناء", True),
        ("שלום is what the sailor said when he came aboard again", False),
        ("The ferry left at noon", False),
        ("123 – 456", False),
    ],
)
def test_a_block_runs_as_most_of_its_letters_do(qapp, words, leftwards):
    page = Page(Article.from_text(f"Headline of it\n\n{words}\n\nThe end of the story was told by nobody."))
    document = QTextDocument(page.words)
    typeset(document, page, load_theme("light"), 17)
    wanted = Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    assert document.findBlockByNumber(1).textDirection() == wanted
    assert document.findBlockByNumber(0).textDirection() == Qt.LayoutDirection.LeftToRight


def test_what_is_marked_in_a_line_of_both_directions_lies_where_it_is_seen(qapp):
    """In a line that runs to the left, what runs to the right keeps its place and its width."""
    page = Page(Article.from_text("Headline of it\n\nMV Stella היא מעבורת ישנה, אמר מנהל הנמל בשיחה עמנו."))
    document = QTextDocument(page.words)
    document.setTextWidth(600)
    typeset(document, page, load_theme("light"), 17)
    lines = Lines(document, page)
    start = page.starts[1]
    name, ship = (lines.rects(1, Span(start + a, start + b))[0] for a, b in ((0, 9), (3, 9)))
    across = lines.rects(1, Span(start + 5, start + 14))[0]
    assert len(name) == len(ship) == 1 and len(across) == 2
    assert name[0].width() > ship[0].width() > 20 and abs(name[0].right() - ship[0].right()) < 1
    assert max(box.right() for box in across) == pytest.approx(name[0].right(), abs=1)


def test_only_scripts_with_italics_are_slanted(qapp):
    texts = ("سمعنا صوتا قويا ثم رأينا الدخان فوق الماء", "We heard it, he told us.", "Мы это слышали, сказал он.")
    starts = [sum(len(text) + 2 for text in texts[:n]) for n in range(3)]
    quotes = [Block(Span(start, start + len(text)), "quote") for start, text in zip(starts, texts, strict=True)]
    page = Page(Article("\n\n".join(texts), tuple(quotes)))
    document = QTextDocument(page.words)
    typeset(document, page, load_theme("light"), 17)
    blocks = [document.findBlockByNumber(n) for n in range(3)]
    assert [block.begin().fragment().charFormat().font().italic() for block in blocks] == [False, True, True]
