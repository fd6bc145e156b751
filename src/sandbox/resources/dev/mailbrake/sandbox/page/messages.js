// Messages as Slack shows them, in a channel and in a thread.
import {blocks, element, mrkdwn} from './blocks.js';
import {menuButton} from './menu.js';

let actions;

/**
 * press: as for blocks.js, after the message · more: the items of a message's menu
 * openThread, dismiss: called with a message · hue: the color of an author's avatar, or -1
 */
export function prepareMessages(all) {
  actions = all;
}

/** Draws these messages in order, each only if it has changed; `before` stays in front of them. */
export function drawMessages(place, wanted, before, world) {
  const stick = place.scrollHeight - place.scrollTop - place.clientHeight < 120;
  const keys = new Set(wanted.map(each => each.ts));
  const old = new Map([...place.querySelectorAll('.message')].map(node => [node.dataset.ts, node]));
  old.forEach((node, ts) => keys.has(ts) || node.remove());
  for (const each of wanted) {
    const node = drawn(each, old.get(each.ts), world);
    if (before.nextElementSibling !== node) {
      before.after(node);
    }
    before = node;
  }
  if (stick) {
    place.scrollTop = place.scrollHeight;
  }
}

/** The old node if its content is unchanged, otherwise a new one in its place. */
function drawn(each, old, world) {
  const mark = JSON.stringify([each, world.now().toDateString()]);
  if (old?.drawn === mark) {
    return old;
  }
  const node = message(each, world);
  node.drawn = mark;
  if (old) {
    old.replaceWith(node);
    node.classList.add('changed');
  }
  return node;
}

function message(each, world) {
  const body = element('div', {class: 'body'}, who(each, world), content(each, world));
  if (each.onlyFor) {
    body.prepend(element('p', {class: 'only', data: {testid: 'only'}},
        'Only visible to you', dismissal(each)));
  }
  if (each.place === 'channel' && each.broadcast) {
    body.prepend(element('p', {class: 'only'}, 'Replied to a thread', threadButton(each, 'View thread')));
  }
  if (each.replies > 0) {
    body.append(element('p', {class: 'thread-line'}, threadButton(each, replies(each))));
  }
  // Last, so that the Tab key comes to the bot's buttons first.
  if (!each.onlyFor) {
    body.append(menuButton(
        {class: 'more', 'aria-label': 'More actions', data: {testid: 'more'}}, '⋮', () => actions.more(each)));
  }
  return element('article', {
    class: 'message' + (each.onlyFor ? ' ephemeral' : '') + (each.place === 'thread' && each.threadTs ? ' reply' : ''),
    tabIndex: -1,
    data: {testid: 'message', ts: each.ts, author: each.author, in: each.place},
  }, avatar(each), body);
}

function who(each, world) {
  const made = element('p', {class: 'who'}, element('strong', {}, each.authorName));
  if (each.author === 'bot' || each.author === 'app') {
    made.append(element('span', {class: 'app'}, 'App'));
  }
  made.append(element('time', {dateTime: new Date(each.at).toISOString()}, world.clockTime(each.at)));
  if (each.edited) {
    made.append(element('span', {class: 'edited', data: {testid: 'edited'}}, '(edited)'));
  }
  return made;
}

function content(each, world) {
  const made = element('div', {class: 'content'});
  if (each.blocks.length > 0) {
    made.classList.add(each.onlyFor ? 'told' : 'card');
    made.append(blocks(each.blocks, world, (part, button) => actions.press(each, part, button)));
  } else if (each.text) {
    made.append(each.author === 'slack' ? each.text : mrkdwn(each.text, world));
  }
  made.append(...each.attachments.map(attached => attachment(attached, world)));
  return made;
}

function attachment(attached, world) {
  const made = element('div', {class: 'attachment'});
  made.style.borderColor = attached.color ?? '';
  if (attached.title) {
    made.append(element('strong', {}, attached.title));
  }
  if (attached.text) {
    made.append(element('div', {class: 'text'}, mrkdwn(attached.text, world)));
  }
  const fields = (attached.fields ?? []).map(field =>
      element('div', {}, element('strong', {}, field.title), ' ', mrkdwn(field.value, world)));
  made.append(element('div', {class: 'fields'}, ...fields));
  return made;
}

function replies({replies, fresh}) {
  const counted = replies === 1 ? '1 reply' : `${replies} replies`;
  return fresh > 0 ? `${counted}, ${fresh} new` : counted;
}

function threadButton(each, label) {
  const made = element('button', {
    type: 'button', class: 'plainly' + (each.fresh > 0 ? ' fresh' : ''), data: {testid: 'replies'},
    'aria-expanded': String(each.open),
  }, label);
  made.addEventListener('click', () => actions.openThread(each));
  return made;
}

/** As in Slack, a message to one person alone is gone for good once dismissed. */
function dismissal(each) {
  const made = element('button', {type: 'button', class: 'plainly', data: {testid: 'dismiss'}}, 'Dismiss');
  made.addEventListener('click', () => {
    const place = made.closest('[role=log]');
    const all = [...place.querySelectorAll('.message')];
    const at = all.findIndex(node => node.dataset.ts === each.ts);
    actions.dismiss(each);
    (all[at + 1] ?? all[at - 1] ?? place).focus({preventScroll: true});
  });
  return made;
}

function avatar(each) {
  const made = element('div', {class: 'avatar', 'aria-hidden': 'true'});
  if (each.author === 'bot') {
    made.append(element('img', {src: '/icon.svg', alt: '', width: 36, height: 36}));
  } else {
    const hue = actions.hue(each);
    made.classList.add(hue < 0 ? 'plain' : 'hue' + hue);
    made.append(actions.initials(each.authorName));
  }
  return made;
}
