// A modal as Slack shows it: a dialog over the page, its inputs and their errors.
import {blocks, element} from './blocks.js';
import {focused, refocus} from './focus.js';

const dialog = document.getElementById('form');
const place = document.getElementById('form-blocks');

let shown;
let opener;
let actions;

/** post: sends an action with its body · world: as for blocks.js */
export function prepare(post, world) {
  actions = {post, world};
}

/** view: the modal that this person has open, or undefined · {people, channels}: what can be picked */
export function drawForm(view, pickable) {
  if (!view) {
    close();
    return;
  }
  const mark = view.user + view.json.id + view.json.hash;
  if (shown?.mark !== mark) {
    const typed = shown?.user === view.user && shown.id === view.json.id ? values() : {};
    shown = {mark, user: view.user, id: view.json.id};
    build(view.json, pickable);
    restore(typed);
  }
  drawErrors(view);
  if (!dialog.open) {
    opener = focused();
    dialog.showModal();
    focus(controls()[0]);
  }
}

/** Focuses a control; of a group of checkboxes the first. */
function focus(control) {
  (control?.tagName === 'FIELDSET' ? control.querySelector('input') : control)?.focus();
}

/** The browser returns the focus to what had it, unless that has been redrawn since. */
function close() {
  shown = undefined;
  place.replaceChildren();
  if (dialog.open) {
    dialog.close();
    refocus(opener);
  }
}

function build(json, pickable) {
  document.getElementById('form-title').textContent = json.title.text;
  document.getElementById('form-cancel').textContent = json.close?.text ?? 'Cancel';
  const submit = document.getElementById('form-submit');
  submit.hidden = !json.submit;
  submit.textContent = json.submit?.text ?? '';
  place.replaceChildren(...json.blocks.map(block => block.type === 'input'
      ? field(block, json.state.values[block.block_id] ?? {}, pickable)
      : blocks([block], actions.world, press)));
}

function field(block, state, pickable) {
  const id = 'field-' + block.block_id;
  const part = block.element;
  const made = control(part, state[part.action_id] ?? {}, pickable);
  const group = made.tagName === 'FIELDSET';
  made.id = id;
  made.name = block.block_id;
  made.dataset.type = part.type;
  made.dataset.testid = 'input';
  made.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  if (group) {
    made.setAttribute('aria-labelledby', id + '-name');
  } else {
    made.required = !block.optional;
  }
  const label = element(group ? 'span' : 'label',
      {class: 'field-name', id: id + '-name', ...group ? {} : {htmlFor: id}}, block.label.text);
  if (block.optional) {
    label.append(element('span', {class: 'optional'}, ' (optional)'));
  }
  return element('div', {class: 'block field'},
      label,
      made,
      element('p', {class: 'note', id: id + '-hint', hidden: !block.hint}, block.hint?.text ?? ''),
      element('p', {class: 'error', id: id + '-error', role: 'alert', data: {testid: 'error', block: block.block_id}, hidden: true}));
}

const SINGLE = {
  users_select: state => state.selected_user,
  conversations_select: state => state.selected_conversation,
  static_select: state => state.selected_option?.value,
  radio_buttons: state => state.selected_option?.value,
};

const SEVERAL = {
  multi_users_select: state => state.selected_users,
  multi_static_select: state => state.selected_options.map(each => each.value),
  checkboxes: state => state.selected_options.map(each => each.value),
};

function control(part, state, pickable) {
  if (SINGLE[part.type]) {
    return menu(part, offered(part, pickable), SINGLE[part.type](state) ?? '');
  }
  if (SEVERAL[part.type]) {
    return many(part, offered(part, pickable), SEVERAL[part.type](state) ?? []);
  }
  const text = {value: state.value ?? '', placeholder: part.placeholder?.text ?? '', autocomplete: 'off'};
  return part.multiline
      ? element('textarea', {...text, rows: 3})
      : element('input', {...text, type: 'text', spellcheck: false});
}

/** What can be chosen, as pairs of value and text. */
function offered(part, {people, channels}) {
  if (part.type.endsWith('users_select')) {
    return people.map(each => [each.id, each.text.slice(1)]);
  }
  if (part.type === 'conversations_select') {
    return channels.map(each => [each.id, '#' + each.name]);
  }
  const options = (part.option_groups ?? [part]).flatMap(group => group.options);
  return options.map(each => [each.value, each.text.text]);
}

/** Checkboxes, of which no more can be ticked than the menu holds. */
function many(part, options, chosen) {
  const made = element('fieldset', {class: 'many'}, ...options.map(([value, text]) =>
      element('label', {}, element('input', {type: 'checkbox', value, checked: chosen.includes(value)}), text)));
  const boxes = [...made.querySelectorAll('input')];
  const limit = () => {
    const full = boxes.filter(each => each.checked).length >= (part.max_selected_items ?? Infinity);
    boxes.forEach(each => { each.disabled = full && !each.checked; });
  };
  made.addEventListener('change', limit);
  limit();
  return made;
}

/** As in Slack, a choice can be changed but not cleared. */
function menu(part, options, chosen) {
  const made = element('select', {});
  made.append(element('option', {value: '', disabled: chosen !== ''}, part.placeholder?.text ?? 'Choose'));
  made.append(...options.map(([value, text]) => element('option', {value}, text)));
  made.value = chosen;
  return made;
}

function controls() {
  return [...place.querySelectorAll('[name]')];
}

function values() {
  return Object.fromEntries(controls()
      .filter(each => each.tagName !== 'SELECT' || each.value !== '')
      .map(each => [each.name, {type: each.dataset.type, ...value(each)}]));
}

function value(control) {
  return control.tagName === 'FIELDSET'
      ? {values: [...control.querySelectorAll(':checked')].map(each => each.value)}
      : {value: control.value};
}

/** After the bot changed the modal, typed values stay in inputs of the same name and type. */
function restore(typed) {
  controls()
      .filter(each => typed[each.name]?.type === each.dataset.type)
      .forEach(each => refill(each, typed[each.name]));
}

function refill(control, {value, values}) {
  if (values) {
    control.querySelectorAll('input').forEach(each => { each.checked = values.includes(each.value); });
  } else {
    control.value = value;
  }
}

/** Marks a control as wrong or right; a group cannot be invalid, but its first checkbox can. */
function mark(control, wrong) {
  control.classList.toggle('invalid', wrong);
  (control.tagName === 'FIELDSET' ? control.querySelector('input') : control)
      ?.setAttribute('aria-invalid', String(wrong));
}

function drawErrors(view) {
  const trouble = document.getElementById('form-trouble');
  trouble.hidden = !view.trouble;
  trouble.textContent = view.trouble;
  const told = JSON.stringify([view.errors, view.trouble]);
  const fresh = shown.errors !== told;
  shown.errors = told;
  for (const each of controls()) {
    const error = document.getElementById(each.id + '-error');
    const text = view.errors[each.name] ?? '';
    error.hidden = !text;
    if (error.textContent !== text) {
      error.textContent = text;
    }
    mark(each, Boolean(text));
  }
  if (fresh) {
    place.querySelector('[aria-invalid=true]')?.focus();
  }
}

async function act(path, more = {}) {
  const buttons = [...dialog.querySelectorAll('button')];
  const pressed = document.activeElement;
  buttons.forEach(each => { each.disabled = true; });
  await actions.post(path, {user: shown.user, view: shown.id, ...more});
  buttons.forEach(each => { each.disabled = false; });
  // A disabled button loses the focus, which would then leave the dialog.
  if (document.activeElement === document.body && dialog.open) {
    const there = pressed.isConnected ? pressed : controls()[0];
    focus(place.querySelector('[aria-invalid=true]') ?? there);
  }
}

function press(part) {
  act('/form/click', {action: part.action_id, value: part.value ?? '', values: values()});
}

document.getElementById('form-cancel').addEventListener('click', () => act('/form/cancel'));

// Escape closes it on the server too, so both sides agree on what is open.
dialog.addEventListener('cancel', event => {
  event.preventDefault();
  act('/form/cancel');
});

dialog.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  act('/form/submit', {values: values()});
});
