import type { CopyKind, Outputs, SharedQuestion } from '../content/outputs.ts';
import { sentencesOf } from '../content/reading-grade.ts';
import type { Answer, Cell, PersonId, PlainDate, Row } from '../model/answer.ts';
import type { Assessment, Person, Sharing } from '../model/assessment.ts';
import { evaluate, type Instance } from '../model/evaluate.ts';
import { rowsOf } from '../model/fits.ts';
import { tableKinds, type ColumnKind, type Pack, type Question, type QuestionKind } from '../model/pack.ts';
import { personById, presentPeople, shownRows } from '../model/people.ts';
import { parsePlaceKey } from '../model/place.ts';
import { holdsAny } from './kept-words.ts';

declare const mark: unique symbol;

/** An assessment that holds nothing but what one copy may say. Copies are made from this and nothing else. */
export type Reduced = Assessment & { readonly [mark]: true };

/** Whom a copy is for. `person`: the parent or child; null for partners. `children`: whom it may speak of. */
export interface Recipient {
  readonly kind: CopyKind;
  readonly person: PersonId | null;
  readonly children: readonly PersonId[];
}

/** What is known of everybody in every copy, besides id, role and name: it says who is asked what. */
const structural = ['inScope', 'assessedAsCarer'] as const;

/** Kinds whose values are our own ids, days and numbers: nobody's words, which a kept name could be in by chance. */
const closed: readonly (QuestionKind | ColumnKind)[] = [
  'date',
  'number',
  'single-choice',
  'multi-choice',
  'yes-no-unknown',
  'yes-no',
  'person',
  'scale',
  'risk-class',
  'traffic-light',
];

/**
 * `assessment` with only what may leave in a copy for `to` (O1–O6): answers to the questions the pack names for such
 * copies, without notes and evidence, without what anybody marked as kept, and the people these answers name.
 */
export function reduced(pack: Pack, outputs: Outputs, assessment: Assessment, to: Recipient, on: PlainDate): Reduced {
  const reducer = new Reducer(pack, outputs, assessment, to);
  const answers: Record<string, Answer> = {};
  for (const instance of evaluate(pack, assessment, on).applies) {
    const answer = reducer.answer(instance);
    if (answer) answers[instance.key] = answer;
  }
  const { format, id, kind, pack: ref, route, reference, startedAt, changedAt, rounds } = assessment;
  const kept = Object.keys(answers);
  return {
    ...{ format, id, kind, pack: ref, route, reference, startedAt, changedAt },
    people: reducer.people(),
    answers,
    rounds: rounds
      .filter(({ round }) => kept.some((key) => parsePlaceKey(key)?.round === round))
      .map(({ round, on: day }) => ({ round, on: day, reason: '' })),
    versions: [],
    history: [],
  } as unknown as Reduced;
}

class Reducer {
  readonly #assessment: Assessment;
  readonly #sharing: Sharing;
  readonly #to: Recipient;
  readonly #shared: ReadonlyMap<string, SharedQuestion>;
  readonly #whereabouts: ReadonlyMap<string, SharedQuestion>;
  readonly #named = new Set<PersonId>();

  constructor(pack: Pack, { shared, whereabouts }: Outputs, assessment: Assessment, to: Recipient) {
    const byQuestion = (list: readonly SharedQuestion[]): ReadonlyMap<string, SharedQuestion> =>
      new Map(list.map((each) => [each.question, each]));
    this.#assessment = assessment;
    this.#sharing = assessment.sharing ?? {};
    this.#to = to;
    // The purpose says how questions are worded, and every copy says it.
    this.#shared = byQuestion([{ question: pack.purposeQuestion }, ...shared[to.kind]]);
    this.#whereabouts = byQuestion(whereabouts);
    for (const each of to.children) this.#named.add(each);
    if (to.person !== null) this.#named.add(to.person);
  }

  /** What leaves of one answer; null where nothing does. */
  answer({ key, question, place, answer }: Instance): Answer | null {
    const entry = this.#shared.get(question.id);
    if (!entry || answer?.is !== 'given' || this.#sharing.kept?.[key] || !this.#isAbout(place.subject)) return null;
    if (this.#isKept(personById(this.#assessment, place.subject ?? '')?.name)) return null;
    if (entry.carers && !this.#isCarer()) return null;
    const hidden = this.#isHidden(place.subject) ? this.#whereabouts.get(question.id) : undefined;
    if (hidden && !hidden.columns) return null;
    const value = tableKinds.includes(question.kind)
      ? shownRows(this.#assessment, rowsOf(answer)).flatMap(
          (row) => this.#row({ key, question, subject: place.subject }, entry, row) ?? [],
        )
      : typeof answer.value === 'string' && entry.words !== undefined
        ? shortened(answer.value, entry.words)
        : answer.value;
    if (Array.isArray(value) && value.length === 0) return null;
    if (![...tableKinds, ...closed].includes(question.kind) && this.#isKept(answer.value)) return null;
    if (place.subject !== null) this.#named.add(place.subject);
    return { is: 'given', value };
  }

  /** Those the copy names, with no more of them than it needs. */
  people(): readonly Person[] {
    return presentPeople(this.#assessment)
      .filter(({ id }) => this.#named.has(id))
      .map((person) => {
        const { id, role, name, born, inHousehold } = person;
        const known = Object.fromEntries(structural.flatMap((each) => (each in person ? [[each, person[each]]] : [])));
        return {
          ...{ id, role, name, ...known },
          ...(this.#to.kind === 'partners' && this.#to.children.includes(id) && typeof born === 'string'
            ? { born }
            : {}),
          // Whether somebody lives in the home says where they live.
          ...(inHousehold === undefined || this.#isHidden(id) ? {} : { inHousehold }),
        };
      });
  }

  /** What leaves of one row; null where nothing does. */
  #row(
    {
      key,
      question,
      subject,
    }: { readonly key: string; readonly question: Question; readonly subject: PersonId | null },
    { columns, of }: SharedQuestion,
    row: Row,
  ): Row | null {
    if (this.#sharing.kept?.[`${key}.${row.id}`]) return null;
    const { person } = this.#to;
    const about = this.#peopleIn(question, row);
    if (of !== undefined && person !== null && !idsIn(row.cells[of]).some((id) => this.#idOf(id) === person))
      return null;
    const hidden = [subject, ...about].some((id) => this.#isHidden(id))
      ? (this.#whereabouts.get(question.id)?.columns ?? [])
      : [];
    const cells: Record<string, Cell> = {};
    for (const { id, kind, property } of question.columns ?? []) {
      const cell = row.cells[id];
      const leaves = (columns?.includes(id) ?? true) && !hidden.includes(id) && property === undefined;
      if (!leaves || cell === undefined || (typeof cell === 'object' && 'unread' in cell)) continue;
      const kept = kind === 'person' ? this.#peopleLeft(cell) : kind === 'question-ref' ? null : cell;
      if (kept !== null) cells[id] = kept;
    }
    const written = (question.columns ?? []).filter(({ kind }) => !closed.includes(kind)).map(({ id }) => cells[id]);
    if (Object.keys(cells).length === 0 || this.#isKept(written)) return null;
    for (const { id, kind } of question.columns ?? [])
      if (kind === 'person') for (const each of idsIn(cells[id])) this.#named.add(each);
    return { id: row.id, cells };
  }

  /** Of the people a cell names, those the reader may read of. */
  #peopleLeft(cell: Cell): Cell | null {
    const left = idsIn(cell).flatMap((id) => {
      const found = this.#idOf(id);
      return found !== null && this.#mayName(found) ? [found] : [];
    });
    if (left.length === 0) return null;
    return typeof cell === 'string' ? (left[0] ?? null) : left;
  }

  #mayName(id: PersonId): boolean {
    const person = personById(this.#assessment, id);
    const { kind, person: reader, children } = this.#to;
    if (!person || person.removed || this.#isKept(person.name)) return false;
    const ofTheHome = ['child', 'parent', 'carer', 'household'].includes(person.role);
    return kind === 'partners' || id === reader || children.includes(id) || !ofTheHome;
  }

  #peopleIn(question: Question, { person, cells }: Row): readonly PersonId[] {
    const columns = (question.columns ?? []).filter(({ kind }) => kind === 'person');
    return [...(person === undefined ? [] : [person]), ...columns.flatMap(({ id }) => idsIn(cells[id]))].flatMap(
      (id) => this.#idOf(id) ?? [],
    );
  }

  /** Whether the copy may speak of somebody: of the children it is about, and of no other adult than its reader. */
  #isAbout(subject: PersonId | null): boolean {
    const { kind, person, children } = this.#to;
    if (subject === null) return true;
    if (personById(this.#assessment, subject)?.role === 'child') return children.includes(subject);
    return kind === 'partners' || subject === person;
  }

  #isCarer(): boolean {
    const { person } = this.#to;
    return person !== null && personById(this.#assessment, person)?.assessedAsCarer === true;
  }

  readonly #isHidden = (id: PersonId | null): boolean =>
    id !== null && (this.#sharing.addresses ?? []).some((each) => this.#idOf(each) === id);

  readonly #isKept = (value: unknown): boolean => holdsAny(value, this.#sharing.words ?? []);

  readonly #idOf = (id: PersonId): PersonId | null => personById(this.#assessment, id)?.id ?? null;
}

/** The first sentences of `text`, of at most so many words; at least one sentence. */
function shortened(text: string, most: number): string {
  const count = (sentences: readonly string[]): number => sentences.join(' ').split(/\s+/).length;
  const sentences = sentencesOf(text);
  let taken = sentences.slice(0, 1);
  for (const sentence of sentences.slice(1)) {
    if (count([...taken, sentence]) > most) break;
    taken = [...taken, sentence];
  }
  return taken.length === sentences.length ? text : `${taken.join(' ')} […]`;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const idsIn = (cell: Cell | undefined): readonly PersonId[] =>
  isText(cell) ? [cell] : Array.isArray(cell) ? cell.filter(isText) : [];
