import { build } from 'vite';
import { expect, test } from 'vitest';
import { tightTemplates } from './vite-plugin-tight.ts';

const source = `import { html } from 'lit';
export const list = (of) => html\`
  <ul>
    \${of.map((each) => html\`<li>
      \${each}
    </li>\`)}
  </ul>
\`;
export const text = \`
  <ul>
\`;`;

test('what is built has the templates without blanks, one within another too, and other texts as they were', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'source',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('asked') ? '/src/asked.ts' : null),
        load: (id) => (id === '/src/asked.ts' ? source : null),
      },
      tightTemplates(),
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: 'asked', formats: ['es'] },
      rolldownOptions: { external: 'lit' },
    },
  });
  const [{ output }] = built as unknown as [{ readonly output: readonly [{ readonly code: string }] }];
  expect(output[0].code).toContain('html`<ul>${of.map((each) => html`<li>${each}</li>`)}</ul>`');
  expect(output[0].code).toContain('`\n  <ul>\n`');
});
