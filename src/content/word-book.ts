import type { Locale } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { RichText } from '../model/rich-text.ts';

/** Words or guidance text under a key such as `questions/why-now/label`, and where they stand. */
export interface Entry {
  readonly words: string | RichText;
  readonly file: string;
  readonly line: number;
}

/** The words of one locale, gathered from all its files. */
export interface Layer {
  readonly locale: Locale;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Where headings stand, by the key they begin: a missing word is told at the nearest. */
  readonly headings: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}

/**
 * Words by key, in the wanted locale where it has them and in English otherwise.
 *
 * Remembers what was asked for: what nobody asked for belongs to no id, what English lacks is missing, and what only
 * the other locale lacks is what fell back.
 */
export class WordBook {
  readonly locale: Locale;
  readonly #wanted: Layer;
  readonly #english: Layer;
  readonly #asked = new Set<string>();
  readonly #excused: string[] = [];
  readonly #missing = new Map<string, Problem>();
  readonly #fallback: string[] = [];

  constructor(wanted: Layer, english: Layer) {
    this.locale = wanted.locale;
    this.#wanted = wanted;
    this.#english = english;
  }

  /** Plain words that must be there; empty, and told as missing, when they are not. `file` is where they belong. */
  words(key: string, file: string): string {
    const entry = this.#find(key);
    if (typeof entry?.words === 'string' && entry.words !== '') return entry.words;
    this.#tellMissing(key, file);
    return '';
  }

  /** Plain words that may be there. */
  maybe(key: string): string | undefined {
    const words = this.#find(key)?.words;
    return typeof words === 'string' ? words : undefined;
  }

  /** Guidance text that must be there. */
  text(key: string, file: string): RichText {
    const text = this.maybeText(key);
    if (text !== undefined && text.length > 0) return text;
    this.#tellMissing(key, file);
    return [];
  }

  /** Guidance text that may be there. */
  maybeText(key: string): RichText | undefined {
    const words = this.#find(key)?.words;
    return typeof words === 'object' ? words : undefined;
  }

  /** The last steps of the keys that begin with `prefix`, in the order English has them. */
  under(prefix: string): readonly string[] {
    const steps = [...this.#english.entries.keys(), ...this.#wanted.entries.keys()]
      .filter((key) => key.startsWith(`${prefix}/`))
      .map((key) => key.slice(prefix.length + 1).split('/')[0] ?? '');
    return [...new Set(steps)];
  }

  /** Passes over the words under `prefix`, whose owner has a fault that was told already. */
  excuse(prefix: string): void {
    this.#excused.push(`${prefix}/`);
  }

  /** Keys whose words are English in a pack of another locale. */
  get fallback(): readonly string[] {
    return this.#fallback;
  }

  /** Words that are missing (`missing-words`) and words for what does not exist (`unknown-words`), a whole heading at once. */
  problems(): readonly Problem[] {
    const layers = this.#wanted === this.#english ? [this.#english] : [this.#english, this.#wanted];
    const missing = [...this.#missing].filter(([key]) => !this.#isExcused(key)).map(([, problem]) => problem);
    return [...missing, ...layers.flatMap((layer) => this.#unknownIn(layer))];
  }

  #unknownIn({ entries, headings }: Layer): readonly Problem[] {
    const told = new Map<string, Problem>();
    for (const [key, { file, line }] of entries) {
      if (this.#asked.has(key) || this.#isExcused(key)) continue;
      const steps = key.split('/');
      const heads = steps.map((_, end) => steps.slice(0, end).join('/'));
      const head = heads.find(
        (prefix) => headings.has(prefix) && ![...this.#asked].some((asked) => asked.startsWith(`${prefix}/`)),
      );
      const place = head === undefined ? { file, line } : (headings.get(head) ?? { file, line });
      told.set(head ?? key, { code: 'unknown-words', place: { ...place }, detail: head ?? key });
    }
    return [...told.values()];
  }

  #isExcused(key: string): boolean {
    return this.#excused.some((prefix) => key.startsWith(prefix));
  }

  #find(key: string): Entry | undefined {
    const wanted = this.#wanted.entries.get(key);
    const english = this.#english.entries.get(key);
    if (!this.#asked.has(key) && wanted === undefined && english !== undefined) this.#fallback.push(key);
    this.#asked.add(key);
    return wanted ?? english;
  }

  #tellMissing(key: string, file: string): void {
    let prefix = key;
    let place = this.#english.headings.get(key);
    while (place === undefined && prefix.includes('/')) {
      prefix = prefix.slice(0, prefix.lastIndexOf('/'));
      place = this.#english.headings.get(prefix);
    }
    this.#missing.set(key, {
      code: 'missing-words',
      place: { file: place?.file ?? file, line: place?.line ?? 1 },
      detail: key,
    });
  }
}
