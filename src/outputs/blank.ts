import type { Outputs } from '../content/outputs.ts';
import type { PlainDate } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Asked, Column, Pack, Question, RouteId, Section, Stage } from '../model/pack.ts';
import { phrase, type PhraseId } from '../model/phrases.ts';
import type { Report, ReportBlock, Runs } from '../model/report.ts';
import { framed, heading } from './frame.ts';
import { plain, say } from './words.ts';

/** A table of more columns than this is written entry by entry. */
const widest = 4;
/** Rows to fill in; who needs more carries on overleaf. */
const rowsOfTable = 4;
const entries = 2;

/** The questions of one stage as a form to fill in by hand (O9). It holds no answer; `kind` says whether it is training. */
export function blankForm(
  pack: Pack,
  outputs: Outputs,
  {
    stage,
    kind,
    on,
    route,
  }: {
    readonly stage: Stage;
    readonly kind: Assessment['kind'];
    readonly on: PlainDate;
    readonly route: RouteId;
  },
): Report {
  const form = new Form(pack, outputs, route);
  const sections = stage.sections.flatMap((id) => packIndex(pack).sections.get(id) ?? []);
  return framed(
    pack,
    { kind },
    {
      output: 'blank',
      on,
      title: plain(
        say(outputs, 'blank/title', {
          stage: phrase(pack, 'title-stage', { n: String(stage.order), stage: stage.plain }),
        }),
      ),
      subtitle: plain(say(outputs, 'blank/subtitle')),
      body: [
        { kind: 'paragraph', runs: plain(say(outputs, 'blank/intro')) },
        ...['reference', 'written-by', 'date'].map((id) => form.line(say(outputs, `blank/${id}`))),
        ...sections.flatMap((section) => form.section(section)),
        { kind: 'paragraph', tone: 'quiet', runs: plain(say(outputs, 'blank/continue')) },
        { kind: 'paragraph', tone: 'quiet', runs: plain(phrase(pack, 'own-wording')) },
      ],
    },
  );
}

class Form {
  readonly #pack: Pack;
  readonly #outputs: Outputs;

  readonly #route: RouteId;

  constructor(pack: Pack, outputs: Outputs, route: RouteId) {
    this.#route = route;
    this.#pack = pack;
    this.#outputs = outputs;
  }

  /** Words and a line to write on. */
  line = (words: string, lines = 1): ReportBlock => ({ kind: 'paragraph', runs: plain(words), lines });

  section({ title, intro, asks }: Section): readonly ReportBlock[] {
    const asked = asks.flatMap((each) => {
      const question = packIndex(this.#pack).questions.get(each.question);
      // A suggestion is worked out, never written.
      const isAsked = question && (question.core || this.#route === 'full');
      return isAsked && question.kind !== 'risk-suggestion' ? [{ each, question }] : [];
    });
    if (asked.length === 0) return [];
    const repeats = new Set(asked.flatMap(({ question }) => question.repeats));
    const whom = [
      ...(repeats.has('child') ? [this.line(this.#say('child'))] : []),
      ...(repeats.has('carer') ? [this.line(this.#say('adult'))] : []),
    ];
    return [
      heading(2, plain(title)),
      ...(intro ? [{ kind: 'paragraph', tone: 'quiet', runs: plain(intro) } as const] : []),
      ...whom,
      ...asked.flatMap(({ each, question }) => this.#question(each, question)),
    ];
  }

  #question(asked: Asked, question: Question): readonly ReportBlock[] {
    const hint = shortened(asked.hint ?? question.hint);
    return [
      heading(3, plain(asked.label ?? question.label)),
      ...(hint === '' ? [] : [{ kind: 'paragraph', tone: 'quiet', runs: plain(hint) } as const]),
      ...this.#room(question),
      ...(question.kind === 'signature' ? [] : [this.#boxes(['not-known', 'declined', 'does-not-apply'])]),
    ];
  }

  /** Where the answer is written. */
  #room(question: Question): readonly ReportBlock[] {
    const { kind, choices = [], items = [], anchors = [], columns = [] } = question;
    switch (kind) {
      case 'text':
      case 'number':
      case 'date':
        return [this.line('', 1)];
      case 'long-text':
        return [this.line('', 5)];
      case 'single-choice':
      case 'multi-choice':
        return [
          this.#quiet(this.#say(kind === 'single-choice' ? 'tick-one' : 'tick-any')),
          list(choices.map(({ label }) => label)),
          this.line(this.#say('evidence'), 2),
        ];
      case 'yes-no-unknown':
        return [this.#boxes(['yes', 'no']), this.line(this.#say('evidence'), 2)];
      case 'scale':
        return [this.#quiet(this.#say('tick-one')), list(anchors), this.line(this.#say('evidence'), 2)];
      case 'risk-class':
        return [
          this.#quiet(this.#say('class-reason')),
          list(this.#pack.riskClasses.map(({ label, definition }) => `${label}: ${definition}`)),
        ];
      case 'checklist':
        return [
          this.#states(['done', 'not-done', 'not-applicable']),
          this.#table(
            ['item', 'state', 'note'],
            items.map(({ label }) => label),
          ),
        ];
      case 'rating-matrix':
        return [
          this.#quiet(this.#say('choose-state', { words: anchors.join('; ') })),
          this.#table(
            ['area', 'rating', 'note'],
            items.map(({ label }) => label),
          ),
        ];
      case 'factor-rating':
        return this.#factors(question);
      case 'signature':
        return Array.from({ length: entries }, () =>
          ['name', 'role', 'signature', 'date'].map((id) => this.line(this.#say(id))),
        ).flat();
      default:
        return this.#rows(columns);
    }
  }

  #factors({ factorSets = [] }: Question): readonly ReportBlock[] {
    return factorSets.flatMap((set) => {
      const factors = this.#pack.factors.filter((factor) => factor.set === set);
      if (factors.length === 0) return [];
      const statuses = set.endsWith('-protective')
        ? (['status-evidenced', 'status-claimed', 'status-absent', 'status-not-known'] as const)
        : (['status-active', 'status-reducing', 'status-past', 'status-absent', 'status-not-known'] as const);
      return [
        {
          kind: 'paragraph',
          tone: 'quiet',
          runs: [{ text: this.#pack.phrases[`set-${set}`] ?? '', strong: true }],
        } as const,
        this.#states(statuses),
        this.#table(
          ['factor', 'status', 'note'],
          factors.map(({ label }) => label),
        ),
      ];
    });
  }

  #rows(columns: readonly Column[]): readonly ReportBlock[] {
    const shown = columns.map((column) => ({ ...column, words: columnWords(column) }));
    const optional = shown.filter(({ required }) => !required);
    if (shown.length <= widest)
      return [
        {
          kind: 'table',
          caption: [],
          head: shown.map(({ words }) => plain(words)),
          rows: Array.from({ length: rowsOfTable }, () => shown.map(() => ({ runs: [] }))),
          rowHeads: false,
          room: true,
        },
      ];
    return Array.from({ length: entries }, (_, index): readonly ReportBlock[] => [
      {
        kind: 'paragraph',
        tone: 'quiet',
        runs: [{ text: this.#say('row-about', { n: String(index + 1) }), strong: true }],
      },
      ...shown
        .filter(({ required }) => required)
        .map(({ words, kind }) => this.line(words, kind === 'long-text' ? 3 : 1)),
      // As on screen, what may be left out is folded.
      ...(optional.length === 0
        ? []
        : [this.line(this.#say('if-known', { words: optional.map(({ label }) => label).join('; ') }), 2)]),
    ]).flat();
  }

  #table(head: readonly PhraseId[], labels: readonly string[]): ReportBlock {
    return {
      kind: 'table',
      caption: [],
      head: head.map((id) => plain(phrase(this.#pack, id))),
      rows: labels.map((label) => [{ runs: plain(label) }, ...head.slice(1).map(() => ({ runs: [] as Runs }))]),
      rowHeads: true,
      room: true,
    };
  }

  #states = (ids: readonly PhraseId[]): ReportBlock =>
    this.#quiet(this.#say('choose-state', { words: ids.map((id) => phrase(this.#pack, id)).join('; ') }));
  #boxes = (ids: readonly string[]): ReportBlock => list(ids.map((id) => this.#say(id)));
  #quiet = (words: string): ReportBlock => ({ kind: 'paragraph', tone: 'quiet', runs: plain(words) });
  #say = (id: string, fill: Readonly<Record<string, string>> = {}): string => say(this.#outputs, `blank/${id}`, fill);
}

const list = (labels: readonly string[]): ReportBlock => ({
  kind: 'list',
  ordered: false,
  boxes: true,
  items: labels.map(plain),
});

/** The choices of a column stand behind its name, where they are few. */
function columnWords({ label, choices = [] }: Column): string {
  return choices.length > 0 && choices.length <= 5
    ? `${label} (${choices.map((choice) => choice.label).join(' / ')})`
    : label;
}

/** The first sentence of a hint: who sits in a meeting reads no more. */
const shortened = (hint = ''): string => /^.*?[.?!](?=\s|$)/.exec(hint)?.[0] ?? hint;
