/**
 * The place in a page to which a reader comes back, where scripts make what stands there: later than browsers
 * scroll to it, or after they have.
 */

const REST = 100; // milliseconds without scrolling

/**
 * Notes from now on where the reader is, in the step of the history.
 * @returns {number | undefined} where the reader was who comes back
 */
export function keepPlace() {
  history.scrollRestoration = "manual";
  let pause = 0;
  const note = () => {
    clearTimeout(pause);
    history.replaceState({ y: scrollY }, "");
  };
  addEventListener("popstate", () => clearTimeout(pause));
  addEventListener("scroll", () => {
    clearTimeout(pause);
    pause = setTimeout(note, REST);
  });
  document.addEventListener("click", note, true);
  return history.state?.y;
}
