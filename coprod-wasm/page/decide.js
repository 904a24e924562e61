// The first form: who can decide, and who can stop a decision.
import { byId, html, listed, showAnswer, svg, table } from './dom.js';

const MOST_PEOPLE = 12;
const SIDES = { lived: 'Lived experience', staff: 'Staff' };
const START = ['lived', 'lived', 'lived', 'staff', 'staff'];

let made = 0;

const people = () => [...byId('people').children];
const nameOf = (row) => row.querySelector('input[type=text]').value.trim();
const sideOf = (row) => row.querySelector('input[type=radio]:checked').value;

function addPerson(side) {
  const id = `p${(made += 1)}`;
  const row = byId('person').content.cloneNode(true).firstElementChild;
  row.id = id;
  const [text, lived, staff] = row.querySelectorAll('input');
  for (const [input, part] of [[text, 'name'], [lived, 'lived'], [staff, 'staff']]) {
    input.id = `${id}-${part}`;
    if (part !== 'name') {
      input.name = `${id}-side`;
      input.checked = part === side;
    }
    (part === 'name' ? input.previousElementSibling : input.nextElementSibling).htmlFor = input.id;
  }
  text.addEventListener('input', renew);
  row.querySelector('.remove').addEventListener('click', () => remove(row));
  byId('people').append(row);
  renew();
  return row;
}

function remove(row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  renew();
  say(`Person removed. ${people().length} left.`);
  next.querySelector('input').focus();
}

const say = (words) => {
  byId('people-status').textContent = words;
};

/** Numbers the rows, and offers their names as the person who signs off. */
function renew() {
  const rows = people();
  rows.forEach((row, index) => {
    for (const place of row.querySelectorAll('.number')) place.textContent = String(index + 1);
    row.querySelector('.remove').hidden = rows.length === 1;
  });
  byId('add-person').hidden = rows.length >= MOST_PEOPLE;
  const signer = byId('signer');
  const chosen = signer.value;
  signer.replaceChildren(...rows.map((row, index) => html('option', { value: row.id }, nameOf(row) || `Person ${index + 1}`)));
  if (rows.some((row) => row.id === chosen)) signer.value = chosen;
}

/** Puts the first people in, and makes the buttons work. */
export function prepare() {
  for (const side of START) addPerson(side);
  byId('add-person').addEventListener('click', () => {
    addPerson('lived').querySelector('input').focus();
    say(`Person ${people().length} added.`);
  });
  // Most often it is somebody on the staff.
  byId('signer').value = people().find((row) => sideOf(row) === 'staff').id;
  byId('power-form').addEventListener('change', () => {
    byId('signer-part').hidden = !byId('rule-sign_off').checked;
  });
}

const RULES = {
  majority: () => ({ majority: {} }),
  two_thirds: () => ({ two_thirds: {} }),
  each: () => ({ each_constituency: {} }),
  sign_off: (signer) => ({ veto: { by: [signer], then: { majority: {} } } }),
};

export function read(form) {
  const problems = [];
  const seen = new Map();
  people().forEach((row, index) => {
    const name = nameOf(row);
    const text = row.querySelector('input');
    if (!name) problems.push({ input: text, message: `Enter a name or role for person ${index + 1}` });
    else if (seen.has(name.toLowerCase())) problems.push({ input: text, message: `Person ${index + 1} needs another name than person ${seen.get(name.toLowerCase())}` });
    else seen.set(name.toLowerCase(), index + 1);
  });
  const members = people().map((row) => ({ id: row.id, constituency: sideOf(row) }));
  const names = new Map(people().map((row) => [row.id, nameOf(row)]));
  const kind = form.elements.rule.value;
  if (kind === 'each' && new Set(members.map(({ constituency }) => constituency)).size < 2) {
    problems.push({ input: byId('rule-each'), message: 'Both sides need at least one person for this rule' });
  }
  return { request: { members, rule: RULES[kind](form.elements.signer.value) }, problems, context: { members, names } };
}

/** The field that an error of coprod points at. */
export function input(path) {
  const [, part, index] = path.split('/');
  return part === 'members' ? people()[Number(index)]?.querySelector('input') : byId('rule-majority');
}

const percent = (value) => `${Math.round(value * 1000) / 10}%`;
const fraction = ({ exact }) => (exact === '0' ? 'none' : exact === '1' ? 'all' : exact);

/** What a person's part amounts to, in words. */
function part({ dictator, veto, dummy }) {
  if (dictator) return 'Decides alone';
  if (veto) return 'Can stop any decision';
  if (dummy) return 'Never makes a difference';
  return '';
}

function sentence(answer, names) {
  if (answer.constant) return 'Under this rule nobody’s vote makes a difference.';
  const sides = answer.constituencies.map(({ id, seats, if_each_votes_alone: power }) => {
    const who = id === 'lived' ? 'with lived experience' : seats === 1 ? 'on the staff side' : 'on the staff side';
    return `${seats} ${seats === 1 ? 'person' : 'people'} ${who} ${seats === 1 ? 'has' : 'have'} ${percent(power.shapley_shubik.value)} of the power`;
  });
  const named = (test) => answer.members.filter(test).map(({ id }) => names.get(id));
  const [alone, stop, never] = [named(({ dictator }) => dictator), named(({ veto, dictator }) => veto && !dictator), named(({ dummy }) => dummy)];
  let text = `Under this rule ${listed(sides)}. `;
  if (alone.length > 0) text += `${listed(alone)} decides alone. `;
  if (stop.length > 0) text += `${listed(stop)} can each stop any decision. `.replace(stop.length === 1 ? ' each' : '', '');
  if (never.length > 0) text += `The vote of ${listed(never)} never makes a difference. `;
  if (alone.length + stop.length === 0) text += 'Nobody can stop a decision alone. ';
  return text.trim();
}

const yes = (value) => (value ? 'Yes' : 'No');

/** A bar for a share of the whole. The text beside it says the same, so a screen reader leaves it out. */
function bar(value, side) {
  const [width, height] = [120, 14];
  const size = { height: String(height), x: '0', y: '0' };
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { ...size, class: side, width: String(Math.round(width * value * 10) / 10), fill: '#1d70b8' }),
    svg('rect', { ...size, class: 'whole', width: String(width), fill: 'none', stroke: 'currentColor' }),
  );
}

export function show(place, answer, { names }) {
  const parts = [html('p', {}, sentence(answer, names))];
  if (!answer.constant) {
    const said = answer.members.some(part);
    const rows = answer.members.map((member) => [
      html('span', {}, names.get(member.id), html('span', { class: 'side' }, SIDES[member.constituency])),
      html('span', {}, `${percent(member.shapley_shubik.value)} (${fraction(member.shapley_shubik)})`, bar(member.shapley_shubik.value, member.constituency)),
      ...(said ? [part(member)] : []),
    ]);
    parts.push(table('Each person', [['Person'], ['Share of the power'], ...(said ? [['In short']] : [])], rows));
  }
  parts.push(
    table(
      'Each side, if it stands together',
      [['Side'], ['Can decide without the other'], ['Can stop a decision']],
      answer.constituencies.map((side) => [`${SIDES[side.id]} (${side.seats})`, yes(side.can_decide_if_all_attend), yes(side.can_block_by_voting_if_all_attend)]),
    ),
    html(
      'p',
      { class: 'hint' },
      'The share of the power is the chance to be the person whose yes makes a decision pass, if all say yes one after another in an order drawn by lot (the Shapley-Shubik index).',
    ),
  );
  showAnswer(place, 'Who can decide', parts);
}
