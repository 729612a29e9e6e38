import type { Answer } from '../model/answer.ts';
import { asAssessment } from '../model/as-assessment.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack, Section, Stage } from '../model/pack.ts';
import { phrase } from '../model/phrases.ts';
import { parsePlaceKey } from '../model/place.ts';
import { nameOf } from '../model/report-answers.ts';
import type { Published } from '../model/report.ts';
import { entriesOf } from './said.ts';

/** The heads of the columns: the same in every language, so that a program finds them. */
export const csvColumns = [
  'kind',
  'stage',
  'section',
  'question',
  'label',
  'person',
  'person-name',
  'round',
  'row',
  'column',
  'state',
  'value',
  'code',
  'reason',
  'owner',
  'by',
  'note',
] as const;
type Line = Partial<Record<(typeof csvColumns)[number], string>>;

/**
 * What `published` holds as a table: one line for each value of an answer, RFC 4180, UTF-8 with a byte order mark, no
 * cell that a spreadsheet would take for a formula (SPEC.md C).
 */
export function csvFile(pack: Pack, published: Published): Uint8Array<ArrayBuffer> {
  const lines = [csvColumns.map((head) => head), ...linesOf(pack, published).map(cellsOf)];
  const text = lines.map((cells) => `${cells.join(',')}\r\n`).join('');
  return new Uint8Array(new TextEncoder().encode(`\uFEFF${text}`));
}

const cellsOf = (line: Line): string[] => csvColumns.map((column) => quoted(guarded(line[column] ?? '')));

/**
 * A cell that begins, after any space, with what starts a formula or a command gets an apostrophe before it. The wide
 * forms of these signs are taken for the narrow ones by some programs.
 */
export function guarded(text: string): string {
  return /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function linesOf(pack: Pack, published: Published): readonly Line[] {
  const assessment = asAssessment(published);
  const sections = sectionsOf(pack);
  return Object.entries(assessment.answers).flatMap(([key, answer]): readonly Line[] => {
    const place = parsePlaceKey(key);
    const question = place && packIndex(pack).questions.get(place.question);
    if (!question) return [];
    const found = sections.get(`${question.id}@${String(place.round)}`) ?? sections.get(question.id);
    const name = place.subject === null ? phrase(pack, 'family') : nameOf(pack, assessment, place.subject);
    const head: Line = {
      kind: assessment.kind,
      stage: found?.stage.id ?? '',
      section: found?.section.id ?? '',
      question: question.id,
      label: question.label,
      person: place.subject ?? '',
      'person-name': name ?? '',
      round: String(place.round),
      state: answer.is,
    };
    const values = entriesOf(pack, assessment, question, answer).flatMap(({ row, said, unread }) => [
      ...said.flatMap(({ part, values }) =>
        values.map(({ text, code }) => ({ row, column: part.id, value: text, code: code ?? '' })),
      ),
      ...unread.map(({ part, text }) => ({ row, column: part.id, value: text, state: 'unread' })),
    ]);
    const rest = besides(answer, (id) => nameOf(pack, assessment, id) ?? id);
    // What is said of the whole answer stands on its first line.
    return (values.length === 0 ? [{}] : values).map((value, at) => ({
      ...head,
      ...value,
      ...(at === 0 ? rest : {}),
    }));
  });
}

function besides(answer: Answer, name: (id: string) => string): Line {
  const note = answer.note ?? '';
  switch (answer.is) {
    case 'given':
      return { note };
    case 'unread':
      return { value: answer.text, note };
    case 'not-known':
      return { reason: answer.reason ?? '', owner: answer.owner ? name(answer.owner) : '', by: answer.by ?? '', note };
    default:
      return { reason: answer.reason, note };
  }
}

/** Where a question is asked, by its id, and by its id and round where it has rounds. */
function sectionsOf(pack: Pack): ReadonlyMap<string, { readonly stage: Stage; readonly section: Section }> {
  const found = new Map<string, { readonly stage: Stage; readonly section: Section }>();
  for (const section of pack.sections) {
    const stage = pack.stages.find(({ id }) => id === section.stage);
    if (!stage) continue;
    for (const { question, round } of section.asks) {
      found.set(`${question}@${String(round)}`, { stage, section });
      if (!found.has(question)) found.set(question, { stage, section });
    }
  }
  return found;
}
