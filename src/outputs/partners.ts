import type { Outputs } from '../content/outputs.ts';
import type { PlainDate, Row } from '../model/answer.ts';
import type { Person } from '../model/assessment.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack } from '../model/pack.ts';
import { dateWords, phrase, type PhraseId } from '../model/phrases.ts';
import type { Report, ReportBlock, Run, Runs } from '../model/report.ts';
import { closing, framed, heading } from './frame.ts';
import type { Reduced } from './reduce.ts';
import { Told } from './told.ts';
import { plain, say, sayRuns } from './words.ts';

export interface CopyTime {
  readonly on: PlainDate;
  /** When the assessment was last signed; null where it never was. */
  readonly signedOn: PlainDate | null;
}

/** The summary for other services: decision, class with reasons, plan, who does what by when, next review (O7). */
export function partnersReport(pack: Pack, outputs: Outputs, assessment: Reduced, time: CopyTime): Report {
  const summary = new Summary(outputs, new Told(pack, assessment, time.on));
  const reference: Run = { text: assessment.reference, own: true };
  return framed(pack, assessment, {
    output: 'partners',
    on: time.on,
    title: sayRuns(outputs, 'partners/title', { reference }),
    subtitle: plain(say(outputs, 'partners/subtitle')),
    body: [...summary.blocks(time.on), ...closing(pack, outputs, time)],
  });
}

const own = (text: string): Run => ({ text, own: true });

class Summary {
  readonly #outputs: Outputs;
  readonly #told: Told;

  constructor(outputs: Outputs, told: Told) {
    this.#outputs = outputs;
    this.#told = told;
  }

  blocks(on: PlainDate): readonly ReportBlock[] {
    const { pack, assessment, children } = this.#told;
    const purpose = this.#told.value(pack.purposeQuestion, null);
    const facts: readonly [PhraseId, Runs][] = [
      ['reference', [own(assessment.reference)]],
      ['purpose', plain(pack.purposes.find(({ id }) => id === purpose)?.label ?? phrase(pack, 'no-answer'))],
      ['children', children.flatMap((child, index) => [...(index > 0 ? plain('; ') : []), ...this.#named(child)])],
      ['date-of-report', plain(dateWords(pack, on))],
    ];
    const rows = facts.map(([id, value]) => ({ name: plain(phrase(pack, id)), value }));
    return [
      { kind: 'facts', rows: rows.filter(({ value }) => value.length > 0) },
      ...children.flatMap((child) => this.#child(child)),
      ...this.#goals(),
      ...this.#actions(),
      ...this.#contingency(),
      ...this.#contacts(),
      heading(2, plain(this.#say('review'))),
      { kind: 'paragraph', runs: plain(this.#review()) },
    ];
  }

  /** What was decided for one child, and the class it rests on. */
  #child(child: Person): readonly ReportBlock[] {
    const told = this.#told;
    const decision = told.decision(child.id);
    const status = told.value('legal-status', child.id);
    const after = told.value('step-down', child.id);
    const facts: readonly [string, string][] = [
      ['legal-status', status && told.label('legal-status', status)],
      ['return-date', told.day('return-date', child.id)],
      ['afterwards', after && told.label('step-down', after)],
      ['plan-instead', told.value('no-return-plan', child.id)],
    ];
    const rows = facts
      .filter(([, value]) => value !== '')
      .map(([id, value]) => ({ name: plain(this.#say(id)), value: [own(value)] }));
    return [
      heading(2, [own(this.#name(child))]),
      {
        kind: 'panel',
        tone: 'plain',
        title: plain(`${this.#say('decision')}: ${decision?.label ?? this.#say('no-decision')}`),
        body: decision?.reason ? [[own(decision.reason)]] : [],
      },
      ...this.#class(child),
      ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    ];
  }

  #class(child: Person): readonly ReportBlock[] {
    const riskClass = packIndex(this.#told.pack).riskClasses.get(this.#told.value('risk-class', child.id));
    if (!riskClass) return [];
    const reason = this.#told.value('risk-class-reason', child.id);
    return [
      {
        kind: 'panel',
        tone: 'plain',
        title: plain(`${this.#say('class')}: ${riskClass.label}`),
        body: [
          plain(riskClass.definition),
          ...(reason ? [[{ text: `${this.#say('reasons')}: `, strong: true } as Run, own(reason)]] : []),
        ],
      },
    ];
  }

  #goals(): readonly ReportBlock[] {
    const rows = this.#told.rows('goals');
    const cell = (row: Row, column: string): { readonly runs: Runs } => ({
      runs: this.#told.cell('goals', row, column),
    });
    const columns = ['goal', 'measure', 'owner', 'target'];
    return [
      heading(2, plain(this.#say('goals'))),
      rows.length === 0
        ? { kind: 'paragraph', tone: 'quiet', runs: plain(this.#say('no-plan')) }
        : {
            kind: 'table',
            caption: [],
            head: ['goal', 'measure', 'who', 'by-when'].map((id) => plain(this.#say(id))),
            rows: rows.map((row) => columns.map((column) => cell(row, column))),
            rowHeads: true,
          },
    ];
  }

  /** Promises, support and the steps of the move in one table, by day; what has no day comes last. */
  #actions(): readonly ReportBlock[] {
    const told = this.#told;
    const actions = [
      ...told
        .rows('agreement-expectations')
        .map((row) => this.#action('agreement-expectations', row, 'promise', 'person', 'due')),
      ...['support-parents', 'support-child', 'return-support'].flatMap((question) =>
        told
          .rowsBySubject(question)
          .flatMap(({ person, rows }) =>
            rows.map((row) => this.#action(question, row, 'service', 'worker', 'starts', person)),
          ),
      ),
      ...told
        .rowsBySubject('transition-plan')
        .flatMap(({ person, rows }) =>
          rows.map((row) => this.#action('transition-plan', row, 'step-kind', 'who', 'date', person)),
        ),
    ].filter(({ what }) => what.length > 0);
    if (actions.length === 0) return [];
    return [
      heading(2, plain(this.#say('actions'))),
      {
        kind: 'table',
        caption: [],
        head: ['what', 'who', 'by-when'].map((id) => plain(this.#say(id))),
        rows: [...actions]
          .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
          .map(({ what, who, when }) => [{ runs: what }, { runs: who }, { runs: when }]),
        rowHeads: true,
      },
    ];
  }

  #action(
    question: string,
    row: Row,
    what: string,
    who: string,
    date: string,
    person: Person | null = null,
  ): { readonly what: Runs; readonly who: Runs; readonly when: Runs; readonly day: string } {
    const said = this.#told.cell(question, row, what);
    const day = row.cells[date];
    return {
      what:
        person === null || said.length === 0
          ? said
          : sayRuns(this.#outputs, 'partners/support-for', {
              service: { text: said.map(({ text }) => text).join(''), own: true },
              name: own(this.#name(person)),
            }),
      who: this.#told.cell(question, row, who),
      when: this.#told.cell(question, row, date),
      day: typeof day === 'string' ? day : '~',
    };
  }

  #contingency(): readonly ReportBlock[] {
    const question = 'contingency-plan';
    const rows = this.#told.rows(question);
    if (rows.length === 0) return [];
    return [
      heading(2, plain(this.#say('contingency'))),
      {
        kind: 'table',
        caption: [],
        head: ['sign', 'response', 'who', 'within'].map((id) => plain(this.#say(id))),
        rows: rows.map((row) =>
          ['sign', 'response', 'decided-by', 'within'].map((column) => ({
            runs: this.#told.cell(question, row, column),
          })),
        ),
        rowHeads: true,
      },
    ];
  }

  #contacts(): readonly ReportBlock[] {
    const rows = this.#told.rows('who-to-contact').map((row) => ({
      name: this.#told.cell('who-to-contact', row, 'people'),
      value: contactRuns(this.#outputs, this.#told, row),
    }));
    return rows.length === 0 ? [] : [heading(2, plain(say(this.#outputs, 'all/contacts'))), { kind: 'facts', rows }];
  }

  #review(): string {
    const date = this.#told.day('agreement-review-date', null);
    return date === '' ? this.#say('no-review') : say(this.#outputs, 'partners/review-on', { date });
  }

  #named(child: Person): Runs {
    const born =
      typeof child.born === 'string'
        ? phrase(this.#told.pack, 'born', { date: dateWords(this.#told.pack, child.born) })
        : '';
    return [own(this.#name(child)), ...(born ? plain(`, ${born}`) : [])];
  }

  #name = ({ name }: Person): string => name.trim() || phrase(this.#told.pack, 'name-not-known');
  #say = (id: string): string => say(this.#outputs, `partners/${id}`);
}

/** The numbers of one row of contacts, by day and late. */
function contactRuns(outputs: Outputs, told: Told, row: Row): Runs {
  const [daytime, late] = ['daytime', 'out-of-hours'].map((column) => told.cellText('who-to-contact', row, column));
  if (!late || !daytime) return [own(daytime || late || '')];
  return sayRuns(outputs, 'all/contact-times', { daytime: own(daytime.replace(/[.\s]+$/, '')), late: own(late) });
}
