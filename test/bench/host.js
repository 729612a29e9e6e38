/* global document, location, URL */
// A page that shows the form and keeps every answer, as a host would.
import '/elements/define/homeward-form.js';
import { answersKept } from '/answers-kept.js';
import { ready } from '/ready.js';

const keep = await answersKept();
const beside = (file) => import(new URL(file, location.href).href);
const { default: pack } = await beside('pack.js');
const { default: answers } = await beside(location.search === '?answers' ? 'all.js' : 'few.js');
const form = document.createElement('homeward-form');
form.setAttribute('view', 'all');
form.pack = pack;
form.answers = answers;
form.addEventListener('homeward-answer', ({ question, answer }) => keep(question, answer));
form.addEventListener('homeward-ready', ready);
document.querySelector('main').append(form);
