import { describe, expect, test } from 'vitest';
import {
  assessmentOf,
  child,
  choices,
  column,
  given,
  notKnown,
  packWith,
  parent,
  row,
} from '../../test/fixtures/small-pack.ts';
import type { Answer, Value } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import { report } from './make-report.ts';
import { published } from './published.ts';
import { reportText, wordsOf } from './report-text.ts';
import type { Report, ReportChoice } from './report.ts';

const pack = packWith(
  [
    { id: 'why' },
    { id: 'seen', kind: 'yes-no-unknown', repeats: ['child'] },
    { id: 'detail', repeats: ['child'], showWhen: { question: 'seen', in: ['yes'] } },
    { id: 'class', kind: 'risk-class', repeats: ['child', 'round'], required: false },
    { id: 'pointed', kind: 'risk-suggestion', required: true },
    {
      id: 'people',
      kind: 'person-table',
      required: false,
      columns: [
        column('name', { property: 'name' }),
        column('met', { kind: 'date' }),
        column('post', { property: 'post' }),
      ],
    },
    { id: 'plan', required: false },
    { id: 'goal' },
  ],
  {
    stages: [
      {
        id: 'one',
        signedBy: ['parent', 'social-worker'],
        sections: [{ id: 's1', round: 1, asks: ['why', 'seen', 'detail', 'class', 'pointed'] }],
      },
      { id: 'two', signedBy: ['social-worker'], sections: [{ id: 's2', round: 2, asks: ['people', 'class', 'plan'] }] },
      { id: 'three', opens: { question: 'plan', answered: true }, sections: [{ id: 's3', asks: ['goal'] }] },
    ],
  },
);
const people: readonly Person[] = [
  child('moss', { born: '2020-09-02' }),
  parent('wren'),
  child('gone', { removed: true }),
];
const whole: ReportChoice = { locale: 'en', output: 'full', on: '2026-01-01' };

const made = (
  answers: Readonly<Record<string, Answer | Value>>,
  choice: Partial<ReportChoice> = {},
  more: Partial<Assessment> = {},
): Report => report(pack, assessmentOf(pack, answers, people, more), { ...whole, ...choice });
const lines = (...given: Parameters<typeof made>): readonly string[] => reportText(made(...given));
/** The lines from one heading to the next. */
const below = (all: readonly string[], heading: string): readonly string[] => {
  const rest = all.slice(all.indexOf(heading) + 1);
  const end = rest.findIndex((line) => /^(Question|Section|Stage|Child|\[signing)/.test(line));
  return end < 0 ? rest : rest.slice(0, end);
};

describe('R1 stages', () => {
  test('those in which something besides the purpose was answered', () => {
    expect(made({ purpose: 'home', why: 'worry' }).stages).toEqual(['one']);
    expect(made({ plan: 'a plan' }).stages).toEqual(['two']);
    expect(made({ purpose: 'home' }).stages).toEqual([]);
  });

  test('those asked for, in the order of the pack', () => {
    const both = made({ why: 'worry' }, { stages: ['two', 'one'] });
    expect(both.stages).toEqual(['one', 'two']);
    expect(reportText(made({}, { stages: ['two'] }))).toContain('[nothing-in-stage]');
  });
});

describe('R2 what is printed', () => {
  test('every answer that applies, with its note', () => {
    const all = lines({
      why: 'worry',
      'seen~moss': given('yes', 'on a visit'),
      'detail~moss': 'two cuts',
      'class@1~moss': 'high',
    });
    expect(all).toEqual(
      expect.arrayContaining(['worry', '[yes]', '[note]: on a visit', 'two cuts', 'Class high', 'Meaning of high.']),
    );
  });

  test('a question that counts and has no answer says so; one that does not count is left out', () => {
    const all = lines({ why: 'worry' });
    expect(below(all, 'Child moss: Question seen')).toEqual(['[no-answer]']);
    expect(all.join('\n')).not.toContain('Question class');
  });

  test('a note without an answer is printed under no answer, never as a no', () => {
    const all = lines({ why: 'worry', 'seen~moss': { is: 'unread', text: '', note: 'ask school' } });
    expect(below(all, 'Child moss: Question seen')).toEqual(['[no-answer]', '[note]: ask school']);
  });

  test.each<[string, Answer, readonly string[]]>([
    [
      'not known',
      { is: 'not-known', reason: 'no file', owner: 'wren', by: '2026-02-01' },
      ['[not-known]. [reason]: no file. [owner]: Parent wren. [by-date]: 1 [month-2] 2026'],
    ],
    ['not known, owned by somebody outside', { is: 'not-known', owner: 'the GP' }, ['[not-known]. [owner]: the GP']],
    ['declined', { is: 'declined', reason: 'on advice' }, ['[declined]. [reason]: on advice']],
    ['not applicable', { is: 'not-applicable', reason: '' }, ['[not-applicable]']],
    ['unread', { is: 'unread', text: '31/2/2020' }, ['[unread]: 31/2/2020']],
    ['paragraphs', given('first\nline\n\nsecond'), ['first\nline', 'second']],
  ])('%s', (_, answer, expected) => {
    expect(below(lines({ why: answer }), 'Question why')).toEqual(expected);
  });

  test('the suggestion is not printed, though it counts', () => {
    expect(lines({ why: 'worry' }).join('\n')).not.toContain('Question pointed');
  });

  test('a stage that is open counts its questions, one that is not leaves them out', () => {
    expect(lines({ plan: 'a plan' }, { stages: ['three'] })).toContain('Question goal');
    expect(lines({}, { stages: ['three'] })).not.toContain('Question goal');
  });

  test('what each kind of answer says', () => {
    const items = [{ id: 'i', label: 'Item i' }];
    const anchors = ['nothing', 'something'];
    const kinds = packWith([
      { id: 'a', kind: 'date' },
      { id: 'b', kind: 'scale', anchors },
      { id: 'c', kind: 'multi-choice', choices: choices('x', 'y') },
      { id: 'd', kind: 'checklist', items },
      { id: 'e', kind: 'rating-matrix', items, anchors },
      { id: 'f', kind: 'signature' },
      {
        id: 'g',
        kind: 'table',
        columns: [
          column('who', { kind: 'person', many: true }),
          column('light', { kind: 'traffic-light' }),
          column('ok', { kind: 'yes-no' }),
        ],
      },
      { id: 'h', kind: 'number' },
    ]);
    const answers = {
      a: '2024-12-03',
      b: 1,
      c: ['y', 'x'],
      d: [{ item: 'i', state: 'not-applicable', note: 'why not' }],
      e: [{ row: 'i', rating: 'not-known' }],
      f: [
        {
          person: 'wren',
          role: 'parent',
          date: '2026-01-01',
          statement: 'I agree.',
          mark: { kind: 'typed', text: 'W.' },
        },
      ],
      g: [row('r1', { who: ['wren', 'moss'], light: 'amber', ok: 'not-known' })],
      h: 0,
    } as const;
    const text = reportText(report(kinds, assessmentOf(kinds, answers, people), whole)).join('\n');
    for (const words of [
      '3 [month-12] 2024',
      'something',
      'Choice y\nChoice x',
      'Item i\n[not-applicable]\nwhy not',
      'Item i\n[not-known]',
      '[statement]\nI agree.',
      '[mark]\nW.',
      'Parent wren, Child moss\n[light-amber]\n[not-known]',
      'Question h\n0',
    ])
      expect(text).toContain(words);
  });
});

describe('R3 nothing hidden', () => {
  test('an answer that does not apply', () => {
    const all = lines({
      why: 'worry',
      'seen~moss': given('no', 'looked'),
      'detail~moss': 'hidden words',
      'seen~gone': given('yes', 'hidden words'),
    });
    expect(all.join('\n')).not.toContain('hidden words');
  });

  test('a row about somebody taken out, and their name', () => {
    const rows = [row('r1', { met: '2026-01-02' }, 'wren'), row('r2', { met: '1999-01-01' }, 'gone')];
    const text = lines({ people: rows }).join('\n');
    expect(text).toContain('2 [month-1] 2026');
    expect(text).not.toContain('1999');
    expect(text).not.toContain('Child gone');
  });

  test('R2 rows with nothing in them are no table', () => {
    expect(below(lines({ plan: 'a plan', people: [row('r1'), row('r2')] }), 'Question people')).toEqual([
      '[no-answer]',
    ]);
  });

  test('a table with nobody left says there is no answer, where it counts or has a note', () => {
    const all = lines({ plan: 'a plan', people: given([row('r2', {}, 'gone')], 'asked') });
    expect(below(all, 'Question people')).toEqual(['[no-answer]', '[note]: asked']);
  });
});

describe('R4 words', () => {
  const runs = (each: Report): readonly { readonly text: string; readonly own?: true }[] =>
    [
      each.title,
      each.subtitle,
      ...each.body.flatMap((block) =>
        'runs' in block
          ? [block.runs]
          : block.kind === 'facts'
            ? block.rows.flatMap(({ name, value }) => [name, value])
            : [],
      ),
    ].flat();

  test('what people wrote is marked as their own, and nothing else is', () => {
    const all = runs(made({ why: 'worry' }, {}, { reference: 'REF-9' }));
    expect(all.filter(({ own }) => own).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['worry', 'REF-9', 'Child moss', 'Parent wren']),
    );
    for (const { text, own } of all) if (!own) expect(text).not.toMatch(/worry|REF-9|moss|wren/);
  });

  test('somebody without a name has the pack’s words for that', () => {
    const text = lines({ 'seen~moss': notKnown }, {}, { people: [child('moss', { name: ' ' })] });
    expect(text).toContain('[name-not-known]');
    expect(text).toContain('[name-not-known]: Question seen');
  });

  test('somebody merged has the name of whom they turned out to be', () => {
    const merged = [...people, parent('w', { name: 'Typed wrong', mergedInto: 'wren' })];
    const all = lines({ people: [row('r1', { met: '2026' }, 'w')] }, {}, { people: merged });
    expect(all.join('\n')).not.toContain('Typed wrong');
    expect(below(all, 'Question people')).toEqual(expect.arrayContaining(['Parent wren', '2026']));
  });

  test('children are named with their birth, adults without', () => {
    const facts = made({ why: 'a' }).body.find(({ kind }) => kind === 'facts');
    const said =
      facts?.kind === 'facts'
        ? Object.fromEntries(facts.rows.map(({ name, value }) => [wordsOf(name), wordsOf(value)]))
        : {};
    expect(said).toMatchObject({ '[children]': 'Child moss, born 2 [month-9] 2020', '[adults]': 'Parent wren' });
  });

  test('the question is asked in the words for the purpose and the round', () => {
    const worded = packWith(
      [
        { id: 'why', label: 'Why?', labelByPurpose: { away: 'Why away?' } },
        { id: 'class', kind: 'risk-class', repeats: ['round'] },
      ],
      {
        stages: [
          { id: 's', sections: [{ id: 'a', asks: ['why', { question: 'class', round: 2, label: 'Which now?' }] }] },
        ],
      },
    );
    const words = (purpose: string): readonly string[] =>
      reportText(report(worded, assessmentOf(worded, { purpose, why: 'a', 'class@2': 'low' }), whole));
    expect(words('home')).toEqual(expect.arrayContaining(['Why?', 'Which now?']));
    expect(words('away')).toContain('Why away?');
  });

  test('who will sign is named only where there is no doubt', () => {
    const workers = [parent('wren'), { id: 's1', role: 'social-worker', name: 'Tansy' }];
    const signing = (here: readonly Person[]): unknown => made({ why: 'a' }, {}, { people: here }).signing?.signatories;
    expect(signing(workers)).toEqual([
      { role: 'parent', label: 'Signature of Role parent', name: 'Parent wren' },
      { role: 'social-worker', label: 'Signature of Role social-worker', name: 'Tansy' },
    ]);
    expect(signing([...workers, parent('flint')])).toMatchObject([
      { role: 'parent', label: 'Signature of Role parent' },
      { name: 'Tansy' },
    ]);
  });
});

test('R6 the text of a report is all of it, in reading order', () => {
  const all = lines({ why: 'worry', people: [row('r1', { met: '2026' }, 'wren')] });
  const order = [
    'Assessment REF-1',
    '[own-wording]',
    'Stage 1: Stage one',
    'Section s1',
    'Question why',
    'worry',
    'Stage 2: Stage two',
    'Column name',
    'Parent wren',
    '[signing-heading]',
    '[signature-proves]',
  ];
  expect(all.filter((line) => order.includes(line) && line !== 'Parent wren')).toEqual(
    order.filter((line) => line !== 'Parent wren'),
  );
});

test.each<[string, Partial<ReportChoice>]>([
  ['locale-mismatch', { locale: 'cy' }],
  ['output-unknown', { output: 'child' }],
])('R7 %s is thrown, for the report and for its attachment', (code, choice) => {
  const assessment = assessmentOf(pack, { why: 'worry' }, people);
  expect(() => report(pack, assessment, { ...whole, ...choice })).toThrow(expect.objectContaining({ code }));
  expect(() => published(pack, assessment, { ...whole, ...choice })).toThrow(expect.objectContaining({ code }));
});

test('R8 a training assessment says so, a real one does not', () => {
  const training = made({ why: 'a' }, {}, { kind: 'training' });
  expect(training.running.mark).toBe('[training]');
  expect(reportText(training)).toEqual(expect.arrayContaining(['[training]', '[training-notice]']));
  expect(made({ why: 'a' }).running.mark).toBe('');
  expect(lines({ why: 'a' })).not.toContain('[training]');
});

test('R9 the same makes the same', () => {
  const answers = { why: 'worry', 'seen~moss': given('yes', 'x') };
  expect(made(answers)).toEqual(made(answers));
});
