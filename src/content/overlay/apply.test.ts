import { describe, expect, test } from 'vitest';
import type { Pack } from '../../model/pack.ts';
import { checkOverlay } from './check-overlay.ts';
import { differences } from './differences.ts';
import { applyOverlay } from './overlay.ts';
import { loadPack, loadPackCore } from '../packs.ts';

const read = await loadPack('sparf', 'en');
if (!read.ok) throw new Error('no pack');
const pack: Pack = read.value;

const overlay = {
  format: 'homeward-overlay/1',
  id: 'thistlebridge',
  version: 1,
  title: 'Thistlebridge Council',
  owner: 'Head of practice',
  reviewBy: '2027-09-01',
  pack: { id: 'sparf', version: 2 },
};
const codes = async (changes: object, to: Pack = pack): Promise<readonly string[]> => {
  const result = await applyOverlay(to, { ...overlay, ...changes });
  return result.ok ? [] : result.problems.map(({ code }) => code);
};
const applied = async (changes: object): Promise<Pack> => {
  const result = await applyOverlay(pack, { ...overlay, ...changes });
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
};

describe('O1 a council adds', () => {
  test('names of stages, classes and roles; the ids stay', async () => {
    const local = await applied({
      names: {
        stages: { 'stage-1-assess': { plain: 'Looking closely' } },
        riskClasses: { severe: 'Very high' },
        roles: { iro: { label: 'Reviewing officer', plural: 'Reviewing officers' } },
      },
    });

    expect(local.stages[0]).toMatchObject({
      id: 'stage-1-assess',
      plain: 'Looking closely',
      name: pack.stages[0]?.name,
    });
    expect(local.riskClasses.map(({ id, label }) => [id, label])[3]).toEqual(['severe', 'Very high']);
    expect(local.roles.find(({ id }) => id === 'iro')?.label).toBe('Reviewing officer');
    expect(local.structureHash).toBe(pack.structureHash);
    expect(local.wordsHash).not.toBe(pack.wordsHash);
  });

  test('guidance, after the pack’s own, in a call-out under its name, in every round', async () => {
    const local = await applied({
      guidance: { 'risk-class': 'Ring the **panel** first: [how](https://example.org/panel).' },
    });

    for (const key of ['risk-class', 'risk-class@2', 'risk-class@3']) {
      const own = pack.guidance[key]?.whatToDo ?? [];
      expect(local.guidance[key]?.whatToDo).toEqual([
        ...own,
        {
          kind: 'call-out',
          of: [
            { kind: 'paragraph', of: [{ kind: 'strong', of: ['Thistlebridge Council'] }] },
            {
              kind: 'paragraph',
              of: [
                'Ring the ',
                { kind: 'strong', of: ['panel'] },
                ' first: ',
                { kind: 'link', to: 'https://example.org/panel', of: ['how'] },
                '.',
              ],
            },
          ],
        },
      ]);
    }
  });

  test('and may leave out what is optional, which changes the structure', async () => {
    const local = await applied({ without: ['child-pressure'] });

    expect(local.questions.some(({ id }) => id === 'child-pressure')).toBe(false);
    expect(local.questions).toHaveLength(pack.questions.length - 1);
    expect(local.structureHash).not.toBe(pack.structureHash);
  });

  test('to the first part of a pack too, which is made whole', async () => {
    const core = await loadPackCore('sparf', 'en');
    const local = core.ok && (await applyOverlay(core.value, overlay));

    expect(local).toMatchObject({
      ok: true,
      value: { complete: true, title: 'Return home and SPARF (Thistlebridge Council)' },
    });
  });

  test('days on which it is closed, and no date counts from a question it leaves out', async () => {
    const local = await applied({ closures: ['2026-12-29'], without: ['visit-log'] });
    expect(local.timetable.closures).toEqual(['2026-12-29']);
    const visit = local.timetable.dates.find(({ id }) => id === 'visit-first');
    expect(visit?.from).toEqual([{ question: 'return-date' }]);
    expect(visit).not.toHaveProperty('doneBy');
    expect(await codes({ closures: ['2026-02-30'] })).toEqual(['overlay-shape']);
  });

  test('without a change to the pack in hand', async () => {
    const before = JSON.stringify(pack);
    await applied({
      names: { riskClasses: { severe: 'Very high' } },
      without: ['child-pressure'],
      guidance: { 'why-now': 'More.' },
    });

    expect(JSON.stringify(pack)).toBe(before);
  });
});

describe('O2 a council cannot take away or reword', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['a core question left out', { without: ['why-now'] }, ['core-question']],
    ['a question others refer to left out', { without: ['support-network'] }, ['needed-elsewhere']],
    ['a question worded anew', { questions: { 'why-now': 'Why?' } }, ['overlay-shape']],
    ['a name for a question', { names: { questions: { 'why-now': 'Why?' } } }, ['unknown-key']],
    ['an empty name', { names: { riskClasses: { low: ' ' } } }, ['empty-key']],
    ['a stage that does not exist', { names: { stages: { 'stage-6': { name: 'More' } } } }, ['unknown-stage']],
    ['a class that does not exist', { names: { riskClasses: { lowest: 'Lowest' } } }, ['unknown-risk-class']],
    [
      'a role that does not exist',
      { names: { roles: { king: { label: 'King', plural: 'Kings' } } } },
      ['unknown-role'],
    ],
    ['guidance for a question that does not exist', { guidance: { 'why-not': 'More.' } }, ['unknown-subject']],
    ['raw HTML', { guidance: { 'why-now': 'See\n\n<div>this</div>' } }, ['html']],
    ['HTML within a line', { guidance: { 'why-now': 'See <img src=x onerror=alert(1)>' } }, ['html']],
    ['a picture', { guidance: { 'why-now': '![map](https://example.org/map.png)' } }, ['markdown-kind']],
    ['a link that runs', { guidance: { 'why-now': '[here](javascript:alert(1))' } }, ['link-target']],
    ['a link without encryption', { guidance: { 'why-now': '[here](http://example.org/)' } }, ['link-target']],
    ['another pack', { pack: { id: 'sparf', version: 1 } }, ['other-pack']],
    ['a day that does not exist', { reviewBy: '2027-02-30' }, ['overlay-shape']],
    [
      'two faults at once',
      { names: { riskClasses: { lowest: 'Lowest' } }, without: ['why-now'] },
      ['unknown-risk-class', 'core-question'],
    ],
  ])('%s', async (_name, changes, expected) => {
    expect(await codes(changes)).toEqual(expected);
  });

  test.each([null, undefined, 7, 'text', []])('%s is no overlay', async (value) => {
    const result = await applyOverlay(pack, value);

    expect(result.ok ? [] : [...new Set(result.problems.map(({ code }) => code))]).toEqual(['overlay-shape']);
  });
});

describe('O3 how a council gives a class', () => {
  const applied = async (classification: unknown): Promise<Pack> => {
    const result = await applyOverlay(pack, { ...overlay, classification });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };

  test('without a suggestion nothing of one is asked or said, and everything else is', async () => {
    const changed = await applied({ suggestion: false });
    const gone = pack.questions.filter(({ id }) => !changed.questions.some((each) => each.id === id));
    expect(gone.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['indicative-class', 'risk-class-difference', 'risk-class-second-manager']),
    );
    const said = JSON.stringify([changed.sections, changed.questions, changed.guidance]);
    expect(said.match(/[^"]*(suggestion|suggested class)[^"]*/gi)).toBeNull();
    expect(changed.structureHash).not.toBe(pack.structureHash);
  });

  test('a second manager can be asked for sooner, and the time for a lower class set', async () => {
    const changed = await applied({ secondManagerFrom: 1, monthsToLower: 9 });
    expect(changed.questions.find(({ id }) => id === 'risk-class-second-manager')?.showWhen).toEqual({
      question: 'risk-class',
      fromSuggestion: 1,
    });
    expect(changed.lowering).toEqual({ months: 9, after: ['high', 'severe'] });
  });

  test('what differs is told, and so is what is not seen in any question', async () => {
    const told = async (changes: object): Promise<readonly (readonly (string | undefined)[])[]> => {
      const local = await applyOverlay(pack, { ...overlay, ...changes });
      const checked = checkOverlay(pack, { ...overlay, ...changes });
      if (!local.ok || !checked.ok) throw new Error('not applied');
      return differences(pack, local.value, checked.value).map(({ what, before, after }) => [what, before, after]);
    };
    expect(await told({ classification: { secondManagerFrom: 1, monthsToLower: 9 } })).toEqual([
      ['secondManagerFrom', '2', '1'],
      ['monthsToLower', '6', '9'],
    ]);
    expect(await told({ classification: { suggestion: true, monthsToLower: 6 } })).toEqual([]);
    expect((await told({ classification: { suggestion: false } })).at(-1)).toEqual([
      'suggestion',
      undefined,
      undefined,
    ]);
    const trustedKeys = [{ fingerprint: 'ab'.repeat(32), name: 'The registrar' }];
    expect(await told({ pdfUa: { version: '1.2.3', on: '2026-11-20', by: 'Head of access' } })).toEqual([
      ['pdfUa', undefined, 'Homeward 1.2.3 · Head of access'],
    ]);
    expect(await told({ route: 'core', thresholds: { lockMinutes: 5, trustedKeys } })).toEqual([
      ['route', undefined, 'core'],
      ['lockMinutes', undefined, '5'],
      ['trustedKeys', undefined, 'The registrar'],
    ]);
  });

  test('every output says so', async () => {
    const said = 'Thistlebridge Council changed how a class is given or when it may come down.';
    expect((await applied({ monthsToLower: 9 })).phrases['own-wording']).toContain(said);
    expect((await applied({ suggestion: false })).phrases['own-wording']).toContain(said);
    expect((await applied({ monthsToLower: 6 })).phrases['own-wording']).not.toContain(said);
  });

  test.each([{ suggestion: 'no' }, { secondManagerFrom: 0 }, { secondManagerFrom: 4 }, { monthsToLower: 0 }])(
    '%j is no such setting',
    async (classification) => {
      const result = await applyOverlay(pack, { ...overlay, classification });
      expect(result.ok ? [] : [...new Set(result.problems.map(({ code }) => code))]).toEqual(['overlay-shape']);
    },
  );
});
