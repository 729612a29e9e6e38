import { packFaults } from '../model/check-pack.ts';
import type { PackFault } from '../model/pack-fault.ts';
import type { Locale, Pack } from '../model/pack.ts';
import { type Outcome, outcome, type Problem, type ProblemPlace } from '../model/problem.ts';
import { assemblePack } from './assemble-pack.ts';
import { articleEntries, articleProblems } from './articles.ts';
import { failed } from './failed.ts';
import { packHashes } from './pack-hash.ts';
import { type PackFiles, readPackFiles } from './pack-files.ts';
import { readPackWords } from './read-pack-words.ts';
import { WordBook } from './word-book.ts';

/** A pack and the keys of its words that are English because its own language has none yet. */
export interface CompiledPack {
  readonly pack: Pack;
  readonly fallback: readonly string[];
}

/**
 * The pack that `files` describe, in `locale`; or everything wrong with them, each fault with file and line.
 *
 * `files` are keyed by their path in the pack's folder, such as `1-assess/child-voice.en.md`. Words that another
 * locale lacks are taken from English; words that English lacks are a problem.
 */
export function parsePack(files: Readonly<Record<string, string>>, locale: Locale): Outcome<Pack> {
  const compiled = compilePack(files, locale);
  return compiled.ok ? outcome(compiled.value.pack, []) : compiled;
}

/** The same, with what fell back to English. */
export function compilePack(files: Readonly<Record<string, string>>, locale: Locale): Outcome<CompiledPack> {
  const structure = readPackFiles(files);
  if (structure.value === null) return failed(structure.problems);
  const english = readPackWords(files, 'en', structure.value.stages);
  const wanted = locale === 'en' ? english : readPackWords(files, locale, structure.value.stages);
  const book = new WordBook(wanted, english);
  const unsure = unsureIn(structure.value);
  const assembled = assemblePack(structure.value, book);
  for (const id of unsure) book.excuse(`questions/${id}`);
  if (structure.problems.some(({ place }) => place.file === 'timetable.yaml')) book.excuse('timetable');
  const whole = { ...assembled, articles: articleEntries(files, locale) };
  const pack: Pack = { ...whole, ...packHashes(whole) };
  const places = new Places(structure.value, pack);
  const problems = [
    ...structure.problems,
    ...english.problems,
    ...(wanted === english ? [] : wanted.problems),
    ...book.problems(),
    ...listNames(structure.value),
    ...packFaults(pack, unsure)
      // The word book tells missing words with their line; phrases alone are wanted by the program, not by a file.
      .filter(({ code, at }) => code !== 'missing-words' || at[0] === 'phrases')
      .map((fault): Problem => ({
        code: fault.code,
        place: places.of(fault),
        ...(fault.detail === undefined ? {} : { detail: fault.detail }),
      })),
    ...articleProblems(files, pack, unsure),
  ];
  return problems.length > 0 ? failed(unique(problems)) : outcome({ pack, fallback: book.fallback }, []);
}

/** Questions whose own faults are told: those with a fault of shape, and those whose id stands twice. */
function unsureIn({ stages }: PackFiles): ReadonlySet<string> {
  const own = stages.flatMap(({ sections }) =>
    sections.flatMap(({ entries }) => entries.filter(({ again }) => again === undefined)),
  );
  const seen = new Set<string>();
  const twice = own.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id);
  return new Set([...own.filter(({ whole }) => whole === null).map(({ id }) => id), ...twice]);
}

/** In the order of the files, each fault once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(
    problems.map((problem) => [JSON.stringify([problem.place, problem.code, problem.detail]), problem]),
  );
  return [...seen.values()].sort(
    (a, b) => (a.place.file ?? '').localeCompare(b.place.file ?? '') || (a.place.line ?? 0) - (b.place.line ?? 0),
  );
}

/** Names of shared lists that `pack.yaml` does not have. */
function listNames({ front, stages }: PackFiles): readonly Problem[] {
  const lists = {
    choices: new Set(['purposes', ...Object.keys(front.choiceLists)]),
    roles: new Set([...Object.keys(front.roleGroups), ...front.roles]),
  };
  return stages.flatMap(({ sections }) =>
    sections.flatMap(({ yaml, entries }) =>
      entries.flatMap(({ index, whole }) => {
        const unknown = (
          name: unknown,
          kind: 'choices' | 'roles',
          way: readonly (string | number)[],
        ): readonly Problem[] =>
          typeof name !== 'string' || lists[kind].has(name)
            ? []
            : [
                {
                  code: 'unknown-list',
                  place: { file: yaml.file, line: yaml.line(['questions', index, ...way]) },
                  detail: name,
                },
              ];
        return [
          ...unknown(whole?.choices, 'choices', ['choices']),
          ...(whole?.columns ?? []).flatMap(({ choices, roles }, column) => [
            ...unknown(choices, 'choices', ['columns', column, 'choices']),
            ...unknown(roles, 'roles', ['columns', column, 'roles']),
          ]),
        ];
      }),
    ),
  );
}

/** Turns the way to a fault in a pack into file and line. */
class Places {
  readonly #files: PackFiles;
  readonly #questions: readonly {
    readonly section: PackFiles['stages'][number]['sections'][number];
    readonly index: number;
  }[];
  readonly #sections: readonly {
    readonly section: PackFiles['stages'][number]['sections'][number];
    readonly way: readonly (string | number)[];
  }[];
  readonly #factors: readonly (readonly [string, number])[];
  readonly #pack: Pack;

  constructor(files: PackFiles, pack: Pack) {
    this.#files = files;
    this.#pack = pack;
    this.#questions = files.stages.flatMap(({ sections }) =>
      sections.flatMap((section) =>
        section.entries.filter(({ again }) => again === undefined).map(({ index }) => ({ section, index })),
      ),
    );
    this.#sections = files.stages.flatMap(({ sections }, stage) =>
      sections.map((section, place) => ({ section, way: ['stages', stage, 'sections', place] })),
    );
    this.#factors = Object.entries(files.factors).flatMap(([set, list]) =>
      list.map((_, index) => [set, index] as const),
    );
  }

  of({ at, question }: PackFault): ProblemPlace {
    const [list, index, ...rest] = at;
    const here = question === undefined ? {} : { question };
    const front = { file: 'pack.yaml', line: this.#files.frontYaml.line(at) };
    if (list === 'questions' && typeof index === 'number') {
      const found = this.#questions[index];
      if (found === undefined) return { ...front, ...here };
      // A list by its name has its ids elsewhere: the way ends at the name.
      const way = rest[0] === 'anchors' ? ['points'] : rest;
      return {
        file: found.section.yaml.file,
        line: found.section.yaml.line(['questions', found.index, ...way]),
        ...here,
      };
    }
    if (list === 'sections' && typeof index === 'number') {
      const found = this.#sections[index];
      if (found === undefined) return front;
      if (rest[0] !== 'asks') return { file: 'pack.yaml', line: this.#files.frontYaml.line(found.way) };
      const entry = found.section.entries[Number(rest[1])];
      return {
        file: found.section.yaml.file,
        line: found.section.yaml.line(['questions', entry?.index ?? 0]),
        ...here,
      };
    }
    if (list === 'factors' && typeof index === 'number') {
      const way = this.#factors[index] ?? [];
      return { file: 'factors.yaml', line: this.#files.factorsYaml?.line([...way, ...rest]) ?? 1 };
    }
    if (list === 'timetable')
      return { file: 'timetable.yaml', line: this.#files.timetableYaml?.line(at.slice(1)) ?? 1 };
    if (list === 'sources') return { file: 'sources.yaml', line: this.#files.sourcesYaml?.line(at.slice(1)) ?? 1 };
    if (list === 'phrases') return { file: `phrases.${this.#pack.locale}.md`, line: 1 };
    if (list === 'glossary') return { file: 'glossary.en.md', line: 1 };
    return front;
  }
}
