import './homeward/define/homeward-framework.js';
import './homeward/define/homeward-form.js';
import { loadPack } from './homeward/content.js';

// Your council's own questions and names, where the page carries them (README.md, step 4).
const lines = document.getElementById('homeward-overlay')?.textContent;
addEventListener('homeward-overlay-refused', ({ problems }) => console.error('The overlay cannot be used:', problems));
if (lines)
  for (const element of document.querySelectorAll('homeward-framework, homeward-form')) element.overlay = lines;

const form = document.querySelector('homeward-form');
// Whom it is about: questions about each child or parent are asked once somebody is named.
form.people = [
  { id: 'ash', name: 'Ash', role: 'child' },
  { id: 'wren', name: 'Wren', role: 'parent', assessedAsCarer: true },
];
const pack = await loadPack('sparf', 'en');
if (pack.ok) form.pack = pack.value;
else console.error('The questions cannot be shown:', pack.problems);
