"""The bar in the window that says what went wrong, to which file, and what to do; of several one shows, the gravest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

PASSING = 8000
"""Milliseconds after which a mere information closes itself; errors and choices stay."""

Choice = tuple[str, Callable[[], object]]
"""The words on a button, and what it does; the message is closed as well."""


class Message(NamedTuple):
    """Words for the reader, "error", "warning" or "info", and the choices offered."""

    words: str
    level: str = "error"
    choices: tuple[Choice, ...] = ()

    @property
    def passing(self) -> bool:
        """Whether it is a mere information, which closes itself."""
        return self.level == "info" and not self.choices

    @property
    def weight(self) -> int:
        """A heavier message is shown before the lighter ones, which stand there again when it is closed."""
        return 2 if self.passing else 1 if self.level == "error" else 0


class MessageBar(QFrame):
    """Shows one message at a time: what passes by itself, else an error, else what needs an answer; the newest first.

    How many more there are is said beside it, on a button that shows the next. One that is told again comes forward.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._waiting: deque[Message] = deque()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QToolButton()
        self._more.setObjectName("messageMore")
        self._more.setToolTip("Show the next message; this one comes after the others")
        self._more.clicked.connect(self._turn_over)
        self._buttons = QHBoxLayout()
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self.next)
        self._close = QToolButton()
        self._close.setObjectName("messageClose")
        self._close.setText("✕")
        self._close.setToolTip("Close this message (Esc)")
        self._close.setAccessibleName("Close this message")
        self._close.clicked.connect(self.next)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._more)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def messages(self) -> list[Message]:
        """All messages, the one that is shown first."""
        return list(self._waiting)

    def tell(self, words: str, level: str = "error", choices: Sequence[Choice] = ()) -> None:
        """Show a message before all that weigh no more; the others wait behind it."""
        if self._waiting and self._waiting[0].words == words:
            return
        self._waiting = deque(held for held in self._waiting if held.words != words)
        message = Message(words, level, tuple(choices))
        self._waiting.insert(sum(held.weight > message.weight for held in self._waiting), message)
        self._show()

    def _turn_over(self) -> None:
        self._waiting.rotate(-1)
        self._show()

    def next(self) -> None:
        """Close the message that is shown."""
        if self._waiting:
            self._waiting.popleft()
        self._show()

    def yields_to_escape(self) -> bool:
        """Whether Escape closes the message: not one that asks, unless the keyboard is in it, since Escape is also
        pressed to leave a field."""
        return bool(self._waiting) and (not self._waiting[0].choices or self.isAncestorOf(self.window().focusWidget()))

    def take_back(self, words: str) -> None:
        """A message is not true any more."""
        self._waiting = deque(held for held in self._waiting if held.words != words)
        self._show()

    def clear(self) -> None:
        """Close all messages."""
        self._waiting.clear()
        self._show()

    def _show(self) -> None:
        self._passing.stop()
        if not self._waiting:
            self.hide()
            return
        message = self._waiting[0]
        if message.passing:
            self._passing.start(PASSING)
        self._words.setText(message.words)
        self.setAccessibleName(message.words)
        rest = len(self._waiting) - 1
        self._more.setText(f"{rest} more" if rest else "")
        self._more.setAccessibleName(f"{rest} more messages: show the next")
        self._more.setVisible(bool(rest))
        while (item := self._buttons.takeAt(0)) is not None:
            if (held := item.widget()) is not None:
                held.setParent(None)
                held.deleteLater()
        for words, action in message.choices:
            self._add_button(words, action)
        if self.property("level") != message.level:
            self.setProperty("level", message.level)
            for widget in (self, self._words, self._more, self._close):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self.show()

    def _add_button(self, words: str, action: Callable[[], object]) -> None:
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus with the words being read

        def chosen() -> None:
            self.next()
            action()

        button.clicked.connect(chosen)
        self._buttons.addWidget(button)


class Told:
    """What one teller has put into the bar of the project that is shown, to be taken back when it holds no longer."""

    def __init__(self, bar: MessageBar) -> None:
        self._bar = bar
        self._words: set[str] = set()

    def tell(self, words: str, level: str, choices: Sequence[Choice]) -> None:
        """Show a message with something to choose."""
        self._words.add(words)
        self._bar.tell(words, level, choices)

    def take_back(self) -> None:
        """None of it is true any more."""
        for words in self._words:
            self._bar.take_back(words)
        self._words.clear()
