import './homeward/define/homeward-framework.js';
import './homeward/define/homeward-form.js';
import { loadPack } from './homeward/content.js';

const forms = document.querySelectorAll('homeward-form');
const told = new Set();
/** What went wrong, once on the console and where the questions would be. */
function tell(what) {
  if (told.has(what)) return;
  told.add(what);
  console.error(what);
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.textContent = what;
  forms[0].before(note);
}

// Your council's own questions, names and colours, where the page carries them (README.md, step 3).
addEventListener('homeward-overlay-refused', ({ messages }) => {
  for (const message of messages) tell(`What your council adds could not be used: ${message}`);
});
const lines = document.getElementById('homeward-overlay')?.textContent;
if (lines)
  for (const element of document.querySelectorAll('homeward-framework, homeward-form')) element.overlay = lines;

// Whom it is about: questions about each child or parent are asked once somebody is named.
const people = [
  { id: 'ash', name: 'Ash', role: 'child' },
  { id: 'wren', name: 'Wren', role: 'parent', assessedAsCarer: true },
];
const pack = await loadPack('sparf', 'en');
if (pack.ok) for (const form of forms) Object.assign(form, { people, pack: pack.value });
else tell('The questions cannot be shown. Load the page again.');
