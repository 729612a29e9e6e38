import type { Pack } from '../model/pack.ts';

/** The ids of `pack` beside what people read, as a page in Markdown: what an author of an overlay or a page names things by. */
export function idsPage(pack: Pack): string {
  const label = new Map(pack.questions.map((question) => [question.id, question]));
  const row = (id: string, words: string): string => `| \`${id}\` | ${words.replaceAll('|', '\\|')} |`;
  const mayGo = pack.questions.filter(({ core, required }) => !core && !required);
  return [
    '# Ids of sections, questions, stages and factors',
    '',
    `Written by \`npm run guidance:schema\` from the questions ${pack.id} ${String(pack.version)}. A \`section\` takes the id of a section, \`question\` and \`after\``,
    'that of a question; guidance may be added to a question, stage or factor.',
    '',
    '## Sections',
    '',
    '| Id | Section | Stage |',
    '|---|---|---|',
    ...pack.stages.flatMap((stage) =>
      pack.sections
        .filter(({ stage: of }) => of === stage.id)
        .map(({ id, title }) => `| [\`${id}\`](#${id}) | ${title} | \`${stage.id}\` ${stage.plain} |`),
    ),
    '',
    '## Questions',
    '',
    `Those with a ° may be left out (\`without\`): ${String(mayGo.length)} of ${String(pack.questions.length)}, as long as no other question rests on them.`,
    ...pack.sections.flatMap(({ id, title, asks }) => [
      '',
      `### ${id}`,
      '',
      `| Id | ${title} |`,
      '|---|---|',
      ...asks.map(({ question }) =>
        row(question, `${label.get(question)?.label ?? ''}${mayGo.some((each) => each.id === question) ? ' °' : ''}`),
      ),
    ]),
    '',
    '## Factors',
    '',
    '| Id | Factor |',
    '|---|---|',
    ...pack.factors.map((factor) => row(factor.id, factor.label)),
    '',
  ].join('\n');
}
