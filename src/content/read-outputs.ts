import * as v from 'valibot';
import type { Locale, Pack } from '../model/pack.ts';
import { type Outcome, outcome, type Problem } from '../model/problem.ts';
import { readShape } from './check-yaml.ts';
import { failed } from './failed.ts';
import { copyKinds, outputHeadings, type Outputs } from './outputs.ts';
import { readYaml } from './read-yaml.ts';
import { WordReader } from './read-words.ts';
import { WordBook } from './word-book.ts';
import { outputsSchema } from './yaml-schemas.ts';

type Files = Readonly<Record<string, string>>;

const list = 'outputs.yaml';
const wordFile = 'outputs.en.md';

/** What `files` say of copies, in the language of `pack`, or everything wrong with it; null where they say nothing. */
export function readOutputs(files: Files, pack: Pack): Outcome<Outputs | null> {
  const text = files[list];
  if (text === undefined) return outcome(null, []);
  const { yaml, problems: syntax } = readYaml(list, text);
  const shape = syntax.length > 0 ? { value: null, problems: syntax } : readShape(outputsSchema, yaml, yaml.value);
  const entry: v.InferOutput<typeof outputsSchema> | null = shape.value;
  if (entry === null) return failed(shape.problems);

  const problems: Problem[] = [];
  for (const part of [...copyKinds, 'whereabouts'] as const)
    for (const [index, { question: id, columns = [], of }] of entry[part].entries()) {
      const tell = (code: string, detail: string): void => {
        problems.push({ code, place: { file: list, line: yaml.line([part, index]) }, detail });
      };
      const question = pack.questions.find((each) => each.id === id);
      if (!question) tell('unknown-question', id);
      for (const column of [...columns, ...(of === undefined ? [] : [of])])
        if (question && !question.columns?.some((each) => each.id === column))
          tell('unknown-column', `${id}.${column}`);
    }

  const english = readOutputWords(files, 'en');
  const wanted = pack.locale === 'en' ? english : readOutputWords(files, pack.locale);
  const book = new WordBook(wanted, english);
  const words: Record<string, string> = {};
  // Which words there must be is known to the code that says them: a test compares.
  for (const name of Object.values(outputHeadings))
    for (const id of book.under(`outputs/${name}`))
      words[`${name}/${id}`] = book.words(`outputs/${name}/${id}`, wordFile);
  const { whereabouts, partners, parents, child } = entry;
  return outcome({ shared: { partners, parents, child }, whereabouts, words } as Outputs, [
    ...problems,
    ...english.problems,
    ...(wanted === english ? [] : wanted.problems),
    ...book.problems(),
  ]);
}

/** The words of copies and forms in one locale. */
export function readOutputWords(files: Files, locale: Locale): WordReader {
  const reader = new WordReader(locale);
  const file = reader.open(`outputs.${locale}.md`, files[`outputs.${locale}.md`]);
  const headings = new Map<string, string>(Object.entries(outputHeadings));
  for (const { id, line, lead, parts } of file?.entries ?? []) {
    const name = headings.get(id);
    for (const part of parts) reader.unknownPart(file?.file ?? '', part.line, part.name);
    if (name === undefined) reader.unknownPart(file?.file ?? '', line, id);
    else
      for (const word of reader.list(file?.file ?? '', lead))
        reader.say(`outputs/${name}/${word.id}`, file?.file ?? '', word.line, word.words);
  }
  return reader;
}
