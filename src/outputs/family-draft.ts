import type { Outputs } from '../content/outputs.ts';
import type { PlainDate } from '../model/answer.ts';
import type { Contact, FamilyCopy, Person } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { phrase } from '../model/phrases.ts';
import { shortName } from '../model/people.ts';
import type { Recipient, Reduced } from './reduce.ts';
import { Told } from './told.ts';
import { say } from './words.ts';

/**
 * A passage of a copy for a family, drafted from what the answers say. A line that begins with a dash is one of a list.
 * `own`: it holds words of the assessment, which may be harder than ours.
 */
export interface DraftPassage {
  readonly id: string;
  /** The words key of its heading; null for the first words. */
  readonly heading: string | null;
  readonly text: string;
  readonly own?: true;
}

/** Everything drafted for one copy: its passages in order, and whom to call. */
export interface FamilyDraft {
  readonly passages: readonly DraftPassage[];
  readonly contacts: readonly Contact[];
}

/** The draft of a copy for a parent or a child, in words that a family can read (O8). */
export function familyDraft(
  pack: Pack,
  outputs: Outputs,
  assessment: Reduced,
  { to, on, copy }: { readonly to: Recipient; readonly on: PlainDate; readonly copy: FamilyCopy },
): FamilyDraft {
  const told = new Told(pack, assessment, on);
  const writer = new Writer(pack, outputs, told);
  const passages = to.kind === 'child' ? writer.child(to.person ?? '', copy.name) : writer.parent(to.person ?? '');
  const isSaid = ({ id, text }: DraftPassage): boolean => text !== '' || copy.passages?.[id] !== undefined;
  return { passages: passages.filter(isSaid), contacts: writer.contacts() };
}

/** What a child or parent is called where nobody chose a name. */
const calledBy = (person: Person | undefined): string => shortName(person?.name ?? '');

/** What is said of a child for a day, with the name of whoever it is said of put in. */
interface Said {
  readonly day: string;
  readonly name: string;
  readonly say: (names: string) => string;
}

class Writer {
  readonly #pack: Pack;
  readonly #outputs: Outputs;
  readonly #told: Told;

  constructor(pack: Pack, outputs: Outputs, told: Told) {
    this.#pack = pack;
    this.#outputs = outputs;
    this.#told = told;
  }

  parent(id: string): readonly DraftPassage[] {
    const told = this.#told;
    const say = (key: string, fill: Readonly<Record<string, string>> = {}): string => this.#say(`parents/${key}`, fill);
    const { children } = told;
    const called = (child: Person): string => this.#called(child);
    const each = (line: (child: Person) => string): string => children.map(line).filter(Boolean).join('\n');
    const listed = (
      question: string,
      subject: string | null,
      line: (cell: (column: string) => string) => string,
    ): string =>
      told
        .rows(question, subject)
        .map((row) => line((column) => told.cellText(question, row, column)))
        .filter((text) => text !== '')
        .map((text) => `- ${text}`)
        .join('\n');
    const goal = (cell: (column: string) => string): string =>
      cell('target') && cell('goal')
        ? say('goal-by', { goal: endless(cell('goal')), date: cell('target') })
        : cell('goal');
    const help = (cell: (column: string) => string): string =>
      cell('starts') && cell('service')
        ? say('help-from', { service: endless(cell('service')), date: cell('starts') })
        : cell('service');
    return [
      { id: 'greeting', heading: null, text: say('greeting', { name: this.#called(told.person(id)) }) },
      {
        id: 'opening',
        heading: null,
        text: say('opening', { children: this.#together(children.map(called)) }),
      },
      { id: 'decision', heading: 'parents/heading-decision', text: each((child) => this.#decision('parents', child)) },
      { id: 'class', heading: 'parents/heading-class', text: each((child) => this.#class('parents', child)) },
      {
        id: 'strengths',
        heading: 'parents/heading-strengths',
        text: listed('agreement-strengths', id, (cell) => cell('strength')),
        own: true,
      },
      {
        id: 'concerns',
        heading: 'parents/heading-concerns',
        text: listed('agreement-concerns', id, (cell) => cell('concern')),
        own: true,
      },
      { id: 'goals', heading: 'parents/heading-goals', text: listed('goals', null, goal), own: true },
      {
        id: 'promises',
        heading: 'parents/heading-promises',
        text: listed('agreement-expectations', null, (cell) => cell('promise')),
        own: true,
      },
      { id: 'help', heading: 'parents/heading-help', text: listed('support-parents', id, help), own: true },
      { id: 'next', heading: 'parents/heading-next', text: this.#next('parents') },
      { id: 'say', heading: 'parents/heading-say', text: say('say') },
    ];
  }

  child(id: string, name: string | undefined): readonly DraftPassage[] {
    const child = this.#told.person(id);
    const called = name === undefined || name.trim() === '' ? this.#called(child) : name.trim();
    const say = (key: string, fill: Readonly<Record<string, string>> = {}): string => this.#say(`child/${key}`, fill);
    return [
      { id: 'greeting', heading: null, text: say('greeting', { name: called }) },
      { id: 'opening', heading: null, text: say('opening') },
      // Nobody is told that they were listened to who was not seen.
      { id: 'listened', heading: null, text: this.#told.rows('child-contacts', id).length > 0 ? say('listened') : '' },
      { id: 'decision', heading: 'child/heading-decision', text: child ? this.#decision('child', child) : '' },
      {
        id: 'class',
        heading: 'child/heading-class',
        text: [child ? this.#class('child', child) : '', say('not-you')].filter(Boolean).join(' '),
      },
      { id: 'next', heading: 'child/heading-next', text: this.#next('child') },
      { id: 'say', heading: 'child/heading-say', text: say('say') },
    ];
  }

  /** Whom to call, from the answers; nobody where they name nobody. */
  contacts(): readonly Contact[] {
    const cell = (row: Parameters<Told['cellText']>[1], column: string): string =>
      this.#told.cellText('who-to-contact', row, column);
    return this.#told.rows('who-to-contact').map((row) => {
      const [daytime, late] = [cell(row, 'daytime').replace(/[.\s]+$/, ''), cell(row, 'out-of-hours')];
      const reach = daytime && late ? this.#say('all/contact-times', { daytime, late }) : daytime || late;
      return { name: cell(row, 'people'), reach };
    });
  }

  #decision(kind: 'parents' | 'child', child: Person): string {
    const decision = this.#told.decision(child.id);
    if (!decision) return '';
    const { question, choice } = decision;
    const key = choice === 'not-home' ? 'decision-not-home' : `${question}-${choice}`;
    return this.#known(`${kind}/${key}`, { name: this.#called(child) });
  }

  #class(kind: 'parents' | 'child', child: Person): string {
    const riskClass = this.#told.value('risk-class', child.id);
    return riskClass === '' ? '' : this.#known(`${kind}/class-${riskClass}`, { name: this.#called(child) });
  }

  /** The day of the move, or to which the decision was put off, the steps by day, and when all of it is looked at again. What several children do is said once. */
  #next(kind: 'parents' | 'child'): string {
    const told = this.#told;
    const moves: Said[] = [];
    const steps: Said[] = [];
    for (const child of told.children) {
      const name = this.#called(child);
      const day = told.value('return-date', child.id);
      if (told.isAhead(day)) {
        const date = told.day('return-date', child.id);
        moves.push({ day, name, say: (names) => this.#say(`${kind}/next-return`, { name: names, date }) });
      }
      const until = told.value('decision-3-until', child.id);
      if (told.isAhead(until)) {
        const date = told.day('decision-3-until', child.id);
        moves.push({ day: until, name, say: (names) => this.#say(`${kind}/next-decision`, { name: names, date }) });
      }
      for (const row of told.rows('transition-plan', child.id)) {
        const { date: day, 'step-kind': id } = row.cells;
        if (typeof day !== 'string' || !told.isAhead(day) || typeof id !== 'string') continue;
        const [date, step] = ['date', 'step-kind'].map((column) => told.cellText('transition-plan', row, column)) as [
          string,
          string,
        ];
        steps.push({
          day,
          name,
          say: (names) =>
            kind === 'child'
              ? this.#known(`child/step-${id}`, { date })
              : this.#say('parents/next-step', { date, step, name: names }),
        });
      }
    }
    const lines = [...this.#once(moves), ...this.#once(steps).map((line) => `- ${line}`)];
    const review = told.isAhead(told.value('agreement-review-date', null))
      ? told.day('agreement-review-date', null)
      : '';
    return [
      ...lines,
      review === '' ? this.#say(`${kind}/next-none`) : this.#say(`${kind}/next-review`, { date: review }),
    ].join('\n');
  }

  /** Words for a choice; nothing where a council added a choice that has none: somebody then writes them. */
  #known = (id: string, fill: Readonly<Record<string, string>>): string =>
    this.#outputs.words[id] === undefined ? '' : this.#say(id, fill);

  #called = (person: Person | undefined): string => calledBy(person) || phrase(this.#pack, 'name-not-known');

  /** Lines by day; one that would be the same for several children names them together. */
  #once(said: readonly Said[]): readonly string[] {
    const lines = new Map<string, Said & { readonly names: readonly string[] }>();
    for (const each of said.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
      const same = each.say('');
      lines.set(same, { ...each, names: [...new Set([...(lines.get(same)?.names ?? []), each.name])] });
    }
    return [...lines.values()].map(({ say, names }) => say(this.#together(names))).filter((line) => line !== '');
  }

  #together = (names: readonly string[]): string =>
    names.length > 1
      ? `${names.slice(0, -1).join(', ')} ${this.#say('all/and')} ${names.at(-1) ?? ''}`
      : (names[0] ?? '');

  #say = (id: string, fill: Readonly<Record<string, string>> = {}): string => say(this.#outputs, id, fill);
}

/** A sentence that something is put behind. */
const endless = (text: string): string => text.replace(/[.\s]+$/, '');
