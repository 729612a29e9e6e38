import type { PlainDate, Row } from '../model/answer.ts';
import { evaluate, type Instance } from '../model/evaluate.ts';
import type { Person } from '../model/assessment.ts';
import { rowsOf } from '../model/fits.ts';
import { printedInstances } from '../model/make-report.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack } from '../model/pack.ts';
import { childrenInScope } from '../model/people.ts';
import { dateWords } from '../model/phrases.ts';
import { cellRuns } from '../model/report-answers.ts';
import { wordsOf } from '../model/report-text.ts';
import type { Runs } from '../model/report.ts';
import type { Reduced } from './reduce.ts';

/** The decisions there can be for a child, the latest first. */
const decisions = ['decision-3', 'decision-2', 'decision-1'] as const;

/** A decision that has been taken for a child: by which question, and what. */
export interface Decision {
  readonly question: string;
  readonly choice: string;
  readonly label: string;
  readonly reason: string;
}

/** What a reduced assessment says, for those who write copies of it. */
export class Told {
  readonly pack: Pack;
  readonly assessment: Reduced;
  readonly on: PlainDate;
  readonly #instances: readonly Instance[];

  constructor(pack: Pack, assessment: Reduced, on: PlainDate) {
    this.on = on;
    this.pack = pack;
    this.assessment = assessment;
    this.#instances = printedInstances(pack, evaluate(pack, assessment, on), {}).filter(
      ({ answer }) => answer?.is === 'given',
    );
  }

  get children(): readonly Person[] {
    return childrenInScope(this.assessment);
  }

  person(id: string | null): Person | undefined {
    return this.assessment.people.find((each) => each.id === id);
  }

  /** A text, choice or date as it was given, in the latest round; empty where there is none. */
  value(question: string, subject: string | null): string {
    const found = this.#of(question, subject).at(-1)?.answer;
    return found?.is === 'given' && typeof found.value === 'string' ? found.value : '';
  }

  /** Whether a day, or the month or year it is in, is still to come or has not ended. */
  isAhead(date: unknown): boolean {
    return typeof date === 'string' && date !== '' && date >= this.on.slice(0, date.length);
  }

  /** A day in words; empty where there is none. */
  day(question: string, subject: string | null): string {
    const value = this.value(question, subject);
    return value === '' ? '' : dateWords(this.pack, value);
  }

  label(question: string, choice: string): string {
    return (
      packIndex(this.pack)
        .questions.get(question)
        ?.choices?.find(({ id }) => id === choice)?.label ?? choice
    );
  }

  /** The decision that stands for a child; null where none has been taken. */
  decision(child: string): Decision | null {
    for (const question of decisions) {
      const subject = this.#repeats(question) ? child : null;
      const choice = this.value(question, subject);
      if (choice !== '')
        return {
          question,
          choice,
          label: this.label(question, choice),
          reason: this.value(`${question}-reason`, subject),
        };
    }
    return null;
  }

  /** The rows of a table, about one person or about everybody it is asked about. */
  rows(question: string, subject?: string | null): readonly Row[] {
    return this.#instances
      .filter((each) => each.question.id === question && (subject === undefined || each.place.subject === subject))
      .flatMap(({ answer }) => rowsOf(answer));
  }

  /** Those a table was asked about, each with their rows. */
  rowsBySubject(question: string): readonly { readonly person: Person | null; readonly rows: readonly Row[] }[] {
    return this.#instances
      .filter((each) => each.question.id === question)
      .map(({ person, answer }) => ({ person, rows: rowsOf(answer) }));
  }

  cell(question: string, row: Row, column: string): Runs {
    const found = packIndex(this.pack)
      .questions.get(question)
      ?.columns?.find(({ id }) => id === column);
    return found ? cellRuns(this.pack, this.assessment, found, row) : [];
  }

  cellText(question: string, row: Row, column: string): string {
    return wordsOf(this.cell(question, row, column)).trim();
  }

  #of(question: string, subject: string | null): readonly Instance[] {
    return this.#instances
      .filter((each) => each.question.id === question && each.place.subject === subject)
      .sort((a, b) => a.place.round - b.place.round);
  }

  #repeats(question: string): boolean {
    return packIndex(this.pack).questions.get(question)?.repeats.includes('child') ?? false;
  }
}
