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

/** view: the modal that this person has open, or undefined · people: the choices of a user picker */
export function drawForm(view, people) {
  if (!view) {
    close();
    return;
  }
  const mark = view.user + view.json.id + view.json.hash;
  if (shown?.mark !== mark) {
    const typed = shown?.user === view.user && shown.id === view.json.id ? values() : {};
    shown = {mark, user: view.user, id: view.json.id};
    build(view.json, people);
    restore(typed);
  }
  drawErrors(view);
  if (!dialog.open) {
    opener = focused();
    dialog.showModal();
    place.querySelector('[name]')?.focus();
  }
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

function build(json, people) {
  document.getElementById('form-title').textContent = json.title.text;
  document.getElementById('form-cancel').textContent = json.close?.text ?? 'Cancel';
  const submit = document.getElementById('form-submit');
  submit.hidden = !json.submit;
  submit.textContent = json.submit?.text ?? '';
  place.replaceChildren(...json.blocks.map(block => block.type === 'input'
      ? field(block, json.state.values[block.block_id] ?? {}, people)
      : blocks([block], actions.world, press)));
}

function field(block, state, people) {
  const id = 'field-' + block.block_id;
  const part = block.element;
  const made = control(part, state[part.action_id] ?? {}, people);
  made.id = id;
  made.name = block.block_id;
  made.dataset.type = part.type;
  made.dataset.testid = 'input';
  made.required = !block.optional;
  made.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  const label = element('label', {htmlFor: id}, block.label.text);
  if (block.optional) {
    label.append(element('span', {class: 'optional'}, ' (optional)'));
  }
  return element('div', {class: 'block field'},
      label,
      made,
      element('p', {class: 'note', id: id + '-hint', hidden: !block.hint}, block.hint?.text ?? ''),
      element('p', {class: 'error', id: id + '-error', role: 'alert', data: {testid: 'error', block: block.block_id}, hidden: true}));
}

function control(part, state, people) {
  if (part.type === 'users_select') {
    return menu(part, people.map(each => [each.id, each.text.slice(1)]), state.selected_user ?? '');
  }
  if (part.type === 'static_select' || part.type === 'radio_buttons') {
    const groups = part.option_groups ?? [part];
    const options = groups.flatMap(group => group.options);
    return menu(part, options.map(each => [each.value, each.text.text]), state.selected_option?.value ?? '');
  }
  const text = {value: state.value ?? '', placeholder: part.placeholder?.text ?? '', autocomplete: 'off'};
  return part.multiline
      ? element('textarea', {...text, rows: 3})
      : element('input', {...text, type: 'text', spellcheck: false});
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
      .map(each => [each.name, {type: each.dataset.type, value: each.value}]));
}

/** After the bot changed the modal, typed values stay in inputs of the same name and type. */
function restore(typed) {
  controls()
      .filter(each => typed[each.name]?.type === each.dataset.type)
      .forEach(each => { each.value = typed[each.name].value; });
}

function drawErrors(view) {
  const trouble = document.getElementById('form-trouble');
  trouble.hidden = !view.trouble;
  trouble.textContent = view.trouble;
  const mark = JSON.stringify([view.errors, view.trouble]);
  const fresh = shown.errors !== mark;
  shown.errors = mark;
  for (const each of controls()) {
    const error = document.getElementById(each.id + '-error');
    const text = view.errors[each.name] ?? '';
    error.hidden = !text;
    if (error.textContent !== text) {
      error.textContent = text;
    }
    each.setAttribute('aria-invalid', String(Boolean(text)));
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
    const there = pressed.isConnected ? pressed : place.querySelector('[name]');
    (place.querySelector('[aria-invalid=true]') ?? there)?.focus();
  }
}

function press(part) {
  act('/form/click', {action: part.action_id, values: values()});
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
