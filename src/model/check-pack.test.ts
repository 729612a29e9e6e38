import { describe, expect, test } from 'vitest';
import { checkPack } from './check-pack.ts';
import type { Asked, Pack, Question } from './pack.ts';
import { paperPhraseIds } from './paper-phrases.ts';
import { phraseIds } from './phrase-ids.ts';
import type { Rule } from './rule.ts';

const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  kind: 'text',
  label: id,
  required: false,
  core: true,
  repeats: [],
  answeredBy: ['parent'],
  sources: ['law'],
  ...more,
});
const choice = (id: string, choices: readonly string[], more: Partial<Question> = {}): Question =>
  question(id, { kind: 'single-choice', choices: choices.map((each) => ({ id: each, label: each })), ...more });
const help = {
  why: [{ kind: 'paragraph', of: ['x'] }],
  goodEvidence: [{ kind: 'paragraph', of: ['x'] }],
  whatToDo: [{ kind: 'paragraph', of: ['x'] }],
} as const;

/** A pack whose first stage asks `first` and whose second asks `second`. */
function packOf(first: readonly Question[], second: readonly Question[] = [], more: Partial<Pack> = {}): Pack {
  const purpose = choice('purpose', ['home', 'review']);
  const asks = (questions: readonly Question[], round: number): readonly Asked[] =>
    questions.map(({ id, repeats }) => ({ question: id, round: repeats.includes('round') ? round : 0 }));
  const questions = [purpose, ...first, ...second];
  const stage = { plain: 'x', summary: 'x', hardStops: [], signedBy: [] };
  return {
    id: 'tiny',
    version: 1,
    title: 'Tiny',
    notice: 'Nobody’s',
    locale: 'en',
    structureHash: '',
    wordsHash: '',
    complete: true,
    stages: [
      { ...stage, id: 'one', order: 1, name: 'One', sections: ['a'] },
      { ...stage, id: 'two', order: 2, name: 'Two', sections: ['b'] },
    ],
    sections: [
      { id: 'a', stage: 'one', title: 'A', intro: '', round: 1, asks: asks([purpose, ...first], 1) },
      { id: 'b', stage: 'two', title: 'B', intro: '', round: 2, asks: asks(second, 2) },
    ],
    questions,
    purposes: [
      { id: 'home', label: 'Home', description: '' },
      { id: 'review', label: 'Review', description: '' },
    ],
    roles: [
      { id: 'parent', label: 'Parent', plural: 'Parents' },
      { id: 'child', label: 'Child', plural: 'Children' },
    ],
    factors: [{ id: 'alone', set: 'risks', label: 'Alone', serious: false, sources: ['law'] }],
    riskClasses: [
      { id: 'low', order: 1, label: 'Low', alternativeLabels: [], definition: 'x', implies: 'x' },
      { id: 'high', order: 2, label: 'High', alternativeLabels: [], definition: 'x', implies: 'x' },
    ],
    suggestion: { rules: {}, floors: {}, cautions: {} },
    phrases: Object.fromEntries([...phraseIds, ...paperPhraseIds].map((id) => [id, id])),
    purposeQuestion: 'purpose',
    sources: [
      {
        id: 'law',
        title: 'Law',
        publisher: '',
        date: '',
        licence: 'open',
        usedFor: '',
        strength: 'law',
        read: 'whole',
      },
    ],
    guidance: Object.fromEntries(questions.map(({ id }) => [id, help])),
    timetable: { nation: 'england-and-wales', closures: [], steps: [], notes: [], dates: [] },
    glossary: [],
    articles: [],
    ...more,
  };
}

const codes = (pack: Pack): readonly string[] => checkPack(pack).map(({ code }) => code);
const mood = choice('mood', ['well', 'ill']);
const points = question('points', { kind: 'scale', anchors: ['none', 'some', 'much'] });
const riskClass = question('class', { kind: 'risk-class', repeats: ['child', 'round'] });
const perChild = choice('wish', ['yes', 'no'], { repeats: ['child'] });
const asking = (showWhen: Rule, more: Partial<Question> = {}): Question => question('asked', { showWhen, ...more });

describe('G9 a pack that may be used', () => {
  test('has no fault', () => {
    expect(checkPack(packOf([mood, points, perChild, riskClass]))).toEqual([]);
  });

  test('its first part, without guidance and sources, has none either', () => {
    expect(checkPack({ ...packOf([mood]), complete: false, guidance: {}, sources: [] })).toEqual([]);
  });
});

describe('G10 rules that can never hold', () => {
  test.each<readonly [string, Rule, readonly string[]]>([
    ['a question that does not exist', { question: 'moon', answered: true }, ['unknown-question']],
    ['a choice that does not exist', { question: 'mood', in: ['sad'] }, ['rule-unknown-choice']],
    ['a choice that does not exist, inside not', { not: { question: 'mood', in: ['sad'] } }, ['rule-unknown-choice']],
    ['the state not known of any question', { question: 'points', in: ['not-known'] }, []],
    [
      'two values of one single choice',
      {
        all: [
          { question: 'mood', in: ['well'] },
          { question: 'mood', in: ['ill'] },
        ],
      },
      ['rule-contradiction'],
    ],
    [
      'values that overlap',
      {
        all: [
          { question: 'mood', in: ['well', 'ill'] },
          { question: 'mood', in: ['ill'] },
        ],
      },
      [],
    ],
    [
      'a value and not that value',
      { all: [{ question: 'mood', in: ['well'] }, { not: { question: 'mood', in: ['well', 'ill'] } }] },
      ['rule-contradiction'],
    ],
    [
      'neither value: it may be unanswered',
      { all: [{ not: { question: 'mood', in: ['well'] } }, { not: { question: 'mood', in: ['ill'] } }] },
      [],
    ],
    [
      'two values in lists within lists',
      {
        all: [
          { question: 'mood', in: ['well'] },
          {
            all: [
              {
                any: [
                  { question: 'mood', in: ['ill'] },
                  { question: 'mood', in: ['not-known'] },
                ],
              },
            ],
          },
        ],
      },
      ['rule-contradiction'],
    ],
    [
      'two values in a branch beside one that can hold',
      {
        any: [
          { question: 'points', answered: true },
          {
            all: [
              { question: 'mood', in: ['well'] },
              { question: 'mood', in: ['ill'] },
            ],
          },
        ],
      },
      ['rule-contradiction'],
    ],
    [
      'two values of two children',
      {
        all: [
          { question: 'wish', in: ['yes'] },
          { question: 'wish', in: ['no'] },
        ],
      },
      [],
    ],
    ['a point below the lowest', { question: 'points', lowerThan: 0 }, ['rule-below-scale']],
    ['the lowest point', { question: 'points', lowerThan: 1 }, []],
    ['a class below the lowest', { question: 'class', lowerThan: 1 }, ['rule-below-scale']],
    ['words compared as if they had an order', { question: 'why', lowerThan: 3 }, ['rule-no-order']],
    ['the round before of what has none', { question: 'points', lowerThan: 'previous-round' }, ['rule-no-rounds']],
    ['a later stage', { question: 'later', answered: true }, ['rule-later-stage']],
    [
      'a later stage with something of now',
      {
        all: [
          { question: 'mood', in: ['ill'] },
          { question: 'later', answered: true },
        ],
      },
      ['rule-later-stage'],
    ],
    [
      'a later stage beside something of now',
      {
        any: [
          { question: 'mood', in: ['ill'] },
          { question: 'later', answered: true },
        ],
      },
      [],
    ],
    ['a later stage inside not', { not: { question: 'later', answered: true } }, []],
    ['nothing at all', { any: [] }, ['rule-empty']],
  ])('%s', (_name, rule, expected) => {
    const pack = packOf([mood, points, perChild, riskClass, question('why'), asking(rule)], [question('later')]);

    expect(codes(pack)).toEqual(expected);
  });

  test('two values of the same child contradict each other', () => {
    const rule: Rule = {
      all: [
        { question: 'wish', in: ['yes'] },
        { question: 'wish', in: ['no'] },
      ],
    };

    expect(codes(packOf([perChild, asking(rule, { repeats: ['child'] })]))).toEqual(['rule-contradiction']);
  });

  test('says which question', () => {
    const [problem] = checkPack(packOf([mood, asking({ question: 'mood', in: ['sad'] })]));

    expect(problem).toEqual({
      code: 'rule-unknown-choice',
      place: { question: 'asked' },
      detail: 'sad of mood (questions.2.showWhen.in.0)',
    });
  });

  test('rules that come back to their own question are told once', () => {
    const ring = [
      question('one', { showWhen: { question: 'two', answered: true } }),
      question('two', { showWhen: { not: { question: 'three', answered: true } } }),
      question('three', { showWhen: { any: [{ question: 'one', answered: true }] } }),
    ];

    expect(codes(packOf(ring))).toEqual(['rule-cycle']);
  });
});

describe('G11 questions that their own purpose or route excludes', () => {
  const home = choice('home-only', ['a', 'b'], { purposes: ['home'] });

  test.each<readonly [string, readonly Question[], readonly string[]]>([
    [
      'asked for another purpose than what it rests on',
      [home, asking({ question: 'home-only', in: ['a'] }, { purposes: ['review'] })],
      ['rule-excluded'],
    ],
    ['asked for every purpose', [home, asking({ question: 'home-only', in: ['a'] })], []],
    [
      'a branch for its purpose',
      [
        home,
        mood,
        asking(
          {
            any: [
              { question: 'home-only', in: ['a'] },
              { question: 'mood', in: ['ill'] },
            ],
          },
          { purposes: ['review'] },
        ),
      ],
      [],
    ],
    [
      'through a question between',
      [
        home,
        question('between', { showWhen: { question: 'home-only', in: ['a'] } }),
        asking({ question: 'between', answered: true }, { purposes: ['review'] }),
      ],
      ['rule-excluded'],
    ],
    [
      'the purpose itself, not its own',
      [asking({ question: 'purpose', in: ['home'] }, { purposes: ['review'] })],
      ['rule-excluded'],
    ],
    [
      'core, resting on the full route',
      [choice('extra', ['a', 'b'], { core: false }), asking({ question: 'extra', in: ['a'] })],
      ['rule-excluded'],
    ],
    [
      'core, resting on the full route or on core',
      [
        choice('extra', ['a', 'b'], { core: false }),
        mood,
        asking({
          any: [
            { question: 'extra', in: ['a'] },
            { question: 'mood', in: ['ill'] },
          ],
        }),
      ],
      [],
    ],
    [
      'of the full route itself',
      [choice('extra', ['a', 'b'], { core: false }), asking({ question: 'extra', in: ['a'] }, { core: false })],
      [],
    ],
  ])('%s', (_name, questions, expected) => {
    expect(codes(packOf(questions))).toEqual(expected);
  });
});

describe('G12 ids, references, shape and words', () => {
  const table = (column: object): Question =>
    question('rows', {
      kind: 'table',
      columns: [{ id: 'a', kind: 'text', label: 'A', required: false, ...column }] as never,
    });

  const giving = (more: Partial<Question>): Question => ({ ...table({}), ...more });

  test.each<readonly [string, readonly Question[], readonly string[]]>([
    ['an id twice', [question('one'), question('one')], ['duplicate-id', 'asked-twice']],
    ['an id that cannot stand in a name', [question('One.two')], ['id-shape']],
    ['a former id that is in use', [mood, question('new', { formerly: ['mood'] })], ['duplicate-id']],
    ['a choice twice', [choice('twice', ['a', 'a'])], ['duplicate-id']],
    [
      'a choice without words',
      [question('bare', { kind: 'single-choice', choices: [{ id: 'a', label: '' }] })],
      ['missing-words'],
    ],
    ['a single choice without choices', [question('bare', { kind: 'single-choice' })], ['missing-choices']],
    ['a scale without points', [question('bare', { kind: 'scale' })], ['missing-anchors']],
    ['a table without columns', [question('bare', { kind: 'table' })], ['missing-columns']],
    [
      'a person table that lists nobody',
      [question('bare', { kind: 'person-table', columns: [{ id: 'a', kind: 'text', label: 'A', required: false }] })],
      ['missing-lists'],
    ],
    [
      'a table that gives no words as evidence',
      [giving({ evidence: { kind: 'event', mark: 'fact' } })],
      ['missing-words-column'],
    ],
    [
      'a column that is no evidence',
      [giving({ evidence: { kind: 'event', mark: 'fact', words: 'nowhere' } })],
      ['unknown-column'],
    ],
    [
      'a number as evidence',
      [question('number', { kind: 'number', evidence: { kind: 'event', mark: 'fact' } })],
      ['unused-evidence'],
    ],
    ['choices nobody can choose', [question('text', { choices: [{ id: 'a', label: 'A' }] })], ['unused-choices']],
    ['a column without kind', [table({ kind: undefined })], ['column-without-kind']],
    ['a column of no known kind', [table({ kind: 'colour' })], ['unknown-kind']],
    ['a column of choices without any', [table({ kind: 'multi-choice' })], ['missing-choices']],
    ['a column that points nowhere', [table({ kind: 'question-ref' })], ['missing-refers-to']],
    ['a column that points at nothing', [table({ kind: 'question-ref', refersTo: ['moon'] })], ['unknown-question']],
    ['a column called like a part of an answer', [table({ id: 'note' })], ['reserved-id']],
    [
      'a legal minimum for rows that cannot be, by no source and without words',
      [
        {
          ...table({ kind: 'text' }),
          minimums: [
            {
              id: 'visits',
              of: { column: 'what', choice: 'visit' },
              when: { question: 'moon', answered: true },
              words: '',
              law: 'x',
              check: false,
              sources: ['lore'],
            },
          ],
        },
      ],
      ['unknown-source', 'unknown-choice', 'missing-words', 'unknown-question'],
    ],
    ['a column of a role that does not exist', [table({ kind: 'person', roles: ['king'] })], ['unknown-role']],
    ['a source that does not exist', [question('one', { sources: ['lore'] })], ['unknown-source']],
    ['no source', [question('one', { sources: [] })], ['missing-sources']],
    [
      'a factor set that does not exist',
      [question('one', { kind: 'factor-rating', factorSets: ['moons'] })],
      ['unknown-factor-set'],
    ],
    ['a purpose that does not exist', [question('one', { purposes: ['home', 'holiday'] })], ['unknown-purpose']],
  ])('%s', (_name, questions, expected) => {
    expect(codes(packOf(questions))).toEqual(expected);
  });

  test.each<readonly [string, Partial<Pack>, readonly string[]]>([
    [
      'a question nobody asks',
      { questions: [...packOf([]).questions, question('alone')], guidance: { ...packOf([]).guidance, alone: help } },
      ['never-asked'],
    ],
    ['a purpose question that does not exist', { purposeQuestion: 'why' }, ['unknown-question']],
    [
      'a phrase that is missing',
      { phrases: Object.fromEntries([...phraseIds.slice(1), ...paperPhraseIds].map((id) => [id, id])) },
      ['missing-words'],
    ],
    ['guidance that is missing', { guidance: {} }, ['missing-words', 'missing-words', 'missing-words']],
    [
      'a section where a route stands',
      {
        sections: packOf([]).sections.map((section, index) => (index === 1 ? { ...section, id: 'history' } : section)),
        stages: packOf([]).stages.map((stage, index) => (index === 1 ? { ...stage, sections: ['history'] } : stage)),
      },
      ['reserved-id'],
    ],
  ])('%s', (_name, more, expected) => {
    expect(codes(packOf([], [], more))).toEqual(expected);
  });

  test('a question with rounds asked outside a round', () => {
    const pack = packOf([riskClass]);
    const sections = pack.sections.map((section) => ({
      ...section,
      asks: section.asks.map((asked) => ({ ...asked, round: 0 })),
    }));

    expect(codes({ ...pack, sections })).toEqual(['round-mismatch']);
  });
});
