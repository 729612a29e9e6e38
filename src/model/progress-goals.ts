import type { PersonId, RowId } from './answer.ts';
import type { Assessment, PlaceKey } from './assessment.ts';
import type { Evaluation } from './evaluate.ts';
import { lights, type Light } from './lights.ts';
import type { ChoiceId, QuestionId } from './pack.ts';
import { dayIn, idIn, idsIn, inOrder, rowsIn, textIn, type Day, type PlacedRow } from './progress-cells.ts';

/** How two colours for one goal differ; `otherwise` where one of them is no step on the same way. */
export type Difference = 'parent-further' | 'worker-further' | 'otherwise';

/** The colours given for one goal on one day. */
export interface Look {
  readonly at: PlaceKey;
  readonly row: RowId;
  readonly given: Day;
  readonly parent: Light | null;
  readonly worker: Light | null;
  readonly child: Light | null;
  /** Whose the parent's colour is, where somebody said. */
  readonly parentIs: PersonId | null;
  readonly difference: Difference | null;
  /** Why they differ, as written. */
  readonly why: string;
  readonly evidence: string;
  readonly evidenceOn: Day;
  readonly nextStep: string;
}

/** A goal and how it has gone. */
export interface GoalPicture {
  /** `<place>.<row>`; of anything else whatever its colours name it by. */
  readonly id: string;
  /** `gone`: colours were given for a goal that was taken out since, or for none. */
  readonly is: 'goal' | 'child-test' | 'gone';
  readonly words: string;
  readonly whose: ChoiceId | null;
  readonly owners: readonly PersonId[];
  readonly measure: string;
  readonly steps: string;
  readonly support: string;
  readonly due: Day;
  /** The earliest first; those without a day that can be read last. */
  readonly looks: readonly Look[];
}

const progressQuestions: readonly QuestionId[] = ['goal-progress', 'post-return-progress'];

/** Every goal in its order, then the child's own tests, then goals that are no longer there (G1, G2). */
export function goalsOf(evaluation: Evaluation, assessment: Assessment): readonly GoalPicture[] {
  const given = new Map<string, PlacedRow[]>();
  for (const placed of progressQuestions.flatMap((question) => rowsIn(evaluation, assessment, question))) {
    const test = textIn(placed.row, 'child-test');
    const about = idIn(placed.row, 'goal') ?? (test === '' ? '' : testMark + test);
    given.set(about, [...(given.get(about) ?? []), placed]);
  }
  const goals = rowsIn(evaluation, assessment, 'goals').map(({ at, row }): GoalPicture => {
    const id = `${at}.${row.id}`;
    const looks = looksIn(given.get(id) ?? []);
    given.delete(id);
    return {
      id,
      is: 'goal',
      words: textIn(row, 'goal'),
      whose: idIn(row, 'whose'),
      owners: idsIn(row, 'owner'),
      measure: textIn(row, 'measure'),
      steps: textIn(row, 'steps'),
      support: textIn(row, 'support'),
      due: dayIn(row, 'target'),
      looks,
    };
  });
  const others = [...given].map(([id, rows]): GoalPicture => {
    const is = id.startsWith(testMark) ? 'child-test' : 'gone';
    const words = is === 'child-test' ? id.slice(testMark.length) : '';
    return { ...nothingSaid, id, is, words, looks: looksIn(rows) };
  });
  return [...goals, ...others.filter(({ is }) => is === 'child-test'), ...others.filter(({ is }) => is === 'gone')];
}

const testMark = 'test ';

const nothingSaid = { whose: null, owners: [], measure: '', steps: '', support: '', due: null } as const;

const looksIn = (rows: readonly PlacedRow[]): readonly Look[] =>
  inOrder(rows.map(lookIn), ({ given, evidenceOn }) => given ?? evidenceOn);

function lookIn({ at, row }: PlacedRow): Look {
  const parent = lightIn(row, 'parent-colour');
  const worker = lightIn(row, 'worker-colour');
  return {
    at,
    row: row.id,
    given: dayIn(row, 'given-on'),
    parent,
    worker,
    child: lightIn(row, 'child-colour'),
    parentIs: idIn(row, 'parent'),
    difference: differenceOf(parent, worker),
    why: textIn(row, 'difference'),
    evidence: textIn(row, 'evidence'),
    evidenceOn: dayIn(row, 'evidence-on'),
    nextStep: textIn(row, 'next-step'),
  };
}

function lightIn(row: PlacedRow['row'], column: string): Light | null {
  const id = idIn(row, column);
  return lights.find((light) => light === id) ?? null;
}

/** How the parent's colour differs from the worker's; null where they agree or one of them gave none (G3). */
export function differenceOf(parent: Light | null, worker: Light | null): Difference | null {
  if (parent === null || worker === null || parent === worker) return null;
  if (parent === 'not-started' || worker === 'not-started') return 'otherwise';
  return lights.indexOf(parent) > lights.indexOf(worker) ? 'parent-further' : 'worker-further';
}
