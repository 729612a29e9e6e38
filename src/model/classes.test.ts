import { describe, expect, test } from 'vitest';
import { loadPack, loadTrainingCase } from '../content/packs.ts';
import { editOf } from '../../test/fixtures/small-pack.ts';
import type { Answer, Rating, Row } from './answer.ts';
import { apply } from './apply.ts';
import type { Assessment, Change } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import { factorPicture } from './factor-picture.ts';
import { report } from './make-report.ts';
import type { Pack } from './pack.ts';
import type { Outcome } from './problem.ts';
import { published } from './published.ts';
import { reportText } from './report-text.ts';
import { roundsPicture } from './rounds-picture.ts';
import { withSuggested } from './suggested-then.ts';
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
  const why = 'risk-class-difference@1~juniper';
  const second = 'risk-class-second-manager@1~juniper';

  test('is asked nothing while it is the same', () => {
    expect(asked(quillfeather)).not.toContain(why);
  });

  test.each(['low', 'high'])('one class away (%s for medium) is asked why, and no more', (value) => {
    const changed = withClass('risk-class@1~juniper', value);
    expect(asked(changed)).toContain(why);
    expect(asked(changed)).not.toContain(second);
    expect(gapsAt(why, changed)).toEqual(['no-answer']);
  });

  test('two classes away is asked for a second manager as well', () => {
    expect(asked(withClass('risk-class@1~juniper', 'severe'))).toEqual(expect.arrayContaining([why, second]));
  });

  test('is asked nothing of another child', () => {
    const changed = asked(withClass('risk-class@1~juniper', 'severe'));
    expect(changed.filter((key) => key.includes('second-manager'))).toEqual([second]);
    expect(changed.filter((key) => /^risk-class-(difference|second)\S*@1/.test(key))).toEqual([why, second]);
  });

  test('is asked nothing where too little is known to suggest one', () => {
    const changed = withAnswers(withClass('risk-class@1~juniper', 'severe'), { 'change-evidence@1~wren': null });
    expect(suggestRiskClass(pack, changed, { child: 'juniper', round: 1, on }).riskClass).toBeNull();
    expect(asked(changed)).not.toContain('risk-class-difference@1~juniper');
  });

  test('is asked nothing where nothing is suggested by the pack', () => {
    expect(asked(withClass('risk-class@1~juniper', 'severe'), withoutSuggestion)).not.toContain(why);
  });

  test('is asked on the shorter route too', () => {
    expect(asked({ ...withClass('risk-class@1~juniper', 'high'), route: 'core' })).toEqual(
      expect.arrayContaining([why, 'indicative-class@1~juniper']),
    );
  });

  test('opens no stage: what is open is the same with and without a suggestion', () => {
    const changed = withClass('risk-class@1~juniper', 'severe');
    expect(evaluate(pack, changed, on).openStages).toEqual(evaluate(withoutSuggestion, changed, on).openStages);
  });
});

describe('S11 the line about the suggestion in a report', () => {
  const same = pack.phrases['suggestion-same'] ?? '';
  const other = pack.phrases['suggestion-other'] ?? '';

  test('stands once at each class, and says nothing else of it', () => {
    expect([times(same, printed(quillfeather)), times(other, printed(quillfeather))]).toEqual([4, 2]);
  });

  test('says of each what was suggested when it was chosen, without naming it, whatever was rated since', () => {
    const then = (riskClass: string | null): Answer => ({
      is: 'given',
      value: 'high',
      suggested: { riskClass, reasons: ['R4'] },
    });
    const text = (riskClass: string | null): string =>
      printed(withAnswers(quillfeather, { 'risk-class@1~juniper': then(riskClass) }));
    expect(['medium', 'high'].map((each) => [times(same, text(each)), times(other, text(each))])).toEqual([
      [3, 3],
      [4, 2],
    ]);
    expect(times(same, printed(withAnswers(tarnwhistle, { 'change-evidence@1~ember': null })))).toBe(2);
  });

  test('claims nothing where nothing was kept, no class was suggested or given, or the council wants none', () => {
    const kept = (riskClass: string | null, value = 'medium'): Answer => ({
      is: 'given',
      value,
      suggested: { riskClass, reasons: ['R0'] },
    });
    for (const answer of [given('medium'), kept(null), null])
      expect(
        times('The suggestion was considered', printed(withAnswers(quillfeather, { 'risk-class@1~juniper': answer }))),
      ).toBe(5);
    expect(times('The suggestion was considered', printed(quillfeather, withoutSuggestion))).toBe(0);
  });
});

describe('S13 a class keeps what was suggested when it was chosen', () => {
  const at = { question: 'risk-class', subject: 'juniper', round: 1 } as const;
  const key = 'risk-class@1~juniper';
  const chosen = (answer: Answer | null, of: Assessment, from = pack): Assessment =>
    must(apply(from, of, editOf(withSuggested(from, of, { do: 'answer', at, answer }, on))));
  const suggestedIn = (of: Assessment): unknown => {
    const answer = of.answers[key];
    return answer?.is === 'given' ? answer.suggested : undefined;
  };
  const before = withAnswers(quillfeather, { [key]: null });
  const medium = { riskClass: 'medium', reasons: ['R4', 'C1'] };

  test('the class and what spoke for it, by their ids', () => {
    expect(suggestedIn(chosen(given('severe'), before))).toEqual(medium);
  });

  test('none, where none was suggested', () => {
    const unrated = withAnswers(before, { 'change-evidence@1~wren': null });
    expect(suggestedIn(chosen(given('high'), unrated))).toMatchObject({ riskClass: null, reasons: ['R0', 'C1'] });
    const happened: Assessment = { ...before, rounds: [{ round: 4, reason: '', on, event: 'harm' }] };
    const fourth = { ...at, round: 4 };
    const change = withSuggested(pack, happened, { do: 'answer', at: fourth, answer: given('high') }, on);
    expect(change).toMatchObject({ answer: { suggested: { riskClass: null, reasons: ['again-harm', 'C1', 'C2'] } } });
  });

  test('stays while the ratings change and the class is noted, and is taken anew with another class', () => {
    const rated = withAnswers(chosen(given('medium'), before), { 'factors-parent@1~wren': null });
    expect(suggestedIn(rated)).toEqual(medium);
    const noted = chosen({ is: 'given', value: 'medium', note: 'Looked at again.' }, rated);
    expect(suggestedIn(noted)).toEqual(medium);
    expect(suggestedIn(chosen(given('high'), noted))).toMatchObject({ riskClass: null });
  });

  test('what an older draft never kept is not made up, and a copy brings nothing along', () => {
    const old = withAnswers(quillfeather, { [key]: given('medium') });
    expect(suggestedIn(chosen({ is: 'given', value: 'medium', note: 'Noted.' }, old))).toBeUndefined();
    const copied: Answer = { is: 'given', value: 'low', suggested: { riskClass: 'low', reasons: ['R5'] } };
    expect(suggestedIn(chosen(copied, before))).toEqual(medium);
  });

  test('nothing, where the council wants no suggestion; and no other answer is touched', () => {
    expect(suggestedIn(chosen(given('medium'), before, withoutSuggestion))).toBeUndefined();
    const other: Change = { do: 'answer', at: { ...at, question: 'risk-class-reason' }, answer: given('Because.') };
    expect(withSuggested(pack, before, other, on)).toBe(other);
  });

  test('is in the history, in the attachment and beside the other rounds', () => {
    const again = chosen(given('high'), chosen(given('medium'), before));
    const later = must(apply(pack, again, editOf({ do: 'answer', at, answer: null }, 60)));
    expect(later.history.at(-1)?.was).toMatchObject({ suggested: medium });
    const choice = { locale: 'en', output: 'full', on } as const;
    expect(published(pack, again, choice).assessment.answers[key]).toMatchObject({ suggested: medium });
    expect(JSON.stringify(published(withoutSuggestion, again, choice).assessment.answers)).not.toContain('suggested"');
    expect(roundsPicture(pack, again, 'juniper')?.rounds[0]?.suggested?.riskClass?.id).toBe('medium');
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
    ['Juniper', quillfeather, 'juniper', 2, 'high', 'R2'],
    ['Juniper', quillfeather, 'juniper', 3, 'low', 'R5'],
    ['Moss', quillfeather, 'moss', 1, 'medium', 'R4'],
    ['Moss', quillfeather, 'moss', 2, 'high', 'R2'],
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

describe('a Decision 2 that is not the one the class usually leads to', () => {
  const key = 'decision-2-difference~juniper';
  test.each([
    ['work-towards', 'low', false],
    ['work-towards', 'medium', false],
    ['work-towards', 'high', true],
    ['work-towards', 'severe', true],
    ['more-assessment', 'high', false],
    ['more-assessment', 'severe', true],
    ['not-home', 'medium', true],
    ['not-home', 'high', false],
    ['urgent-action', 'low', false],
  ])('%s with %s: asked why is %s', (decision, riskClass, isAsked) => {
    const of = withAnswers(quillfeather, {
      'risk-class@1~juniper': given(riskClass),
      'decision-2~juniper': given(decision),
    });
    expect(asked(of).includes(key)).toBe(isAsked);
    expect(gapsAt(key, of)).toEqual(isAsked ? ['no-answer'] : []);
  });

  test('looks at the class it was decided on, not at a later one', () => {
    expect(asked(withClass('risk-class@3~juniper', 'severe'))).not.toContain(key);
  });
});

describe('V15 an adult who comes after a round was signed', () => {
  const sign = (...stages: readonly string[]): Change => ({
    do: 'sign-version',
    version: {
      id: 'v1',
      sha256: 'ab'.repeat(32),
      stages,
      packs: [{ ...quillfeather.pack, wordsHash: pack.wordsHash }],
      statedTime: editOf({ do: 'close-round', round: 9 }, 20).at,
      signatories: [],
    },
  });
  const add = (inHousehold: string): Change => ({
    do: 'add-person',
    person: { id: 'ash', role: 'household', name: 'Ash Marlpit', inHousehold },
  });
  const moveIn: Change = { do: 'change-person', person: 'ash', set: { inHousehold: 'lives-there' } };
  /** What happens before stage 2 is signed, and after it. */
  const family = (before: readonly Change[], ...later: readonly Change[]): Assessment => {
    const begun: Assessment = { ...quillfeather, history: [], versions: [] };
    const timed: readonly (readonly [Change, number])[] = [
      ...before.map((change) => [change, 1] as const),
      [sign('stage-2-classify'), 20],
      ...later.map((change, index) => [change, 40 + 20 * index] as const),
    ];
    return timed.reduce((now, [change, minutes]) => must(apply(pack, now, editOf(change, minutes))), begun);
  };
  const roundsAsked = (of: Assessment): readonly string[] =>
    asked(of).filter((key) => key.startsWith('factors-parent@') && key.endsWith('~ash'));
  const paper = (of: Assessment, ...stages: readonly string[]): string =>
    reportText(report(pack, of, { locale: 'en', output: 'full', on, stages })).join('\n');
  const both = ['factors-parent@2~ash', 'factors-parent@3~ash'];
  const came = family([], add('lives-there'));

  test('is asked about in later rounds only, and in what has no rounds', () => {
    expect(roundsAsked(came)).toEqual(both);
    expect(asked(came).filter((key) => key.endsWith('~ash') && key.includes('@1'))).toEqual([]);
    expect(asked(came)).toContain('parent-offences~ash');
  });

  test('does not count in the suggestion or the picture of the signed round', () => {
    const suggested = (round: number) => suggestRiskClass(pack, came, { child: 'juniper', round, on });
    expect(JSON.stringify(suggested(1))).not.toContain('ash');
    expect(JSON.stringify(suggested(2).missing)).toContain('ash');
    const ids = (round: number) => factorPicture(pack, came, { round }).people.map((each) => each?.id ?? null);
    expect([ids(1).includes('ash'), ids(2).includes('ash')]).toEqual([false, true]);
    const [first, second] = (roundsPicture(pack, came, 'juniper')?.factors ?? []).filter(
      ({ cells }) => cells[0]?.of === 'ash',
    );
    expect([first?.cells.length, second?.cells.map(({ asked: at }) => at)[0]]).toEqual([3, null]);
  });

  test('is not named by paper about that round alone, and is by paper about a later one', () => {
    expect(paper(came, 'stage-2-classify')).not.toContain('Marlpit');
    expect(paper(came, 'stage-4-review')).toContain('Ash Marlpit');
    expect(paper(came, 'stage-1-assess')).toContain('Ash Marlpit');
    const attached = (stage: string) =>
      published(pack, came, { locale: 'en', output: 'full', on, stages: [stage] }).assessment.people.map(
        ({ id }) => id,
      );
    expect(attached('stage-2-classify')).not.toContain('ash');
    expect(attached('stage-4-review')).toContain('ash');
  });

  test('the latest class still needs another look', () => {
    expect(gapsAt('risk-class@3~moss', came)).toEqual(['look-again']);
  });

  test('C2 so does one of the signed round itself, which names the adult there and nowhere else', () => {
    const later = ['risk-class@2~juniper', 'risk-class@3~juniper', 'risk-class@2~moss', 'risk-class@3~moss'];
    const onlyFirst = withAnswers(came, Object.fromEntries(later.map((key) => [key, null])));
    expect(gapsAt('risk-class@1~moss', onlyFirst)).toEqual(['look-again']);
    const said = paper(onlyFirst, 'stage-2-classify');
    const named = 'has moved into the home or is now assessed as a carer: Ash Marlpit.';
    expect([times(named, said), times('Marlpit', said)]).toEqual([2, 2]);
  });

  test.each([
    ['somebody known who moves in after', family([add('elsewhere')], moveIn), both],
    ['somebody there before', family([add('lives-there')]), ['factors-parent@1~ash', ...both]],
    [
      'somebody there before, whose name is put right after',
      family([add('lives-there')], { do: 'change-person', person: 'ash', set: { name: 'Ash' } }),
      ['factors-parent@1~ash', ...both],
    ],
    [
      'somebody rated in that round, who left and came back',
      withAnswers(family([add('elsewhere')], moveIn), {
        'factors-parent@1~ash': { is: 'given', value: [{ factor: 'denial', of: 'ash', status: 'past' }] },
      }),
      ['factors-parent@1~ash', ...both],
    ],
    ['somebody the history is silent about', { ...came, history: [] }, ['factors-parent@1~ash', ...both]],
    [
      'somebody who comes after a round without a class was signed',
      withAnswers(came, { 'risk-class@1~juniper': null, 'risk-class@1~moss': null }),
      ['factors-parent@1~ash', ...both],
    ],
  ])('%s', (_, of, expected) => {
    expect(roundsAsked(of)).toEqual(expected);
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
