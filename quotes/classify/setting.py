"""Where each quotation was uttered: its outlets and its medium.

An article names the setting once ("told CNN on Monday", "in a speech in Ohio") and goes on quoting. So a setting is
read from the words that go with the quotation's own cue, else from the rest of its paragraph where only its speaker
is quoted, else it is the one that the same speaker was last in; the quotations before a speaker's first setting take
that one, if it follows soon and is an occasion, not one remark ("told the BBC last week").
"""

from collections.abc import Sequence
from dataclasses import replace

from quotes.cast import Identity
from quotes.classify.medium import SPOKEN_PLACES, medium_of_page
from quotes.classify.setting_reader import SOON, Setting, SettingReader
from quotes.classify.via import SHARED
from quotes.domain import Attribution
from quotes.scene import Scene

EVER = 10**6
# An occasion, not one report of one sentence.
LASTING = SHARED | {"told", "in an interview with", "on", "appeared in", "host at"}


def find_settings(
    scene: Scene,
    attributions: Sequence[Attribution],
    identities: Sequence[Identity | None],
    outlet: str | None = None,
) -> list[Setting]:
    """One setting for each attribution, in order; an empty one where the article tells none. `outlet` is the article's
    own."""
    reader = SettingReader(scene, attributions, identities, outlet)
    settings = [reader.own(i) for i in range(len(attributions))]
    settings = [s if s.told else reader.of_paragraph(i) for i, s in enumerate(settings)]
    return _carried(reader, settings)


def _lasts(setting: Setting) -> int:
    """For how many paragraphs a medium goes on, where the same speaker is quoted again without a word of it."""
    if setting.medium == "press_conference":  # "told reporters" tells of one remark
        return 1
    if setting.medium in ("speech", "call"):
        return 5
    return EVER if setting.medium in SPOKEN_PLACES else 1


def _carried(reader: SettingReader, told: Sequence[Setting]) -> list[Setting]:
    settings = list(told)
    latest: dict[str, tuple[Setting, int]] = {}
    waiting: dict[str, list[tuple[int, int]]] = {}
    for i, paragraph in enumerate(reader.paragraphs):
        speaker = reader.speaker(i)
        if speaker is None:
            continue
        if settings[i].is_weak and speaker in latest and latest[speaker][0].medium in ("social_media", "statement"):
            settings[i] = replace(settings[i], medium=latest[speaker][0].medium)
        if not settings[i].told and speaker not in latest:
            settings[i] = reader.led_in(i)
        if settings[i].told:
            kept = replace(settings[i], via=tuple(v for v in settings[i].via if v.relation in LASTING))
            latest[speaker] = kept, paragraph
            for earlier, place in waiting.pop(speaker, []):
                if paragraph - place <= SOON and kept.medium in (SPOKEN_PLACES | {None}):
                    settings[earlier] = replace(kept, via=tuple(v for v in kept.via if v.relation != "told"))
        elif speaker in latest:
            before, place = latest[speaker]
            lasting = before.medium is None or paragraph - place <= _lasts(before)
            settings[i] = before if lasting else replace(before, medium=None)
            if paragraph - place <= 1:
                latest[speaker] = before, paragraph
        else:
            waiting.setdefault(speaker, []).append((i, paragraph))
    told_by_page = medium_of_page(reader.scene.text)
    if told_by_page is None:
        return settings
    spoken = [a.mention is not None for a in reader.attributions]
    return [replace(s, medium=s.medium or (told_by_page if m else None)) for s, m in zip(settings, spoken, strict=True)]
