import type { Outputs } from '../content/outputs.ts';
import type { PlainDate } from '../model/answer.ts';
import type { Person } from '../model/assessment.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack } from '../model/pack.ts';
import { shortName } from '../model/people.ts';
import { dateWords, phrase } from '../model/phrases.ts';
import type { Report, ReportBlock, Run, Runs } from '../model/report.ts';
import { closing, framed, heading } from './frame.ts';
import type { Reduced } from './reduce.ts';
import { Told } from './told.ts';
import { plain, say, sayRuns } from './words.ts';

/** Something to be done: by whom, and by when. */
interface Action {
  readonly day: unknown;
  readonly what: Runs;
  readonly who: Runs;
  readonly when: Runs;
}

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
    subtitle: summary.subtitle(),
    body: [...summary.blocks(), ...closing(pack, outputs, 'partners', time)],
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

  blocks(): readonly ReportBlock[] {
    return [
      {
        kind: 'paragraph',
        runs: [{ text: `${this.#say('review')}: `, strong: true }, { text: this.#review() }],
      },
      ...this.#told.children.flatMap((child) => this.#child(child)),
      ...this.#move(),
      ...this.#actions(),
      ...this.#contingency(),
    ];
  }

  /** What it is about, and the day. */
  subtitle(): Runs {
    const { pack, on } = this.#told;
    const purpose = this.#told.value(pack.purposeQuestion, null);
    const label = pack.purposes.find(({ id }) => id === purpose)?.label;
    return plain([...(label === undefined ? [] : [label]), dateWords(pack, on)].join(' · '));
  }

  /** What was decided for one child, and the class it rests on. */
  #child(child: Person): readonly ReportBlock[] {
    const told = this.#told;
    const decision = told.decision(child.id);
    const after = told.value('step-down', child.id);
    const facts: readonly [string, string][] = [
      ['decide-by', told.day('decision-3-until', child.id)],
      ['return-date', told.day('return-date', child.id)],
      ['afterwards', after && told.label('step-down', after)],
      ['plan-instead', told.value('no-return-plan', child.id)],
    ];
    const said = facts.filter(([, value]) => value !== '');
    const lines = said.flatMap(([id, value], index): Runs => [
      { text: `${index > 0 ? ' · ' : ''}${this.#say(id)}: `, strong: true },
      own(value),
    ]);
    return [
      heading(2, this.#named(child)),
      {
        kind: 'panel',
        tone: 'plain',
        title: plain(`${this.#say('decision')}: ${decision?.label ?? this.#say('no-decision')}`),
        body: [
          ...(decision?.reason ? [[own(decision.reason)]] : []),
          ...this.#class(child),
          ...(lines.length > 0 ? [lines] : []),
        ],
      },
    ];
  }

  #class(child: Person): readonly Runs[] {
    const riskClass = packIndex(this.#told.pack).riskClasses.get(this.#told.value('risk-class', child.id));
    if (!riskClass) return [];
    const reason = this.#told.value('risk-class-reason', child.id);
    return [
      [
        { text: `${this.#say('class')}: ${riskClass.label}. `, strong: true },
        ...(reason ? [{ text: `${this.#say('reasons')}: ` }, own(reason)] : []),
      ],
    ];
  }

  /** The support that is still to come; what is in place needs nobody to do anything. */
  #support(): readonly Action[] {
    const told = this.#told;
    return ['support-parents', 'support-child', 'return-support'].flatMap((question) =>
      told.rowsBySubject(question).flatMap(({ person, rows }) =>
        rows
          .filter(
            ({ cells }) =>
              cells.status === 'waiting' || (cells.status === 'planned' && told.isAhead(cells.starts ?? told.on)),
          )
          .map((row) => {
            const service: Run = { text: told.cellText(question, row, 'service'), own: true };
            const name = person ? own(shortName(this.#name(person))) : { text: phrase(told.pack, 'family') };
            return {
              day: undefined,
              what: sayRuns(this.#outputs, 'partners/step-for', { step: service, name }),
              who: told.cell(question, row, 'worker'),
              when: told.cell(question, row, 'starts'),
            };
          }),
      ),
    );
  }

  /** Goals, promises and support to come, by day: what is over is left out, and what has no day comes last. */
  #actions(): readonly ReportBlock[] {
    const told = this.#told;
    const rows = (question: string, what: string, who: string, date: string): readonly Action[] =>
      told.rows(question).map((row) => ({
        day: row.cells[date],
        what: told.cell(question, row, what),
        who: told.cell(question, row, who),
        when: told.cell(question, row, date),
      }));
    const actions = [
      ...rows('goals', 'goal', 'owner', 'target'),
      ...rows('agreement-expectations', 'promise', 'person', 'due'),
      ...this.#support(),
    ].filter(({ day, what }) => what.length > 0 && (day === undefined || told.isAhead(day)));
    const order = ({ day }: Action): string => (typeof day === 'string' ? day : '~');
    // An empty cell would leave it open whether somebody forgot to say.
    const open = plain(phrase(told.pack, 'not-known'));
    return [
      heading(2, plain(this.#say('actions'))),
      actions.length === 0
        ? { kind: 'paragraph', tone: 'quiet', runs: plain(this.#say('no-plan')) }
        : {
            kind: 'table',
            caption: [],
            head: ['what', 'who', 'by-when'].map((id) => plain(this.#say(id))),
            rows: [...actions]
              .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
              .map(({ what, who, when }) => [what, who, when].map((runs) => ({ runs: runs.length > 0 ? runs : open }))),
            rowHeads: true,
          },
    ];
  }

  /** The steps of the move that are to come; one that several children take on the same day is one step. */
  #move(): readonly ReportBlock[] {
    const told = this.#told;
    const steps = new Map<string, { readonly day: string; readonly said: string; readonly names: readonly string[] }>();
    for (const { person, rows } of told.rowsBySubject('transition-plan'))
      for (const row of rows.filter(({ cells }) => told.isAhead(cells.date))) {
        const [step, date] = ['step-kind', 'date'].map((column) => told.cellText('transition-plan', row, column));
        const said = say(this.#outputs, 'partners/step-for', { step: date ?? '', name: step ?? '' });
        const names = [...(steps.get(said)?.names ?? []), ...(person ? [shortName(this.#name(person))] : [])];
        steps.set(said, { day: typeof row.cells.date === 'string' ? row.cells.date : '', said, names });
      }
    if (steps.size === 0) return [];
    const line = [...steps.values()]
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ said, names }) => (names.length === 0 ? said : `${said} (${names.join(', ')})`))
      .join('; ');
    return [{ kind: 'paragraph', runs: [{ text: `${this.#say('move')}: `, strong: true }, own(`${line}.`)] }];
  }

  #contingency(): readonly ReportBlock[] {
    const question = 'contingency-plan';
    const items = this.#told.rows(question).map((row): Runs => {
      const cell = (column: string): string => this.#told.cellText(question, row, column);
      const [response, within] = [cell('response'), cell('within')];
      return [{ ...own(`${cell('sign')}: `), strong: true }, own(within === '' ? response : `${response} (${within})`)];
    });
    return items.length === 0
      ? []
      : [heading(2, plain(this.#say('contingency'))), { kind: 'list', ordered: false, items }];
  }

  #review(): string {
    const date = this.#told.day('agreement-review-date', null);
    if (date === '') return this.#say('no-review');
    const isAhead = this.#told.isAhead(this.#told.value('agreement-review-date', null));
    return say(this.#outputs, isAhead ? 'partners/review-on' : 'partners/review-past', { date });
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
