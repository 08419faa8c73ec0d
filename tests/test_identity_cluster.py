"""Scoring, blocking and clustering on people made up for it."""

from datetime import date

import pytest

from quotes.identity.block import Blocks
from quotes.identity.cluster import Clustering, cluster, cluster_fully, survey
from quotes.identity.compare import FEATURES, Census, compare_commonness
from quotes.identity.profiles import Appearance, Profile, merge_profiles
from quotes.identity.score import MERGE, REVIEW, Score, score_pair

PARLIAMENT = frozenset(("strelsau", "chamber of deputies", "budget act", "rassendyll"))
STADIUM = frozenset(("zenda united", "ruritanian cup", "hentzau park", "sapt"))
ELSEWHERE = [Appearance(f"x{n}", "person", (f"Nobody Number{n}",), entities=PARLIAMENT) for n in range(3)]
ELSEWHERE += [Appearance(f"y{n}", "person", (f"Somebody Count{n}",), entities=STADIUM) for n in range(3)]
ELSEWHERE += [Appearance(f"z{n}", "person", (f"Anybody Sum{n}",)) for n in range(12)]


def seen(
    article: str, *names: str, role: str | None = None, entities: frozenset[str] = frozenset(), year: int | None = None
) -> Appearance:
    published = date(year, 1, 1) if year else None
    return Appearance(article, "person", names, (role,) if role else (), (), entities, published)


def clustered(*appearances: Appearance) -> Clustering:
    census = survey([*appearances, *ELSEWHERE])
    return cluster([Profile.of(appearance) for appearance in appearances], census)


def groups(found: Clustering, *appearances: Appearance) -> list[set[str]]:
    article = {appearance.id: appearance.article_id for appearance in appearances}
    return sorted(({article[member] for member in profile.members} for profile in found.profiles), key=sorted)


def grouped(*appearances: Appearance) -> list[set[str]]:
    return groups(clustered(*appearances), *appearances)


def test_one_rare_full_name_is_one_person() -> None:
    assert grouped(seen("1", "Flavia Elphberg"), seen("2", "Flavia Elphberg")) == [{"1", "2"}]


def test_spellings_of_a_name_are_one_person() -> None:
    a = seen("1", "Moammar Gadhafi", role="Libyan leader", entities=PARLIAMENT)
    b = seen("2", "Muammar al-Qaddafi", role="the Libyan ruler", entities=PARLIAMENT)
    assert grouped(a, b) == [{"1", "2"}]


def test_the_senator_and_the_coach_stay_two_and_are_asked_about() -> None:
    senator = seen("1", "Michael Smith", role="Senator", entities=PARLIAMENT)
    coach = seen("2", "Michael Smith", role="head coach", entities=STADIUM)
    found = clustered(senator, coach)
    assert groups(found, senator, coach) == [{"1"}, {"2"}]
    assert [{review.left, review.right} for review in found.reviews] == [{senator.id, coach.id}]
    assert REVIEW <= found.reviews[0].score.points < MERGE


def test_a_common_name_in_the_same_company_is_one_person() -> None:
    first = seen("1", "Michael Smith", role="Senator", entities=PARLIAMENT)
    again = seen("2", "Michael Smith", role="the senator", entities=PARLIAMENT)
    assert grouped(first, again) == [{"1", "2"}]


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        (("Michael Smith", "M. Smith"), ("Michael Smith",), True),
        (("Michael Smith",), ("Michael J. Smith",), True),
        (("Michael Smith", "Michael Brzezicki Smith"), ("Mike Smith",), True),
        (("Michael J. Smith", "Michael Smith"), ("Michael J. Smith", "Michael Smith"), False),
        (("Michael Elphberg",), ("Michael Elphberg",), False),
        (("Flavia Brzezicki Smith",), ("Flavia Brzezicki Smith",), False),
    ],
)
def test_a_rare_wording_makes_no_common_name_rare(one: tuple[str, ...], other: tuple[str, ...], common: bool) -> None:
    a, b = (Profile.of(seen(str(place), *names)) for place, names in enumerate((one, other)))
    for pair in ((a, b), (b, a)):
        assert (compare_commonness(*pair, Census()) is not None) == common


def test_a_family_name_goes_to_the_one_bearer_who_leads() -> None:
    known = [seen(str(n), "Flavia Elphberg", "Elphberg", role="Queen", entities=PARLIAMENT) for n in range(6)]
    alone = seen("7", "Elphberg", entities=PARLIAMENT)
    assert grouped(*known, alone) == [{"0", "1", "2", "3", "4", "5", "7"}]


def test_whoever_fits_only_those_who_were_brought_together_joins_in_the_same_match() -> None:
    bearer = seen("1", "Flavia Elphberg", role="Senator", entities=PARLIAMENT)
    plain = [seen(str(n), "Elphberg", entities=PARLIAMENT) for n in (2, 3)]
    late = seen("4", "Elphberg", role="senator")
    everybody = [bearer, *plain, late, *ELSEWHERE]
    assert groups(clustered(bearer, *plain, late), bearer, *plain, late) == [{"1", "2", "3"}, {"4"}]
    found = cluster_fully([Profile.of(one) for one in everybody], survey(everybody))
    assert {one.id for one in (bearer, *plain, late)} in [set(profile.members) for profile in found.profiles]
    assert cluster(found.profiles, survey(everybody)).merges == ()


def test_a_family_name_that_two_bear_alike_goes_to_neither() -> None:
    couple = [seen(str(n), "Flavia Elphberg", entities=PARLIAMENT) for n in range(3)]
    couple += [seen(str(n), "Rudolf Elphberg", entities=PARLIAMENT) for n in range(3, 6)]
    found = clustered(*couple, seen("7", "Elphberg", entities=PARLIAMENT))
    assert {"7"} in groups(found, *couple, seen("7", "Elphberg", entities=PARLIAMENT))
    assert found.reviews


def test_father_and_son_are_not_joined_by_the_wording_that_fits_both() -> None:
    son = [seen(str(n), "Rudolf K. Elphberg", entities=PARLIAMENT) for n in range(2)]
    father = [seen(str(n), "Rudolf H. V. K. Elphberg", entities=PARLIAMENT) for n in range(2, 4)]
    either = seen("4", "Rudolf Elphberg", entities=PARLIAMENT)
    assert grouped(*son, *father, either) == [{"0", "1"}, {"2", "3"}, {"4"}]


def test_a_married_name_joins_by_the_wording_that_has_both() -> None:
    married = seen("1", "Anna Elphberg", entities=PARLIAMENT)
    maiden = seen("2", "Anna Strelsau", entities=PARLIAMENT)
    both = seen("3", "Anna Strelsau Elphberg", entities=PARLIAMENT)
    assert grouped(married, maiden) == [{"1"}, {"2"}]
    assert grouped(married, maiden, both) == [{"1", "2", "3"}]


def test_couples_are_never_merged_on_the_family_name() -> None:
    wife = seen("1", "Flavia Elphberg", role="Queen", entities=PARLIAMENT)
    husband = seen("2", "Rudolf Elphberg", role="King", entities=PARLIAMENT)
    assert grouped(wife, husband) == [{"1"}, {"2"}]


def test_known_people_are_never_merged_with_each_other() -> None:
    known = [
        Profile("person", (identity,), Profile.of(seen("1", "Flavia Elphberg")).names, known_id=identity)
        for identity in ("k1", "k2")
    ]
    assert len(cluster(known, survey(ELSEWHERE)).profiles) == 2


def test_those_who_must_stay_apart_do_even_by_way_of_others() -> None:
    three = [seen(str(n), "Flavia Elphberg") for n in range(3)]
    first, last = three[0].id, three[2].id

    def apart(a: Profile, b: Profile) -> bool:
        return any({first, last} == {x, y} for x in a.members for y in b.members)

    found = cluster([Profile.of(a) for a in three], survey([*three, *ELSEWHERE]), apart)
    assert not any({first, last} <= set(profile.members) for profile in found.profiles)


def test_every_point_has_its_reason() -> None:
    a, b = seen("1", "Michael Smith", role="Senator", year=1900), seen("2", "Michael Smith", role="coach", year=2000)
    score = score_pair(Profile.of(a), Profile.of(b), Census())
    assert score.points == pytest.approx(sum(reason.points for reason in score.reasons))
    assert "many people are called Michael Smith" in score.explain()
    assert "senator against coach" in score.explain()
    assert "100 years lie between them" in score.explain()


def test_a_person_is_no_organisation() -> None:
    office = Appearance("1", "organization", ("Elphberg",))
    assert score_pair(Profile.of(office), Profile.of(seen("2", "Elphberg")), Census()).points < REVIEW


def test_organisations_with_a_general_name_need_a_country() -> None:
    a, b = (Appearance(article, "organization", ("Foreign Ministry",)) for article in "12")
    assert len(clustered(a, b).profiles) == 2
    c, d = (Appearance(article, "organization", ("Zenda Savings Bank",)) for article in "12")
    assert len(clustered(c, d).profiles) == 1


def test_every_feature_is_documented() -> None:
    assert all(feature.__doc__ for feature in FEATURES)


def test_probability_is_even_at_no_points() -> None:
    assert Score(0.0, ()).probability == 0.5
    assert Score(1000.0, ()).probability <= 1.0


def test_blocks_bring_misspelt_names_together() -> None:
    profiles = [Profile.of(seen("1", "John Kirby")), Profile.of(seen("2", "John Kriby"))]
    blocks = Blocks(profiles)
    assert blocks.near(profiles[0]) == [profiles[1]]
    blocks.remove(profiles[1])
    assert blocks.near(profiles[0]) == []


def test_merging_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        merge_profiles([])
