import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { overlayFiles } from '../../../scripts/overlay-files.mjs';
import type { PlainDate } from '../../model/answer.ts';
import { report } from '../../model/make-report.ts';
import type { Locale, Pack } from '../../model/pack.ts';
import { reportText } from '../../model/report-text.ts';
import { guidanceFor } from '../pack-parts.ts';
import { loadCase, loadPack, loadPackCore } from '../packs.ts';
import { checkOverlayFiles } from './check-overlay.ts';
import { onTop } from './on-top.ts';
import { applyOverlay } from './overlay.ts';
import { readOverlayFiles } from './read-files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = readOverlayFiles(overlayFiles(`${root}guidance/overlays/example-council`));
const packOf = async (locale: Locale): Promise<Pack> => {
  const loaded = await loadPack('sparf', locale);
  if (!loaded.ok) throw new Error('no pack');
  return loaded.value;
};
const pack = await packOf('en');
const checked = checkOverlayFiles(pack, read);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const example = checked.value;
const local = onTop(pack, example, null);

describe('O8 the worked example', () => {
  test('is without fault, and has names, contacts, questions and guidance of its own', () => {
    expect(local.overlay).toMatchObject({
      id: 'example-council',
      added: ['example-council-panel-date', 'example-council-panel-money', 'example-council-school-told'],
      contacts: [{ phone: '01632 960 123' }, { outOfHours: true }, { families: false }],
    });
    expect(local.stages[2]?.sections.at(-1)).toBe('example-council-panel');
    expect(local.sections.find(({ id }) => id === 'child-voice')?.asks.at(-1)?.question).toBe(
      'example-council-school-told',
    );
    expect(guidanceFor(local.guidance, 'example-council-school-told', 0)?.why[0]?.kind).toBe('call-out');
    // Its reason stands under the council's name; nobody else's judgement is named as its source.
    expect(local.questions.find(({ id }) => id === 'example-council-school-told')?.sources).toEqual([]);
    expect(Object.keys(local.overlay?.notes ?? {})).toEqual(['stage-1-assess', 'substance-misuse']);
    expect(local.glossary.find(({ id }) => id === 'permanence-panel')?.term).toBe(
      'Permanence panel (Homes and Families Panel)',
    );
  });

  test('and so is what guidance:new-overlay begins, with every line of it taken into use', () => {
    const fill = (text: string): string =>
      text
        .replaceAll('{id}', 'my-council')
        .replaceAll('{title}', 'My council')
        .replaceAll('{version}', String(pack.version))
        .replaceAll('{review}', '2030-01-01');
    const text = (name: string): string => fill(readFileSync(`${root}scripts/new-overlay/${name}`, 'utf8'));
    const plain = { 'overlay.yaml': text('overlay.yaml'), 'guidance.md': text('guidance.md') };
    const uncommented = plain['overlay.yaml'].replace(/^#(?=[a-z]+:| {2})/gm, '');
    const logo = Uint8Array.from([
      ...Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02\x08\x06', 'latin1'),
    ]);
    expect(uncommented).toContain('\n  - id: my-council-school-told');

    expect(checkOverlayFiles(pack, readOverlayFiles(plain))).toMatchObject({ ok: true });
    const used = { ...plain, 'overlay.yaml': uncommented };
    expect(checkOverlayFiles(pack, readOverlayFiles({ ...used, 'logo.png': logo }))).toMatchObject({
      ok: true,
      value: { without: ['child-pressure'], look: { brand: '#4b2a63' } },
    });
    const alone = checkOverlayFiles(pack, readOverlayFiles(used));
    expect(alone.ok ? [] : alone.problems.map(({ code }) => code)).toEqual(['missing-file']);
  });

  test('a name that cannot be an id is refused in words', () => {
    const made = spawnSync(process.execPath, [`${root}scripts/new-overlay.mjs`, '../Up'], { encoding: 'utf8' });
    expect([made.status, made.stderr.trim()]).toEqual([
      1,
      expect.stringContaining('npm run guidance:new-overlay my-council'),
    ]);
  });
});

describe('O6 every report says', () => {
  const printed = async (today: PlainDate): Promise<string> => {
    const from = onTop(pack, example, today);
    const assessment = await loadCase('quillfeather', from);
    if (!assessment.ok) throw new Error('no case');
    return reportText(report(from, assessment.value, { locale: 'en', output: 'full', on: '2026-12-01' })).join('\n');
  };

  test('whose additions these are, their version, hash and review day, and what is not asked', async () => {
    const text = await printed('2027-09-01');
    const left = pack.questions.find(({ id }) => id === 'child-pressure')?.label ?? 'none';
    expect(text).toContain(
      `Thistlebridge Council (example) added to this form (version 1, ${local.overlay?.hash.slice(0, 16) ?? ''}). Head of practice must check what was added by 1 September 2027.`,
    );
    expect(text).toContain(`Thistlebridge Council (example) does not ask these questions: ${left}`);
    expect(text).toContain('not an official form');
    expect(text).not.toContain('That day has passed');
  });

  test('that its review is overdue', async () => {
    expect(await printed('2027-09-02')).toContain('That day has passed');
  });
});

describe('O7 the same pack', () => {
  test('from the first part as from the whole', async () => {
    const core = await loadPackCore('sparf', 'en');
    if (!core.ok) throw new Error('no core');
    const first = onTop(core.value, example, null);
    expect([first.structureHash, first.wordsHash]).toEqual([local.structureHash, local.wordsHash]);
    expect(await applyOverlay(core.value, read.value)).toEqual({ ok: true, value: local });
  });

  test('in Welsh, with English where the overlay has no Welsh, and Welsh where it has', async () => {
    const cy = onTop(await packOf('cy'), { ...example, title: { en: 'Thistlebridge', cy: 'Pont yr Ysgall' } }, null);
    expect(cy.overlay?.title).toBe('Pont yr Ysgall');
    expect(cy.stages[0]?.plain).toBe('Getting to know the family');
    expect(cy.structureHash).toBe(local.structureHash);
  });
});
