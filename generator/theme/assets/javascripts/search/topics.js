/** Topics for whoever found nothing: links, named as the index names them. */

import { root } from "../root.js";

const MOST = 12;

/** @param {Element} place where they go, once */
export async function offerTopics(place) {
  if (place.children.length) return;
  const answer = await fetch(new URL("search/search_index.json", root));
  if (!answer.ok) return;
  /** @type {import("../../search/engine.js").IndexFile} */
  const { config } = await answer.json();
  const topics = Object.entries(config.index.labels.topic);
  const links = topics.slice(0, MOST).map(([topic, label]) => {
    const link = document.createElement("a");
    link.href = `${new URL(`topics/${topic}/`, root)}`;
    link.textContent = label;
    return link;
  });
  place.replaceChildren(...links);
}
