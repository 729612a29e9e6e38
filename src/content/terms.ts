import type { GlossaryEntry } from '../model/pack.ts';
import type { Inline, RichText, TextBlock } from '../model/rich-text.ts';

/** Marks, in `texts` that are read as one, the first place where each term of a glossary stands. */
export type TermMarker = (texts: readonly RichText[]) => readonly RichText[];

/**
 * A marker for `glossary`. The longest term counts where several begin at one place, whole words only; a plural is the
 * term too, and a hyphen as good as a space. Abbreviations count in their capitals alone: `NO` is an officer, "no" is
 * not. Links and headings are left as they are.
 */
export function termMarker(glossary: readonly GlossaryEntry[]): TermMarker {
  const byForm = new Map<string, string>();
  for (const { id, term } of glossary)
    for (const form of formsOf(term)) if (!byForm.has(keyOf(form))) byForm.set(keyOf(form), id);
  const forms = [...byForm.keys()].sort((one, other) => other.length - one.length);
  if (forms.length === 0) return (texts) => texts;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-’'])(?:${forms.map(inAnyCase).join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}])`,
    'gu',
  );

  return (texts) => {
    const met = new Set<string>();
    const inWords = (text: string): readonly Inline[] => {
      const parts: Inline[] = [];
      let from = 0;
      for (const { 0: found, index } of text.matchAll(pattern)) {
        const term = byForm.get(keyOf(found));
        if (term === undefined || met.has(term)) continue;
        met.add(term);
        if (index > from) parts.push(text.slice(from, index));
        parts.push({ kind: 'term', term, of: [found] });
        from = index + found.length;
        const [close = ''] = closeBehind.exec(text.slice(from)) ?? [];
        if (close !== '') parts.push(close);
        from += close.length;
      }
      return from === 0 ? [text] : from < text.length ? [...parts, text.slice(from)] : parts;
    };
    const inline = (of: readonly Inline[]): readonly Inline[] =>
      of.flatMap((each): readonly Inline[] => {
        if (typeof each === 'string') return inWords(each);
        return each.kind === 'link' || each.kind === 'term' ? [each] : [{ ...each, of: inline(each.of) }];
      });
    const block = (of: TextBlock): TextBlock => {
      switch (of.kind) {
        case 'paragraph':
          return { ...of, of: inline(of.of) };
        case 'heading':
          return of;
        case 'list':
          return { ...of, items: of.items.map(inline) };
        case 'call-out':
          return { ...of, of: of.of.map(block) };
      }
    };
    return texts.map((text) => text.map(block));
  };
}

/** What stands behind a term without a space, a piece of its own so that no line breaks between: a full stop, an "'s". */
const closeBehind = /^(?:['’]\p{L}{1,2}(?!\p{L}))?[^\s\p{L}\p{N}([]*/u;

/** The ways to say a term that its heading names, as in "Interim care order (section 38, s38, ICO)", with their plurals. */
export function formsOf(term: string): readonly string[] {
  return term
    .split(/[/()]/)
    .flatMap(listed)
    .filter((form) => /\p{L}.*[\p{L}\p{N}]/u.test(form))
    .flatMap((form) => [form, ...pluralsOf(form)]);
}

/** Names parted by commas, unless they are one name that has commas, such as "education, health and care plan". */
function listed(names: string): readonly string[] {
  const parts = names.split(',').map((part) => part.trim());
  if ((parts.at(-1) ?? '').includes(' and ')) return [names.trim()];
  // "Decisions 1, 2, 3" is said one by one.
  const numbered = /^(.+)s \d$/.exec(parts[0] ?? '')?.[1];
  return numbered === undefined ? parts : parts.map((part) => `${numbered} ${part.replace(/\D+/, '')}`);
}

function pluralsOf(form: string): readonly string[] {
  if (/\d$/.test(form)) return [];
  if (isAbbreviation(form)) return [`${form}s`];
  if (form.endsWith('child')) return [`${form}ren`];
  if (form.endsWith('person')) return [form.replace(/person$/, 'people')];
  if (/[^aeiou]y$/.test(form)) return [form.replace(/y$/, 'ies')];
  return [/(?:s|x|ch|sh)$/.test(form) ? `${form}es` : `${form}s`];
}

const isAbbreviation = (form: string): boolean => /\p{Lu}.*\p{Lu}/u.test(form);

/** The same for every spelling of a form: abbreviations keep their capitals. */
const keyOf = (form: string): string => {
  const spaced = form.replace(/[-\s]+/g, ' ');
  return isAbbreviation(spaced) ? spaced : spaced.toLowerCase();
};

/** A pattern for a key: capitals are wanted where it has them, and allowed at the start of its words where it has none. */
const inAnyCase = (key: string): string =>
  key
    .replace(/[.*+?^${}|[\]\\]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
    .replace(/ /g, '[-\\s]+');
