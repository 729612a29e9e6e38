import type { Report, ReportBlock, Runs } from './report.ts';

/** The words of a run of text. */
export const wordsOf = (runs: Runs): string => runs.map(({ text }) => text).join('');

/** Every text a report shows, in reading order; the paper's structure tree holds exactly these (R6). */
export function reportText({ title, subtitle, body, signing }: Report): readonly string[] {
  const signed = signing ? [signing.heading, ...signing.statement].map(wordsOf) : [];
  return [wordsOf(title), wordsOf(subtitle), ...body.flatMap(blockText), ...signed].filter((text) => text !== '');
}

/** The texts of one block, in reading order. */
export function blockText(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsOf(block.runs)];
    case 'list':
      return block.items.map(wordsOf);
    case 'facts':
      return block.rows.flatMap(({ name, value }) => [wordsOf(name), wordsOf(value)]);
    case 'table':
      return [
        wordsOf(block.caption),
        ...block.head.map(wordsOf),
        ...block.rows.flatMap((row) => row.map(({ runs }) => wordsOf(runs))),
      ];
    case 'panel':
      return [wordsOf(block.title), ...block.body.map(wordsOf)];
  }
}
