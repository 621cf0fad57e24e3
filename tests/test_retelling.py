"""The made world is what it says it is, and merging in it does not get worse."""

import ast
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.bench import pipeline
from tests.bench.language_model import Entity
from tests.bench.merging import made_reports, pairwise_f1, retold
from tests.bench.pipeline import STAGES, gold_articles, local_articles, reading
from tests.bench.quality import main
from tests.bench.retelling.score import by_day_and_town, never, score
from tests.bench.retelling.world import (
    DAILY,
    VAGUE,
    Accusation,
    Strike,
    Telling,
    made_speakers,
    made_towns,
    real_speakers,
    real_towns,
    tellings,
)
from tests.bench.retelling.writing import SETS, Written, written
from timeline.events.merge import merge

ROOM = Path(__file__).parent / "bench" / "retelling"
COUNT = 600
PERFECT_LINE, DEVELOPED_LINE = 0.99, 87.0  # raised when merging gets better


def world(seed: int = 3) -> list[Telling]:
    """A small world."""
    return tellings(real_towns(), real_speakers(), COUNT, seed)


def strikes() -> set[Strike]:
    """The strikes of the small world."""
    return {telling.truth for telling in world() if isinstance(telling.truth, Strike)}


def test_the_made_world_knows_nothing_of_the_reader() -> None:
    """It imports nothing but its own modules and Python's."""
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.partition(".")[0] in ("timeline", "geo")]


def test_a_seed_makes_one_world() -> None:
    """The same seed tells the same, another does not."""
    assert world() == world() != world(4)
    assert written(world(), SETS[0]) == written(world(), SETS[0])


def test_the_hard_cases_are_there() -> None:
    """Two strikes on one town in one day, fifteen days of strikes, and two speakers with one charge on one day."""
    by_town = defaultdict(set)
    for strike in strikes():
        by_town[strike.town].add(strike.day)
    assert max(Counter((s.town, s.day) for s in strikes()).values()) == 2
    assert max(map(len, by_town.values())) >= DAILY
    accusations = {t.truth for t in world() if isinstance(t.truth, Accusation)}
    charges = Counter((a.day, a.speaker.accused, a.charge) for a in accusations)
    assert max(charges.values()) == 2


def test_whoever_tells_vaguely_can_mean_one_event_only() -> None:
    """No other strike lies in the week or month, and the region, that a vague telling gives."""
    vague = [t for t in world() if t.form in VAGUE and isinstance(t.truth, Strike)]
    assert vague
    for telling in vague:
        first, last = telling.days
        assert [s for s in strikes() if s.town == telling.truth.town and first <= s.day <= last] == [telling.truth]


@pytest.mark.parametrize("templates", SETS)
def test_every_telling_is_written(templates: str) -> None:
    """Each stretch of an article is inside it and says whom or what the event is about."""
    for article in written(world(), templates):
        for told in article.tells:
            said = article.text[told.start : told.end]
            truth = told.truth
            names = (truth.town.name, truth.town.region) if isinstance(truth, Strike) else (truth.speaker.name,)
            assert any(name.casefold() in said.casefold() for name in names) and "{" not in said


def test_the_two_sets_share_no_template() -> None:
    """What was held out is in other words; a short headline may be the same by chance."""
    told = ((ROOM / f"{name}.json").read_text(encoding="utf-8").splitlines() for name in SETS)
    one, other = ({line.strip(" [],") for line in lines} for lines in told)
    assert not {line for line in one & other if len(line) > 40}


def perfect_rows(articles: list[Written]) -> list[dict[str, Any]]:
    """What a reader would say that finds everything and joins what is one."""
    return [
        {
            "article_id": article.id,
            "kind": "strike" if isinstance(told.truth, Strike) else "accusation",
            "evidence_start_char": told.start,
            "cluster_id": told.truth.number,
            "start": f"{told.truth.day}",
            "end": f"{told.truth.day}",
            "place": told.truth.town.name if isinstance(told.truth, Strike) else None,
        }
        for article in articles
        for told in article.tells
    ]


def test_scores_run_from_nothing_to_all() -> None:
    """A perfect reader has 100, one that never joins 0, and one that joins by day and town joins too much."""
    articles = written(world(), SETS[0])
    rows = perfect_rows(articles)
    perfect = score(articles, rows, lambda row: row["cluster_id"])
    assert (perfect.precision, perfect.recall, perfect.f1, perfect.of_found, perfect.false_joins) == (100,) * 4 + (0,)
    assert score(articles, rows, never).f1 == 0
    assert score(articles, rows, by_day_and_town).false_joins > 0
    half = score(articles, rows[::2], lambda row: row["cluster_id"])
    assert half.f1 < half.of_found == 100 and round(half.found) == 50


def test_merging_keeps_its_line() -> None:
    """Reports read perfectly are joined as well as before, and articles far better than by day and town."""
    made = made_reports(2_000)
    assert pairwise_f1(made, merge(report for _, report in made)) >= PERFECT_LINE
    rows = retold("developed", COUNT // 2)
    assert rows["Dateline"].f1 >= DEVELOPED_LINE and rows["Dateline"].f1 > rows["same day and town"].f1


def test_a_larger_made_world_is_no_denser() -> None:
    """Towns and speakers grow with the reports."""
    assert len(made_towns(30_000)) == 10 * len(made_towns(3_000))
    assert len(made_speakers(30_000)) > 4 * len(made_speakers(3_000))


def test_merging_is_told_by_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A table has both sets of templates beside both rivals, and JSON the same rows."""
    main(["merging", "--tellings", "40"])
    assert len(capsys.readouterr().out.splitlines()) == 2 + 3 * len(SETS)
    main(["merging", "--tellings", "40", "--json"])
    assert len(json.loads(capsys.readouterr().out)) == 3 * len(SETS)


def _asked_slowly(text: str) -> list[Entity]:
    """A model's answer that takes a while: no names."""
    return [Entity(0, len(text), "") for _ in range(1_000_000) if not text]


def test_the_time_of_reading_is_shared_by_its_stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of a folder and rows of a file are timed alike, beside a model; what cannot be read ends the run."""
    monkeypatch.setattr(pipeline, "installed_model", lambda: None)
    articles = gold_articles()
    figures = reading(articles[:2])
    shares = figures["by_stage"]
    assert isinstance(shares, dict) and list(shares) == list(STAGES) and sum(shares.values()) == pytest.approx(1, 0.01)
    assert figures["ratio_to_spacy"] is None
    assert figures["words"] == sum(len(article.text.split()) for article in articles[:2])
    monkeypatch.setattr(pipeline, "installed_model", lambda: _asked_slowly)
    ratio = reading(articles[:1])["ratio_to_spacy"]
    assert isinstance(ratio, float) and ratio > 0
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "a", "text": "The council met on Monday."}) + "\n", encoding="utf-8")
    assert [article.id for article in local_articles(rows)] == ["a"]
    rows.write_text("no row\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        local_articles(rows)
