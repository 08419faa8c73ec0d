"""An archive of any size, made up: parsed articles as a newsroom's store would get them in the course of years.

`python -m tests.bench.archive.stream 1000000` says how fast it comes and what it holds.
"""

import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from quotes.domain import WIRE_COPY, Article, ParsedArticle, Source, Via, identify
from tests.bench.archive import vocabulary
from tests.bench.archive.draft import identified
from tests.bench.archive.figures import World
from tests.bench.archive.prose import Prose
from tests.bench.archive.story import FORMS, Story, Voice, unnamed_voice, voice_of

PARSER, MODELS = "archive", "archive"
OUTLETS = 500
AGENCIES = ("Reuters", "Associated Press", "AFP", "Press Association")
_FIRST, _DAYS = date(2012, 1, 1), 3650
_LENGTH = 2900  # a text that is as long gets no further paragraph
_SPEAKERS = 0.23  # people for each quotation
_NEW = 0.7  # how often somebody speaks who did not before, as far as there is anybody
_COPIED, _EDITED = 0.07, 0.04  # share of stories that other outlets print as they are, and with changes
_DELAY = 50  # how many articles lie between a story and its copies, at most


class Archive:
    """Iterates over parsed articles until they hold so many quotations, not counting those of mere copies.

    The same size and seed give the same articles. An article has about eight quotations in 3,000 characters; outlets
    and speakers follow Zipf's law. Of a story that several outlets print unchanged, each printing is an article.
    """

    def __init__(self, quotations: int, seed: int = 13) -> None:
        self.quotations = quotations
        self._seed = seed
        self._world = World(seed)
        self._outlets = self._world.outlets(OUTLETS)
        self._chance = Random(f"archive {seed}")
        self._prose = Prose(self._chance)
        self._edits = Random(f"edits {seed}")
        self._edit_prose = Prose(self._edits)
        self._outlet_urn = vocabulary.urn(self._outlets)
        self._people = max(20, int(quotations * _SPEAKERS))
        self._met = 0

    def __iter__(self) -> Iterator[ParsedArticle]:
        waiting: deque[ParsedArticle] = deque()
        made = number = 0
        while made < self.quotations:
            day = _FIRST + timedelta(days=int(_DAYS * made / self.quotations))
            printings = self._story(number, day)
            original = printings[0]
            waiting.extend(printings[1:])
            made += sum(map(len, {p.article.text: p.quotations for p in printings}.values()))
            number += 1
            yield original
            if len(waiting) > _DELAY:
                yield waiting.popleft()
        yield from waiting

    def _story(self, number: int, day: date) -> list[ParsedArticle]:
        """A story and its copies."""
        chance, draw = self._chance, self._chance.random()
        copies = 1 + int(chance.random() ** 2 * 5) if draw < _COPIED + _EDITED else 0
        state, world = chance.getstate(), self._met
        original = self._write(number, day, wire=bool(copies))
        printings = [original]
        for copy in range(1, copies + 1):
            if draw < _COPIED:
                printings.append(self._reissued(original, number, copy))
                continue
            after = chance.getstate(), self._met
            chance.setstate(state)
            self._met = world
            printings.append(self._write(number, day, wire=True, copy=copy))
            chance.setstate(after[0])
            self._met = after[1]
        return printings

    def _write(self, number: int, day: date, *, wire: bool, copy: int = 0) -> ParsedArticle:
        """An article; one that is a copy (other than the first) has some filling exchanged and an end cut off."""
        chance = self._chance
        story = Story(self._prose, chance, self._outlets)
        voices, draft = self._voices(), story.draft
        title = self._prose.clause().capitalize()
        agency = None
        if wire:
            agency = AGENCIES[int(chance.random() ** 2 * len(AGENCIES))]
            draft.write(f"{chance.choice(vocabulary.places()).upper()} (")
            agency_span = draft.write(agency)
            draft.write(") - ")
        length = _LENGTH - (self._edits.randrange(200, 900) if copy else 0)
        last = voices[0]
        while draft.length < length:
            self._fill(story, edited=bool(copy))
            if chance.random() < 0.6:
                silent = [voice for voice in voices if not voice.told] or voices
                last = silent[0] if chance.random() < 0.7 else voices[int(chance.random() * len(voices))]
            chance.choice(FORMS)(story, last)
            draft.write("\n\n")
        article = self._article(number, copy, draft.text, title, day)
        byline = chance.random() < 0.3
        if byline and not agency:
            article = replace(article, byline=self._world.person(int(chance.random() * 300)).name)
        return ParsedArticle(
            article,
            tuple(draft.quotations),
            PARSER,
            MODELS,
            indirect="speech",
            wire=Via(agency, WIRE_COPY, agency_span) if agency else None,
            cast=draft.cast(article.id),
        )

    def _fill(self, story: Story, *, edited: bool) -> None:
        """A paragraph or two without a quotation; who edits a copy exchanges a few of them."""
        chance = self._chance
        for _ in range(1 + int(chance.random() * 2)):
            filling = " ".join(self._prose.sentence() for _ in range(1 + int(chance.random() * 2)))
            if edited and self._edits.random() < 0.1:
                filling = self._edit_prose.sentence()
            story.draft.write(filling)
            if chance.random() < 0.25:
                figure = self._world.person(self._somebody())
                story.draft.write(" That was before ")
                story.draft.mention(figure.key, "person", figure.name, figure.name)
                story.draft.write(" came.")
            story.draft.write("\n\n")

    def _somebody(self) -> int:
        """By Zipf's law: the n-th is drawn in proportion to 1 / n."""
        return min(self._people, int(self._people ** self._chance.random())) - 1

    def _voices(self) -> list[Voice]:
        """Who speaks in an article: two to five people, at times bodies and those without a name."""
        chance, world = self._chance, self._world
        voices: dict[str, Voice] = {}
        for _ in range(2 + int(chance.random() * 3)):
            number = self._somebody()
            if chance.random() < _NEW and self._met < self._people:
                self._met += 1
                number = self._people - self._met
            voice = voice_of(world.person(number), chance)
            voices.setdefault(voice.key, voice)
        if chance.random() < 0.5:
            voice = voice_of(world.body(int(chance.random() ** 3 * self._people / 10)), chance)
            voices.setdefault(voice.key, voice)
        for number in range(int(chance.random() * 2.6)):
            voices[f"u{number}"] = unnamed_voice(number, chance, world.body)
        if chance.random() < 0.05:
            voices["author"] = Voice("author", "author", Source("narrator", standing="narrator"), "I", ("I",))
        spoken = list(voices.values())
        chance.shuffle(spoken)
        return spoken

    def _article(self, number: int, copy: int, text: str, title: str, day: date) -> Article:
        """Its details hang on its number alone, so that copies take nothing from the chance of the stories."""
        chance = Random(f"details {self._seed} {number} {copy}")
        outlet = chance.choice(self._outlet_urn)
        host = "".join(letter for letter in outlet.casefold() if letter.isalpha())
        url = f"https://www.{host}.example/{day.year}/{number}-{title.casefold().replace(' ', '-')[:40]}"
        return Article(
            identify("article", url, copy),
            text,
            title,
            f"{url}?printing={copy}" if copy else url,
            outlet,
            None if chance.random() < 0.02 else day + timedelta(days=chance.randrange(3) if copy else 0),
            section=chance.choice(vocabulary.listed("section")) if chance.random() < 0.8 else None,
        )

    def _reissued(self, parsed: ParsedArticle, number: int, copy: int) -> ParsedArticle:
        """The same text in another outlet."""
        title, day = parsed.article.title or "", parsed.article.published or _FIRST
        article = self._article(number, copy, parsed.article.text, title, day)
        return replace(parsed, article=article, cast=identified(parsed.cast, article.id))


def _main(quotations: int) -> None:
    start = time.perf_counter()
    counts: Counter[str] = Counter()
    speakers, texts, letters = set(), set(), 0
    for parsed in Archive(quotations):
        counts["articles"] += 1
        text_hash = parsed.article.text_hash
        if text_hash in texts:
            counts["mere copies"] += 1
            continue
        texts.add(text_hash)
        letters += len(parsed.article.text)
        for item in parsed.quotations:
            kind = item.source.type if item.source else "unknown"
            counts["quotations"] += 1
            counts[f"  {item.quotation.kind}"] += 1
            counts[f"  {kind}"] += 1
            counts["  anonymous"] += bool(item.source and item.source.anonymous)
            counts["  via"] += bool(item.source and item.source.via)
            counts["letters of quotations"] += item.quotation.span.end - item.quotation.span.start
            if item.source and item.source.name:
                speakers.add(item.source.name)
    seconds = time.perf_counter() - start
    counts["letters of texts"], counts["names"] = letters, len(speakers)
    for what, count in counts.items():
        print(f"{count:12,}  {what}")
    print(f"{seconds:.1f} s, {counts['quotations'] / seconds:,.0f} quotations a second")


if __name__ == "__main__":
    _main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
