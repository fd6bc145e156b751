// A menu that opens at a button, for mouse, touch and keyboard.
import {element} from './blocks.js';
import {focused, refocus} from './focus.js';

const menu = document.getElementById('menu');

let opener;
let spot;

/** A button that opens a menu; items() → [{label, note, run}] */
export function menuButton(properties, content, items) {
  const made = element('button', {
    type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', ...properties,
  }, content);
  made.addEventListener('click', () => open(made, items()));
  return made;
}

function open(button, items) {
  close();
  opener = button;
  spot = focused();
  menu.replaceChildren(...items.map(entry));
  // Whatever is outside of an open dialog cannot be used.
  button.closest('dialog, main').append(menu);
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  place(button.getBoundingClientRect());
  menu.firstElementChild?.focus();
}

function entry({label, note, run}) {
  const made = element('button', {
    type: 'button', role: 'menuitem', tabIndex: -1, data: {testid: 'menu-item'},
  }, label);
  if (note) {
    made.append(element('small', {}, note));
  }
  made.addEventListener('click', () => {
    close();
    run();
  });
  return made;
}

/** Below the button if there is room, and never beyond the edge of the view. */
function place(at) {
  const {offsetWidth: width, offsetHeight: height} = menu;
  const below = at.bottom + 4;
  menu.style.top = `${Math.max(8, below + height > innerHeight ? at.top - height - 4 : below)}px`;
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
}

function close() {
  if (menu.matches(':popover-open')) {
    menu.hidePopover();
  }
}

menu.addEventListener('toggle', event => {
  if (event.newState === 'closed') {
    opener.setAttribute('aria-expanded', 'false');
    if (document.activeElement === document.body) {
      opener.isConnected ? opener.focus({preventScroll: true}) : refocus(spot);
    }
  }
});

menu.addEventListener('keydown', event => {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items[next].focus();
  }
  if (event.key === 'Tab') {
    close();
  }
});
