/** A page of somebody else's that has our elements in it. */
export interface HostPage {
  readonly name: string;
  readonly html: string;
  /** Where it stands; another scheme or site where that is the point. */
  readonly origin?: string;
  /** Where the strict policy of the others needs a word more. */
  readonly policy?: (strict: string) => string;
  /** As printed, or in the colours of Windows' high contrast. */
  readonly media?: { readonly media?: 'print'; readonly forcedColors?: 'active' };
}

const bundle = '<script type="module" src="/homeward.esm.js"></script>';
const fill = '<script type="module" src="/fill.js"></script>';

const elements = `
<homeward-framework heading-level="2"></homeward-framework>
<homeward-guidance question="child-wishes" heading-level="2"></homeward-guidance>
<homeward-form section="child-voice" heading-level="2"></homeward-form>
<homeward-question question="child-wishes" heading-level="2"></homeward-question>
<homeward-assessment assessment-id="staff-pages" section="case-setup" heading-level="2"></homeward-assessment>
<homeward-factors round="1" heading-level="2"></homeward-factors>
<homeward-progress heading-level="2"></homeward-progress>
<homeward-verify heading-level="2"></homeward-verify>`;

interface Parts {
  readonly head?: string;
  readonly attributes?: string;
  readonly body?: string;
  readonly charset?: boolean;
}

const page = ({ head = bundle, attributes = 'lang="en"', body = elements, charset = true }: Parts): string =>
  `<!doctype html><html ${attributes}><head>${charset ? '<meta charset="utf-8">' : ''}<title>Staff pages</title>` +
  `${head}${fill}</head><body><main><h1>Staff pages</h1>${body}</main></body></html>`;

export const hostPages: readonly HostPage[] = [
  {
    name: 'a theme that resets everything and shouts',
    html: page({ head: `<link rel="stylesheet" href="/hostile.css">${bundle}` }),
  },
  {
    name: 'two copies and two versions of the bundle',
    html: page({
      head: `<script src="/homeward.iife.js"></script>${bundle}<script type="module" src="/older/homeward.esm.js"></script>`,
    }),
    // Each copy of Lit makes the policy `lit-html`; without this word a browser allows the first alone, which then works.
    policy: (strict) => strict.replace('lit-html', "lit-html 'allow-duplicates'"),
  },
  { name: 'a page from right to left', html: page({ attributes: 'lang="ar" dir="rtl"' }) },
  {
    name: 'a column of 300 px',
    html: page({ head: `<link rel="stylesheet" href="/column.css">${bundle}` }),
  },
  { name: 'print', html: page({}), media: { media: 'print' } },
  { name: 'forced colours', html: page({}), media: { forcedColors: 'active' } },
  { name: 'no charset', html: page({ charset: false }) },
  { name: 'plain http', html: page({}), origin: 'http://old-intranet.example' },
];

export const styles: Readonly<Record<string, string>> = {
  '/hostile.css': `html { font-size: 62.5% }
* { margin: 0 !important; padding: 0 !important; font-size: 9px; font-family: fantasy; letter-spacing: 2px; line-height: 1; color: #ff00ff }
label { color: red !important } input, textarea { border: 0 } ul { list-style: none } h2 { text-transform: uppercase }
button { all: unset !important } details > summary { display: none !important }`,
  '/column.css': 'main { inline-size: 300px }',
};

/** What every page hands to the elements, and how it hears of an answer. */
const fillWith = `const { value: pack } = await loadPack('sparf', 'en');
const { value: assessment } = await loadCase('quillfeather', pack);
const form = document.querySelector('homeward-form');
form.people = [{ id: 'moss', name: 'Moss', role: 'child' }];
form.pack = pack;
const heard = [];
form.addEventListener('homeward-answer', () => { heard.push(1); document.body.dataset.answers = String(heard.length); });
for (const tag of ['homeward-factors', 'homeward-progress'])
  Object.assign(document.querySelector(tag), { pack, assessment });
document.body.dataset.filled = '';
`;

export const fillScript = `import { loadCase, loadPack } from '/homeward.esm.js';
${fillWith}`;

/** A page opened from a disk, where no module may be loaded: the script for old-fashioned tags, and one in the page. */
export const diskPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Staff pages</title>
<script src="homeward.iife.js"></script></head><body><main><h1>Staff pages</h1>${elements}</main>
<script>(async ({ loadCase, loadPack }) => {
${fillWith}})(homeward);</script></body></html>`;
