import { describe, expect, test } from 'vitest';
import { loadPack, loadTrainingCase } from '../content/packs.ts';
import { editOf } from '../../test/fixtures/small-pack.ts';
import type { Answer, Rating, Row } from './answer.ts';
import { apply } from './apply.ts';
import type { Assessment, Change } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import { report } from './make-report.ts';
import type { Pack } from './pack.ts';
import type { Outcome } from './problem.ts';
import { reportText } from './report-text.ts';
import { suggestRiskClass } from './suggest.ts';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code, detail }) => `${code} ${detail ?? ''}`).join('; '));
  return outcome.value;
}

const pack = must(await loadPack('sparf', 'en'));
const quillfeather = must(await loadTrainingCase('quillfeather', pack)).assessment;
const tarnwhistle = must(await loadTrainingCase('tarnwhistle', pack)).assessment;
const on = '2026-02-01';

const given = (value: string | readonly Row[]): Answer => ({ is: 'given', value });
const withAnswers = (of: Assessment, answers: Readonly<Record<string, Answer | null>>): Assessment => ({
  ...of,
  answers: Object.fromEntries(
    Object.entries({ ...of.answers, ...answers }).flatMap(([key, answer]) => (answer ? [[key, answer]] : [])),
  ),
});
const withClass = (key: string, value: string, of = quillfeather): Assessment =>
  withAnswers(of, { [key]: given(value) });
const asked = (of: Assessment, from: Pack = pack): readonly string[] =>
  evaluate(from, of, on).applies.map(({ key }) => key);
const gapsAt = (key: string, of: Assessment): readonly string[] =>
  evaluate(pack, of, on)
    .applies.find((instance) => instance.key === key)
    ?.gaps.map(({ code }) => code) ?? [];
const printed = (of: Assessment, from: Pack = pack): string =>
  reportText(report(from, of, { locale: 'en', output: 'full', on })).join('\n');
const times = (words: string, text: string): number => text.split(words).length - 1;
const withoutSuggestion: Pack = {
  ...pack,
  questions: pack.questions.filter(({ kind }) => kind !== 'risk-suggestion'),
};

describe('V14 and S11 a class that is not the suggested one', () => {
  const why = 'risk-class-difference@2~juniper';
  const second = 'risk-class-second-manager@2~juniper';

  test('is asked nothing while it is the same', () => {
    expect(asked(quillfeather)).not.toContain(why);
  });

  test.each(['low', 'high'])('one class away (%s for medium) is asked why, and no more', (value) => {
    const changed = withClass('risk-class@2~juniper', value);
    expect(asked(changed)).toContain(why);
    expect(asked(changed)).not.toContain(second);
    expect(gapsAt(why, changed)).toEqual(['no-answer']);
  });

  test('two classes away is asked for a second manager as well', () => {
    expect(asked(withClass('risk-class@2~juniper', 'severe'))).toEqual(expect.arrayContaining([why, second]));
  });

  test('is asked nothing of another child, nor in another round', () => {
    const changed = asked(withClass('risk-class@2~juniper', 'severe'));
    expect(changed.filter((key) => /^risk-class-(difference|second)/.test(key))).toEqual([why, second]);
  });

  test('is asked nothing where too little is known to suggest one', () => {
    const changed = withAnswers(withClass('risk-class@1~juniper', 'severe'), { 'change-evidence@1~wren': null });
    expect(suggestRiskClass(pack, changed, { child: 'juniper', round: 1, on }).riskClass).toBeNull();
    expect(asked(changed)).not.toContain('risk-class-difference@1~juniper');
  });

  test('is asked nothing where nothing is suggested by the pack', () => {
    expect(asked(withClass('risk-class@2~juniper', 'severe'), withoutSuggestion)).not.toContain(why);
  });

  test('is asked on the shorter route too', () => {
    expect(asked({ ...withClass('risk-class@2~juniper', 'high'), route: 'core' })).toEqual(
      expect.arrayContaining([why, 'indicative-class@2~juniper']),
    );
  });

  test('opens no stage: what is open is the same with and without a suggestion', () => {
    const changed = withClass('risk-class@2~juniper', 'severe');
    expect(evaluate(pack, changed, on).openStages).toEqual(evaluate(withoutSuggestion, changed, on).openStages);
  });
});

describe('S11 the line about the suggestion in a report', () => {
  const same = pack.phrases['suggestion-same'] ?? '';
  const other = pack.phrases['suggestion-other'] ?? '';

  test('stands once at each class, and says nothing else of it', () => {
    expect([times(same, printed(quillfeather)), times(other, printed(quillfeather))]).toEqual([6, 0]);
  });

  test('says that the class is another one, without naming the one suggested', () => {
    const text = printed(withClass('risk-class@2~juniper', 'high'));
    expect([times(same, text), times(other, text)]).toEqual([5, 1]);
  });

  test('is missing where no class is given, none is suggested, or the council wants none', () => {
    expect(times(same, printed(withAnswers(quillfeather, { 'risk-class@2~juniper': null })))).toBe(5);
    expect(times(same, printed(withAnswers(tarnwhistle, { 'change-evidence@1~ember': null })))).toBe(0);
    expect(times('The suggestion was considered', printed(quillfeather, withoutSuggestion))).toBe(0);
  });
});

describe('S1 and S6 suggestions worked out from ratings, from the cases', () => {
  const suggested = (of: Assessment, child: string, round: number) => {
    const { riskClass, reasons, missing } = suggestRiskClass(pack, of, { child, round, on });
    return { riskClass, rule: reasons.find(({ kind }) => kind === 'rule'), missing };
  };

  test.each([
    ['Bramble', tarnwhistle, 'bramble', 1, 'severe', 'R1'],
    ['Heath', tarnwhistle, 'heath', 1, 'high', 'R2'],
    ['Juniper', quillfeather, 'juniper', 1, 'medium', 'R4'],
    ['Juniper', quillfeather, 'juniper', 2, 'medium', 'R4'],
    ['Juniper', quillfeather, 'juniper', 3, 'low', 'R5'],
    ['Moss', quillfeather, 'moss', 1, 'medium', 'R4'],
    ['Moss', quillfeather, 'moss', 2, 'medium', 'R4'],
    ['Moss', quillfeather, 'moss', 3, 'medium', 'R4'],
  ] as const)('%s: %#', (_name, of, child, round, riskClass, rule) => {
    expect(suggested(of, child, round)).toMatchObject({ riskClass, rule: { kind: 'rule', rule } });
  });

  test('a carer with a risk and no capacity rating: no class, and where to rate it', () => {
    const rows = quillfeather.answers['change-evidence@1~wren'];
    const unrated = (rows?.is === 'given' ? (rows.value as readonly Row[]) : []).map(({ id, cells }) => ({
      id,
      cells: Object.fromEntries(Object.entries(cells).filter(([column]) => column !== 'capacity')),
    }));
    const changed = withAnswers(quillfeather, { 'change-evidence@1~wren': given(unrated) });
    const { riskClass, rule, missing } = suggested(changed, 'juniper', 1);
    expect([riskClass, rule]).toEqual([null, { kind: 'rule', rule: 'R0' }]);
    expect(missing).toContainEqual(
      expect.objectContaining({ kind: 'capacity', of: 'wren', at: 'change-evidence@1~wren' }),
    );
  });

  test('one serious risk that becomes active again lifts a medium class to high', () => {
    const was = quillfeather.answers['factors-parent@1~wren'];
    const ratings = was?.is === 'given' ? (was.value as readonly Rating[]) : [];
    const serious = new Set(pack.factors.filter((factor) => factor.serious).map(({ id }) => id));
    const [first] = ratings.filter(({ factor, status }) => serious.has(factor) && status !== 'active');
    const changed = ratings.map((each) => (each === first ? { ...each, status: 'active' } : each));
    const answer: Answer = { is: 'given', value: changed };
    expect(suggested(withAnswers(quillfeather, { 'factors-parent@1~wren': answer }), 'juniper', 1).riskClass).toBe(
      'high',
    );
  });
});

describe('C1 and C2 an adult who comes after a class', () => {
  const begun = { ...quillfeather, history: [] };
  const after = (of: Assessment, ...changes: readonly Change[]): Assessment =>
    changes.reduce((now, change, index) => must(apply(pack, now, editOf(change, 30 * (index + 1)))), of);
  const add: Change = {
    do: 'add-person',
    person: { id: 'ash', role: 'household', name: 'Ash', inHousehold: 'lives-there' },
  };
  const say = (key: 'juniper' | 'moss', value: string): Change => ({
    do: 'answer',
    at: { question: 'risk-class', subject: key, round: 3 },
    answer: given(value),
  });
  const marked = (of: Assessment): readonly string[] => [...evaluate(pack, of, on).lookAgain.keys()].sort();
  const both = ['risk-class@3~juniper', 'risk-class@3~moss'];

  test('marks the latest class of every child, as a gap, and leaves earlier ones', () => {
    const later = after(begun, add);
    expect(marked(later)).toEqual(both);
    expect(gapsAt('risk-class@3~moss', later)).toEqual(['look-again']);
    expect(gapsAt('risk-class@2~moss', later)).toEqual([]);
  });

  test('goes where the class is said again, be it the same', () => {
    expect(marked(after(begun, add, say('juniper', 'low')))).toEqual(['risk-class@3~moss']);
  });

  test('does not mark a class said after the adult came', () => {
    expect(marked(after(begun, add, say('juniper', 'low'), say('moss', 'medium')))).toEqual([]);
  });

  test('marks where somebody moves in who was known before, and not where they only visit', () => {
    const visitor: Change = {
      do: 'add-person',
      person: { id: 'ash', role: 'network', name: 'Ash', inHousehold: 'visits' },
    };
    const moves: Change = { do: 'change-person', person: 'ash', set: { inHousehold: 'lives-there' } };
    const visits = after(begun, visitor);
    expect(marked(visits)).toEqual([]);
    expect(marked(after(visits, say('juniper', 'low'), say('moss', 'medium'), moves))).toEqual(both);
  });

  test('does not mark where somebody already here is only described anew', () => {
    const born: Change = { do: 'change-person', person: 'wren', set: { born: '1994-01-01' } };
    expect(marked(after(begun, born))).toEqual([]);
  });

  test('ends when the adult is taken out, and begins again when they come back', () => {
    const out: Change = { do: 'remove-person', person: 'ash' };
    const gone = after(begun, add, out);
    expect(marked(gone)).toEqual([]);
    expect(marked(must(apply(pack, gone, editOf({ do: 'restore-person', person: 'ash' }, 200))))).toEqual(both);
  });

  test('is printed at the class with the name', () => {
    const text = printed(after(begun, add));
    expect(times('this adult has moved into the home or is now assessed as a carer: Ash.', text)).toBe(2);
    expect(times('has moved into the home', printed(begun))).toBe(0);
  });
});

describe('C3 a lower class', () => {
  const key = 'risk-lowered-evidence@2~juniper';
  const evidence = (months: number, why?: string): Answer =>
    given([
      {
        id: 'r1',
        cells: {
          risk: 'factors-parent@1~wren.substance-misuse',
          evidence: 'Tests are clear.',
          since: '2024-12-01',
          months,
          ...(why === undefined ? {} : { 'why-enough': why }),
        },
      },
    ]);
  const lowered = (answer: Answer | null, before = 'high'): Assessment =>
    withAnswers(quillfeather, {
      'risk-class@1~juniper': given(before),
      'risk-class@2~juniper': given('low'),
      [key]: answer,
    });

  test('is asked what it rests on, in the second and in the third round', () => {
    expect(gapsAt(key, lowered(null))).toEqual(['no-answer']);
    expect(asked(quillfeather)).toContain('risk-lowered-evidence@3~juniper');
    expect(asked(quillfeather)).not.toContain(key);
  });

  test('is asked again in a round opened beyond those, and not where the class goes up', () => {
    const opened = { ...quillfeather, rounds: [{ round: 4, reason: 'A new adult', on }] };
    const down = withClass('risk-class@4~moss', 'low', opened);
    const up = withClass('risk-class@4~moss', 'severe', opened);
    expect(asked(down)).toContain('risk-lowered-evidence@4~moss');
    expect(asked(up)).not.toContain('risk-lowered-evidence@4~moss');
  });

  test('from high with less than six months wants a reason', () => {
    expect(gapsAt(key, lowered(evidence(5)))).toEqual(['too-soon']);
    expect(gapsAt(key, lowered(evidence(5, 'Seen daily by school')))).toEqual([]);
    expect(gapsAt(key, lowered(evidence(6)))).toEqual([]);
  });

  test('from medium wants evidence, and no set time', () => {
    expect(gapsAt(key, lowered(evidence(2), 'medium'))).toEqual([]);
  });
});
