"""PLV records: the answer in the gold's own form, with and without gold, scores by hand, floors where the set is at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dateline.config import Config
from dateline.evaluate import plv
from dateline.evaluate.frame import read_gold

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[3] / "shared"))
TRAIN = SHARED / "data" / "plv" / "train.jsonl.gz"
FLOORS = {"root_macro_f1": 0.78, "quad_macro_f1": 0.87, "binary_macro_f1": 0.93}


def row(sentence: str, source: str, target: str, **gold: str) -> dict[str, Any]:
    return {"id": sentence[:9], "sentence": sentence, "source": source, "target": target, **gold}


ROWS = [
    row("Kenya met Uganda in Nairobi.", "Kenya", "Uganda", root="CONSULT", quad="V-COOP"),
    row("Chad shelled a village in Niger.", "Chad", "Niger", root="ASSAULT", quad="M-CONF"),
    row("Peru freed four soldiers of Chile.", "Peru", "four soldiers", root="YIELD", quad="M-COOP"),
]


def test_predictions_keep_the_form_and_do_without_gold() -> None:
    predict = plv.predictor(Config().model)
    bare = [{key: value for key, value in one.items() if key not in ("root", "quad")} for one in ROWS]
    with_gold, without = list(predict(ROWS)), list(predict(bare))
    assert [one["id"] for one in with_gold] == [one["id"] for one in ROWS]
    assert [(one["root"], one["quad"]) for one in with_gold] == [(one["root"], one["quad"]) for one in ROWS]
    assert [one["root"] for one in without] == [one["root"] for one in ROWS]
    assert json.loads(json.dumps(without)) == without


def test_scores_by_hand() -> None:
    wrong = [{**one} for one in ROWS]
    wrong[0]["root"], wrong[0]["quad"] = "ASSAULT", "M-CONF"
    figures = plv.score(ROWS, wrong)
    # CONSULT 0, ASSAULT 2*1/(2*1+1) = 2/3, YIELD 1
    assert figures["root_macro_f1"] == pytest.approx((0 + 2 / 3 + 1) / 3, abs=0.001)
    assert figures["root_accuracy"] == pytest.approx(2 / 3, abs=0.001)
    assert plv.score(ROWS, ROWS)["binary_macro_f1"] == 1.0


@pytest.mark.skipif(not TRAIN.is_file(), reason="the PLV set is not at hand")
def test_every_third_record_of_the_set() -> None:
    rows = [dict(one) for one in read_gold(TRAIN)][::3]
    figures = plv.score(rows, list(plv.predictor(Config().model)(rows)))
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures
