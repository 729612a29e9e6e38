import './homeward/define/homeward-framework.js';
import './homeward/define/homeward-form.js';
import { loadPack } from './homeward/content.js';

const pack = await loadPack('sparf', 'en');
const form = document.querySelector('homeward-form');
if (pack.ok && form) form.pack = pack.value;
