import assert from "node:assert/strict";
import { test } from "node:test";

import { narrow } from "../../../generator/theme/assets/search/facets.js";
import { BASE, filesOf } from "./made.js";

const RECORDS = [
  { kind: "forum", title: {}, year: "2024", topics: ["robots", "shelves"] },
  { kind: "proposal", title: {}, year: "2024", status: "done", topics: ["robots"] },
  { kind: "proposal", title: {}, year: "2023", status: "adopted", topics: ["shelves"] },
  { kind: "proposal", title: {}, year: "2023", status: "done", topics: ["robots"] },
  { kind: "page", title: {} },
];
const FACETS = filesOf(RECORDS)[new URL("facets/a0000099.json", BASE).href];
const HITS = [4, 1, 5, 2, 3].map((entry, at) => ({ entry, score: 9 - at, whole: true }));
const numbers = (hits) => hits.map(({ entry }) => entry);

for (const [filters, expected] of [
  [{}, [4, 1, 5, 2, 3]],
  [{ kind: "", year: "" }, [4, 1, 5, 2, 3]],
  [{ kind: "proposal" }, [4, 2, 3]],
  [{ topic: "robots" }, [4, 1, 2]],
  [{ topic: "robots", year: "2024" }, [1, 2]],
  [{ status: "done", year: "2023" }, [4]],
  [{ status: "done", kind: "forum" }, []],
  [{ kind: "nothing" }, []],
  [{ colour: "red" }, []],
  [{ year: "constructor" }, []],
  [{ constructor: "red" }, []],
]) {
  test(`hits that fit ${JSON.stringify(filters)}`, () =>
    assert.deepEqual(numbers(narrow(FACETS, filters, HITS).hits), expected));
}

test("each facet is counted with the others chosen, not itself", () => {
  assert.deepEqual(narrow(FACETS, { kind: "proposal", topic: "robots" }, HITS).counts(), {
    kind: { forum: 1, proposal: 2 },
    year: { 2023: 1, 2024: 1 },
    status: { done: 2 },
    topic: { robots: 2, shelves: 1 },
  });
  assert.deepEqual(narrow(FACETS, {}, HITS).counts(), {
    kind: { forum: 1, proposal: 3, page: 1 },
    year: { 2023: 2, 2024: 2 },
    status: { done: 2, adopted: 1 },
    topic: { robots: 3, shelves: 2 },
  });
});

test("a choice leaves as many hits as its count says", () => {
  const values = (name) => ["", ...FACETS[name].values];
  for (const kind of values("kind")) {
    for (const year of values("year")) {
      for (const topic of values("topic")) {
        const counts = narrow(FACETS, { kind, year, topic }, HITS).counts();
        for (const status of FACETS.status.values) {
          assert.equal(
            narrow(FACETS, { kind, year, topic, status }, HITS).hits.length,
            counts.status[status] ?? 0,
          );
        }
      }
    }
  }
});

test("of each kind the best, the kinds in the order of their best", () => {
  assert.deepEqual(numbers(narrow(FACETS, {}, HITS).ofEachKind(2)), [4, 2, 1, 5]);
  assert.deepEqual(numbers(narrow(FACETS, { topic: "shelves" }, HITS).ofEachKind(9)), [1, 3]);
  assert.deepEqual(numbers(narrow(FACETS, {}, []).ofEachKind(2)), []);
});
