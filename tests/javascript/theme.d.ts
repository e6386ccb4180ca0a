/** What the page gives to the theme's scripts, for `make lint` to check them against. */

interface Window {
  /** Shows the palette that is kept, or the device's (generator/theme/assets/javascripts/first-paint.js). */
  showPalette: () => void;
}

interface ImportMeta {
  /** Whether the script runs in a copy for a folder (generator/output/offline/runtime.js sets it). */
  readonly copy?: true;
}

/** The choices above a list (generator/templates/_parts.md.jinja). */
interface FilterForm extends HTMLFormElement {
  readonly words: HTMLInputElement;
  readonly clear: HTMLButtonElement;
  readonly csv: HTMLButtonElement;
  readonly count: HTMLOutputElement;
}

/** A filter above a list and the value that is chosen in it. */
interface Chosen {
  readonly name: string;
  readonly value: string;
}

/** The search box of the header (generator/theme/partials/search.html); that of the home page has no count. */
interface SearchBox extends HTMLFormElement {
  readonly q: HTMLInputElement;
  readonly count: HTMLOutputElement;
}

/** The form of the page of all results (generator/templates/search.md.jinja). */
interface SearchForm extends SearchBox {
  readonly kind: HTMLSelectElement;
  readonly clear: HTMLButtonElement;
  readonly count: HTMLOutputElement;
}
