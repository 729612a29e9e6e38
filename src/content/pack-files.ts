import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/pack.ts';
import type * as v from 'valibot';
import { readShape } from './check-yaml.ts';
import { readSection, type SectionFile } from './section-file.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { readWordFile } from './word-file.ts';
import {
  factorsSchema,
  type PackEntry,
  packSchema,
  sourcesSchema,
  type stageSchema,
  suggestionSchema,
  type TimetableEntry,
  timetableSchema,
} from './yaml-schemas.ts';

type StageEntry = Omit<v.InferOutput<typeof stageSchema>, 'sections'> & { readonly sections: readonly SectionFile[] };

/** The structure of a pack as its files have it. */
export interface PackFiles {
  readonly front: PackEntry;
  readonly frontYaml: YamlFile;
  readonly stages: readonly StageEntry[];
  readonly factors: v.InferOutput<typeof factorsSchema>;
  readonly factorsYaml: YamlFile | null;
  readonly sources: readonly Source[];
  readonly sourcesYaml: YamlFile | null;
  readonly suggestion: v.InferOutput<typeof suggestionSchema> | null;
  readonly timetable: TimetableEntry;
  readonly timetableYaml: YamlFile | null;
}

/** Of a pack without a timetable. */
const noTimetable: TimetableEntry = { nation: 'england-and-wales', closures: [], steps: [], notes: [], dates: [] };

type Files = Readonly<Record<string, string>>;

/** Every structure file of a pack; null when `pack.yaml` itself cannot be read, since it names all others. */
export function readPackFiles(files: Files): {
  readonly value: PackFiles | null;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const one = <Schema extends v.GenericSchema>(
    file: string,
    schema: Schema,
  ): { readonly value: v.InferOutput<Schema> | null; readonly yaml: YamlFile | null } => {
    const text = files[file];
    if (text === undefined) {
      problems.push({ code: 'missing-file', place: { file } });
      return { value: null, yaml: null };
    }
    const { yaml, problems: syntax } = readYaml(file, text);
    const shape = syntax.length > 0 ? { value: null, problems: syntax } : readShape(schema, yaml, yaml.value);
    problems.push(...shape.problems);
    return { value: shape.value, yaml };
  };

  const front = one('pack.yaml', packSchema);
  const factors = one('factors.yaml', factorsSchema);
  const evidence = one('sources.yaml', sourcesSchema);
  const suggestion = one('suggestion.yaml', suggestionSchema);
  const timetable = 'timetable.yaml' in files ? one('timetable.yaml', timetableSchema) : null;
  const { value, yaml } = front;
  if (value === null || yaml === null) {
    problems.push(...looseSections(files));
    return { value: null, problems };
  }

  const stages = value.stages.map((stage, index): StageEntry => ({
    ...stage,
    sections: stage.sections.flatMap((id, place) => {
      const file = `${stage.folder}/${id}.yaml`;
      const text = files[file];
      if (text === undefined) {
        problems.push({
          code: 'missing-file',
          place: { file: 'pack.yaml', line: yaml.line(['stages', index, 'sections', place]) },
          detail: file,
        });
        return [];
      }
      const { section, problems: found } = readSection(id, file, text);
      problems.push(...found);
      return [section];
    }),
  }));
  problems.push(...strayFiles(files, stages));
  const mended = withHeadings(files, stages);
  return {
    value: {
      front: value,
      frontYaml: yaml,
      stages: mended,
      factors: factors.value ?? {},
      factorsYaml: factors.yaml,
      sources: evidence.value ?? [],
      sourcesYaml: evidence.yaml,
      suggestion: suggestion.value,
      timetable: timetable?.value ?? noTimetable,
      timetableYaml: timetable?.yaml ?? null,
    },
    problems,
  };
}

/** Sections that cannot be read keep the ids their words are headed with, so that one slip is not told a hundred times. */
function withHeadings(files: Files, stages: readonly StageEntry[]): readonly StageEntry[] {
  const known = new Set(
    stages.flatMap(({ sections }) =>
      sections.flatMap(({ entries }) => entries.filter(({ again }) => again === undefined).map(({ id }) => id)),
    ),
  );
  return stages.map((stage) => ({
    ...stage,
    sections: stage.sections.map((section) => {
      if (section.entries.length > 0) return section;
      const words = readWordFile('', files[`${stage.folder}/${section.id}.en.md`] ?? '').value;
      const ids = words.entries.map(({ id }) => id).filter((id) => !known.has(id));
      return { ...section, entries: ids.map((id, index) => ({ index, id, whole: null })) };
    }),
  }));
}

/** Faults of sections while the file that names them cannot be read. */
function looseSections(files: Files): readonly Problem[] {
  return Object.entries(files)
    .filter(([file]) => /^[^/]+\/[^/]+\.yaml$/.test(file) && !file.startsWith('cases/'))
    .flatMap(([file, text]) => readSection(file, file, text).problems);
}

/** Files in a stage's folder that `pack.yaml` does not name. */
function strayFiles(files: Files, stages: readonly StageEntry[]): readonly Problem[] {
  return Object.keys(files).flatMap((file): readonly Problem[] => {
    const [folder, name] = file.split('/');
    const stage = stages.find((each) => each.folder === folder);
    if (stage === undefined || name === undefined) return [];
    const base = name.replace(/\.(yaml|en\.md|cy\.md)$/, '');
    const known =
      base === 'stage' || base === 'framework' ? !name.endsWith('.yaml') : stage.sections.some(({ id }) => id === base);
    return known ? [] : [{ code: 'unlisted-file', place: { file, line: 1 } }];
  });
}
