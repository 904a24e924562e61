// The second form: what one piece of work comes to.
import { byId, capital, html, showAnswer, table } from './dom.js';

const pounds = (amount) => `£${amount.replace(/\.00$/, '')}`;
const OUTCOMES = { passed: 'Reached', failed: 'Not reached', not_applicable: 'Does not apply', unknown: 'Not known' };

/** The text of a field without what people add to amounts. */
const text = (form, name) => form.elements[name].value.trim().replace(/^£\s*/, '').replaceAll(',', '');

function readDate(form, problems) {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => text(form, name));
  const wrong = (name, message) => problems.push({ input: form.elements[name], at: 'date-wrong', message });
  if (!day && !month && !year) return wrong('day', 'Enter the day of the work');
  for (const [name, value, shape] of [['day', day, /^\d{1,2}$/], ['month', month, /^\d{1,2}$/], ['year', year, /^\d{4}$/]]) {
    if (!shape.test(value)) return wrong(name, `The day of the work must have a ${name} in figures`);
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date) return wrong('day', 'The day of the work must be a real date');
  return date;
}

export function read(form) {
  const problems = [];
  const engagement = { date: readDate(form, problems) };
  const fee = text(form, 'fee');
  if (/^\d+(\.\d{1,2})?$/.test(fee)) {
    const [whole, pence = ''] = fee.split('.');
    engagement.fee = `${whole}.${pence.padEnd(2, '0')}`;
  } else {
    problems.push({ input: form.elements.fee, message: fee ? 'The fee must be an amount of pounds, like 150 or 150.50' : 'Enter the fee, or 0 if nothing is paid' });
  }
  const number = (name, what, needed) => {
    const value = text(form, name);
    if (value === '' && !needed) return undefined;
    if (/^\d+(\.\d+)?$/.test(value)) return value;
    problems.push({ input: form.elements[name], message: value ? `${what} must be a number, like 2 or 2.5` : `Enter ${what.toLowerCase()}` });
    return undefined;
  };
  engagement.hours = number('hours', 'The hours of the meeting or task', true);
  engagement.preparation_hours = number('preparation_hours', 'The hours of preparation');
  engagement.travel_hours = number('travel_hours', 'The hours of travelling');
  const miles = number('miles', 'The miles by car');
  if (miles !== undefined) engagement.expenses = [{ kind: 'car', miles, receipted: true }];
  const age = text(form, 'age');
  if (/^\d{1,3}$/.test(age)) engagement.age = Number(age);
  else if (age) problems.push({ input: form.elements.age, message: 'The age must be a whole number of years' });
  const london = form.elements.london.value;
  if (london !== 'unknown') engagement.london = london === 'yes';
  return { request: { engagement }, problems };
}

/** The field that an error of coprod points at. */
export function input(path) {
  const name = path.split('/')[2];
  return byId({ date: 'day', expenses: 'miles' }[name] ?? name) ?? undefined;
}

export function show(place, answer) {
  const parts = [];
  const hourly = answer.per_hour_with_travel ?? answer.per_hour;
  let sentence = `The person receives ${pounds(answer.total)} before tax`;
  if (answer.expenses !== '0.00') sentence += `: ${pounds(answer.fee ?? '0.00')} for the work and ${pounds(answer.expenses)} paid back`;
  if (answer.per_hour) sentence += `. That is ${pounds(answer.per_hour.rounded)} for each hour of work, preparation included`;
  if (hourly !== answer.per_hour) sentence += `, and ${pounds(hourly.rounded)} for each hour with travelling counted`;
  parts.push(html('p', {}, `${sentence}.`));
  parts.push(
    table(
      'What is paid',
      [['What for'], ['Amount', true]],
      [...answer.lines.map(({ text: what, amount }) => [capital(what), pounds(amount)]), ['Total', pounds(answer.total)]],
    ),
  );
  if (answer.floors.length > 0) {
    const rows = answer.floors.map(({ name, outcome, rate, reason, fee_needed: needed }) => [
      capital(name),
      rate ? pounds(rate) : 'Not known',
      `${OUTCOMES[outcome]}: ${reason}${needed ? `. A fee of ${pounds(needed)} would reach it` : ''}`,
    ]);
    parts.push(table('Wage floors', [['Floor'], ['For an hour', true], ['Reached?']], rows));
  }
  if (answer.warnings.length > 0) parts.push(html('h4', {}, 'Beware'), bullets(answer.warnings.map(({ text: words }) => words)));
  if (answer.questions.length > 0) parts.push(html('h4', {}, 'Not known yet'), bullets(answer.questions.map(({ question }) => question)));
  const sources = new Map([...answer.lines, ...answer.floors].filter(({ fact }) => fact?.source).map(({ fact }) => [fact.id, fact]));
  if (sources.size > 0) {
    const list = [...sources.values()].map(({ source, from, until }) =>
      html('li', {}, html('a', { href: source.reference }, source.title), `. Known from ${from}${until ? ` to ${until}` : ''}.`),
    );
    parts.push(html('details', {}, html('summary', {}, 'Where the figures come from'), html('ul', {}, ...list)));
  }
  showAnswer(place, 'What the offer comes to', parts);
}

function bullets(lines) {
  return html('ul', {}, ...lines.map((line) => html('li', {}, capital(line))));
}
