import { describe, expect, test } from 'vitest';
import { caseDraft, outputs, pack } from '../../test/journeys/guidance.ts';
import type { Answer } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import { reportText } from '../model/report-text.ts';
import { draftFor, makeCopy } from './copy.ts';
import { gradeOf, highestGrade } from './grade.ts';
import type { Recipient } from './reduce.ts';

const on = '2025-03-20';
const quillfeather = caseDraft('quillfeather');
const tarnwhistle = caseDraft('tarnwhistle');
const names = [...quillfeather.people, ...tarnwhistle.people].map(({ name }) => name);
const juniper: Recipient = { kind: 'child', person: 'juniper', children: ['juniper'] };
const wren: Recipient = { kind: 'parents', person: 'wren', children: ['juniper', 'moss'] };

const text = (assessment: Assessment, to: Recipient): string => {
  const copy = makeCopy(pack, outputs, assessment, { to, on });
  if (!copy.ok) throw new Error(copy.problems[0].code);
  return reportText(copy.value.report).join('\n');
};
const settled = (name: string, copy: object): Assessment => ({
  ...quillfeather,
  sharing: { copies: { [name]: copy } },
});

describe('O8 versions for a family', () => {
  const family = Object.entries(outputs.words).filter(([id]) => /^(parents|child)\//.test(id));
  test.each(family)('%s reads at grade 6 or less', (_id, words) => {
    const filled = words
      .replace(/\{date\}/g, '3 May 2025')
      .replace(/\{(name|children)\}/g, 'Wren')
      .replace(/\{\w+\}/g, 'help');
    // A heading of a few words is no sentence.
    if (filled.split(' ').length < 6) return;
    expect(gradeOf(filled, names).grade).toBeLessThanOrEqual(highestGrade);
  });

  test.each([
    ['quillfeather', quillfeather, [juniper, wren, { ...juniper, person: 'moss', children: ['moss'] }]],
    [
      'tarnwhistle',
      tarnwhistle,
      [
        { kind: 'child', person: 'heath', children: ['heath'] },
        { kind: 'parents', person: 'ember', children: ['bramble', 'heath'] },
        { kind: 'parents', person: 'flint', children: ['bramble'] },
      ],
    ],
  ] as const)('everything drafted for the family of %s reads at grade 6 or less', (_name, assessment, readers) => {
    for (const to of readers) {
      const { draft } = draftFor(pack, outputs, assessment, { to, on });
      const said = draft?.passages.map((passage) => passage.text).join('\n') ?? '';
      expect(said.length).toBeGreaterThan(200);
      expect(gradeOf(said, names).grade, said).toBeLessThanOrEqual(highestGrade);
    }
  });

  test('there are words for every decision, class and step that can be chosen', () => {
    const choices = (id: string): readonly string[] =>
      (pack.questions.find((each) => each.id === id)?.choices ?? []).map((choice) => choice.id);
    for (const kind of ['parents', 'child'])
      for (const question of ['decision-1', 'decision-2', 'decision-3'])
        for (const choice of choices(question))
          expect(outputs.words).toHaveProperty([
            choice === 'not-home' ? `${kind}/decision-not-home` : `${kind}/${question}-${choice}`,
          ]);
    for (const { id } of pack.riskClasses)
      for (const kind of ['parents', 'child']) expect(outputs.words).toHaveProperty([`${kind}/class-${id}`]);
    const steps = pack.questions
      .find(({ id }) => id === 'transition-plan')
      ?.columns?.find(({ id }) => id === 'step-kind');
    for (const { id } of steps?.choices ?? []) expect(outputs.words).toHaveProperty([`child/step-${id}`]);
  });

  test('a child is called by the name somebody chose, and by the first name otherwise', () => {
    expect(text(quillfeather, juniper)).toContain('Hello Juniper,');
    expect(text(settled('child~juniper', { name: 'Juno' }), juniper)).toContain('Hello Juno,');
  });

  test('words that somebody changed stand instead of the draft, and lines with a dash are a list', () => {
    const changed = settled('parents~wren', {
      passages: { say: { text: 'Tell us.\n- By phone\n- In person', from: 'as drafted' } },
    });
    const copy = makeCopy(pack, outputs, changed, { to: wren, on });
    expect(copy.ok && copy.value.report.body).toContainEqual(
      expect.objectContaining({
        kind: 'list',
        items: [[{ text: 'By phone', own: true }], [{ text: 'In person', own: true }]],
      }),
    );
    expect(text(changed, wren)).not.toContain('You can bring someone with you');
  });

  test('what brothers and sisters do on the same day is told to a parent once', () => {
    const said = text(quillfeather, wren);
    expect(said.match(/The plan is for/g)).toHaveLength(1);
    expect(said).toContain('The plan is for Juniper and Moss to move home on 13 June 2025.');
    expect(said.match(/Overnight stay/g)).toHaveLength(1);
    expect(said).toContain('11 April 2025: Overnight stay, Juniper and Moss.');
    const { 'return-date~moss': date, ...answers } = quillfeather.answers;
    const later = {
      ...quillfeather,
      answers: { ...answers, 'return-date~moss': { ...date, value: '2025-06-20' } as Answer },
    };
    expect(text(later, wren)).toContain('The plan is for Moss to move home on 20 June 2025.');
  });

  test('a decision put off has its day in every copy, as long as that is to come', () => {
    const given = (value: string): Answer => ({ is: 'given', value });
    const off = Object.fromEntries(
      ['juniper', 'moss'].flatMap((id) => [
        [`decision-3~${id}`, given('extend')],
        [`decision-3-until~${id}`, given('2025-09-12')],
      ]),
    );
    const put = { ...quillfeather, answers: { ...quillfeather.answers, ...off } };
    expect(text(put, wren)).toContain('We will decide about Juniper and Moss by 12 September 2025.');
    expect(text(put, juniper)).toContain('We will decide by 12 September 2025, and tell you.');
    const partners = makeCopy(pack, outputs, put, {
      to: { kind: 'partners', person: null, children: ['juniper', 'moss'] },
      on,
    });
    expect(partners.ok && reportText(partners.value.report).join('\n')).toContain(
      'To be decided again by: 12 September 2025',
    );
    const late = makeCopy(pack, outputs, put, { to: juniper, on: '2025-09-13' });
    expect(late.ok && reportText(late.value.report).join('\n')).not.toContain('12 September');
  });

  test('a child is told whom to call as a child would be', () => {
    expect(text(quillfeather, juniper)).toContain('If you are not safe now, call 999.');
    expect(text(quillfeather, juniper)).not.toContain('If a child is in danger');
  });

  test('whom to call comes from the answers, or from what somebody typed', () => {
    expect(text(quillfeather, wren)).toContain('Tansy Holloway, Dot Applegarth: ');
    const typed = settled('parents~wren', { contacts: [{ name: 'Duty team', reach: '01632 960 001, all day' }] });
    expect(text(typed, wren)).toContain('Duty team: 01632 960 001, all day');
    expect(text(typed, wren)).not.toContain('Tansy Holloway, Dot Applegarth: ');
  });

  test('nobody to call is nobody to call, where somebody took all of them out', () => {
    expect(text(settled('parents~wren', { contacts: [] }), wren)).not.toContain('Tansy Holloway');
  });

  test('a child whom nobody saw is not told that we listened', () => {
    const listened = 'We asked what you think';
    expect(text(quillfeather, juniper)).toContain(listened);
    const { 'child-contacts~juniper': seen, ...answers } = quillfeather.answers;
    expect(seen?.is).toBe('given');
    expect(text({ ...quillfeather, answers }, juniper)).not.toContain(listened);
  });

  test('words somebody changed stay when the draft has none any more', () => {
    const changed = settled('child~juniper', { passages: { decision: { text: 'We talk on Monday.', from: 'x' } } });
    const { 'decision-1~juniper': one, 'decision-3~juniper': three, ...answers } = changed.answers;
    expect([one?.is, three?.is]).toContain('given');
    expect(text({ ...changed, answers }, juniper)).toContain('We talk on Monday.');
  });

  test('what is over is not told as if it came', () => {
    const late = makeCopy(pack, outputs, quillfeather, { to: juniper, on: '2026-11-22' });
    expect(late.ok && reportText(late.value.report).join('\n')).not.toMatch(/2025/);
    expect(text(quillfeather, juniper)).toContain('On 13 June 2025: you move in.');
  });

  test('nobody is told of a move home that is not planned', () => {
    const ember: Recipient = { kind: 'parents', person: 'ember', children: ['bramble', 'heath'] };
    const heath: Recipient = { kind: 'child', person: 'heath', children: ['heath'] };
    for (const to of [ember, heath]) {
      expect(text(tarnwhistle, to)).toContain('will not live at home');
      expect(text(tarnwhistle, to)).not.toContain('move home');
    }
  });

  test('O9 a hard sentence is named, and an easy text names none', () => {
    expect(gradeOf('We will meet you soon. You can ask us.', names)).toEqual({
      grade: expect.any(Number) as number,
      hard: [],
    });
    const hard = 'The multidisciplinary determination necessitates comprehensive consideration of rehabilitation.';
    expect(gradeOf(`You can ask us. ${hard}`, names).hard[0]).toBe(hard);
  });
});
