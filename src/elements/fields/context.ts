import type { CSSResult, LitElement } from 'lit';
import type { Answer, PlainDate } from '../../model/answer.ts';
import type { Assessment, Change, Person, Place } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import type { Guidance, Pack, Source } from '../../model/pack.ts';
import { formName } from '../../model/place.ts';
import type { AnySession } from '../../session/any-session.ts';

/** What a field template needs to know beside its own question; the same object for a whole form in one pass. */
export interface FieldContext {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly readonly: boolean;
  /** A training case whose answers are shown under the questions; null where they are hidden. */
  readonly model: Assessment | null;
  /** The day the form is shown on. */
  readonly on: PlainDate;
  /** The address of a section without its id, where the page can show others; empty where it cannot. */
  readonly links: string;
  /** Whether the page has chosen what to ask: then it leads elsewhere by itself. */
  readonly chosen: boolean;
  /** The level of a question's heading, one below the section's. */
  readonly headingLevel: number;
  /** Whether somebody is still typing in a control of this name: what cannot be read yet is not marked meanwhile. */
  typing(name: string): boolean;
  /** The words of a question in this assessment: other purposes may ask otherwise. */
  label(instance: Instance): string;
  guidance(question: string, round: number): Guidance | undefined;
  source(id: string): Source | undefined;
  /** The name of the control being typed in, where it begins with this; empty otherwise. */
  typingAt(start: string): string;
  /** Whether somebody has opened what is filled only then (`data-more`) at this question. */
  opened(key: string): boolean;
  /** The rows of a question that somebody has opened (`data-row`): what is folded in them is filled from then on. */
  openedRows(key: string): ReadonlySet<string>;
  /** The names of the terms whose meaning somebody opened in the help of this question, as one text. */
  termsOpened(key: string): string;
  /** Where articles are shown: their id is put behind it. Empty where the page shows none. */
  readonly guidanceAddress: string;
  /** All that is opened under a name (`<name>` or `<name>.…`), as one text. */
  openedIn(name: string): string;
  /** Whether what supports an answer is kept; a page that keeps the answers itself is handed answers alone. */
  readonly keepsEvidence: boolean;
  readonly acts: Acts;
}

/** The row taken out last, and the assessment as it was once it was out. */
interface Removed {
  readonly key: string;
  readonly row: string;
  readonly from: Assessment | undefined;
}

/** What the buttons of fields act on. Everything that is typed or chosen goes through the form's one listener instead. */
export interface Acts {
  readonly form: FieldForm;
  readonly session: AnySession | null;
  /** A row that was taken out and can come back. */
  removed: Removed | null;
  /** Makes a change and tells the page of the answers it changes; whether it could be made. */
  change(of: Change): boolean;
  /** Says that the answer at a place is another now. */
  tell(at: Place): void;
  /** Shows every question anew. */
  showAnew(): void;
  /** Gives the form a sheet it has not yet: for what is fetched only when it is shown. */
  wear(styles: CSSResult): void;
}

/** The form as its fields know it. */
export interface FieldForm extends LitElement {
  /** Goes to a question by its place name, or to a row of it. */
  focusQuestion(name: string): Promise<void>;
}

/** One question of one person, as its template sees it. */
export interface Field {
  readonly context: FieldContext;
  readonly instance: Instance;
}

/** An id for an element that belongs to a control; unique within the form's root. */
export const idFor = (name: string, what = 'box'): string => `${what}:${name}`;

/** The name of the question's own control. */
export const nameOf = ({ place }: Instance): string => formName(place);

/** What `data-more` is called where it opens what supports a judgement. */
export const supportsName = (key: string): string => `supports:${key}`;

export const noteName = ({ place }: Instance): string => formName({ ...place, part: 'note' });

/** Ids for `aria-describedby`, or nothing where there are none. */
export const describedBy = (...ids: readonly (string | false | undefined)[]): string | null =>
  ids.filter(Boolean).join(' ') || null;

/** What is typed in a text box, also where it could not be read. */
export function typedText(answer: Answer | null): string {
  if (answer?.is === 'unread') return answer.text;
  return answer?.is === 'given' && (typeof answer.value === 'string' || typeof answer.value === 'number')
    ? String(answer.value)
    : '';
}

/** Somebody's name for use in a sentence, never empty. */
export const calledBy = (person: Person | undefined, fallback: string): string => {
  const name = person?.name.trim() ?? '';
  return name === '' ? fallback : name;
};
