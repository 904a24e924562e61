// Builds elements without inline styles, and shows what is wrong with a form.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const html = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
export const byId = (id) => document.getElementById(id);

/**
 * A table: columns are [heading, is it a number], rows are lists of texts or elements; the first cell of a row heads it. The roles are
 * stated because a narrow screen shows the cells one below the other, and such a layout would lose them.
 */
export function table(caption, columns, rows) {
  const kind = (column) => (columns[column][1] ? { class: 'number' } : {});
  const head = columns.map(([heading], column) => html('th', { scope: 'col', role: 'columnheader', ...kind(column) }, heading));
  const cell = (content, column) =>
    column === 0
      ? html('th', { scope: 'row', role: 'rowheader' }, content)
      : html('td', { role: 'cell', 'data-heading': columns[column][0], ...kind(column) }, content);
  const body = rows.map((cells) => html('tr', { role: 'row' }, ...cells.map(cell)));
  const whole = html(
    'table',
    { role: 'table' },
    html('caption', {}, caption),
    html('thead', { role: 'rowgroup' }, html('tr', { role: 'row' }, ...head)),
    html('tbody', { role: 'rowgroup' }, ...body),
  );
  return html('div', { class: 'wide' }, whole);
}

/** A table that is too wide scrolls by itself, also by keyboard. */
function letTablesScroll() {
  for (const box of document.querySelectorAll('.wide')) {
    const scrolls = box.scrollWidth > box.clientWidth;
    const attributes = { role: 'region', tabindex: '0', 'aria-label': box.querySelector('caption').textContent };
    for (const [name, value] of Object.entries(attributes)) {
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }
}
addEventListener('resize', letTablesScroll);

/** Shows `parts` under a heading that takes the focus, so that a screen reader reads on from there. */
export function showAnswer(place, heading, parts) {
  const title = html('h3', { tabindex: '-1' }, heading);
  place.replaceChildren(title, ...parts);
  place.hidden = false;
  letTablesScroll();
  title.focus();
}

function describe(input, id, add) {
  const ids = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  if (add) ids.push(id);
  if (ids.length > 0) input.setAttribute('aria-describedby', ids.join(' '));
  else input.removeAttribute('aria-describedby');
}

/** Takes back what an earlier attempt said. */
export function clearErrors(form, summary) {
  summary.hidden = true;
  summary.replaceChildren();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    describe(input, `${input.id}-wrong`, false);
    describe(input, input.dataset.wrong, false);
  }
  for (const message of form.querySelectorAll('.wrong')) {
    if (message.dataset.made) message.remove();
    else message.hidden = true;
  }
}

/**
 * Says what is wrong: in a summary that takes the focus and leads to each field, and beside the field. Each problem has a `message`,
 * and an `input` if one field is to blame; `at` is the id of a place for the message that stands in the page already.
 */
export function showErrors(summary, problems) {
  for (const { input, message, at } of problems) {
    if (!input) continue;
    input.setAttribute('aria-invalid', 'true');
    const id = at ?? `${input.id}-wrong`;
    const place = at ? byId(at) : html('p', { class: 'wrong', id, 'data-made': 'yes' });
    place.replaceChildren(html('span', { class: 'visually-hidden' }, 'Error: '), message);
    place.hidden = false;
    if (!at) (input.closest('.prefixed') ?? input).before(place);
    input.dataset.wrong = id;
    describe(input, id, true);
  }
  const items = problems.map(({ input, message }) => html('li', {}, input ? html('a', { href: `#${input.id}` }, message) : message));
  summary.replaceChildren(html('h3', {}, 'There is a problem'), html('ul', {}, ...items));
  summary.hidden = false;
  for (const link of summary.querySelectorAll('a')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      byId(link.hash.slice(1)).focus();
    });
  }
  summary.focus();
}

/** With a capital letter at the start. */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export const listed = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
