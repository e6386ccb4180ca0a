/**
 * What rss-parser reads in feeds: `node read_feeds.js RSS_PARSER`, a JSON list of feeds at its input.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const Parser = createRequire(import.meta.url)(process.argv[2]);

const seen = ({ id, title, link, summary, content = "", pubDate }) => ({
  id,
  title,
  link,
  summary,
  content,
  published: pubDate,
});

const read = async (text) => {
  const parser = new Parser({ customFields: { feed: ["author"] } });
  const { title, link, feedUrl, author, items } = await parser.parseString(text);
  return { title, link, address: feedUrl, author: author.name[0], entries: items.map(seen) };
};

const feeds = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(feeds.map(read))));
