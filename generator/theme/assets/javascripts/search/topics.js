/** Topics for whoever found nothing: links, named as the index names them. */

import { loadJson } from "../../load.js";
import { pageAt, root } from "../root.js";

const MOST = 12;

/** @param {Element} place where they go, once */
export async function offerTopics(place) {
  if (place.children.length) return;
  const file = await loadJson(`${new URL("search/search_index.json", root)}`).catch(() => null);
  if (!file) return;
  const { config } = /** @type {import("../../search/engine.js").IndexFile} */ (file);
  const topics = Object.entries(config.index.labels.topic);
  const links = topics.slice(0, MOST).map(([topic, label]) => {
    const link = document.createElement("a");
    link.href = pageAt(`topics/${topic}/`).href;
    link.textContent = label;
    return link;
  });
  place.replaceChildren(...links);
}
