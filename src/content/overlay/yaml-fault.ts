import type { Problem } from '../../model/problem.ts';

/** A line of a text, counted from 1, and what stands on it. */
interface Line {
  readonly at: number;
  readonly text: string;
}

const isWritten = ({ text }: Line): boolean => /^\s*[^\s#]/.test(text);
const steps = (text: string): number => text.length - text.trimStart().length;
/** Where the name of a line begins: after the spaces, and after a dash. */
const column = (text: string): number => /^\s*(?:- +)?/.exec(text)?.[0].length ?? 0;

/** A colour whose `#` YAML takes for a note: the file still reads, or breaks far below. */
const bareColour = /^\s*(?![\s#])(?:.*[\s{,])?(?:brand|link)\s*:\s*(#[0-9a-fA-F]{3,8})\b/;

/** Each colour in `text` that stands without quotation marks. */
export const bareColours = (file: string, text: string): readonly Problem[] =>
  linesOf(text).flatMap(({ at, text: said }) => {
    const [, colour] = bareColour.exec(said) ?? [];
    return colour === undefined ? [] : [{ code: 'bare-colour', place: { file, line: at }, detail: colour }];
  });

/** `text` with those quotation marks. */
export const withQuotes = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      let quoted = line;
      // There may be two on a line.
      while (bareColour.test(quoted))
        quoted = quoted.replace(bareColour, (all, colour: string) => `${all.slice(0, -colour.length)}'${colour}'`);
      return quoted;
    })
    .join('\n');

/**
 * The first thing wrong with `text` as YAML, in place of what the parser says of it: all that it says after is said because
 * of the first. `found` is what it said, of which `detail` is its code and `line` where it gave up.
 *
 * Problems: `duplicate-key`, `yaml-alias`, `yaml-tab`, `yaml-colon`, `yaml-quote`, `yaml-mark`, `yaml-bracket`,
 * `yaml-no-colon`, `yaml-spaces`, `yaml-syntax`; the detail is the line as it stands.
 */
export function yamlFault(file: string, text: string, found: readonly Problem[]): Problem | null {
  const [first] = found.toSorted((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0));
  if (!first) return null;
  const lines = linesOf(text);
  const written = lines.filter(isWritten);
  const line =
    written.findLast(({ at }) => at <= (first.place.line ?? 1)) ?? written[0] ?? ({ at: 1, text: '' } satisfies Line);
  const { code, at } = kindOf(first.detail ?? '', line, written);
  const told = at.text.trim();
  return {
    code,
    place: { file, line: at.at },
    detail: code === 'duplicate-key' ? told.replace(/^- +|\s*:.*$/g, '') : told.slice(0, 80),
  };
}

/** Of which kind it is, and on which line it really stands. */
function kindOf(parser: string, line: Line, written: readonly Line[]): { readonly code: string; readonly at: Line } {
  const { text } = line;
  const index = written.indexOf(line);
  if (parser === 'duplicate-key') return { code: 'duplicate-key', at: line };
  if (parser === 'alias') return { code: 'yaml-alias', at: line };
  if (/^ *\t/.test(text)) return { code: 'yaml-tab', at: line };
  const value = valueOf(line);
  // A quotation left open swallows lines, and is noticed below them.
  const quoted = parser === 'missing-char' ? written.slice(0, index + 1).findLast(isLeftOpen) : undefined;
  if (quoted) return { code: 'yaml-quote', at: quoted };
  // Only a value that begins with a quotation mark or bracket is more to YAML than words.
  if (/^[^"'[{].*:(?:\s|$)/.test(value)) return { code: 'yaml-colon', at: line };
  if (
    /^["'&*@%`!|>?[{]/.test(value) &&
    ['unexpected-token', 'bad-scalar-start', 'bad-alias', 'tag-resolve-failed'].includes(parser)
  )
    return { code: 'yaml-mark', at: line };
  const open = openBracket(written.slice(0, index + 1));
  if (open) return { code: 'yaml-bracket', at: open };
  const next = written[index + 1];
  // A line further in, below one that has its value already and stands where others do, has a space too many itself.
  const fits = written
    .slice(0, index)
    .some((each, at) => column(each.text) === column(text) || (at === index - 1 && /:\s*$/.test(each.text)));
  if (next && fits && value !== '' && parser.endsWith('implicit-key') && steps(next.text) > column(text))
    return { code: 'yaml-spaces', at: next };
  if (!/:(?:\s|$)/.test(text)) return { code: 'yaml-no-colon', at: line };
  if (['missing-char', 'bad-indent', 'block-as-implicit-key', 'multiline-implicit-key'].includes(parser))
    return { code: 'yaml-spaces', at: line };
  return { code: 'yaml-syntax', at: line };
}

const valueOf = ({ text }: Line): string => /^\s*(?:- +)?[^\s:'"]+:\s+(.+)$/.exec(text)?.[1] ?? '';
const isLeftOpen = (line: Line): boolean => /^(["'])(?!.*\1\s*(?:#.*)?$)/.test(valueOf(line));

/** The first line that opens a bracket which none of `lines` closes. */
function openBracket(lines: readonly Line[]): Line | null {
  const open: Line[] = [];
  for (const line of lines)
    for (const sign of line.text.replace(/(["']).*?\1|\s#.*$/g, '')) {
      if (sign === '{' || sign === '[') open.push(line);
      else if (sign === '}' || sign === ']') open.pop();
    }
  return open[0] ?? null;
}

const linesOf = (text: string): readonly Line[] =>
  text.split(/\r\n|\r|\n/).map((each, index) => ({ at: index + 1, text: each }));
