import { describe, expect, test } from 'vitest';
import { assessmentOf, child, choices, given, packWith } from '../../test/fixtures/small-pack.ts';
import { evaluate } from './evaluate.ts';
import { apply } from './apply.ts';
import { editOf } from '../../test/fixtures/small-pack.ts';

const pack = packWith(
  [
    { id: 'status', kind: 'single-choice', choices: choices('order', 'none'), repeats: ['child'] },
    { id: 'decided', kind: 'single-choice', choices: choices('home', 'not'), repeats: ['child'] },
    { id: 'approval', kind: 'signature', repeats: ['child'] },
    { id: 'plan', kind: 'long-text', repeats: ['child'] },
  ],
  {
    stages: [
      { id: 'decide', sections: [{ id: 'd', asks: ['status', 'decided', 'approval'] }] },
      {
        id: 'go',
        opens: { question: 'decided', in: ['home'] },
        opensForChild: { question: 'decided', in: ['home'] },
        hardStops: [
          {
            id: 'approve',
            words: 'Regulation 18',
            when: { all: [{ question: 'status', in: ['order'] }, { not: { question: 'approval', answered: true } }] },
          },
        ],
        sections: [{ id: 'g', asks: ['plan'] }],
      },
    ],
  },
);
const people = [child('juniper'), child('moss')];
const decided = {
  'status~juniper': given('order'),
  'decided~juniper': given('home'),
  'status~moss': given('none'),
  'decided~moss': given('home'),
};
const stops = (answers: Parameters<typeof assessmentOf>[1]) =>
  evaluate(pack, assessmentOf(pack, answers, people), '2026-01-01').stops.map((stop) => [stop.child.id, stop.words]);

describe('V12 a hard stop', () => {
  test('holds for the child whose approval is missing, and for nobody else', () => {
    expect(stops(decided)).toEqual([['juniper', 'Regulation 18']]);
  });

  test('ends with the approval', () => {
    const signature = [
      { person: null, name: 'Alder Reed', role: 'nominated-officer', date: '2026-01-01', statement: 'Approved' },
    ];
    expect(stops({ ...decided, 'approval~juniper': given(signature) })).toEqual([]);
  });

  test('V11 ends with a choice that wants a note only once the note is there', () => {
    const noted = packWith(
      [
        { id: 'way', kind: 'single-choice', choices: choices('planned', 'immediate'), repeats: ['child'] },
        { id: 'plan', kind: 'long-text', repeats: ['child'] },
      ],
      {
        stages: [
          {
            id: 'go',
            hardStops: [
              { id: 'approve', words: 'Wait', when: { not: { question: 'way', in: ['immediate'], noted: true } } },
            ],
            sections: [{ id: 'g', asks: ['way', 'plan'] }],
          },
        ],
      },
    );
    const stopped = (note?: string): boolean => {
      const way = { ...given('immediate'), ...(note === undefined ? {} : { note }) };
      return (
        evaluate(noted, assessmentOf(noted, { 'way~juniper': way }, people.slice(0, 1)), '2026-01-01').stops.length > 0
      );
    };
    expect([stopped(), stopped('  '), stopped('The officer found it necessary.')]).toEqual([true, true, false]);
  });

  test('says nothing before its stage is open for the child', () => {
    expect(stops({ ...decided, 'decided~juniper': given('not') })).toEqual([]);
  });

  test('blocks no edit', () => {
    const edit = editOf({
      do: 'answer',
      at: { question: 'plan', subject: 'juniper', round: 0 },
      answer: given('On Friday'),
    });
    expect(apply(pack, assessmentOf(pack, decided, people), edit).ok).toBe(true);
  });
});
