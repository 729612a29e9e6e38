/* global document */
// A page that shows one section of the large case and keeps every answer, as a host would.
import '/elements/define/homeward-form.js';
import { answersKept } from '/answers-kept.js';
import answers from '/case/answers.js';
import pack from '/case/pack.js';
import people from '/case/people.js';
import { ready } from '/ready.js';

const keep = await answersKept();
const form = document.createElement('homeward-form');
form.section = document.querySelector('script[data-section]').dataset.section;
form.pack = pack;
form.people = people;
form.answers = answers;
form.addEventListener('homeward-answer', ({ question, answer }) => keep(question, answer));
form.addEventListener('homeward-ready', ready);
document.querySelector('main').append(form);
