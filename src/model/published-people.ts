import type { Answer, PersonId, Row } from './answer.ts';
import type { Assessment, Evidence, Person } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import { rowsOf } from './fits.ts';
import { openingPeople } from './make-report.ts';
import type { PersonProperty, Question, Stage } from './pack.ts';
import { personById, shownRows } from './people.ts';
import type { Reading } from './reading.ts';
import { expectedSigner, signingRoles } from './report-signing.ts';

/** What says who is asked what: an assessment opened again from paper must ask the same people the same. */
const structural: readonly PersonProperty[] = ['inScope', 'assessedAsCarer', 'inHousehold'];
/** Properties that name other people. */
const pointing: readonly PersonProperty[] = ['relatedTo', 'livesWith', 'parentalResponsibility'];

/** Whom a report names, and which of their properties it prints. */
class Named {
  readonly #assessment: Assessment;
  readonly #printed = new Map<PersonId, Set<PersonProperty>>();
  /** By the id somebody was entered under, whom they turned out to be. */
  readonly #merged = new Map<PersonId, PersonId>();

  constructor(assessment: Assessment) {
    this.#assessment = assessment;
  }

  /** Takes in whoever has this id; of somebody merged, the person they turned out to be as well. */
  add(id: PersonId, property?: PersonProperty): void {
    const person = personById(this.#assessment, id);
    if (!person) return;
    if (person.id !== id) this.#merged.set(id, person.id);
    const printed = this.#printed.get(person.id) ?? new Set();
    this.#printed.set(person.id, printed);
    if (property === undefined || printed.has(property)) return;
    printed.add(property);
    if (pointing.includes(property)) for (const each of idsIn(person[property])) this.add(each);
  }

  /** The people as the attachment holds them, in the order they were entered. */
  people(): readonly Person[] {
    return this.#assessment.people.flatMap((person) => {
      const printed = this.#printed.get(person.id);
      if (printed) return [withProperties(person, printed)];
      const { id, role } = person;
      const mergedInto = this.#merged.get(id);
      return mergedInto === undefined ? [] : [{ id, role, name: '', mergedInto }];
    });
  }
}

/** The people a report names, each with what it prints of them and what says who is asked what (R5). */
export function publishedPeople(
  reading: Reading,
  printed: readonly Instance[],
  stages: readonly Stage[],
  evidence: readonly Evidence[],
): readonly Person[] {
  const { assessment } = reading;
  const named = new Named(assessment);
  const { children, adults } = openingPeople(reading, printed);
  for (const { id, born } of children) named.add(id, typeof born === 'string' ? 'born' : undefined);
  for (const { id } of adults) named.add(id);
  for (const role of signingRoles(stages)) {
    const signer = expectedSigner(assessment, role);
    if (signer) named.add(signer.id);
  }
  for (const { place, question, answer } of printed) {
    if (place.subject !== null) named.add(place.subject);
    for (const id of peopleOf(answer)) named.add(id);
    for (const row of shownRows(assessment, rowsOf(answer))) addRow(named, question, row);
  }
  for (const { person } of evidence) if (person !== undefined) named.add(person);
  return named.people();
}

function addRow(named: Named, question: Question, row: Row): void {
  const [about] = row.person === undefined ? idsIn(row.cells.person) : [row.person];
  if (about !== undefined) named.add(about);
  for (const { id, kind, property } of question.columns ?? []) {
    if (property !== undefined && about !== undefined) named.add(about, property);
    if (property === undefined && kind === 'person') for (const each of idsIn(row.cells[id])) named.add(each);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const idsIn = (value: unknown): readonly PersonId[] =>
  isText(value) ? [value] : Array.isArray(value) ? value.filter(isText) : [];

/** People named in entries that are not rows: ratings, signatures, the owner of what is not known. */
function peopleOf(answer: Answer | null): readonly PersonId[] {
  if (answer?.is === 'not-known') return idsIn(answer.owner);
  if (answer?.is !== 'given' || typeof answer.value !== 'object') return [];
  return answer.value.flatMap((entry) => {
    if (typeof entry === 'string') return [];
    if ('factor' in entry) return [...idsIn(entry.of), ...(entry.guards ?? []).map(({ child }) => child)];
    return 'statement' in entry ? idsIn(entry.person) : [];
  });
}

function withProperties(person: Person, printed: ReadonlySet<PersonProperty>): Person {
  const kept = new Set<string>([...printed, ...structural]);
  const { id, role, name, removed } = person;
  const properties = Object.fromEntries(Object.entries(person).filter(([property]) => kept.has(property)));
  return { ...properties, id, role, name, ...(removed ? { removed } : {}) };
}
