import { createHash } from 'node:crypto';

/** How each element is tried: the markup a page writes, and what it hands over by script where that is needed. */
const tried = {
  'homeward-framework': ['<homeward-framework heading-level="3"></homeward-framework>'],
  'homeward-guidance': ['<homeward-guidance question="child-wishes" heading-level="3"></homeward-guidance>'],
  'homeward-form': [
    '<homeward-form section="child-voice" heading-level="3"></homeward-form>',
    "element.people = [{ id: 'ash', name: 'Ash', role: 'child' }];\nelement.pack = pack;",
  ],
  'homeward-question': ['<homeward-question question="why-now" heading-level="3"></homeward-question>'],
  'homeward-assessment': [
    '<homeward-assessment assessment-id="components" section="network-home" heading-level="3"></homeward-assessment>',
  ],
  'homeward-factors': [
    '<homeward-factors round="1" heading-level="3"></homeward-factors>',
    'element.pack = pack;\nelement.assessment = assessment;',
  ],
  'homeward-progress': [
    '<homeward-progress heading-level="3"></homeward-progress>',
    'element.pack = pack;\nelement.assessment = assessment;',
  ],
  'homeward-verify': ['<homeward-verify heading-level="3"></homeward-verify>'],
  'homeward-app': ['<homeward-app></homeward-app>'],
};

const safe = (text) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Words of a comment: what stands between backticks is code. */
const told = (text) => safe(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

function table(caption, heads, rows) {
  if (rows.length === 0) return '';
  const cells = (row) =>
    row.map((cell, at) => (at === 0 ? `<th scope="row"><code>${safe(cell)}</code></th>` : `<td>${told(cell)}</td>`));
  return `<div class="table" role="group" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;
}

function section(element) {
  const { tagName, description, members, events, cssParts = [], cssProperties, slots = [] } = element;
  const [markup, script] = tried[tagName] ?? [];
  if (!markup) throw new Error(`components-page.mjs does not say how ${tagName} is tried`);
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const live =
    tagName === 'homeward-app'
      ? '<p>The whole toolkit: <a href="./">open it</a>. In a page of yours it is for training, unless you say <code>trusted-host</code>.</p>'
      : `<div class="live" data-live="${tagName}">${markup}</div>`;
  return `<section aria-labelledby="${tagName}">
<h2 id="${tagName}"><code>&lt;${tagName}&gt;</code></h2>
<p>${told(description)}</p>
${live}
<pre tabindex="0" aria-label="Markup of ${tagName}"><code>${safe(markup)}${script ? `\n\n&lt;script type="module"&gt;\n${safe(script)}\n&lt;/script&gt;` : ''}</code></pre>
${table(
  'Properties',
  ['Property', 'Attribute', 'Type', 'What it is'],
  fields.map((each) => [each.name, each.attribute, each.type?.text, each.description]),
)}
${table(
  'Methods',
  ['Method', 'What it does'],
  methods.map((each) => [`${each.name}()`, each.description]),
)}
${table(
  'Events',
  ['Event', 'Type', 'When'],
  events.map((each) => [each.name, each.type?.text, each.description]),
)}
${table(
  'Slots',
  ['Slot', 'What it holds'],
  slots.map((each) => [each.name, each.description]),
)}
${table(
  'Parts',
  ['Part', 'What it is'],
  cssParts.map((each) => [each.name, each.description]),
)}
<details><summary>CSS properties of ${tagName}</summary>
${table(
  'CSS properties',
  ['Property', 'Default', 'What it is'],
  cssProperties.map((each) => [each.name, each.default, each.description]),
)}
</details>
</section>`;
}

const style = `:root { color: #0b0c0c; background: #fff; font: 1rem/1.5 arial, helvetica, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
section { margin-block: 3rem; border-block-start: 4px solid #0b4f5c; }
a { color: #0b4f5c; }
table { width: 100%; margin-block: 1rem; border-collapse: collapse; }
caption { font-weight: bold; text-align: start; }
th, td { padding: 0.4rem 0.8rem 0.4rem 0; border-block-end: 1px solid #cecece; text-align: start; vertical-align: top; }
th[scope='row'] { white-space: nowrap; }
.table { overflow-x: auto; }
td:last-child { min-width: 14rem; }
pre { overflow: auto; padding: 1rem; background: #f0f5f6; }
.live { padding: 1rem; border: 1px solid #cecece; }
summary { min-height: 2rem; cursor: pointer; }
`;

const scriptFor = (elements) => `import { loadCase, loadPack } from './homeward.esm.js';

const loaded = await loadPack('sparf', 'en');
const pack = loaded.ok ? loaded.value : null;
const read = pack ? await loadCase('quillfeather', pack) : null;
const assessment = read?.ok ? read.value : null;
const tried = {
${elements
  .flatMap(({ tagName }) => {
    const script = tried[tagName]?.[1];
    return script ? [`  '${tagName}': (element) => {\n${script.replaceAll(/^/gm, '    ')}\n  },`] : [];
  })
  .join('\n')}
};
for (const place of document.querySelectorAll('[data-live]')) tried[place.dataset.live]?.(place.firstElementChild);
`;

/** The page that shows every element, made of what their class comments say. */
export function componentsPage(elements, bundle) {
  const integrity = `sha384-${createHash('sha384').update(bundle).digest('base64')}`;
  const inOrder = Object.keys(tried).flatMap((tag) => elements.filter(({ tagName }) => tagName === tag));
  const unknown = elements.filter((each) => !inOrder.includes(each)).map(({ tagName }) => tagName);
  if (unknown.length > 0) throw new Error(`components-page.mjs does not say how to try ${unknown.join(', ')}`);
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Elements of Homeward</title>
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="./components/page.css">
<script type="module" src="./components/homeward.esm.js" integrity="${integrity}" crossorigin></script>
<script type="module" src="./components/live.js"></script>
</head>
<body>
<main>
<h1>Elements of Homeward</h1>
<p>Each stands alone on a page of yours. This page loads one file:</p>
<pre tabindex="0" aria-label="The script tag"><code>&lt;script type="module" src="homeward.esm.js"
  integrity="${integrity}" crossorigin&gt;&lt;/script&gt;</code></pre>
<nav aria-label="Elements"><ul>
${inOrder.map(({ tagName }) => `<li><a href="#${tagName}">${tagName}</a></li>`).join('\n')}
</ul></nav>
${inOrder.map(section).join('\n')}
</main>
</body>
</html>
`;
  return { page, script: scriptFor(inOrder), style };
}
