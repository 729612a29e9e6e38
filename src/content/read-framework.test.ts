import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../model/pack.ts';
import { plainText, type TextBlock } from '../model/rich-text.ts';
import { stageParts } from './framework.ts';
import { loadFramework, loadPackCore } from './packs.ts';
import { compilePack } from './parse-pack.ts';
import { readFramework } from './read-framework.ts';
import { readFolder } from './vite-plugin-folder.ts';

const files = readFolder(fileURLToPath(new URL('../../guidance/sparf', import.meta.url)));
const compiled = compilePack(files, 'en');
if (!compiled.ok) throw new Error('the pack does not compile');
const pack: Pack = compiled.value.pack;

/** Where the framework has faults when `from` stands as `to` in `file`. */
function faultsWith(file: string, from: string, to: string): readonly string[] {
  const text = files[file] ?? '';
  expect(text).toContain(from);
  const read = readFramework({ ...files, [file]: text.replace(from, () => to) }, pack, []);
  return read.ok ? [] : read.problems.map(({ code, place }) => `${place.file ?? ''}:${String(place.line)} ${code}`);
}

const lineOf = (file: string, words: string): number =>
  (files[file] ?? '').slice(0, (files[file] ?? '').indexOf(words)).split('\n').length;

describe('F1 the framework', () => {
  test('is told for each stage of the pack, every part of it', async () => {
    const read = await loadFramework({ id: 'sparf', locale: 'en' });
    if (!read.ok) throw new Error('not loaded');

    expect(read.value.stages.map(({ id }) => id)).toEqual(pack.stages.map(({ id }) => id));
    for (const { parts } of read.value.stages)
      for (const part of stageParts) expect(parts[part].length, part).toBeGreaterThan(0);
  });

  test('has three decisions and three classifications, each where it is made', async () => {
    const read = await loadFramework({ id: 'sparf', locale: 'en' });
    if (!read.ok) throw new Error('not loaded');

    expect(read.value.stages.map(({ milestones }) => milestones.map(({ id, at }) => `${id} ${at}`))).toEqual([
      ['decision-1 start'],
      ['classification-1 end', 'decision-2 end'],
      ['agreement end'],
      ['classification-2 end', 'decision-3 end', 'approvals end'],
      ['move-home start', 'classification-3 end', 'order end', 'step-down end', 'closure end'],
    ]);
  });

  test('says of every point of law where it comes from', async () => {
    const read = await loadFramework({ id: 'sparf', locale: 'en' });
    if (!read.ok) throw new Error('not loaded');

    const points = read.value.stages.flatMap(({ law }) => law);
    expect(points.length).toBeGreaterThan(20);
    expect(points.filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(new Set(points.map(({ certainty }) => certainty))).toEqual(new Set(['read', 'second-hand', 'unsure']));
  });

  test('comes on demand: nothing of it is in the first load', async () => {
    const [core, framework] = [await loadPackCore('sparf', 'en'), await loadFramework({ id: 'sparf', locale: 'en' })];
    if (!core.ok || !framework.ok) throw new Error('not loaded');

    const { means } = framework.value.stages[0]?.milestones[0] ?? { means: '' };
    expect(means).not.toBe('');
    expect(JSON.stringify(core.value)).not.toContain(means);
  });

  test('has its names in Welsh, and falls back to English where there is none yet', async () => {
    const [en, cy] = [
      await loadFramework({ id: 'sparf', locale: 'en' }),
      await loadFramework({ id: 'sparf', locale: 'cy' }),
    ];
    if (!en.ok || !cy.ok) throw new Error('not loaded');
    const names = (of: typeof en.value): readonly string[] =>
      of.stages.flatMap(({ milestones }) => milestones.flatMap(({ name, means }) => [name, means]));

    expect(names(cy.value)).toHaveLength(24);
    expect(names(cy.value).filter((name) => names(en.value).includes(name))).toEqual([]);
    expect(cy.value.stages.map(({ parts, law }) => [parts, law])).toEqual(
      en.value.stages.map(({ parts, law }) => [parts, law]),
    );
  });

  test('lists the articles that belong to a stage', () => {
    const articles = [
      { id: 'here', title: 'Here', stages: ['stage-1-assess'] },
      { id: 'elsewhere', title: 'Elsewhere', stages: ['stage-5-return'] },
      { id: 'nowhere', title: 'Nowhere' },
    ];
    const read = readFramework(files, pack, articles);

    expect(read.ok && read.value?.stages.map((stage) => stage.articles.map(({ id }) => id))).toEqual([
      ['here'],
      [],
      [],
      [],
      ['elsewhere'],
    ]);
  });

  test('is marked wherever it rests on a copy of the Leeds procedures', () => {
    const says = (block: TextBlock): string =>
      block.kind === 'list'
        ? block.items.map(plainText).join('\n')
        : block.kind === 'call-out'
          ? block.of.map(says).join('\n')
          : plainText(block.of);
    const read = readFramework(files, pack, []);
    const marked = (read.ok ? (read.value?.stages ?? []) : []).map(
      ({ parts }) =>
        stageParts
          .flatMap((part) => parts[part].map(says))
          .join('\n')
          .split('(Read second-hand, check.)')
          .slice(0, -1).length,
    );

    // As many as domain research marks [2] in each stage.
    expect(marked).toEqual([7, 2, 1, 1, 3]);
  });
});

describe('F2 a framework with faults', () => {
  const words = '2-classify/framework.en.md';
  const yaml = 'framework.yaml';

  test.each([
    [
      'a part that is missing',
      words,
      '## Tools\n',
      '## Purpose in short\n',
      `${words}:${lineOf(words, '## Tools')} unknown-part`,
    ],
    [
      'HTML',
      words,
      'All of stage 1',
      '<b>All</b> of stage 1',
      `${words}:${lineOf(words, '- All of stage 1')} markdown-kind`,
    ],
    [
      'words for no milestone',
      words,
      '- `decision-2`',
      '- `decision-9`',
      `${words}:${lineOf(words, '- `decision-2`')} unknown-words`,
    ],
    [
      'a source that does not exist',
      yaml,
      '[cwsa-2026]',
      '[cwsa-1926]',
      `${yaml}:${lineOf(yaml, '[cwsa-2026]')} unknown-source`,
    ],
    [
      'a stage that does not exist',
      yaml,
      '  stage-2-classify:',
      '  stage-2-sort:',
      `${yaml}:${lineOf(yaml, '  stage-2-classify:')} unknown-stage`,
    ],
    [
      'a kind that does not exist',
      yaml,
      'kind: classification',
      'kind: score',
      `${yaml}:${lineOf(yaml, 'kind: classification')} unknown-kind`,
    ],
  ])('%s is told with file and line', (_what, file, from, to, fault) => {
    expect(faultsWith(file, from, to)).toContain(fault);
  });

  test('words that English lacks are told at their file', () => {
    const faults = faultsWith(words, '## Outputs', '### Outputs');

    expect(faults).toContain(`${words}:${String(lineOf(words, '## Outputs'))} unknown-part`);
    expect(faults).toContain(`${words}:1 missing-words`);
  });

  test('a pack without one is without fault', () => {
    const { 'framework.yaml': _, ...rest } = files;

    expect(readFramework(rest, pack, [])).toEqual({ ok: true, value: null });
  });
});
