/** What citation-js reads in our files, and what citeproc-js prints of our CSL-JSON. Asked by test_citation_js.py. */

import { createRequire } from "node:module";

let asked = "";
for await (const part of process.stdin) asked += part;
const { packages, files, works, styles, locales } = JSON.parse(asked);
const require = createRequire(packages);
const { Cite } = require("@citation-js/core");
for (const plugin of ["bibtex", "ris", "csl"])
  require(`@citation-js/plugin-${plugin}`);
const CSL = require("citeproc");

const FORMS = {
  bib: "@bibtex/text",
  "biblatex.bib": "@biblatex/text",
  ris: "@ris/file",
};

/** @param {string} ending @param {string} text */
function read(ending, text) {
  return new Cite(text, { forceType: FORMS[ending] }).data.map(
    ({ _graph, ...work }) => work,
  );
}

/** One reference for each work. @param {string} style @param {any[]} items */
function printed(style, items) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const engine = new CSL.Engine(
    {
      retrieveLocale: (language) => locales[language] ?? locales["en-US"],
      retrieveItem: (id) => byId.get(id),
    },
    style,
  );
  engine.setOutputFormat("text");
  engine.updateItems([...byId.keys()]);
  const [{ entry_ids: keys }, entries] = engine.makeBibliography();
  return Object.fromEntries(keys.map(([key], place) => [key, entries[place]]));
}

const answer = {
  read: Object.fromEntries(
    Object.entries(files).map(([ending, text]) => [ending, read(ending, text)]),
  ),
  printed: Object.fromEntries(
    Object.entries(styles).map(([name, style]) => [
      name,
      printed(style, works),
    ]),
  ),
  apa: works.map((work) =>
    new Cite([work]).format("bibliography", {
      template: "apa",
      format: "text",
    }),
  ),
};
process.stdout.write(JSON.stringify(answer));
