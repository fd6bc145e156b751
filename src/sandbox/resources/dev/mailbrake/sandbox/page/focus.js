// Keeps the focus in place: a redraw replaces nodes, and the browser then drops the focus.

/** Inside these, a control is identified by what it does. */
const PLACES = '.message, .home, [data-testid=mailbox], .choice';

/** The data attributes of a node that survive a redraw. */
const LASTING = ['testid', 'id', 'ts', 'in', 'address', 'action', 'value'];

/** Where the focus is, in terms that survive a redraw; undefined where that is not needed. */
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
 * Returns to the same control, or else to the message or tab it was in: another button there may
 * concern another mailbox, and a second Enter must not land on it.
 */
export function refocus(spot) {
  if (spot && (document.activeElement === document.body || !spot.node.isConnected)) {
    const place = document.querySelector(spot.place);
    (place?.querySelector(spot.control) ?? place)?.focus({preventScroll: true});
  }
}

/** Draws, and restores the focus if its node was replaced. */
export function keepingFocus(draw) {
  const spot = focused();
  draw();
  if (spot && !spot.node.isConnected) {
    refocus(spot);
  }
}
