/**
 * What rss-parser reads in feeds: `node read_feeds.js RSS_PARSER`, a JSON list of feeds at its input.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const Parser = createRequire(import.meta.url)(process.argv[2]);

const seen = ({ id, title, link, summary, content, author, pubDate }) => ({
  id,
  title,
  link,
  summary,
  content,
  author,
  published: pubDate,
});

const read = async (text) => {
  const { title, link, feedUrl, items } = await new Parser().parseString(text);
  return { title, link, address: feedUrl, entries: items.map(seen) };
};

const feeds = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(feeds.map(read))));
