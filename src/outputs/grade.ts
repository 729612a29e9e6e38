import { readingGrade, sentencesOf } from '../content/reading-grade.ts';

/** The hardest that a copy for a family should be. */
export const highestGrade = 6;

export interface Grade {
  /** Years of schooling a reader needs, to one decimal place. */
  readonly grade: number;
  /** Where the whole is too hard: its hardest sentences, the hardest first. */
  readonly hard: readonly string[];
}

/** How hard a passage is to read, names aside: nobody can choose an easier one. */
export function gradeOf(text: string, names: readonly string[]): Grade {
  const easy = names.flatMap((name) => name.trim().split(/\s+/)).filter(Boolean);
  const sentences = text.split('\n').flatMap((line) => sentencesOf(line.replace(/^-\s*/, '')));
  const grade = Math.max(0, Math.round(readingGrade(sentences, easy) * 10) / 10);
  if (grade <= highestGrade) return { grade, hard: [] };
  const by = (sentence: string): number => readingGrade([sentence], easy);
  return { grade, hard: [...sentences].sort((a, b) => by(b) - by(a)).slice(0, 2) };
}
