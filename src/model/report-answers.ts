import type { Answer, Cell, ChecklistEntry, MatrixEntry, PersonId, Rating, Row, SignatureEntry } from './answer.ts';
import type { Assessment } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import { isBlank, rowsOf } from './fits.ts';
import { cellShown } from './gaps.ts';
import { packIndex } from './pack-index.ts';
import { tableKinds, type Column, type Pack, type Question } from './pack.ts';
import { personById, shownRows } from './people.ts';
import { dateWords, phrase, type PhraseId } from './phrases.ts';
import { parsePlaceKey } from './place.ts';
import type { ReportBlock, Run, Runs } from './report.ts';

/** Columns a table may have side by side; a wider one is told row by row. */
const widest = 5;

const own = (text: string): Run => ({ text, own: true });
const none = (pack: Pack): ReportBlock => ({
  kind: 'paragraph',
  tone: 'gap',
  runs: [{ text: phrase(pack, 'no-answer') }],
});
const said = (runs: Runs): ReportBlock => ({ kind: 'paragraph', tone: 'answer', runs });

/** What a report says about one answer, in the order it is read. */
export function answerBlocks(
  pack: Pack,
  assessment: Assessment,
  { question, answer }: Pick<Instance, 'question' | 'answer'>,
): readonly ReportBlock[] {
  if (!answer) return [none(pack)];
  const note = answer.note?.trim() ? noteBlocks(pack, answer.note) : [];
  const isTable = tableKinds.includes(question.kind) && answer.is === 'given';
  const blank = isTable ? shownRows(assessment, rowsOf(answer)).length === 0 : isBlank(answer);
  return [...(blank ? [none(pack)] : stateBlocks(pack, assessment, question, answer)), ...note];
}

function noteBlocks(pack: Pack, note: string): readonly ReportBlock[] {
  return paragraphs(note).map((runs, index) => ({
    kind: 'paragraph',
    tone: 'note',
    runs: index === 0 ? [{ text: `${phrase(pack, 'note')}: ` }, ...runs] : runs,
  }));
}

function stateBlocks(pack: Pack, assessment: Assessment, question: Question, answer: Answer): readonly ReportBlock[] {
  switch (answer.is) {
    case 'given':
      return valueBlocks(pack, assessment, question, answer);
    case 'unread':
      return [{ kind: 'paragraph', tone: 'gap', runs: [{ text: `${phrase(pack, 'unread')}: ` }, own(answer.text)] }];
    case 'not-known':
      return [
        said([
          { text: phrase(pack, 'not-known'), strong: true },
          ...labelled(pack, 'reason', answer.reason),
          ...labelled(
            pack,
            'owner',
            answer.owner === undefined ? undefined : (nameOf(pack, assessment, answer.owner) ?? answer.owner),
          ),
          ...labelled(pack, 'by-date', answer.by === undefined ? undefined : dateWords(pack, answer.by)),
        ]),
      ];
    case 'declined':
    case 'not-applicable':
      return [said([{ text: phrase(pack, answer.is), strong: true }, ...labelled(pack, 'reason', answer.reason)])];
  }
}

const labelled = (pack: Pack, id: PhraseId, text: string | undefined): Runs =>
  text?.trim() ? [{ text: `. ${phrase(pack, id)}: ` }, own(text)] : [];

/** Paragraphs as typed: a blank line ends one; a single line end stays a line end. */
function paragraphs(text: string): readonly Runs[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => [own(each)]);
}

function valueBlocks(
  pack: Pack,
  assessment: Assessment,
  question: Question,
  answer: Extract<Answer, { is: 'given' }>,
): readonly ReportBlock[] {
  const { value } = answer;
  if (tableKinds.includes(question.kind))
    return tableBlocks(pack, assessment, question, shownRows(assessment, rowsOf(answer)));
  if (typeof value === 'number') return [said([{ text: question.anchors?.[value] ?? String(value) }])];
  if (typeof value === 'string') return textBlocks(pack, question, value);
  switch (question.kind) {
    case 'multi-choice':
      return [
        {
          kind: 'list',
          ordered: false,
          items: (value as readonly string[]).map((id) => [{ text: choiceLabel(question, id) }]),
        },
      ];
    case 'checklist':
      return [
        plainTable(
          pack,
          ['item', 'state', 'note'],
          (value as readonly ChecklistEntry[]).map(({ item, state, note }) => [
            [{ text: itemLabel(question, item) }],
            [{ text: phrase(pack, state) }],
            note ? [own(note)] : [],
          ]),
        ),
      ];
    case 'rating-matrix':
      return [
        plainTable(
          pack,
          ['area', 'rating', 'note'],
          (value as readonly MatrixEntry[]).map(({ row, rating, note }) => [
            [{ text: itemLabel(question, row) }],
            [
              {
                text:
                  rating === 'not-known' ? phrase(pack, 'not-known') : (question.anchors?.[rating] ?? String(rating)),
              },
            ],
            note ? [own(note)] : [],
          ]),
        ),
      ];
    case 'factor-rating':
      return [
        plainTable(
          pack,
          ['factor', 'status', 'trend', 'note', 'guards'],
          (value as readonly Rating[]).map((rating) => ratingRow(pack, assessment, rating)),
        ),
      ];
    case 'signature':
      return (value as readonly SignatureEntry[]).flatMap((entry) => signatureBlocks(pack, assessment, entry));
    default:
      return [];
  }
}

function textBlocks(pack: Pack, question: Question, value: string): readonly ReportBlock[] {
  switch (question.kind) {
    case 'date':
      return [said([{ text: dateWords(pack, value) }])];
    case 'single-choice':
      return [said([{ text: choiceLabel(question, value) }])];
    case 'risk-class': {
      const riskClass = packIndex(pack).riskClasses.get(value);
      return [
        {
          kind: 'panel',
          tone: 'plain',
          title: [{ text: riskClass?.label ?? value }],
          body: riskClass ? [[{ text: riskClass.definition }]] : [],
        },
      ];
    }
    case 'yes-no-unknown':
      return [said([{ text: phrase(pack, value === 'yes' ? 'yes' : 'no') }])];
    default:
      return paragraphs(value).map(said);
  }
}

const choiceLabel = ({ choices }: Pick<Question, 'choices'>, id: string): string =>
  choices?.find((choice) => choice.id === id)?.label ?? id;
const itemLabel = ({ items }: Question, id: string): string => items?.find((item) => item.id === id)?.label ?? id;

/** A person's name, the words for a name not known, or null for an id nobody has. */
export function nameOf(pack: Pack, assessment: Assessment, id: PersonId): string | null {
  const person = personById(assessment, id);
  if (!person) return null;
  return person.name.trim() || phrase(pack, 'name-not-known');
}

function plainTable(pack: Pack, head: readonly PhraseId[], rows: readonly (readonly Runs[])[]): ReportBlock {
  return {
    kind: 'table',
    caption: [],
    head: head.map((id) => [{ text: phrase(pack, id) }]),
    rows: rows.map((row) => row.map((runs) => ({ runs }))),
    rowHeads: true,
  };
}

function ratingRow(pack: Pack, assessment: Assessment, rating: Rating): readonly Runs[] {
  const factors = packIndex(pack).factors;
  const guards = (rating.guards ?? []).map(({ risk, child }): Runs => [
    { text: factors.get(risk)?.label ?? risk },
    { text: ' (' },
    own(nameOf(pack, assessment, child) ?? child),
    { text: ')' },
  ]);
  const { note, source, date } = rating;
  const ended = (text: string): string => text.replace(/[.\s]+$/, '');
  // A source may name the question whose answer is meant.
  const asked = source && packIndex(pack).questions.get(source)?.label;
  const evidence = [
    note ? [own(ended(note))] : [],
    source ? [{ text: `${phrase(pack, 'source')}: ` }, asked ? { text: asked } : own(ended(source))] : [],
    date ? [{ text: dateWords(pack, date) }] : [],
  ].filter(({ length }) => length);
  return [
    [{ text: factors.get(rating.factor)?.label ?? rating.factor }],
    [{ text: phrase(pack, `status-${rating.status}` as PhraseId) }],
    rating.trend ? [{ text: phrase(pack, `trend-${rating.trend}` as PhraseId) }] : [],
    evidence.flatMap((runs, at) => [
      ...(at ? [{ text: ' ' }] : []),
      ...runs,
      { text: runs.at(-1)?.text.endsWith('?') ? '' : '.' },
    ]),
    joined(guards, '; '),
  ];
}

/** Under the name of whoever signs all that is theirs, their mark last: a picture of it stands below these words. */
function signatureBlocks(pack: Pack, assessment: Assessment, entry: SignatureEntry): readonly ReportBlock[] {
  const given = entry.person === null ? entry.name?.trim() : nameOf(pack, assessment, entry.person);
  const name = given ? own(given) : { text: phrase(pack, 'name-not-known') };
  const role = pack.roles.find(({ id }) => id === entry.role)?.label ?? entry.role;
  const mark =
    entry.mark && (entry.mark.kind === 'typed' ? own(entry.mark.text) : { text: phrase(pack, 'mark-drawn') });
  const { witness } = entry;
  const rows: readonly [PhraseId, Run][] = [
    ['role', { text: role }],
    ['date', { text: dateWords(pack, entry.date) }],
    ['statement', own(entry.statement)],
    ...(witness ? [['witness', own(`${witness.name}, ${dateWords(pack, witness.date)}`)] as [PhraseId, Run]] : []),
    ...(mark ? [['mark', mark] as [PhraseId, Run]] : []),
  ];
  return [
    { kind: 'paragraph', tone: 'quiet', runs: [{ ...name, strong: true }] },
    { kind: 'facts', rows: rows.map(([id, run]) => ({ name: [{ text: phrase(pack, id) }], value: [run] })) },
  ];
}

function tableBlocks(
  pack: Pack,
  assessment: Assessment,
  question: Question,
  rows: readonly Row[],
): readonly ReportBlock[] {
  const filled = rows.map(
    (row) => new Map((question.columns ?? []).map((column) => [column.id, cellRuns(pack, assessment, column, row)])),
  );
  const shown = (question.columns ?? []).filter(({ id }) => filled.some((cells) => (cells.get(id)?.length ?? 0) > 0));
  if (shown.length === 0) return [none(pack)];
  if (shown.length <= widest)
    return [
      {
        kind: 'table',
        caption: [],
        head: shown.map(({ label }) => [{ text: label }]),
        rows: filled.map((cells) => shown.map(({ id }) => ({ runs: cells.get(id) ?? [] }))),
        rowHeads: true,
      },
    ];
  const nameColumn = shown.find(({ property }) => property === 'name');
  return filled.flatMap((cells, index): readonly ReportBlock[] => {
    // A row about a person goes by their name, which then need not be said twice.
    const name = nameColumn ? (cells.get(nameColumn.id) ?? []) : [];
    const entry: Runs = [{ text: phrase(pack, 'entry', { n: String(index + 1), of: String(filled.length) }) }];
    const title = (name.length > 0 ? name : entry).map((run): Run => ({ ...run, strong: true }));
    return [
      { kind: 'paragraph', tone: 'quiet', runs: title },
      {
        kind: 'facts',
        rows: shown.flatMap((column) => {
          const value = cells.get(column.id) ?? [];
          return value.length === 0 || column === nameColumn ? [] : [{ name: [{ text: column.label }], value }];
        }),
      },
    ];
  });
}

/** What a cell says; nothing where it is empty. */
export function cellRuns(pack: Pack, assessment: Assessment, column: Column, row: Row): Runs {
  const cell = cellShown(column, row, assessment) as Cell | undefined | null;
  if (cell === undefined || cell === null || cell === '') return [];
  if (typeof cell === 'number') return [{ text: String(cell) }];
  if (typeof cell === 'object' && 'unread' in cell) return [{ text: `${phrase(pack, 'unread')}: ` }, own(cell.unread)];
  return joined(
    [cell].flat().map((each) => pieceRuns(pack, assessment, column, each)),
    ', ',
  );
}

/** Pieces in a row, each with a language of its own, perhaps; empty ones are left out. */
const joined = (pieces: readonly Runs[], text: string): Runs =>
  pieces.filter((runs) => runs.length > 0).flatMap((runs, at) => (at ? [{ text }, ...runs] : runs));

function pieceRuns(pack: Pack, assessment: Assessment, column: Column, cell: string): Runs {
  switch (column.kind) {
    case 'date':
      return [{ text: dateWords(pack, cell) }];
    case 'yes-no':
      return [{ text: phrase(pack, cell === 'yes' ? 'yes' : cell === 'no' ? 'no' : 'not-known') }];
    case 'traffic-light':
      return [{ text: phrase(pack, `light-${cell}` as PhraseId) }];
    case 'person':
      return [own(nameOf(pack, assessment, cell) ?? cell)];
    case 'single-choice':
    case 'multi-choice':
      return [{ text: choiceLabel({ choices: column.choices ?? [] }, cell) }];
    case 'question-ref':
      return pointedAt(pack, assessment, cell);
    default:
      return [own(cell)];
  }
}

/** What a cell points at, `<place>.<row>`, in words: the factor, or what the row says first; empty where it is gone. */
function pointedAt(pack: Pack, assessment: Assessment, id: string): Runs {
  const [key = '', target = ''] = id.split('.');
  const place = parsePlaceKey(key);
  const question = place && packIndex(pack).questions.get(place.question);
  if (!question) return [];
  const row = shownRows(assessment, rowsOf(assessment.answers[key])).find((each) => each.id === target);
  // Columns that point on are left out: two rows may point at each other.
  const columns = (question.columns ?? []).filter(({ kind }) => kind !== 'question-ref');
  const cells = row
    ? columns.map((column) => cellRuns(pack, assessment, column, row)).filter(({ length }) => length)
    : [];
  const factor = packIndex(pack).factors.get(target);
  const said = factor ? [{ text: factor.label }] : joined(cells.slice(0, 2), ' · ');
  const person = place.subject === null || said.length === 0 ? null : nameOf(pack, assessment, place.subject);
  return person === null ? said : [own(person), { text: ': ' }, ...said];
}
