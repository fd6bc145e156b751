// The page: draws the state from /events and posts what its user does.
import {blocks, element, mrkdwn} from './blocks.js';
import {focused, keepingFocus, refocus} from './focus.js';
import {drawForm, prepare} from './forms.js';
import {menuButton} from './menu.js';
import {drawMessages, prepareMessages} from './messages.js';

/** What each example puts into the message box, by the label of its button. */
const EXAMPLES = {
  'Block': '/mail-block rebecca@zylker.com sends phishing, INC-42',
  'Block for 4 hours': '/mail-block rebecca@zylker.com for 4h sends phishing, INC-42',
  'Block ten': '/mail-block rebecca@zylker.com tariq@zylker.com nadia@zylker.com hannah@zylker.com'
      + ' diego@zylker.com mei@zylker.com lucas@zylker.com priya@zylker.com samuel@zylker.com'
      + ' elena@zylker.com phishing wave, INC-42',
  'Block a person': '/mail-block @rebecca sends phishing, INC-42',
  'Unblock': '/mail-unblock boris@zylker.com password reset, sessions ended',
  'Form': '/mail-block',
  'Status': '/mail-status',
  'Help': '/mail-block help',
};

/** The app's home tab, which is chosen like a channel. */
const HOME = 'home';

/** The person's direct messages from the app, likewise. */
const DIRECT = 'direct';

/** The commands in the app's manifest, and one of Slack's own. */
const COMMANDS = ['/mail-block', '/mail-unblock', '/mail-status', '/invite'];

const by = id => document.getElementById(id);
const log = by('log');
const box = by('box');
const hint = by('hint');

let state = null;
let me = remembered('me', 'U0ADA00001');
let channel = remembered('channel', 'C0MAILSEC1');
const names = new Map();
const sent = [];
const dismissed = new Set();
let recalled = 0;

/** The parent of the open thread, empty if none is open. */
let thread = '';
let looked = '';

const world = {
  name: id => names.get(id),
  now: () => new Date(Date.now() + (state?.ahead ?? 0)),
  clockTime,
};

/** The id of the chosen channel; everybody has direct messages of their own. */
function room() {
  return channel === DIRECT ? 'D' + me.slice(1) : channel;
}

// ---- basics ----

function remembered(key, otherwise) {
  return sessionStorage.getItem(key) ?? otherwise;
}

/** Replaces the content only if `value` has changed; `made` builds the new content. */
function redraw(place, value, made) {
  const mark = JSON.stringify(value);
  if (place.drawn !== mark) {
    place.drawn = mark;
    place.replaceChildren(...made());
  }
}

function clockTime(millis, seconds = false) {
  const form = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
  return new Intl.DateTimeFormat(undefined, seconds ? {...form, second: '2-digit'} : form)
      .format(new Date(millis));
}

/** Texts with "today" and "tomorrow" are redrawn when the day changes. */
function today() {
  return world.now().toDateString();
}

function initials(name) {
  return name.split(' ').map(word => word[0]).join('').slice(0, 2);
}

function say(text, wrong = false) {
  hint.textContent = text;
  hint.classList.toggle('bad', wrong);
}

async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    const json = await answer.json();
    if (!answer.ok) {
      say(json.error, true);
    }
    return json;
  } catch {
    say('The sandbox does not respond.', true);
    return {};
  }
}

// ---- Slack ----

function choice(group, value, chosen, children, choose) {
  const input = element('input', {type: 'radio', name: group, value, checked: value === chosen});
  input.addEventListener('change', () => choose(value));
  return element('label', {class: 'choice', data: {testid: group, id: value}}, input, ...children);
}

/** How many notifications are unread, or nothing. */
function badge(unread) {
  return unread === 0 ? [] : [element('span', {class: 'count', data: {testid: 'unread'}},
      String(unread), element('span', {class: 'unseen'}, ' unread'))];
}

function drawSwitches() {
  redraw(by('channels').querySelector('.choices') ?? choices('channels'), [state.channels, me, rings(me)], () =>
      state.channels.map(each => choice('channel', each.id, channel, [
        element('span', {class: 'hash', 'aria-hidden': 'true'}, '#'),
        element('span', {class: 'label'}, each.name),
        ...badge(rings(me, each.id).length),
      ], choose(id => { channel = id; }, 'channel'))));
  redraw(by('apps').querySelector('.choices') ?? choices('apps'), [me, rings(me)], () => [
    appChoice(HOME, 'Home'),
    appChoice(DIRECT, 'Messages', ...badge(rings(me, 'D' + me.slice(1)).length)),
  ]);
  redraw(by('people').querySelector('.choices') ?? choices('people'), [state.people, state.rings], () =>
      state.people.map((each, place) => choice('person', each.id, me, [
        element('span', {class: 'avatar hue' + place, 'aria-hidden': 'true'}, initials(each.name)),
        element('span', {class: 'label'}, each.name, element('small', {}, each.status)),
        ...badge(rings(each.id).length),
      ], choose(id => { me = id; }, 'me'))));
}

function appChoice(value, tab, ...unread) {
  return choice('channel', value, channel, [
    element('img', {class: 'avatar', src: '/icon.svg', alt: '', width: 26, height: 26}),
    element('span', {class: 'label'}, 'Mailbrake', element('small', {}, tab)),
    ...unread,
  ], choose(id => { channel = id; }, 'channel'));
}

function choices(id) {
  const made = element('div', {class: 'choices'});
  by(id).append(made);
  return made;
}

function choose(set, key) {
  return id => {
    set(id);
    sessionStorage.setItem(key, id);
    thread = '';
    keepingFocus(drawSwitches);
    drawRoom();
    log.scrollTop = log.scrollHeight;
    if (channel === HOME) {
      openHome();
    }
  };
}

async function openHome() {
  const answer = await post('/home', {user: me});
  if (answer.took !== undefined) {
    say(`Opening the home tab was acknowledged in ${answer.took} ms.`);
  }
}

function drawRoom() {
  const home = channel === HOME;
  by('home').hidden = !home;
  log.hidden = home;
  by('examples').hidden = home || channel === DIRECT;
  by('line').hidden = home || channel === DIRECT;
  drawForm(state.forms.find(each => each.user === me), {people: pickable(), channels: state.channels});
  if (home) {
    by('thread').hidden = true;
    drawHome();
  } else {
    drawChannel();
  }
  look();
}

/** Slack would omit former members; here they can be tried, too. */
function pickable() {
  return state.names.filter(each => each.id.startsWith('U') || each.id.startsWith('W'));
}

function drawHome() {
  by('room-name').textContent = 'Mailbrake';
  by('room-note').textContent = 'Home, as ' + names.get(me)?.slice(1) + ' sees it';
  const view = state.homes.find(each => each.user === me);
  by('home-empty').hidden = Boolean(view);
  by('home-trouble').hidden = !view?.trouble;
  by('home-trouble').textContent = view?.trouble ?? '';
  redraw(by('home-blocks'), [me, view?.json, today()], () =>
      view ? [blocks(view.json.blocks, world, pressAtHome)] : []);
}

function pressAtHome(part, button, block) {
  return pressed(part, button, '/home/click', {block: block.block_id});
}

function drawChannel() {
  if (channel === DIRECT) {
    by('room-name').textContent = 'Mailbrake';
    by('room-note').textContent = 'Messages to ' + names.get(me)?.slice(1) + ', who cannot answer here';
  } else {
    const open = state.channels.find(each => each.id === channel);
    by('room-name').textContent = '# ' + open.name;
    by('room-note').textContent = open.hasBot
        ? 'Mailbrake is a member of this channel.'
        : 'Mailbrake is not a member of this channel, so it can only reply. Add it with /invite @mailbrake.';
    box.setAttribute('aria-description', 'in #' + open.name);
  }
  const wanted = seen().filter(each => !each.threadTs || each.broadcast);
  by('empty').hidden = wanted.length > 0;
  by('empty').textContent = channel === DIRECT
      ? 'No messages yet.' : 'No messages yet. Choose an example below and press Enter.';
  drawMessagesOf(log, wanted, by('empty'), 'channel');
  drawThread();
}

/** What belongs to a message's thread, seen by this person, oldest first. */
function inThread(ts) {
  return seen().filter(each => each.threadTs === ts);
}

function seen() {
  return state.messages.filter(each =>
      each.channel === room() && (each.onlyFor === '' || each.onlyFor === me) && !dismissed.has(each.ts));
}

function drawMessagesOf(place, wanted, before, where) {
  drawMessages(place, wanted.map(each => ({
    ...each,
    place: where,
    open: thread === (each.threadTs || each.ts),
    replies: where === 'channel' && !each.threadTs ? inThread(each.ts).length : 0,
    fresh: rings(me, room()).filter(it => it.threadTs === each.ts).length,
  })), before, world);
}

function drawThread() {
  const parent = thread && seen().find(each => each.ts === thread);
  by('thread').hidden = !parent;
  if (!parent) {
    thread = '';
    return;
  }
  by('reply-line').hidden = channel === DIRECT;
  drawMessagesOf(by('thread-log'), [parent, ...inThread(thread)], by('thread-start'), 'thread');
}

function openThread(each) {
  thread = each.threadTs || each.ts;
  drawRoom();
  by('thread-log').scrollTop = by('thread-log').scrollHeight;
  // On a touch screen the focus would bring up the keyboard.
  (channel !== DIRECT && matchMedia('(hover: hover)').matches ? by('reply') : by('thread-log')).focus();
}

function closeThread() {
  const parent = thread;
  thread = '';
  drawRoom();
  log.querySelector(`[data-ts="${parent}"] [data-testid=replies]`)?.focus();
}

/** The notifications of a person, in one channel or in all, that they have not looked at. */
function rings(person, place) {
  return state.rings.filter(each => each.user === person && (!place || each.channel === place));
}

/** Tells Slack what this person has on the screen, so nothing there counts as unread. */
function look() {
  const unread = document.hidden || channel === HOME ? [] : rings(me, room());
  const mark = JSON.stringify([unread, thread]);
  if (mark === looked) {
    return;
  }
  looked = mark;
  if (unread.some(each => !each.threadTs || each.broadcast)) {
    post('/look', {user: me, channel: room(), thread: ''});
  }
  if (unread.some(each => each.threadTs && each.threadTs === thread)) {
    post('/look', {user: me, channel: room(), thread});
  }
}

/** What the menu of a message offers. */
function more(each) {
  const shortcuts = state.shortcuts.filter(it => it.onMessage).map(it => ({
    label: it.name,
    note: 'Mailbrake',
    run: () => runShortcut(it, each.ts),
  }));
  return [{label: 'Reply in thread', run: () => openThread(each)}, ...shortcuts];
}

async function runShortcut(shortcut, ts = '') {
  const answer = await post('/shortcut', {
    user: me, shortcut: shortcut.callbackId, channel: room(), ts,
  });
  if (answer.took !== undefined) {
    say(`The shortcut was acknowledged in ${answer.took} ms.`);
  }
}

function press(each, part, button) {
  return pressed(part, button, '/click', {channel: each.channel, ts: each.ts});
}

async function pressed(part, button, path, where) {
  if (part.url) {
    window.open(part.url, '_blank', 'noopener');
  }
  if (part.confirm && !await confirmed(part.confirm)) {
    return;
  }
  // A disabled button would lose the focus.
  if (button.ariaDisabled === 'true') {
    return;
  }
  button.ariaDisabled = 'true';
  const answer = await post(path, {
    user: me, action: part.action_id, value: part.value ?? '', ...where,
  });
  button.ariaDisabled = 'false';
  if (answer.took !== undefined) {
    say(`The click was acknowledged in ${answer.took} ms.`);
  }
}

function confirmed({title, text, confirm, deny, style}) {
  const dialog = by('confirm');
  by('confirm-title').textContent = title.text;
  by('confirm-text').replaceChildren(text.type === 'mrkdwn' ? mrkdwn(text.text, world) : text.text);
  by('confirm-yes').textContent = confirm?.text ?? 'Yes';
  by('confirm-yes').className = 'button ' + (style ?? 'primary');
  by('confirm-no').textContent = deny?.text ?? 'Cancel';
  dialog.returnValue = '';
  const spot = focused();
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    refocus(spot);
    resolve(dialog.returnValue === 'yes');
  }, {once: true}));
}

// ---- the message box ----

async function send(line) {
  if (!line) {
    return;
  }
  if (!line.startsWith('/')) {
    await sendMessage(box, line, '');
    return;
  }
  const command = line.split(/\s/)[0];
  if (!COMMANDS.includes(command)) {
    say(`There is no command ${command}. Try ${COMMANDS.join(', ')}.`, true);
    return;
  }
  sent.push(line);
  recalled = sent.length;
  box.value = '';
  log.scrollTop = log.scrollHeight;
  say('Sent …');
  const answer = await post('/command', {user: me, channel, line});
  if (answer.took !== undefined) {
    say(`${command} was acknowledged in ${answer.took} ms.`);
  }
}

async function sendMessage(input, text, parent) {
  const answer = await post('/say', {user: me, channel: room(), text, thread: parent});
  if (!answer.error) {
    input.value = '';
    say('');
  }
}

by('reply-line').addEventListener('submit', event => {
  event.preventDefault();
  const text = by('reply').value.trim();
  if (text.startsWith('/')) {
    say('Slack has no slash commands in threads. Run a shortcut on a message instead.', true);
  } else if (text) {
    sendMessage(by('reply'), text, thread);
  }
});

by('thread-close').addEventListener('click', closeThread);

by('thread').addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    closeThread();
  }
});

box.before(menuButton({
  class: 'button', 'aria-label': 'Shortcuts', title: 'Shortcuts', data: {testid: 'shortcuts'},
}, '⚡', () => state.shortcuts.filter(each => !each.onMessage).map(each => ({
  label: each.name,
  note: 'Mailbrake',
  run: () => runShortcut(each),
}))));

by('composer').addEventListener('submit', event => {
  event.preventDefault();
  send(box.value.trim());
});

box.addEventListener('keydown', event => {
  const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
  if (step && sent.length > 0) {
    event.preventDefault();
    recalled = Math.min(Math.max(recalled + step, 0), sent.length);
    box.value = sent[recalled] ?? '';
    box.setSelectionRange(box.value.length, box.value.length);
  }
});

by('examples').append(...Object.entries(EXAMPLES).map(([label, line]) => {
  const made = element('button', {type: 'button', class: 'example', title: line, data: {testid: 'example'}}, label);
  made.addEventListener('click', () => {
    box.value = line;
    box.focus();
  });
  return made;
}));

/** Posts at once, since no person types an alert. */
const alert = element('button', {type: 'button', class: 'example', data: {testid: 'alert'}}, 'An alert');
alert.addEventListener('click', () => post('/alert', {channel}));
by('examples').append(alert);

// ---- Zoho ----

function drawMailboxes() {
  const place = by('mailboxes');
  by('organization').textContent = `zylker.com, ${state.mailboxes.length} mailboxes`;
  const gone = new Set(place.children);
  for (const each of state.mailboxes) {
    let row = [...place.children].find(it => it.dataset.address === each.address);
    if (!row) {
      row = element('tr', {data: {testid: 'mailbox', address: each.address}});
      place.append(row);
    }
    gone.delete(row);
    drawMailbox(row, each);
  }
  gone.forEach(row => row.remove());
}

function drawMailbox(row, each) {
  const known = row.dataset.outgoing;
  const status = each.blocked ? 'blocked' : 'allowed';
  redraw(row, each, () => {
    const aliases = each.aliases.map(alias => element('small', {}, 'also ', ...breakable(alias)));
    const change = element('button', {
      type: 'button',
      class: 'small',
      data: {testid: 'console'},
      title: 'Simulates a change in the Zoho Mail Admin Console',
      'aria-label': `In the console: ${each.blocked ? 'allow' : 'block'} ${each.address}`,
    }, each.blocked ? 'Allow' : 'Block');
    change.addEventListener('click', () =>
        post('/console', {address: each.address, blocked: !each.blocked}));
    return [
      element('th', {scope: 'row'}, element('span', {class: 'address'}, ...breakable(each.address)), ...aliases),
      element('td', {}, each.name, ...each.role === 'member' ? [] : [element('small', {class: 'role'}, each.role)]),
      element('td', {}, element('span', {class: 'badge ' + status, data: {testid: 'outgoing'}}, status)),
      element('td', {}, change),
    ];
  });
  row.dataset.outgoing = status;
  row.classList.toggle('is-blocked', each.blocked);
  if (known && known !== status) {
    row.classList.remove('changed');
    void row.offsetWidth;
    row.classList.add('changed');
  }
}

/** An address that can wrap after its @. */
function breakable(address) {
  const [local, domain] = address.split('@');
  return [local + '@', element('wbr'), domain];
}

function drawRequests() {
  by('quiet').hidden = state.requests.length > 0;
  by('requests').parentElement.hidden = state.requests.length === 0;
  const last = state.requests.at(-1);
  by('count').textContent = last ? last.number : '';
  redraw(by('requests'), state.requests, () => [...state.requests].reverse().map(each =>
      element('tr', {data: {testid: 'request', method: each.method}},
          element('td', {class: 'at'}, clockTime(each.at, true)),
          element('td', {class: 'method ' + each.method.toLowerCase()}, each.method),
          element('td', {class: 'path', title: each.path}, shortened(each.path)),
          element('td', {class: 'status ' + verdict(each.status)}, each.status || 'no answer'))));
}

/** Without the prefix that all organization calls share. */
function shortened(path) {
  return path.replace(/^\/api\/organization\/\d+\//, '…/');
}

function verdict(status) {
  return status >= 200 && status < 300 ? 'good' : 'bad';
}

function drawFaults() {
  const place = by('faults');
  if (place.children.length === 0) {
    place.append(...state.faults.map(faultSwitch));
  }
  for (const each of state.faults.filter(it => it.stays)) {
    place.querySelector(`[data-fault="${each.id}"]`).setAttribute('aria-pressed', each.on);
  }
  const on = state.faults.filter(each => each.on).length;
  by('wrong').textContent = on === 0 ? 'none on' : on + ' on';
  by('wrong').classList.toggle('some', on > 0);
}

function faultSwitch(each) {
  const made = element('button', {
    type: 'button', class: 'fault', data: {testid: 'fault', fault: each.id},
  }, element('span', {class: 'lamp', 'aria-hidden': 'true'}), each.label);
  made.classList.toggle('once', !each.stays);
  made.addEventListener('click', async () => {
    const on = made.getAttribute('aria-pressed') !== 'true';
    await post('/fault', {fault: each.id, on});
    if (!each.stays) {
      say('All access tokens that Zoho issued have expired.');
    }
  });
  return made;
}

// ---- links to messages ----

by('room').addEventListener('click', event => {
  const address = event.target.closest?.('a')?.href ?? '';
  const [, place, digits] =
      address.match(/^https:\/\/(?:zylker\.)?slack\.com\/archives\/(\w+)\/p(\d+)/) ?? [];
  if (!place) {
    return;
  }
  event.preventDefault();
  const choice = place.startsWith('D') ? DIRECT : place;
  document.querySelector(`input[name=channel][value="${choice}"]`)?.click();
  const parent = new URL(address).searchParams.get('thread_ts');
  if (parent) {
    openThread({ts: parent, threadTs: ''});
  }
  const ts = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  const there = by('room').querySelector(`.message[data-in=${parent ? 'thread' : 'channel'}][data-ts="${ts}"]`);
  there?.scrollIntoView({block: 'nearest'});
  there?.focus();
});

// ---- time ----

function tick() {
  const now = world.now();
  const day = new Intl.DateTimeFormat(undefined, {weekday: 'short', day: 'numeric', month: 'short'});
  by('clock').textContent = `${day.format(now)}, ${clockTime(now.getTime(), true)}`;
  by('clock').dateTime = now.toISOString();
}

function span(minutes) {
  const parts = {d: Math.floor(minutes / 1440), h: Math.floor(minutes / 60) % 24, min: minutes % 60};
  return Object.entries(parts).filter(([, many]) => many > 0)
      .map(([unit, many]) => `${many} ${unit}`).join(' ');
}

function drawAhead() {
  const minutes = Math.round(state.ahead / 60000);
  by('ahead').hidden = minutes === 0;
  by('ahead').textContent = `${span(minutes)} ahead`;
  tick();
}

by('forward').querySelectorAll('button').forEach(each => each.addEventListener('click', () =>
    post('/forward', {minutes: Number(each.dataset.minutes)})));
setInterval(tick, 1000);
tick();

// ---- live updates ----

function draw() {
  drawSwitches();
  drawRoom();
  drawMailboxes();
  drawRequests();
  drawFaults();
  drawAhead();
}

prepare(post, world);
prepareMessages({
  press,
  more,
  openThread,
  initials,
  dismiss: each => {
    dismissed.add(each.ts);
    drawRoom();
  },
  hue: each => state.people.findIndex(who => who.name === each.authorName),
});
document.addEventListener('visibilitychange', () => state && look());

const events = new EventSource('/events');

events.addEventListener('open', () => {
  by('lost').hidden = true;
});

events.addEventListener('error', () => {
  by('lost').hidden = false;
});

events.addEventListener('message', event => {
  const first = !state;
  state = JSON.parse(event.data);
  state.names.forEach(each => names.set(each.id, each.text));
  keepingFocus(draw);
  document.body.dataset.ready = 'true';
  if (first && channel === HOME) {
    openHome();
  }
});

// On a touch screen the focus would bring up the keyboard.
if (matchMedia('(hover: hover)').matches) {
  box.focus();
}
