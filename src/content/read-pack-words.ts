import type { Locale } from '../model/pack.ts';
import { readQuestionWords, WordReader } from './read-words.ts';
import type { SectionFile } from './section-file.ts';
import type { WordEntry, WordFile } from './word-file.ts';

/** Every word of one locale of a pack. `stages` are folders with the sections in them. */
export function readPackWords(
  files: Readonly<Record<string, string>>,
  locale: Locale,
  stages: readonly { readonly id: string; readonly folder: string; readonly sections: readonly SectionFile[] }[],
): WordReader {
  const reader = new WordReader(locale);
  const open = (name: string): WordFile | null => reader.open(`${name}.${locale}.md`, files[`${name}.${locale}.md`]);

  readFront(reader, open('pack'));
  readLists(reader, open('factors'), () => 'factors');
  readLists(reader, open('phrases'), () => 'phrases');
  readLists(reader, open('suggestion'), (heading) => `suggestion/${heading.toLowerCase()}`);
  readTimetable(reader, open('timetable'));
  readGlossary(reader, open('glossary'));
  for (const stage of stages) {
    readStage(reader, stage.id, open(`${stage.folder}/stage`));
    for (const section of stage.sections) readSection(reader, section, open(`${stage.folder}/${section.id}`));
  }
  return reader;
}

function readFront(reader: WordReader, words: WordFile | null): void {
  if (words === null) return;
  const { file, entries } = words;
  reader.say('pack/title', file, words.titleLine, words.title);
  reader.plain('pack/notice', file, words.intro);
  for (const entry of entries) {
    switch (entry.id) {
      case 'Purposes':
        reader.labels('purposes', file, reader.list(file, entry.lead), { Meaning: 'description' });
        break;
      case 'Roles':
        reader.labels('roles', file, reader.list(file, entry.lead), { Many: 'plural' });
        break;
      case 'Risk classes':
        reader.labels('riskClasses', file, reader.list(file, entry.lead), {
          Meaning: 'definition',
          Implies: 'implies',
          'Also called': 'alternativeLabels*',
        });
        break;
      case 'Choice lists':
        for (const part of entry.parts) {
          reader.heading(`choiceLists/${part.name}`, file, part.line);
          reader.labels(`choiceLists/${part.name}`, file, reader.list(file, part.blocks), { Meaning: 'definition' });
        }
        break;
      default:
        reader.unknownPart(file, entry.line, entry.id);
    }
  }
}

/** Files that hold nothing but lists of words under headings. */
function readLists(reader: WordReader, words: WordFile | null, keyOf: (heading: string) => string): void {
  for (const entry of words?.entries ?? []) {
    const file = words?.file ?? '';
    for (const { id, words: said, line } of reader.list(file, entry.lead)) {
      const key = `${keyOf(entry.id)}/${id}`;
      const known = reader.entries.get(key);
      if (known !== undefined) reader.problems.push({ code: 'duplicate-id', place: { file, line }, detail: id });
      reader.say(key, file, line, said);
    }
    for (const part of entry.parts) reader.unknownPart(file, part.line, part.name);
  }
}

function readTimetable(reader: WordReader, words: WordFile | null): void {
  for (const entry of words?.entries ?? []) {
    const file = words?.file ?? '';
    reader.labels(`timetable/${entry.id.toLowerCase()}`, file, reader.list(file, entry.lead), {
      Rule: 'rule',
      Source: 'source',
      Check: 'check',
    });
    for (const part of entry.parts) reader.unknownPart(file, part.line, part.name);
  }
}

function readGlossary(reader: WordReader, words: WordFile | null): void {
  for (const entry of words?.entries ?? []) {
    const file = words?.file ?? '';
    const key = `glossary/${entry.id}`;
    reader.heading(key, file, entry.line);
    reader.plain(`${key}/term`, file, entry.lead.slice(0, 1));
    reader.rich(`${key}/meaning`, file, entry.lead.slice(1), 4);
    for (const part of entry.parts) reader.unknownPart(file, part.line, part.name);
  }
}

function readStage(reader: WordReader, id: string, words: WordFile | null): void {
  if (words === null) return;
  const { file } = words;
  const key = `stages/${id}`;
  reader.heading(key, file, words.titleLine);
  reader.say(`${key}/name`, file, words.titleLine, words.title);
  const read: Readonly<Record<string, (entry: WordEntry) => void>> = {
    'Plain name': ({ lead }) => {
      reader.plain(`${key}/plain`, file, lead);
    },
    Summary: ({ lead }) => {
      reader.plain(`${key}/summary`, file, lead);
    },
    'Hard stops': ({ lead }) => {
      for (const { id: stop, words: said, line } of reader.list(file, lead))
        reader.say(`${key}/hardStops/${stop}`, file, line, said);
    },
  };
  for (const entry of words.entries) {
    const part = read[entry.id];
    if (part === undefined) reader.unknownPart(file, entry.line, entry.id);
    else part(entry);
  }
}

function readSection(reader: WordReader, section: SectionFile, words: WordFile | null): void {
  if (words === null) return;
  const { file } = words;
  const key = `sections/${section.id}`;
  reader.heading(key, file, words.titleLine);
  reader.say(`${key}/title`, file, words.titleLine, words.title);
  reader.plain(`${key}/intro`, file, words.intro);
  const again = new Set(section.entries.flatMap((entry) => (entry.again === undefined ? [] : [entry.again])));
  for (const entry of words.entries) {
    readQuestionWords(
      reader,
      again.has(entry.id) ? `asks/${section.id}/${entry.id}` : `questions/${entry.id}`,
      file,
      entry,
    );
  }
}
