import { apply } from '../../../../src/model/apply.ts';
import type { Assessment, Edit } from '../../../../src/model/assessment.ts';
import { newAssessment } from '../../../../src/model/new-assessment.ts';
import { replay } from '../../../../src/session/session.ts';
import { deviceWorld } from '../../../../src/session/world.ts';
import { databaseName } from '../../../../src/store/db.ts';
import { copiedDrafts, standingRevision } from '../../../../src/store/evacuation.suite.ts';
import { packWith } from '../../../fixtures/small-pack.ts';
import { openReal } from './open-real.ts';

/** What the tests ask of the page that writes; every answer is plain data. */
export interface WritingPage {
  /** Opens the vault, making it the first time; the state it is then in. */
  open(): Promise<string>;
  /** Says, as a person does, that the browser was started again. */
  trustAgain(): void;
  /** Begins a draft; its id. */
  begin(): Promise<string>;
  /** Writes numbered edits on and on, each when the one before is acknowledged, and says so on the console. */
  writeOn(id: string): void;
  /** The draft as it can be read: its revision and the numbers of its edits' values, or why not. */
  read(id: string): Promise<{ readonly revision: number; readonly last: string } | { readonly problem: string }>;
  /** One write now: `saved`, or the problem. */
  writeOnce(id: string, value: string): Promise<string>;
  /** How many drafts are copied away by now. */
  copied(): Promise<number>;
  /** The revision the standing copy has of a draft; 0 where it has none, or there is no such copy. */
  standing(id: string): Promise<number>;
  list(): Promise<readonly { readonly id: string; readonly revision: number }[] | string>;
}

declare global {
  interface Window {
    writing: WritingPage;
  }
}

const vault = await openReal();
const question = 'soak-answer';
const pack = packWith([{ id: question, kind: 'long-text' }]);
let assessment: Assessment | null = null;
let revision = 0;

async function write(id: string, value: string): Promise<string> {
  if (!assessment) throw new Error('nothing was begun or read');
  const edit: Edit = {
    id: deviceWorld.newId(),
    at: deviceWorld.now(),
    by: '',
    change: { do: 'answer', at: { question, subject: null, round: 0 }, answer: { is: 'given', value } },
  };
  const after = apply(pack, assessment, edit);
  if (!after.ok) throw new Error(after.problems[0].code);
  const kept = await vault.append(id, revision, [edit], after.value);
  if (!kept.ok) return `${kept.problems[0].code} (${kept.problems[0].detail ?? ''})`;
  assessment = after.value;
  revision = kept.value;
  return 'saved';
}

window.writing = {
  open: () => vault.ready(),
  trustAgain: () => {
    vault.trustAgain();
  },
  begin: async () => {
    assessment = newAssessment(
      pack,
      { kind: 'real', purpose: 'home', route: 'full', reference: 'SOAK', people: [] },
      deviceWorld,
    );
    const kept = await vault.append(assessment.id, 0, [], assessment);
    if (!kept.ok) throw new Error(kept.problems[0].code);
    revision = kept.value;
    return assessment.id;
  },
  writeOn: (id) => {
    const next = async (): Promise<void> => {
      const said = await write(id, `number ${revision + 1} ${'x'.repeat(200)}`);
      console.log(said === 'saved' ? `acknowledged ${revision}` : `refused ${said}`);
      if (said === 'saved') void next();
    };
    void next();
  },
  read: async (id) => {
    const draft = await vault.load(id);
    if (!draft.ok) return { problem: `${draft.problems[0].code} ${draft.problems[0].detail ?? ''}` };
    const now = replay(pack, draft.value);
    if (!now.ok) return { problem: now.problems[0].code };
    ({ assessment } = now.value);
    ({ revision } = draft.value);
    const said = assessment.answers[question];
    return { revision, last: said?.is === 'given' && typeof said.value === 'string' ? said.value : '' };
  },
  writeOnce: write,
  copied: () => copiedDrafts(databaseName('real')),
  standing: (id) => standingRevision(databaseName('real'), id),
  list: async () => {
    const drafts = await vault.list();
    return drafts.ok ? drafts.value.map(({ id, revision: at }) => ({ id, revision: at })) : drafts.problems[0].code;
  },
};
