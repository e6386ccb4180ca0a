import assert from "node:assert/strict";
import { test } from "node:test";

import { finder } from "../../../generator/theme/assets/javascripts/filters/matching.js";
import {
  cell,
  fitting,
  optionsOf,
  texts,
} from "../../../generator/theme/assets/javascripts/filters/table.js";

/** A table as generator/exports/list_tables.py writes it. */
const table = {
  ids: ["f-1", "f-2", "f-3"],
  titles: ["서가를 열자", "로봇을 들이자", "Braille books"],
  langs: { 2: "en" },
  words: ["open shelves|hb-1", "robots", ""],
  marks: {},
  facts: [[], [], []],
  choices: {
    topic: {
      options: [
        ["shelves", "서가", 2],
        ["robots", "로봇", 1],
      ],
      rows: [0, [1, 0], []],
    },
    year: { options: [["2024", "2024", 3]], rows: [0, 0, 0] },
  },
  identifiers: ["hb-1", "f-2", "f-3"],
};
const folded = texts(table);
const found = (query, ...chosen) => fitting(table, folded, chosen, finder(query));

test("without a choice every row fits", () => assert.deepEqual(found(""), [0, 1, 2]));

test("a row fits by its one option and by one of several", () => {
  assert.deepEqual(found("", { name: "topic", value: "shelves" }), [0, 1]);
  assert.deepEqual(found("", { name: "topic", value: "robots" }), [1]);
});

test("all choices have to fit", () => {
  assert.deepEqual(found("서가", { name: "topic", value: "shelves" }, { name: "year", value: "2024" }), [0]);
  assert.deepEqual(found("braille", { name: "topic", value: "shelves" }), []);
});

test("no row has an option or a choice that there is not", () => {
  assert.deepEqual(found("", { name: "topic", value: "none" }), []);
  assert.deepEqual(found("", { name: "none", value: "x" }), []);
});

test("words are sought in the title and in what else a row is called", () => {
  assert.deepEqual(found("HB-1"), [0]);
  assert.deepEqual(found("shelves"), [0]);
  assert.deepEqual(found("열자open"), []);
});

test("a cell of the file has the labels of all options", () => {
  assert.equal(cell(table, 1, "topic"), "로봇; 서가");
  assert.equal(cell(table, 2, "topic"), "");
  assert.equal(cell(table, 0, "identifier"), "hb-1");
  assert.equal(cell(table, 2, "title"), "Braille books");
  assert.equal(cell({ ...table, identifiers: undefined }, 0, "identifier"), "");
});

test("options come with their labels", () => {
  assert.deepEqual(optionsOf(table, "topic", 0), [["shelves", "서가", 2]]);
  assert.deepEqual(optionsOf(table, "none", 0), []);
});
