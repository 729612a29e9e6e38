import type { Step } from '../../model/pack-fault.ts';
import type { Problem, ProblemPlace } from '../../model/problem.ts';
import { isRecord } from '../../model/shapes.ts';
import { levelOf, plainWords, readBlocks, within } from '../markdown.ts';
import { readYaml, type YamlFile } from '../read-yaml.ts';
import { refusedKeys, tooMuch } from '../strict-json.ts';
import { refusedKey, tooDeep, tooDeepLine } from './bounds.ts';
import { noOverlay } from './fault.ts';
import { bareColours, withQuotes, yamlFault } from './yaml-fault.ts';

/** What a council's folder may at most hold. */
export const overlayLimits = { files: 20, bytes: 512 * 1024, logo: 100 * 1024 } as const;

/** A file that nobody has read yet, such as one that is too large to be. */
interface Unread {
  readonly size: number;
}
export type OverlayFiles = Readonly<Record<string, string | Uint8Array | Unread>>;

/** An overlay as it stands in its files, not judged yet, with the way back to them. */
export interface ReadOverlay {
  /** As one object; null where it could not be read. */
  readonly value: unknown;
  /** Where a step into it stands; `line` is one within its Markdown. */
  place(at: readonly Step[], line?: number): ProblemPlace;
  readonly problems: readonly Problem[];
}

/**
 * The files of an overlay as one: `overlay.yaml` (or `overlay.json`), `guidance.md` and `guidance.cy.md` with a heading
 * `## <id>` above what is said of each question, stage or factor, and a logo that `look.logo` names.
 *
 * Problems: `missing-file`, `two-files`, `unknown-file`, `too-many-files`, `too-large`, `not-utf8`, `bare-colour`, those of
 * `yamlFault`, `too-deep`, `refused-key`, `duplicate-id`, `guidance-twice`, `words-shape`, `logo-kind`.
 */
export function readOverlayFiles(files: OverlayFiles): ReadOverlay {
  const names = Object.keys(files).sort();
  const fronts = names.filter((name) => /^overlay\.(ya?ml|json)$/.test(name));
  const [front] = fronts;
  const problems: Problem[] = [];
  const tell = (code: string, file?: string, line?: number, detail?: string): void => {
    problems.push({
      code,
      place: { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) },
      ...(detail === undefined ? {} : { detail }),
    });
  };
  const nothing: ReadOverlay = { value: null, place: () => ({}), problems };
  if (names.length > overlayLimits.files) tell('too-many-files', undefined, undefined, String(names.length));
  if (front === undefined) tell('missing-file', 'overlay.yaml', undefined, 'overlay.yaml');
  if (fronts.length > 1) tell('two-files', fronts[1], 1, fronts.join(', '));
  for (const name of names) {
    const most = name.endsWith('.png') ? overlayLimits.logo : overlayLimits.bytes;
    const size = sizeOf(files[name]);
    if (size > most) tell('too-large', name, 1, tooMuch(size, most));
  }
  if (problems.length > 0 || front === undefined) return nothing;
  const text = textOf(files[front]);
  if (text === null) {
    tell('not-utf8', front, 1);
    return nothing;
  }
  // Judged as text: reading what is nested too deep would itself take all there is.
  if (tooDeep(text)) {
    tell('too-deep', front, 1);
    return nothing;
  }
  // What else is wrong is told at once: the colours are read as they were meant.
  problems.push(...bareColours(front, text));
  const meant = withQuotes(text);
  const { yaml, problems: faults } = readYaml(front, meant);
  const fault = yamlFault(front, meant, faults);
  if (fault) {
    problems.push(fault);
    return nothing;
  }
  const refused = refusedKey(yaml.value);
  if (refused) {
    tell(refused.code, front, yaml.line(refused.at), refused.at.join('.'));
    return nothing;
  }
  const value = yaml.value;
  if (!isRecord(value)) {
    tell('overlay-shape', front, 1, noOverlay);
    return nothing;
  }
  return withBeside({ ...value }, yaml, files, problems);
}

interface Beside {
  readonly file: string;
  readonly line: number;
}

/** The overlay with its Markdown and its logo in it. */
function withBeside(
  value: Record<string, unknown>,
  yaml: YamlFile,
  files: OverlayFiles,
  problems: Problem[],
): ReadOverlay {
  const beside = new Map<string, Beside>();
  const used = new Set([yaml.file, 'README.md']);
  const given = isRecord(value.guidance) ? value.guidance : {};
  // By ids that somebody typed: `toString` is no question, but every plain object has one.
  const said = new Map<string, { en?: string; cy?: string }>();
  for (const [file, locale] of [
    ['guidance.md', 'en'],
    ['guidance.cy.md', 'cy'],
  ] as const) {
    const found = files[file];
    if (found === undefined) continue;
    used.add(file);
    const text = textOf(found);
    if (text === null) {
      problems.push({ code: 'not-utf8', place: { file, line: 1 } });
      continue;
    }
    const deep = tooDeepLine(text);
    if (deep !== null) {
      problems.push({ code: 'too-deep', place: { file, line: deep } });
      continue;
    }
    for (const entry of sectionsOf(file, text, problems)) {
      const at: Beside = { file, line: entry.line };
      if (Object.hasOwn(given, entry.id)) problems.push({ code: 'guidance-twice', place: { ...at }, detail: entry.id });
      const known = said.get(entry.id) ?? {};
      said.set(entry.id, known);
      known[locale] = entry.text;
      // One language alone stands for both until there is another.
      known.en ??= entry.text;
      beside.set(`${entry.id}/${locale}`, at);
    }
  }
  if (said.size > 0) value.guidance = { ...given, ...Object.fromEntries(said) };
  const { look } = value;
  const logo = isRecord(look) && typeof look.logo === 'string' ? look.logo : null;
  if (logo !== null && isRecord(look) && !logo.startsWith('data:')) {
    const picture = files[logo];
    used.add(logo);
    if (picture instanceof Uint8Array) value.look = { ...look, logo: `data:image/png;base64,${base64(picture)}` };
    else {
      const place = { file: yaml.file, line: yaml.line(['look', 'logo']) };
      problems.push(
        picture === undefined ? { code: 'missing-file', place, detail: logo } : { code: 'logo-kind', place },
      );
      // It is told: nobody need judge it as a picture too.
      const { logo: _told, ...others } = look;
      value.look = others;
    }
  }
  for (const file of Object.keys(files))
    if (!used.has(file)) problems.push({ code: 'unknown-file', place: { file, line: 1 } });
  const place = (at: readonly Step[], line?: number): ProblemPlace => {
    const [first, id, locale] = at;
    const from =
      first === 'guidance'
        ? (beside.get(`${String(id)}/${String(locale ?? 'en')}`) ?? beside.get(`${String(id)}/cy`))
        : undefined;
    if (from) return { file: from.file, line: from.line + (line ?? 0) };
    return { file: yaml.file, line: yaml.line(at) };
  };
  return { value, place, problems };
}

/** What stands under each heading `## <id>`; the line is that of the heading. */
function sectionsOf(
  file: string,
  text: string,
  problems: Problem[],
): readonly { id: string; line: number; text: string }[] {
  const lines = text.split('\n');
  const heads: { id: string; line: number }[] = [];
  // Below a title may stand a few words to whoever reads the file; they are shown nowhere.
  let titled = false;
  for (const { token, line } of readBlocks(lines.join('\n'))) {
    if (levelOf(token) === 2) {
      const id = plainWords(within(token))?.trim() ?? '';
      if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(id) || refusedKeys.has(id))
        problems.push({ code: 'words-shape', place: { file, line }, detail: '## id' });
      else if (heads.some((head) => head.id === id))
        problems.push({ code: 'duplicate-id', place: { file, line }, detail: id });
      else heads.push({ id, line });
    } else if (levelOf(token) === 1 && heads.length === 0) titled = true;
    else if (heads.length === 0 && !titled)
      problems.push({ code: 'words-shape', place: { file, line }, detail: '## id' });
  }
  return heads.map(({ id, line }, index) => ({
    id,
    line,
    text: lines.slice(line, (heads[index + 1]?.line ?? lines.length + 1) - 1).join('\n'),
  }));
}

type Given = OverlayFiles[string] | undefined;

function sizeOf(file: Given): number {
  if (file === undefined) return 0;
  return typeof file === 'string' || file instanceof Uint8Array ? file.length : file.size;
}

/** A file as text, whichever way its lines end; null where it is none. */
function textOf(file: Given): string | null {
  if (file === undefined) return null;
  if (typeof file === 'string') return file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!(file instanceof Uint8Array)) return null;
  try {
    return textOf(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    return null;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
