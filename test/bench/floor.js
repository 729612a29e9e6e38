/* global document, location, URL, CSS */
import { answersKept } from './answers-kept.js';
import { ready } from './ready.js';

const keep = await answersKept();
const main = document.querySelector('main');
const aside = document.querySelector('aside');

function showHelp(question) {
  aside.replaceChildren(
    ...(question?.querySelector('.hw-help-in-place > .govuk-details__text')?.cloneNode(true).childNodes ?? []),
  );
}

/** Shows or hides what hangs on a gate. */
function follow(gate, shown) {
  for (const question of document.querySelectorAll(`[data-gate="${CSS.escape(gate)}"]`)) question.hidden = !shown;
}

/** Fills the controls of one answer: a text, a list of what is chosen, or the parts of a date. */
function fill(name, value) {
  for (const control of document.getElementsByName(name)) {
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = value.includes(control.value);
    else control.value = value;
  }
}

if (location.search === '?answers') {
  const { default: answers } = await import(new URL('floor-answers.js', location.href).href);
  for (const [name, value] of answers) {
    fill(name, value);
    if (value === 'yes') follow(name, true);
  }
}

main.addEventListener('input', ({ target }) => {
  if (target.name === '') return;
  keep(target.name, target.type === 'checkbox' && !target.checked ? null : target.value);
  if (target.type === 'radio') follow(target.name, target.value === 'yes');
});
main.addEventListener('focusin', ({ target }) => showHelp(target.closest('.hw-question')));
showHelp(document.querySelector('.hw-question'));
ready();
