/* global PerformanceObserver, TextDecoder, fetch, performance, setTimeout, window */
// Makes signed files in a page, and the floor: the same words as plain text of jsPDF, in the same fonts.
import { reportText } from '/elements/model.js';
import { exportPdf } from '/elements/pdf.js';
import { newSigningKey, signPdf } from '/elements/signing.js';

const { shown, attached, fonts } = await (await fetch('/paper.json')).json();
const key = await newSigningKey({ name: 'Tansy Holloway', role: 'Social worker', organisation: 'Thistlebridge' });
let measured = shown;
/** What was made last, for whoever asks about it afterwards. */
const last = { signed: null, plain: null };

let longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: 'longtask' });
// Tasks are told of some time after they ended.
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));

const signing = {
  role: 'social-worker',
  // The key was made a moment ago, and signs nothing from before it.
  statedTime: new Date(),
  timeInWords: '21 November 2026, 12:00',
  mark: { kind: 'typed', text: 'T. Holloway' },
};

async function signed() {
  const made = await exportPdf(measured, { published: attached });
  if (!made.ok || made.value.selfCheck.length > 0) throw new Error(JSON.stringify(made));
  const done = await signPdf(made.value.bytes, key, signing);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}

/** As a host would write text with jsPDF: fonts embedded, lines broken to the width of our pages, as many pages. */
function plain(pages = pagesIn(last.signed)) {
  const paper = new globalThis.jspdf.jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true });
  for (const [style, file] of Object.entries(fonts)) {
    paper.addFileToVFS(`${style}.ttf`, file);
    paper.addFont(`${style}.ttf`, 'Atkinson', style);
  }
  const [title, ...texts] = reportText(measured);
  const lines = texts.flatMap((text) => paper.setFont('Atkinson', 'normal').setFontSize(12).splitTextToSize(text, 482));
  const onPage = Math.ceil(lines.length / pages);
  paper.setFont('Atkinson', 'bold').text(title, 57, 40);
  paper.setFont('Atkinson', 'normal');
  lines.forEach((line, index) => {
    if (index > 0 && index % onPage === 0) paper.addPage();
    paper.text(line, 57, 60 + (index % onPage) * (740 / onPage));
  });
  return new Uint8Array(paper.output('arraybuffer'));
}

const pagesIn = (bytes) => new TextDecoder('latin1').decode(bytes).match(/\/Type \/Page\b/g).length;

const told = (which, make) => async () => {
  await quiet();
  longest = 0;
  const from = performance.now();
  last[which] = await make();
  const wall = performance.now() - from;
  await quiet();
  return { wall, longest, bytes: last[which].length };
};

window.paper = {
  /** Takes the fewest blocks of the report that come to `pages` pages, and says how many. */
  fit: async (pages) => {
    let [tooFew, enough] = [0, shown.body.length];
    while (enough - tooFew > 1) {
      const half = (tooFew + enough) >> 1;
      window.paper.take(half);
      if (pagesIn((await exportPdf(measured)).value.bytes) < pages) tooFew = half;
      else enough = half;
    }
    window.paper.take(enough);
    return enough;
  },
  take: (blocks) => {
    measured = { ...shown, body: shown.body.slice(0, blocks) };
  },
  /** Without anything measured. */
  make: async () => {
    await signed();
  },
  signed: told('signed', signed),
  plain: told('plain', () => plain()),
  pages: () => ({ signed: pagesIn(last.signed), plain: pagesIn(last.plain) }),
};
