// Describes the elements from their class comments: dist/elements/custom-elements.json, what editors read (VS Code's
// html-custom-data.json, web-types.json), and the page of the site that shows each one live (dist/site/components.html).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { componentsPage } from './components-page.mjs';
import { themeProperties } from './theme-properties.mjs';

execFileSync(
  process.execPath,
  [
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--litelement',
    '--quiet',
    '--globs',
    'src/elements/*/*.ts',
    'src/app/app.ts',
    '--exclude',
    '**/*test.ts',
    '**/*.suite.ts',
    '--outdir',
    'dist/elements',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

const file = 'dist/elements/custom-elements.json';
const { modules, ...head } = JSON.parse(readFileSync(file, 'utf8'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The tag of a class, and where an importer finds both: `define()` is our own, which no analyzer knows. */
function tagOf({ path }, { name }) {
  const [, folder] = /^src\/elements\/(\w+)\/\1\.ts$/.exec(path) ?? /^src\/(app)\/app\.ts$/.exec(path) ?? [];
  return folder && name === `Homeward${folder[0].toUpperCase()}${folder.slice(1)}` ? folder : null;
}

const elements = modules.flatMap((module) =>
  module.declarations.flatMap((declaration) => {
    const folder = tagOf(module, declaration);
    if (!folder) return [];
    const members = (declaration.members ?? []).filter(
      ({ name, privacy, static: isStatic }) =>
        privacy !== 'private' && privacy !== 'protected' && !isStatic && !name.startsWith('#'),
    );
    const own = declaration.cssProperties ?? [];
    const shared = themeProperties.filter(({ name }) => !own.some((each) => each.name === name));
    return [
      {
        ...declaration,
        kind: 'class',
        customElement: true,
        tagName: `homeward-${folder}`,
        members: members.filter(({ name }) => !['connectedCallback', 'disconnectedCallback'].includes(name)),
        // Ours have a dash; the analyzer takes the first word inside an event's brackets for the name of another.
        events: declaration.events?.filter(({ name }) => name?.includes('-')) ?? [],
        cssProperties: [...own, ...shared],
      },
    ];
  }),
);

const manifest = {
  ...head,
  readme: '',
  modules: elements.map((declaration) => {
    const path = `define/${declaration.tagName}.js`;
    const { name, tagName } = declaration;
    return {
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } }],
    };
  }),
};
const written = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
written(file, manifest);

const attributes = ({ attributes: all = [] }) => all.map(({ name, description }) => ({ name, description }));
written('dist/elements/html-custom-data.json', {
  version: 1.1,
  tags: elements.map((each) => ({ name: each.tagName, description: each.description, attributes: attributes(each) })),
});
written('dist/elements/web-types.json', {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: 'homeward',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((each) => ({
        name: each.tagName,
        description: each.description,
        attributes: attributes(each),
        js: {
          properties: each.members
            .filter(({ kind }) => kind === 'field')
            .map(({ name, description, type }) => ({ name, description, type: type?.text })),
          events: each.events.map(({ name, description }) => ({ name, description })),
        },
        css: {
          properties: each.cssProperties.map(({ name, description }) => ({ name, description })),
          parts: (each.cssParts ?? []).map(({ name, description }) => ({ name, description })),
        },
      })),
    },
  },
});

mkdirSync('dist/site/components', { recursive: true });
const sri = componentsPage(elements, readFileSync('dist/homeward.esm.js'));
writeFileSync('dist/site/components.html', sri.page);
writeFileSync('dist/site/components/live.js', sri.script);
writeFileSync('dist/site/components/page.css', sri.style);
copyFileSync('dist/homeward.esm.js', 'dist/site/components/homeward.esm.js');
console.log(`${elements.length} elements described`);
