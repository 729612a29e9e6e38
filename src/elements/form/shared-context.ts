import { guidanceFor } from '../../content/pack-parts.ts';
import type { Answer, PlainDate } from '../../model/answer.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import { labelOf } from '../../model/label.ts';
import type { Question, Section } from '../../model/pack.ts';
import { takesSupport } from '../../model/takes-support.ts';
import type { AnySession } from '../../session/any-session.ts';
import { supportsName, type Field, type FieldContext } from '../fields/context.ts';
import { termName } from '../fields/term.ts';
import type { Opened } from './opened.ts';

type Showing = Pick<
  FieldContext,
  'readonly' | 'headingLevel' | 'acts' | 'model' | 'guidanceAddress' | 'links' | 'chosen' | 'keepsEvidence'
>;

/** What all questions of a form are shown with. It stays the same object until something changes that any of them may show. */
export class SharedContext {
  readonly #typingIn: () => string;
  readonly #opened: Opened;
  #context: FieldContext | null = null;
  #madeOf: readonly unknown[] = [];

  constructor(typingIn: () => string, opened: Opened) {
    this.#typingIn = typingIn;
    this.#opened = opened;
  }

  /** The context for this pass. */
  of(session: AnySession, showing: Showing): FieldContext {
    const { pack, assessment } = session;
    const madeOf = [
      session,
      pack,
      assessment.people,
      assessment.answers[pack.purposeQuestion],
      showing.readonly,
      showing.headingLevel,
      showing.model,
      showing.guidanceAddress,
      showing.links,
      showing.chosen,
    ];
    if (!this.#context || madeOf.some((each, index) => each !== this.#madeOf[index])) {
      const sources = new Map(pack.sources.map((source) => [source.id, source]));
      this.#madeOf = madeOf;
      this.#context = {
        ...showing,
        pack,
        get assessment(): Assessment {
          return session.assessment;
        },
        get on(): PlainDate {
          return session.evaluation.on;
        },
        typing: (name) => this.#typingIn() === name,
        label: (instance) => labelOf(pack, session.assessment, instance),
        guidance: (id, round) => guidanceFor(pack.guidance, id, round),
        source: (id) => sources.get(id),
        typingAt: (start) => (this.#typingIn().startsWith(start) ? this.#typingIn() : ''),
        opened: (key) => this.#opened.has(key),
        openedRows: (key) => this.#opened.rowsOf(key),
        termsOpened: (key) => this.#opened.startingWith(termName(key, '')),
        openedIn: (name) => this.#opened.under(name),
      };
    }
    return this.#context;
  }

  /** Makes the next pass show every question anew, because the interface speaks other words. */
  forget(): void {
    this.#context = null;
  }
}

/** Where somebody is in the form; each names one question at most. */
export interface Marks {
  /** The name of the control being typed in. */
  readonly typingIn: string;
  readonly current: string | null;
  readonly removedFrom: string | null;
}

/**
 * What one question is shown from. While none of it changes the question is not shown anew: a key then costs what its
 * own question costs, however long the form is.
 */
export function restsOn({ context, instance }: Field, { typingIn, current, removedFrom }: Marks): unknown[] {
  const { key, question, asked, answer, counts, person } = instance;
  const openedRows = context.openedRows(key).size;
  const typing = typingIn === key || typingIn.startsWith(`${key}.`) ? typingIn : '';
  const opened = context.opened(key);
  const further = opened || looksFurther(question, answer, openedRows) ? context.assessment : null;
  return [
    context,
    key,
    question,
    asked,
    answer,
    counts,
    person,
    typing,
    key === current,
    key === removedFrom,
    opened,
    openedRows,
    context.termsOpened(key),
    further,
    ...(takesSupport(question) ? supportRestsOn(context, key) : []),
  ];
}

/** Of a judgement also what supports it; opened, anything recorded may be offered there. */
function supportRestsOn({ assessment, openedIn }: FieldContext, key: string): unknown[] {
  const opened = openedIn(supportsName(key));
  return [opened, opened === '' ? assessment.evidence : assessment];
}

/** What a whole section is shown from: each of its questions. */
export function sectionRestsOn(
  section: Section,
  context: FieldContext,
  instances: readonly Instance[],
  marks: Marks,
): unknown[] {
  const rests: unknown[] = [section, context];
  for (const instance of instances) rests.push(...restsOn({ context, instance }, marks));
  return rests;
}

/**
 * Whether a question shows more of the assessment than its own answer and the people. Ratings do while they begin with
 * those of the round before, and where an opened strength offers the worries rated elsewhere.
 */
function looksFurther({ kind, columns, minimums }: Question, answer: Answer | null, openedRows: number): boolean {
  if (kind === 'factor-rating') return answer === null || openedRows > 0;
  return (
    kind === 'risk-class' ||
    minimums !== undefined ||
    (columns?.some((column) => column.kind === 'question-ref') ?? false)
  );
}
