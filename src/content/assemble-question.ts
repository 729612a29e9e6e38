import type { Choice, Column, Guidance, Question } from '../model/pack.ts';
import type { WordBook } from './word-book.ts';
import type { ColumnEntry, PackEntry, QuestionEntry } from './yaml-schemas.ts';

/** Builds the questions of a pack from their structure and the words of one locale. */
export class QuestionMaker {
  readonly #pack: PackEntry;
  readonly #book: WordBook;

  constructor(pack: PackEntry, book: WordBook) {
    this.#pack = pack;
    this.#book = book;
  }

  /** `entry` with its words, which belong in `file`. */
  question(entry: QuestionEntry, file: string): Question {
    const key = `questions/${entry.id}`;
    const { id, kind, points, choices, columns, items, minimums } = entry;
    const { purposes, showWhen, factorSets, minWords, lists, formerly, supported, evidence } = entry;
    return {
      id,
      kind,
      answeredBy: entry.answeredBy,
      sources: entry.sources,
      ...(purposes === undefined ? {} : { purposes }),
      ...(showWhen === undefined ? {} : { showWhen }),
      ...(factorSets === undefined ? {} : { factorSets }),
      ...(minWords === undefined ? {} : { minWords }),
      ...(lists === undefined ? {} : { lists }),
      ...(formerly === undefined ? {} : { formerly }),
      ...(supported === undefined ? {} : { supported }),
      ...(evidence === undefined ? {} : { evidence }),
      ...this.asked(key),
      label: this.#book.words(`${key}/label`, file),
      required: entry.required ?? false,
      core: entry.core ?? false,
      repeats: entry.repeats ?? [],
      ...(choices === undefined ? {} : { choices: this.#choices(choices, `${key}/choices`, file) }),
      ...(points === undefined ? {} : this.#scale(points, key, file)),
      ...(items === undefined
        ? {}
        : { items: items.map((item) => ({ id: item, label: this.#book.words(`${key}/items/${item}/label`, file) })) }),
      ...(columns === undefined
        ? {}
        : { columns: columns.map((column) => this.#column(column, `${key}/columns/${column.id}`, file)) }),
      ...(minimums === undefined
        ? {}
        : {
            minimums: minimums.map((minimum) => ({
              ...minimum,
              check: minimum.check ?? false,
              words: this.#book.words(`${key}/minimums/${minimum.id}/label`, file),
              law: this.#book.words(`${key}/minimums/${minimum.id}/law`, file),
            })),
          }),
    };
  }

  /** What a question and one round of it may each word for itself; `label` is left to the caller. */
  asked(key: string): { readonly labelByPurpose?: Readonly<Record<string, string>>; readonly hint?: string } {
    const hint = this.#book.maybe(`${key}/hint`);
    const purposes = this.#book
      .under(`${key}/labelByPurpose`)
      .flatMap((purpose): readonly (readonly [string, string])[] => {
        const words = this.#book.maybe(`${key}/labelByPurpose/${purpose}`);
        return words === undefined ? [] : [[purpose, words]];
      });
    return {
      ...(purposes.length === 0 ? {} : { labelByPurpose: Object.fromEntries(purposes) }),
      ...(hint === undefined ? {} : { hint }),
    };
  }

  /** The help beside a question, which every question has. */
  guidance(key: string, file: string): Guidance {
    return {
      why: this.#book.text(`${key}/why`, file),
      goodEvidence: this.#book.text(`${key}/goodEvidence`, file),
      whatToDo: this.#book.text(`${key}/whatToDo`, file),
    };
  }

  /** The help one round of a question has for itself, taken from the question where that round says nothing. */
  guidanceAgain(key: string, own: Guidance): Guidance | null {
    const why = this.#book.maybeText(`${key}/why`);
    const goodEvidence = this.#book.maybeText(`${key}/goodEvidence`);
    const whatToDo = this.#book.maybeText(`${key}/whatToDo`);
    if (why === undefined && goodEvidence === undefined && whatToDo === undefined) return null;
    return { why: why ?? own.why, goodEvidence: goodEvidence ?? own.goodEvidence, whatToDo: whatToDo ?? own.whatToDo };
  }

  /** A list of choices that several columns share. One that does not exist is told elsewhere, and has a choice here. */
  list(name: string): readonly Choice[] {
    const ids = this.#pack.choiceLists[name];
    return ids?.map((id) => this.#choice(id, `choiceLists/${name}/${id}`, 'pack.en.md')) ?? [{ id: name, label: name }];
  }

  /** The points of a scale; once one of them is given a meaning, all must have one. */
  #scale(points: number, key: string, file: string): Pick<Question, 'anchors' | 'anchorMeanings'> {
    const each = (part: string): readonly string[] =>
      Array.from({ length: points }, (_, point) => this.#book.words(`${key}/${part}/${point}`, file));
    const meant = this.#book.under(`${key}/anchorMeanings`).length > 0;
    return { anchors: each('anchors'), ...(meant ? { anchorMeanings: each('anchorMeanings') } : {}) };
  }

  #column(entry: ColumnEntry, key: string, file: string): Column {
    const { choices, roles, required, ...same } = entry;
    const hint = this.#book.maybe(`${key}/hint`);
    return {
      ...same,
      label: this.#book.words(`${key}/label`, file),
      ...(hint === undefined ? {} : { hint }),
      required: required ?? false,
      ...(choices === undefined ? {} : { choices: this.#choices(choices, `${key}/choices`, file) }),
      ...(roles === undefined
        ? {}
        : { roles: typeof roles === 'string' ? (this.#pack.roleGroups[roles] ?? [roles]) : roles }),
    };
  }

  /** Ids with their words, or a list by its name; `purposes` is the list of the pack's purposes. */
  #choices(choices: string | readonly string[], key: string, file: string): readonly Choice[] {
    if (choices === 'purposes')
      return this.#pack.purposes.map((id) => this.#choice(id, `purposes/${id}`, 'pack.en.md', 'description'));
    if (typeof choices === 'string') return this.list(choices);
    return choices.map((id) => this.#choice(id, `${key}/${id}`, file));
  }

  #choice(id: string, key: string, file: string, meaning = 'definition'): Choice {
    const definition = this.#book.maybe(`${key}/${meaning}`);
    return { id, label: this.#book.words(`${key}/label`, file), ...(definition === undefined ? {} : { definition }) };
  }
}
