import { lights } from '../model/lights.ts';
import { tableKinds, type Choice, type Column, type Pack, type Question } from '../model/pack.ts';
import { phrase, type PhraseId } from '../model/phrases.ts';

/** What one piece of an answer is written as. */
export type PartKind = 'string' | 'text' | 'date' | 'decimal' | 'boolean' | 'choice';

export interface PartChoice {
  readonly code: string;
  readonly label: string;
  /** Of points on a scale: which one. */
  readonly ordinal?: number;
}

/** One piece of an answer, such as a column; its id is empty where the answer has one piece alone. */
export interface Part {
  readonly id: string;
  readonly label: string;
  readonly kind: PartKind;
  readonly many: boolean;
  readonly choices: readonly PartChoice[];
}

/** How the answer of a question is laid out: one piece, or rows of several. */
export interface Layout {
  readonly isRows: boolean;
  readonly parts: readonly Part[];
}

/** How the answer of `question` is laid out; null of a suggestion, which is never an answer. */
export function layoutOf(pack: Pack, question: Question): Layout | null {
  if (tableKinds.includes(question.kind))
    return { isRows: true, parts: (question.columns ?? []).map((column) => ofColumn(pack, column)) };
  const one = (kind: PartKind, choices: readonly PartChoice[] = [], many = false): Layout => ({
    isRows: false,
    parts: [{ id: '', label: question.label, kind, many, choices }],
  });
  const rows = (...parts: readonly Part[]): Layout => ({ isRows: true, parts });
  const part = (id: PhraseId, kind: PartKind, choices: readonly PartChoice[] = [], many = false): Part => ({
    ...{ id, label: phrase(pack, id), kind, many, choices },
  });
  const phrases = (ids: readonly string[], prefix = ''): readonly PartChoice[] =>
    ids.map((id) => ({ code: id, label: phrase(pack, `${prefix}${id}` as PhraseId) }));
  switch (question.kind) {
    case 'long-text':
      return one('text');
    case 'date':
      return one('date');
    case 'number':
      return one('decimal');
    case 'single-choice':
      return one('choice', plain(question.choices));
    case 'multi-choice':
      return one('choice', plain(question.choices), true);
    case 'yes-no-unknown':
      return one('boolean');
    case 'scale':
      return one('choice', points(question));
    case 'risk-class':
      return one(
        'choice',
        pack.riskClasses.map(({ id, label, order }) => ({ code: id, label, ordinal: order })),
      );
    case 'checklist':
      return rows(
        part('item', 'choice', plain(question.items)),
        part('state', 'choice', phrases(['done', 'not-done', 'not-applicable'])),
        part('note', 'text'),
      );
    case 'rating-matrix':
      return rows(
        part('area', 'choice', plain(question.items)),
        part('rating', 'choice', [...points(question), ...phrases(['not-known'])]),
        part('note', 'text'),
      );
    case 'factor-rating':
      return rows(
        part('factor', 'choice', plain(pack.factors.filter(({ set }) => question.factorSets?.includes(set)))),
        part('whose', 'string'),
        part('status', 'choice', phrases(statuses, 'status-')),
        part('trend', 'choice', phrases(trends, 'trend-')),
        part('note', 'text'),
        part('source', 'string'),
        part('date', 'date'),
        part('guards', 'string', [], true),
      );
    case 'signature':
      return rows(
        part('name', 'string'),
        part('role', 'choice', plain(pack.roles)),
        part('date', 'date'),
        part('statement', 'text'),
        part('mark', 'string'),
        part('witness', 'string'),
      );
    case 'risk-suggestion':
      return null;
    default:
      return one('string');
  }
}

const statuses = ['active', 'reducing', 'past', 'absent', 'not-known', 'evidenced', 'claimed'] as const;
const trends = ['rising', 'steady', 'falling', 'not-known'] as const;

const plain = (choices: readonly Pick<Choice, 'id' | 'label'>[] = []): readonly PartChoice[] =>
  choices.map(({ id, label }) => ({ code: id, label }));

const points = ({ anchors = [] }: Question): readonly PartChoice[] =>
  anchors.map((label, ordinal) => ({ code: String(ordinal), label, ordinal }));

function ofColumn(pack: Pack, { id, label, kind, many = false, choices }: Column): Part {
  const made = (as: PartKind, of: readonly PartChoice[] = [], several = many): Part => ({
    ...{ id, label, kind: as, many: several, choices: of },
  });
  switch (kind) {
    case 'long-text':
      return made('text');
    case 'date':
      return made('date');
    case 'number':
      return made('decimal');
    case 'single-choice':
      return made('choice', plain(choices));
    case 'multi-choice':
      return made('choice', plain(choices), true);
    case 'yes-no':
      return made(
        'choice',
        (['yes', 'no', 'not-known'] as const).map((code) => ({ code, label: phrase(pack, code) })),
      );
    case 'traffic-light':
      return made(
        'choice',
        lights.map((code) => ({ code, label: phrase(pack, `light-${code}`) })),
      );
    default:
      return made('string');
  }
}
