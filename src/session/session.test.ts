import { describe, expect, test } from 'vitest';
import type { Edit, Place, World } from '../model/assessment.ts';
import { assessmentOf, packWith } from '../../test/fixtures/small-pack.ts';
import { replay, Session, SessionChangeEvent } from './session.ts';

const at: Place = { question: 'story', subject: null, round: 0 };
const other: Place = { question: 'place', subject: null, round: 0 };

/** A clock that is moved by hand, and ids in a row. */
function handWorld(): World & { pass(milliseconds: number): void } {
  let now = Date.parse('2026-01-01T09:00:00Z');
  let ids = 0;
  return {
    now: () => new Date(now).toISOString(),
    today: () => '2026-01-01',
    newId: () => `id${String((ids += 1))}`,
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

const pack = packWith([
  { id: 'story', kind: 'long-text' },
  { id: 'place', kind: 'text' },
]);

function begun() {
  const world = handWorld();
  const session = new Session({ pack, assessment: assessmentOf(pack), world });
  const edits: Edit[] = [];
  session.addEventListener(SessionChangeEvent.type, (event) => {
    if (event instanceof SessionChangeEvent) edits.push(event.edit);
  });
  const type = (place: Place, text: string): void => {
    for (let end = 1; end <= text.length; end += 1) {
      world.pass(200);
      session.answer(place, { is: 'given', value: text.slice(0, end) });
    }
  };
  const text = (place: Place): unknown => {
    const answer = session.assessment.answers[place.question];
    return answer?.is === 'given' ? answer.value : undefined;
  };
  return { world, session, edits, type, text };
}

describe('U1 undo', () => {
  test('takes back a spell of typing at once, and redo brings it again', () => {
    const { session, type, text } = begun();
    type(at, 'one two');
    session.undo();
    expect(text(at)).toBeUndefined();
    session.redo();
    expect(text(at)).toBe('one two');
  });

  test('a pause or another place begins a new step', () => {
    const { session, type, text, world } = begun();
    type(at, 'one');
    world.pass(10_000);
    type(other, 'here');
    session.answer(at, { is: 'given', value: 'one!' });
    session.undo();
    expect(text(at)).toBe('one');
    session.undo();
    expect([text(at), text(other)]).toEqual(['one', undefined]);
  });

  test('a new change ends what could be brought again', () => {
    const { session, type } = begun();
    type(at, 'one');
    session.undo();
    type(other, 'x');
    expect(session.canRedo).toBe(false);
  });

  test('what could be undone before a reload can be undone after it', () => {
    const { session, type, edits, world } = begun();
    const snapshot = session.assessment;
    type(at, 'one');
    world.pass(10_000);
    type(at, 'one two');
    session.undo();
    const opened = replay(pack, { snapshot, edits, revision: 1 });
    if (!opened.ok) throw new Error(opened.problems[0].code);
    const again = new Session({ pack, world, ...opened.value });
    expect(again.assessment).toEqual(session.assessment);
    again.redo();
    expect(again.assessment.answers.story).toEqual({ is: 'given', value: 'one two' });
    again.undo();
    again.undo();
    expect(again.assessment.answers.story).toBeUndefined();
    expect(again.canUndo).toBe(false);
  });

  test('an edit that does not fit changes nothing and is told of', () => {
    const { session, edits } = begun();
    const done = session.answer({ ...at, round: 2 }, { is: 'given', value: 'x' });
    expect(done.ok).toBe(false);
    expect(edits).toEqual([]);
    expect(session.canUndo).toBe(false);
  });
});

test('U1 words of evidence typed in one spell are one step, and replayed they are there again', () => {
  const { session, edits, world } = begun();
  const start = session.assessment;
  session.change({ do: 'add-evidence', evidence: { id: 'e', words: '', supports: [{ at: 'story' }] } });
  for (const words of ['S', 'Se', 'See', 'Seen']) {
    world.pass(200);
    session.change({ do: 'change-evidence', evidence: 'e', set: { words } });
  }
  const again = replay(pack, { snapshot: start, edits, revision: 1 });
  expect(again.ok && again.value.assessment.evidence).toEqual(session.assessment.evidence);
  session.undo();
  expect(session.assessment.evidence).toMatchObject([{ words: '' }]);
  session.undo();
  expect(session.assessment.evidence).toBeUndefined();
});

test('only to be read, it refuses every change and offers no undo', () => {
  const { session, edits, type, text } = begun();
  type(at, 'one');
  const told: boolean[] = [];
  session.addEventListener('readonly', () => told.push(session.readonly));
  session.readonly = true;
  const made = edits.length;
  expect(session.answer(at, { is: 'given', value: 'two' })).toMatchObject({
    ok: false,
    problems: [{ code: 'read-only' }],
  });
  expect(session.undo().ok).toBe(false);
  expect([session.canUndo, text(at), edits.length]).toEqual([false, 'one', made]);
  session.readonly = false;
  session.undo();
  expect(text(at)).toBeUndefined();
  expect(told).toEqual([true, false]);
});

test('H4 an edit made while the clock stands before the last change says so, and the next one does not', () => {
  const { session, edits, type, world } = begun();
  type(at, 'a');
  world.pass(-60_000);
  type(at, 'b');
  type(at, 'c');
  expect(edits.map(({ clockBack }) => clockBack)).toEqual([undefined, true, undefined]);
  expect(session.assessment.history.at(-1)?.clockBack).toBe(true);
});
