// Keeps the focus where it was: what is drawn anew is another node, at which the browser lets go of it.

/** Inside these a control is known by what it does. */
const PLACES = '.message, .home, [data-testid=mailbox], .choice';

/** What of a node's data stays when it is drawn anew. */
const LASTING = ['testid', 'id', 'ts', 'address', 'action', 'value'];

/** Where the focus is now, in words that outlast a redraw; undefined where that needs none. */
export function focused() {
  const node = document.activeElement;
  const place = node?.closest(PLACES);
  return place ? {node, place: selector(place), control: selector(node)} : undefined;
}

function selector(node) {
  return LASTING.filter(each => each in node.dataset).reduce(
      (made, each) => `${made}[data-${each}="${CSS.escape(node.dataset[each])}"]`, node.localName);
}

/**
 * Back to the same control, or else to the message or tab that it was in: another button there may
 * be about another mailbox, and must not be where a second Enter lands.
 */
export function refocus(spot) {
  if (spot && (document.activeElement === document.body || !spot.node.isConnected)) {
    const place = document.querySelector(spot.place);
    (place?.querySelector(spot.control) ?? place)?.focus({preventScroll: true});
  }
}

/** Draws, and puts the focus back if that took away what had it. */
export function keepingFocus(draw) {
  const spot = focused();
  draw();
  if (spot && !spot.node.isConnected) {
    refocus(spot);
  }
}
