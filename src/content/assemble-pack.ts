import type {
  Asked,
  Factor,
  Guidance,
  Pack,
  Question,
  Section,
  Stage,
  SuggestionWords,
  Timetable,
} from '../model/pack.ts';
import { QuestionMaker } from './assemble-question.ts';
import { roundKey } from './round-key.ts';
import type { PackFiles } from './pack-files.ts';
import type { SectionEntry, SectionFile } from './section-file.ts';
import { termMarker } from './terms.ts';
import type { WordBook } from './word-book.ts';

/** A pack without its articles and hashes, from files whose shape is right as far as it goes. */
export function assemblePack(files: PackFiles, book: WordBook): Omit<Pack, 'articles' | 'structureHash' | 'wordsHash'> {
  const { front } = files;
  const maker = new QuestionMaker(front, book);
  for (const list of Object.keys(front.choiceLists)) maker.list(list);
  const { questions, guidance } = questionsOf(files, maker);
  const glossary = book.under('glossary').map((id) => ({
    id,
    term: book.words(`glossary/${id}/term`, 'glossary.en.md'),
    meaning: book.text(`glossary/${id}/meaning`, 'glossary.en.md'),
  }));
  const sections = sectionsOf(files, maker, book, questions, guidance);
  return {
    id: front.id,
    version: front.version,
    locale: book.locale,
    complete: true,
    title: book.words('pack/title', 'pack.en.md'),
    notice: book.words('pack/notice', 'pack.en.md'),
    purposeQuestion: front.purposeQuestion,
    stages: files.stages.map((stage, index) => stageOf(stage, index, book)),
    sections,
    questions,
    purposes: front.purposes.map((id) => ({
      id,
      label: book.words(`purposes/${id}/label`, 'pack.en.md'),
      description: book.words(`purposes/${id}/description`, 'pack.en.md'),
    })),
    roles: front.roles.map((id) => ({
      id,
      label: book.words(`roles/${id}/label`, 'pack.en.md'),
      plural: book.words(`roles/${id}/plural`, 'pack.en.md'),
    })),
    factors: factorsOf(files, book),
    riskClasses: front.riskClasses.map((id, index) => ({
      id,
      order: index + 1,
      label: book.words(`riskClasses/${id}/label`, 'pack.en.md'),
      alternativeLabels: book
        .under(`riskClasses/${id}/alternativeLabels`)
        .flatMap((at) => book.maybe(`riskClasses/${id}/alternativeLabels/${at}`) ?? []),
      definition: book.words(`riskClasses/${id}/definition`, 'pack.en.md'),
      implies: book.words(`riskClasses/${id}/implies`, 'pack.en.md'),
    })),
    ...(front.lowering === undefined ? {} : { lowering: front.lowering }),
    suggestion: suggestionOf(files, book),
    timetable: timetableOf(files, book),
    phrases: Object.fromEntries(book.under('phrases').map((id) => [id, book.words(`phrases/${id}`, 'phrases.en.md')])),
    sources: files.sources,
    guidance: withTerms(guidance, glossary),
    glossary,
  };
}

/** Guidance with the terms it uses; the three parts of a question's help are read as one. */
function withTerms(guidance: Guides, glossary: Pack['glossary']): Guides {
  const mark = termMarker(glossary);
  return Object.fromEntries(
    Object.entries(guidance).map(([key, help]) => {
      const [why = [], goodEvidence = [], whatToDo = []] = mark([help.why, help.goodEvidence, help.whatToDo]);
      return [key, { why, goodEvidence, whatToDo }];
    }),
  );
}

type Guides = Record<string, Guidance>;

/** Every question where it is first asked, with its guidance. */
function questionsOf(files: PackFiles, maker: QuestionMaker): { questions: readonly Question[]; guidance: Guides } {
  const guidance: Guides = {};
  const questions = files.stages.flatMap(({ folder, sections }) =>
    sections.flatMap((section) =>
      section.entries.flatMap(({ id, again, whole }): readonly Question[] => {
        if (again !== undefined) return [];
        if (whole === null) return [placeholder(id)];
        const file = `${folder}/${section.id}.en.md`;
        guidance[id] = maker.guidance(`questions/${id}`, file);
        return [maker.question(whole, file)];
      }),
    ),
  );
  return { questions, guidance };
}

/** Stands for a question whose fault was told, so that what refers to it is not told too. */
function placeholder(id: string): Question {
  return { id, kind: 'text', label: id, required: false, core: true, repeats: [], answeredBy: [], sources: [] };
}

/** Sections and what they ask; the guidance that a later round has for itself is added to `guidance`. */
function sectionsOf(
  files: PackFiles,
  maker: QuestionMaker,
  book: WordBook,
  questions: readonly Question[],
  guidance: Guides,
): readonly Section[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const asked = (section: SectionFile, entry: SectionEntry): Asked => {
    const round = byId.get(entry.id)?.repeats.includes('round') ? (entry.round ?? section.round) : 0;
    const required = entry.required === undefined ? {} : { required: entry.required };
    if (entry.again === undefined) return { question: entry.id, round, ...required };
    const key = `asks/${section.id}/${entry.id}`;
    const label = book.maybe(`${key}/label`);
    const own = guidance[entry.id];
    const again = maker.guidanceAgain(key, own ?? { why: [], goodEvidence: [], whatToDo: [] });
    if (own !== undefined && again !== null) guidance[roundKey(entry.id, round)] = again;
    return { question: entry.id, round, ...required, ...(label === undefined ? {} : { label }), ...maker.asked(key) };
  };
  return files.stages.flatMap((stage) =>
    stage.sections.map((section): Section => {
      const key = `sections/${section.id}`;
      return {
        id: section.id,
        stage: stage.id,
        title: book.words(`${key}/title`, `${stage.folder}/${section.id}.en.md`),
        intro: book.maybe(`${key}/intro`) ?? '',
        round: section.round,
        asks: section.entries.map((entry) => asked(section, entry)),
      };
    }),
  );
}

function stageOf(stage: PackFiles['stages'][number], index: number, book: WordBook): Stage {
  const file = `${stage.folder}/stage.en.md`;
  const { id, opens, opensForChild, opensRound } = stage;
  const key = `stages/${id}`;
  return {
    id,
    order: index + 1,
    name: book.words(`${key}/name`, file),
    plain: book.words(`${key}/plain`, file),
    summary: book.words(`${key}/summary`, file),
    ...(opens === undefined ? {} : { opens }),
    ...(opensForChild === undefined ? {} : { opensForChild }),
    hardStops: (stage.hardStops ?? []).map((stop) => ({
      ...stop,
      words: book.words(`${key}/hardStops/${stop.id}`, file),
    })),
    ...(opensRound === undefined ? {} : { opensRound }),
    signedBy: stage.signedBy ?? [],
    sections: stage.sections.map((section) => section.id),
  };
}

function factorsOf(files: PackFiles, book: WordBook): readonly Factor[] {
  return Object.entries(files.factors).flatMap(([set, factors]) =>
    factors.map(({ id, serious, sources }) => ({
      id,
      set,
      label: book.words(`factors/${id}`, 'factors.en.md'),
      serious: serious ?? false,
      sources,
    })),
  );
}

function suggestionOf(files: PackFiles, book: WordBook): SuggestionWords {
  const said = (part: 'rules' | 'floors' | 'cautions'): Readonly<Record<string, string>> =>
    Object.fromEntries(
      (files.suggestion?.[part] ?? []).map(({ id }) => [
        id,
        book.words(`suggestion/${part}/${id}`, 'suggestion.en.md'),
      ]),
    );
  return { rules: said('rules'), floors: said('floors'), cautions: said('cautions') };
}

function timetableOf({ timetable }: PackFiles, book: WordBook): Timetable {
  const file = 'timetable.en.md';
  const checked = (key: string): { readonly check?: string } => {
    const check = book.maybe(`${key}/check`);
    return check === undefined ? {} : { check };
  };
  return {
    ...timetable,
    notes: timetable.notes.map((note) => {
      const key = `timetable/notes/${note.id}`;
      const words = book.words(`${key}/label`, file);
      return { ...note, words, source: book.words(`${key}/source`, file), ...checked(key) };
    }),
    dates: timetable.dates.map((date) => {
      const key = `timetable/dates/${date.id}`;
      return {
        ...date,
        label: book.words(`${key}/label`, file),
        rule: book.words(`${key}/rule`, file),
        source: book.words(`${key}/source`, file),
        ...checked(key),
      };
    }),
  };
}
