"""What is surely not English is set aside, and nothing else is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.domain import Article, Reject
from quotes.read import read_articles
from quotes.read.language import foreign_language

ROOT = Path(__file__).parents[1]
FOREIGN = {
    "Portuguese": "A chuva não parou durante toda a noite e as estradas da vila ficaram fechadas. “Nunca vimos tanta "
    "água”, disse a presidente da câmara, que pediu ajuda ao governo na manhã de terça-feira.",
    "Spanish": "La lluvia no paró en toda la noche y las carreteras del pueblo quedaron cerradas. «Nunca habíamos "
    "visto "
    "tanta agua», dijo la alcaldesa, que pidió ayuda al gobierno la mañana del martes.",
    "French": "La pluie n’a pas cessé de la nuit et les routes du village sont restées fermées. « Nous n’avions jamais "
    "vu autant d’eau », a déclaré la maire, qui a demandé l’aide du gouvernement mardi matin.",
    "German": "Der Regen hörte die ganze Nacht nicht auf, und die Straßen des Dorfes blieben gesperrt. „So viel Wasser "
    "haben wir noch nie gesehen“, sagte die Bürgermeisterin, die am Dienstag um Hilfe bat.",
    "Dutch": "De regen hield de hele nacht aan en de wegen van het dorp bleven gesloten. ‘Zoveel water hebben we nog "
    "nooit gezien’, zei de burgemeester, die dinsdagochtend de regering om hulp vroeg.",
    "Russian": "Дождь шёл всю ночь, и дороги посёлка остались закрытыми. «Мы никогда не видели столько воды», — "
    "сказала "
    "глава посёлка, которая во вторник утром попросила правительство о помощи.",
    "Chinese": "雨下了整整一夜，村里的道路全部封闭。“我们从来没有见过这么多水，”村长说。她在星期二早上向政府求助，"
    "并请居民留在家中。学校和商店都关门了，渡轮也停在港口里，直到风停下来为止。救援人员说，没有人受伤。",
    "Arabic": "استمر المطر طوال الليل وبقيت طرق القرية مغلقة. وقالت رئيسة البلدية: «لم نر مثل هذه المياه من قبل»، "
    "وطلبت "
    "المساعدة من الحكومة صباح يوم الثلاثاء.",
}
WITH_WORDS_LIKE_OURS = {
    "Norwegian": "“Vi vinner,” sa borgermesteren i går, og fergen gikk ikke fordi det blåste for mye på fjorden.",
    "Danish": "“Det er for sent,” sagde borgmesteren i går, og færgen sejler ikke, for det blæser meget på fjorden.",
    "Dutch": "“Wat was dat?” vroeg de burgemeester gisteren, en de veerboot was te laat om de post mee te nemen.",
}
ENGLISH = {
    "a foreign quotation": f"{FOREIGN['Portuguese']} That is what the mayor of the village said on Tuesday, and this "
    "is "
    "what it means: that the rain has not stopped and that they were afraid.",
    "a list of results": "Brightwell Rovers 3, Harbour Athletic 2; Ferry Town 0, Port United 0; Coast Rangers 1, "
    "Island "
    "City 4. Scorers: Lee (12, 40), Rees (88), Bell (3 pens), Fox (90+4). Attendance 4,012.",
    "names": "Ann Lee, Bo Ray, Cy Bell, Di Fox, Ed Rees, Flo Gray, Gus Hall, Ida Moss, Jon Ness, Kit Penn, Lou Quist",
    "a short text": "Não, obrigado.",
    "headlines": "Ferries stay put. Winds rise again! Mayor quits town hall job. Ten hurt near old bridge. Budget "
    "talks "
    "stall, unions warn; schools close early Friday; hospital staff strike looms",
    "capitals": "FERRIES STAY IN HARBOUR AS WINDS RISE. ANN LEE, HARBOUR MASTER, SAYS NO SHIP SAILS BEFORE FRIDAY NOON",
}  # fmt: skip


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_told(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language


@pytest.mark.parametrize("language", WITH_WORDS_LIKE_OURS)
def test_one_word_that_is_english_too_does_not_make_a_text_english(language: str) -> None:
    assert foreign_language(WITH_WORDS_LIKE_OURS[language]) == language


@pytest.mark.parametrize("kind", ENGLISH)
def test_what_may_be_english_is_read(kind: str) -> None:
    assert foreign_language(ENGLISH[kind]) is None


def texts() -> Iterator[str]:
    for path in (ROOT / "tests" / "cases").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from (value for value in json.loads(line).values() if isinstance(value, str))
    for item in read_articles([ROOT / "data" / "articles"], any_language=True):
        if isinstance(item, Article):
            yield item.text


def test_none_of_our_own_articles_is_set_aside() -> None:
    assert [text for text in texts() if foreign_language(text)] == []


def test_it_is_rejected_with_its_language_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "chuva.txt"
    path.write_text(FOREIGN["Portuguese"], encoding="utf-8")
    [item] = read_articles([path])
    assert isinstance(item, Reject)
    assert item.origin == str(path)
    assert "'chuva' is in Portuguese" in item.reason
    assert "--language any" in item.reason
    [item] = read_articles([path], any_language=True)
    assert isinstance(item, Article)


def test_the_command_tells_and_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chuva.txt"
    path.write_text(FOREIGN["Portuguese"], encoding="utf-8")
    assert main(["parse", str(path)]) == 3
    assert "Portuguese" in capsys.readouterr().err
    assert main(["parse", "--language", "any", str(path)]) == 0
    assert '"chuva"' in capsys.readouterr().out
