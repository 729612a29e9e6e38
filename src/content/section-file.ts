import type { Problem } from '../model/problem.ts';
import { readShape } from './check-yaml.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { againSchema, questionSchema, type QuestionEntry, sectionFrameSchema } from './yaml-schemas.ts';

/** One entry of a section: a question of its own, or one asked again. `whole` is null when it has a fault of shape. */
export interface SectionEntry {
  /** Its place in the file. */
  readonly index: number;
  readonly id: string;
  readonly again?: string;
  readonly round?: number;
  readonly required?: boolean;
  readonly whole: QuestionEntry | null;
}

export interface SectionFile {
  readonly id: string;
  readonly yaml: YamlFile;
  readonly round: number;
  readonly entries: readonly SectionEntry[];
}

/** A section's structure; each question is judged by itself, so that one slip does not hide the next. */
export function readSection(
  id: string,
  file: string,
  text: string,
): { readonly section: SectionFile; readonly problems: readonly Problem[] } {
  const { yaml, problems: syntax } = readYaml(file, text);
  if (syntax.length > 0) return { section: { id, yaml, round: 0, entries: [] }, problems: syntax };
  const frame = readShape(sectionFrameSchema, yaml, yaml.value);
  const problems: Problem[] = [...frame.problems];
  const entries = (frame.value?.questions ?? []).flatMap((entry, index): readonly SectionEntry[] => {
    const named = nameOf(entry);
    if (named === null) {
      problems.push({
        code: 'missing-key',
        place: { file, line: yaml.line(['questions', index]) },
        detail: `questions.${index}.id`,
      });
      return [];
    }
    if (named.again) {
      const again = readShape(againSchema, yaml, entry, ['questions', index]);
      problems.push(...again.problems);
      const { round, required } = again.value ?? {};
      return [
        {
          index,
          id: named.id,
          again: named.id,
          whole: null,
          ...(round === undefined ? {} : { round }),
          ...(required === undefined ? {} : { required }),
        },
      ];
    }
    const own = readShape(questionSchema, yaml, entry, ['questions', index]);
    problems.push(...own.problems);
    return [
      { index, id: named.id, whole: own.value, ...(own.value?.round === undefined ? {} : { round: own.value.round }) },
    ];
  });
  return { section: { id, yaml, round: frame.value?.round ?? 0, entries }, problems };
}

function nameOf(entry: unknown): { readonly id: string; readonly again: boolean } | null {
  if (typeof entry !== 'object' || entry === null) return null;
  if ('again' in entry && typeof entry.again === 'string') return { id: entry.again, again: true };
  return 'id' in entry && typeof entry.id === 'string' ? { id: entry.id, again: false } : null;
}
