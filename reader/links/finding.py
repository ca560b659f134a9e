"""What was found in an article, found anew only where the evidence of all articles now answers something otherwise."""

from __future__ import annotations

from collections.abc import Callable

from reader.mentions import Answers, Evidence, Mention

Mentions = tuple[Mention, ...]


class Found:
    """The mentions of one article as they were found last; `times` counts how often others were found."""

    def __init__(self) -> None:
        self.mentions: Mentions = ()
        self.times = 0
        self._answers: Answers | None = None

    def again(self, evidence: Evidence, find: Callable[[Evidence], Mentions]) -> Mentions:
        """The mentions that `find` gives for this evidence, which is asked all that it goes by."""
        if self._answers is None or not evidence.answers_as(self._answers):
            asked = evidence.unasked()
            found = find(asked)
            self._answers = asked.answers
            if found != self.mentions:
                self.mentions = found
                self.times += 1
        return self.mentions
