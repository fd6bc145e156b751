// Slack's message formats as DOM: mrkdwn, plain text and Block Kit.
// Everything from outside becomes a text node, so it can never become markup.
import {menuButton} from './menu.js';

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') {
      made.className = value;
    } else if (name === 'data') {
      Object.assign(made.dataset, value);
    } else if (name in made) {
      made[name] = value;
    } else {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

// ---- mrkdwn ----

const FENCE = /```\n?([\s\S]+?)```/;
const TOKEN = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=[^\s*_~])((?:(?!\3)[^\n])*?)(?<=\S)\3(?![\p{L}\p{N}])/gu;
const TAGS = {'*': 'strong', '_': 'em', '~': 's'};

/** world: {name(id) → text or undefined, now() → Date} */
export function mrkdwn(text, world) {
  const made = document.createDocumentFragment();
  text.split(FENCE).forEach((part, place) => {
    if (place % 2 === 1) {
      made.append(element('pre', {}, decoded(part)));
    } else {
      quotes(part, made, world);
    }
  });
  return made;
}

function quotes(text, into, world) {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length;) {
    const quoted = isQuote(lines[at]);
    let end = at;
    while (end < lines.length && isQuote(lines[end]) === quoted) {
      end++;
    }
    const run = lines.slice(at, end);
    if (quoted) {
      const quote = element('blockquote');
      inline(run.map(line => line.replace(/^(&gt;|>) ?/, '')).join('\n'), quote, world);
      into.append(quote);
    } else {
      inline(run.join('\n'), into, world);
    }
    at = end;
  }
}

function isQuote(line) {
  return line.startsWith('&gt;');
}

function inline(text, into, world) {
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    into.append(decoded(text.slice(from, found.index)));
    from = found.index + found[0].length;
    const [, code, angled, mark, marked] = found;
    if (code !== undefined) {
      into.append(element('code', {}, decoded(code)));
    } else if (angled !== undefined) {
      into.append(reference(angled, world));
    } else {
      const styled = element(TAGS[mark]);
      inline(marked, styled, world);
      into.append(styled);
    }
  }
  into.append(decoded(text.slice(from)));
}

function decoded(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function reference(inside, world) {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : decoded(inside.slice(bar + 1));
  if (target.startsWith('@') || target.startsWith('#')) {
    return mention(world.name(target.slice(1)) ?? target[0] + (label || target.slice(1)));
  }
  if (target.startsWith('!date^')) {
    return date(target.split('^'), label, world);
  }
  if (target.startsWith('!subteam^')) {
    return mention(world.name(target.slice(9)) ?? (label || '@group'));
  }
  if (target.startsWith('!')) {
    return mention('@' + target.slice(1));
  }
  return link(decoded(target), label);
}

function mention(text) {
  return element('span', {class: 'mention'}, text);
}

function link(address, label) {
  const text = label || address.replace(/^mailto:/, '');
  if (!/^(https?:|mailto:)/i.test(address)) {
    return document.createTextNode(text);
  }
  return element('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, text);
}

// ---- <!date^seconds^format^link|fallback>, in the viewer's zone ----

const DATES = {
  date_num: {year: 'numeric', month: '2-digit', day: '2-digit'},
  date: {year: 'numeric', month: 'long', day: 'numeric'},
  date_short: {year: 'numeric', month: 'short', day: 'numeric'},
  date_long: {year: 'numeric', month: 'long', day: 'numeric', weekday: 'long'},
  time: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
  time_secs: {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'},
};

function date([, seconds, format, address], fallback, world) {
  const when = new Date(Number(seconds) * 1000);
  if (Number.isNaN(when.getTime()) || !format) {
    return document.createTextNode(fallback);
  }
  const text = format.replace(/\{(\w+)\}/g, (whole, token) => dated(token, when, world) ?? whole);
  const shown = element('time', {dateTime: when.toISOString(), title: when.toString()}, text);
  return address ? element('a', {href: address, rel: 'noopener noreferrer'}, shown) : shown;
}

function dated(token, when, world) {
  if (token === 'ago') {
    return ago(when, world.now());
  }
  const plain = token.replace(/_pretty$/, '');
  const near = token === plain ? undefined : nearby(when, world.now());
  return near ?? (DATES[plain] && new Intl.DateTimeFormat(undefined, DATES[plain]).format(when));
}

function nearby(when, now) {
  const day = date => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const days = Math.round((day(when) - day(now)) / 86400000);
  return {'-1': 'yesterday', '0': 'today', '1': 'tomorrow'}[days];
}

function ago(when, now) {
  const minutes = Math.round((when - now) / 60000);
  const words = new Intl.RelativeTimeFormat(undefined, {numeric: 'auto'});
  return Math.abs(minutes) < 60
      ? words.format(minutes, 'minute') : words.format(Math.round(minutes / 60), 'hour');
}

// ---- Block Kit ----

function text(object, world) {
  return object.type === 'mrkdwn' ? mrkdwn(object.text, world) : document.createTextNode(object.text);
}

const BLOCKS = {
  header: block => element('h3', {class: 'block header'}, block.text.text),
  divider: () => element('hr', {class: 'block'}),
  section(block, world, press) {
    const words = element('div', {class: 'words'});
    if (block.text) {
      words.append(element('div', {class: 'text'}, text(block.text, world)));
    }
    if (block.fields) {
      words.append(element('div', {class: 'fields'},
          ...block.fields.map(field => element('div', {class: 'text'}, text(field, world)))));
    }
    const section = element('div', {class: 'block section'}, words);
    if (block.accessory) {
      section.append(item(block.accessory, world, press));
    }
    return section;
  },
  context: (block, world, press) => element('div', {class: 'block context'},
      ...block.elements.map(each => element('span', {class: 'text'}, item(each, world, press)))),
  actions: (block, world, press) => element('div', {class: 'block actions'},
      ...block.elements.map(each => item(each, world, press))),
  rich_text: (block, world) => element('div', {class: 'block section'},
      ...block.elements.map(section => element('div', {class: 'text'},
          ...section.elements.map(part => rich(part, world))))),
};

function rich(part, world) {
  switch (part.type) {
    case 'user': return reference('@' + part.user_id, world);
    case 'usergroup': return reference('!subteam^' + part.usergroup_id, world);
    case 'channel': return reference('#' + part.channel_id, world);
    case 'link': return link(part.url, part.text);
    case 'date': return date(['', part.timestamp, part.format], part.fallback, world);
    default: return part.style?.bold
        ? element('strong', {}, part.text) : document.createTextNode(part.text ?? '');
  }
}

/** press: called with the element's JSON, the button on the page, and the JSON of its block */
export function blocks(list, world, press) {
  const made = document.createDocumentFragment();
  for (const block of list) {
    const draw = BLOCKS[block.type] ?? unknown;
    made.append(draw(block, world, (part, button) => press(part, button, block)));
  }
  return made;
}

function item(part, world, press) {
  if (part.type === 'mrkdwn' || part.type === 'plain_text') {
    return text(part, world);
  }
  return ({button, overflow: menu, static_select: menu}[part.type] ?? unknown)(part, press);
}

/** Each item of a menu is pressed like a button of its own. */
function menu(part, press) {
  const overflow = part.type === 'overflow';
  const made = menuButton({
    class: 'button' + (overflow ? ' overflow' : ''),
    data: {testid: 'choices', action: part.action_id ?? ''},
    ...overflow ? {'aria-label': 'More options'} : {},
  }, overflow ? '⋯' : part.placeholder?.text ?? 'Choose', () => part.options.map(option => ({
    label: option.text.text,
    note: option.description?.text,
    run: () => press({...option, action_id: part.action_id, confirm: part.confirm}, made),
  })));
  return made;
}

function button(part, press) {
  const made = element('button', {
    type: 'button',
    class: 'button ' + (part.style ?? ''),
    data: {testid: 'action', action: part.action_id ?? '', value: part.value ?? ''},
  }, part.text.text);
  if (part.accessibility_label) {
    made.setAttribute('aria-label', part.accessibility_label);
  }
  made.addEventListener('click', () => press(part, made));
  return made;
}

function unknown(part) {
  return element('p', {class: 'block unknown'}, `[${part.alt_text ?? part.type}: not shown here]`);
}
