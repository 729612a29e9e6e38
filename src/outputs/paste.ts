import { markOf } from './frame.ts';
import { escaped, markup } from '../model/report-markup.ts';
import { blockText, wordsOf } from '../model/report-text.ts';
import type { Report, ReportBlock } from '../model/report.ts';

/** A piece to paste, as plain text and as formatted text for another program. */
export interface PastePart {
  readonly plain: string;
  readonly formatted: string;
}

/** A section of a report in as many parts as a box of another system takes. */
export interface PasteBlock {
  readonly title: string;
  readonly parts: readonly PastePart[];
}

/** A piece of a section that is not parted unless it must be. */
interface Piece {
  readonly plain: string;
  readonly formatted: string;
}

/** The least a limit may be: title, mark and a sentence have to fit. */
export const leastLimit = 500;

/**
 * The sections of `report`, each ready to be pasted (O11). With a `limit` no part has more characters, line ends counted;
 * a part is ended between two pieces, else after a sentence, else after a word. Every part says where it belongs, and
 * that it is training where it is.
 */
export function pasteBlocks(report: Report, limit: number | null): readonly PasteBlock[] {
  return sectionsOf(report).map(({ title, pieces }) => {
    const frame = frameOf(report, title);
    // The numbers of a part are known at the end: room for the longest is kept.
    const longest = frame('999/999');
    const around = longest.plain.length + longest.end.length + 2;
    const room = limit === null ? Infinity : Math.max(leastLimit, limit) - around;
    const filled = fill(
      pieces.flatMap((piece) => (piece.plain.length > room ? cut(piece.plain, room) : [piece])),
      room,
    );
    return {
      title,
      parts: filled.map((part, index) => {
        const { plain, formatted, end } = frame(filled.length > 1 ? `${index + 1}/${filled.length}` : '');
        return {
          plain: [plain, ...part.map((piece) => piece.plain), end].join('\n'),
          formatted: `${formatted}${part.map((piece) => piece.formatted).join('')}<p>${escaped(end)}</p>`,
        };
      }),
    };
  });
}

interface PartFrame {
  readonly plain: string;
  readonly formatted: string;
  readonly end: string;
}

/** What stands around every part: mark and title above, whence it comes below. */
function frameOf({ kind, running, title, on }: Report, section: string): (number: string) => PartFrame {
  const end = `${wordsOf(title)} · ${on} · ${running.foot}`;
  const mark = markOf({ kind, running });
  return (number) => {
    const heading = number === '' ? section : `${section} (${number})`;
    const lines = [...(mark === '' ? [] : [mark]), heading];
    return {
      plain: lines.join('\n'),
      formatted: `${mark === '' ? '' : `<p><strong>${escaped(mark)}</strong></p>`}<h3>${escaped(heading)}</h3>`,
      end,
    };
  };
}

function sectionsOf({
  body,
  subtitle,
}: Report): readonly { readonly title: string; readonly pieces: readonly Piece[] }[] {
  const sections: { title: string; pieces: Piece[] }[] = [];
  let stage = '';
  for (const block of body) {
    if (block.kind === 'heading' && block.level === 2) stage = wordsOf(block.runs);
    if (block.kind === 'heading' && block.level < 4) {
      sections.push({
        title: block.level === 2 ? stage : [stage, wordsOf(block.runs)].filter(Boolean).join(' – '),
        pieces: [],
      });
      continue;
    }
    if (sections.length === 0) sections.push({ title: wordsOf(subtitle), pieces: [] });
    sections.at(-1)?.pieces.push(...piecesOf(block));
  }
  return sections.filter(({ pieces }) => pieces.length > 0);
}

/** A table parts between its rows, a list between its items. */
function piecesOf(block: ReportBlock): readonly Piece[] {
  const piece = (one: ReportBlock, plain: string): readonly Piece[] =>
    plain.trim() === '' ? [] : [{ plain, formatted: markup(one) }];
  switch (block.kind) {
    case 'heading':
      return [{ plain: `\n${wordsOf(block.runs)}`, formatted: `<h4>${escaped(wordsOf(block.runs))}</h4>` }];
    case 'list':
      return block.items.flatMap((item, index) =>
        piece({ ...block, items: [item] }, `${block.ordered ? `${index + 1}.` : '-'} ${wordsOf(item)}`),
      );
    case 'facts':
      return block.rows.flatMap((row) =>
        piece({ ...block, rows: [row] }, `${wordsOf(row.name)}: ${wordsOf(row.value)}`),
      );
    case 'table':
      return block.rows.flatMap((row) => {
        const cells = row.flatMap(({ runs }, index) => {
          const said = wordsOf(runs);
          return said === '' ? [] : [`${wordsOf(block.head[index] ?? [])}: ${said}`];
        });
        return piece({ ...block, rows: [row] }, `- ${cells.join('; ')}`);
      });
    default:
      return piece(block, blockText(block).filter(Boolean).join('\n'));
  }
}

function fill(pieces: readonly Piece[], room: number): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    const more = piece.plain.length + 1;
    if (used > 0 && used + more > room) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(piece);
    used += more;
  }
  return parts;
}

/** A text longer than a part: after the last sentence that fits, else after the last word, else where it must be. */
function cut(text: string, room: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  // A surrogate pair is never parted.
  const whole = (end: number): number => (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? '') ? end - 1 : end);
  while (rest !== '') {
    const most = Math.max(1, room - 1);
    const head = rest.slice(0, most);
    const end =
      rest.length <= most
        ? rest.length
        : Math.max(lastEnd(head, /[.?!]['’”"]?\s+/g), 0) || lastEnd(head, /\s+/g) || whole(most);
    const plain = rest.slice(0, end).trimEnd();
    pieces.push({ plain, formatted: `<p>${escaped(plain).replace(/\n/g, '<br>')}</p>` });
    rest = rest.slice(end);
  }
  return pieces;
}

const lastEnd = (text: string, pattern: RegExp): number => {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
};
