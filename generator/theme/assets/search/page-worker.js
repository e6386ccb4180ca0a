/** The search in a worker, where it holds up no typing; javascripts/search/client.js starts it. */

import { answering } from "./answering.js";

const hear = answering((said) => postMessage(said));

addEventListener("message", ({ data }) => hear(data));
