import './homeward/define/homeward-framework.js';
import './homeward/define/homeward-form.js';
import { applyOverlay, loadPack } from './homeward/content.js';

const published = await loadPack('sparf', 'en');
// Your council's own questions and names, where the page carries them (README.md, step 4).
const lines = document.getElementById('homeward-overlay')?.textContent;
const pack = published.ok && lines ? await applyOverlay(published.value, JSON.parse(lines)) : published;

const form = document.querySelector('homeward-form');
// Whom it is about: questions about each child or parent are asked once somebody is named.
form.people = [
  { id: 'ash', name: 'Ash', role: 'child' },
  { id: 'wren', name: 'Wren', role: 'parent', assessedAsCarer: true },
];
if (pack.ok) form.pack = pack.value;
else console.error('The questions cannot be shown:', pack.problems);
