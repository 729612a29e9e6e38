import { packFaults } from '../../model/check-pack.ts';
import type { PackFault, Step } from '../../model/pack-fault.ts';
import type { Pack, Question } from '../../model/pack.ts';
import { readBlocks } from '../markdown.ts';
import { isHttps, richText } from '../rich-text-from-markdown.ts';
import { tooDeepLine } from './bounds.ts';
import { contrast } from './contrast.ts';
import type { OverlayFault } from './fault.ts';
import { nearest } from './nearest.ts';
import { pngPicture } from './png.ts';
import type { Overlay, Said } from './schema.ts';
import { inLocale, unseen } from './text.ts';

/** Words that a route has for itself: no id may be one of them. */
const reserved = new Set(['new', 'edit', 'check', 'sign', 'round', 'output', 'history']);
const leastContrast = 4.5;

interface Named {
  readonly id: string;
  /** What people call it. */
  readonly label?: string;
  readonly title?: string;
  readonly name?: string;
  readonly term?: string;
}

/** An id that is not there, and those that may have been meant. */
const meant = (id: string, known: readonly Named[]): string => {
  const near = nearest(
    id,
    known.map(({ id: each, label, title, name, term }) => ({
      id: each,
      words: label ?? title ?? name ?? term ?? each,
    })),
  );
  return [id, near.join(', ')].filter(Boolean).join(' > ');
};

/** Whatever in an overlay does not fit the pack, reaches for what is not its own, or could not be read by everybody. */
export function misfits(pack: Pack, overlay: Overlay): readonly OverlayFault[] {
  return [
    ...wrongPack(pack, overlay),
    ...names(pack, overlay),
    ...own(pack, overlay),
    ...texts(overlay),
    ...look(overlay),
  ];
}

function wrongPack(pack: Pack, overlay: Overlay): readonly OverlayFault[] {
  const faults: OverlayFault[] = [];
  if (pack.overlay) faults.push({ code: 'overlay-twice', at: [], detail: pack.overlay.id });
  if (overlay.pack.id !== pack.id || overlay.pack.version !== pack.version)
    faults.push({
      code: 'other-pack',
      at: ['pack'],
      detail: `${overlay.id} ${String(overlay.version)} > ${pack.id} ${String(pack.version)}`,
    });
  const prefix = `${overlay.id}-`;
  if (allIds(pack).some((id) => id === overlay.id || id.startsWith(prefix)))
    faults.push({ code: 'prefix-taken', at: ['id'], detail: overlay.id });
  return faults;
}

const allIds = ({ stages, sections, questions, factors, articles, glossary }: Pack): readonly string[] =>
  [stages, sections, questions, factors, articles, glossary].flatMap((each) =>
    (each as readonly Named[]).map(({ id }) => id),
  );

function names(pack: Pack, overlay: Overlay): readonly OverlayFault[] {
  const faults: OverlayFault[] = [];
  const known = (
    ids: readonly Named[],
    named: Readonly<Record<string, unknown>> | undefined,
    code: string,
    at: readonly Step[],
  ): void => {
    for (const id of Object.keys(named ?? {}))
      if (!ids.some((each) => each.id === id)) faults.push({ code, at: [...at, id], detail: meant(id, ids) });
  };
  known(pack.stages, overlay.names?.stages, 'unknown-stage', ['names', 'stages']);
  known(pack.riskClasses, overlay.names?.riskClasses, 'unknown-risk-class', ['names', 'riskClasses']);
  known(pack.roles, overlay.names?.roles, 'unknown-role', ['names', 'roles']);
  // The first part of a pack has no glossary; whoever checks a file has the whole.
  if (pack.complete) known(pack.glossary, overlay.names?.panels, 'unknown-term', ['names', 'panels']);
  known([...pack.questions, ...pack.stages, ...pack.factors], overlay.guidance, 'unknown-subject', ['guidance']);
  faults.push(...taken(pack, overlay.names?.riskClasses ?? {}, ['names', 'riskClasses']));
  for (const [index, id] of (overlay.without ?? []).entries()) {
    const question = pack.questions.find((each) => each.id === id);
    const at = ['without', index];
    if (!question)
      faults.push({ code: 'unknown-question', at, detail: meant(id, pack.questions.filter(mayBeLeftOut)) });
    else if (!mayBeLeftOut(question)) faults.push({ code: 'core-question', at, detail: id });
  }
  return faults;
}

/** A class under the name of another would be read as that one. */
function taken(pack: Pack, named: Readonly<Record<string, Said>>, at: readonly Step[]): readonly OverlayFault[] {
  const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
  return Object.entries(named).flatMap(([id, said]): readonly OverlayFault[] => {
    const name = inLocale(said, pack.locale);
    const other = pack.riskClasses.find((each) => {
      const here = named[each.id];
      const names = [each.label, ...(here === undefined ? [] : [inLocale(here, pack.locale)])];
      return each.id !== id && names.some((words) => plain(words) === plain(name));
    });
    return other ? [{ code: 'name-taken', at: [...at, id], detail: `${name} > ${other.id}` }] : [];
  });
}

const mayBeLeftOut = ({ core, required }: Question): boolean => !core && !required;

/** The council's own sections, questions and contacts: ids of its own, each once, in places that exist. */
function own(pack: Pack, overlay: Overlay): readonly OverlayFault[] {
  const { sections = [], questions = [], contacts = [] } = overlay;
  const faults: OverlayFault[] = [];
  const prefix = `${overlay.id}-`;
  const out = new Set(overlay.without);
  const seen = new Set<string>();
  const mine = (id: string, at: readonly Step[]): void => {
    if (!id.startsWith(prefix)) faults.push({ code: 'not-own-prefix', at, detail: `${prefix}…` });
    else if (reserved.has(id)) faults.push({ code: 'not-own-prefix', at, detail: id });
    if (seen.size === seen.add(id).size) faults.push({ code: 'duplicate-id', at, detail: id });
  };
  for (const [index, { id, stage, after }] of sections.entries()) {
    const at: readonly Step[] = ['sections', index];
    mine(id, [...at, 'id']);
    if (!pack.stages.some((each) => each.id === stage))
      faults.push({ code: 'unknown-stage', at: [...at, 'stage'], detail: meant(stage, pack.stages) });
    else if (
      after !== undefined &&
      ![...pack.sections, ...sections.slice(0, index)].some((each) => each.id === after && each.stage === stage)
    )
      faults.push({
        code: 'unknown-section',
        at: [...at, 'after'],
        detail: meant(
          after,
          pack.sections.filter((each) => each.stage === stage),
        ),
      });
    if (!questions.some(({ section }) => section === id))
      faults.push({ code: 'empty-section', at: [...at, 'id'], detail: id });
  }
  for (const [index, { id, section, after, required, core, choices }] of questions.entries()) {
    const at: readonly Step[] = ['questions', index];
    mine(id, [...at, 'id']);
    const into = pack.sections.find((each) => each.id === section);
    if (!into && !sections.some((each) => each.id === section))
      faults.push({
        code: 'unknown-section',
        at: [...at, 'section'],
        detail: meant(section, [...sections.map((each) => ({ id: each.id })), ...pack.sections]),
      });
    const before = [
      ...(into?.asks ?? []).map(({ question }) => question).filter((each) => !out.has(each)),
      ...questions
        .slice(0, index)
        .filter((each) => each.section === section)
        .map((each) => each.id),
    ];
    if (after !== undefined && !before.includes(after))
      faults.push({
        code: 'unknown-question',
        at: [...at, 'after'],
        detail: meant(
          after,
          before.map((each) => ({ id: each })),
        ),
      });
    if (required && core === false) faults.push({ code: 'required-not-core', at: [...at, 'core'], detail: id });
    if (choices && new Set(choices.map((each) => each.id)).size < choices.length)
      faults.push({ code: 'duplicate-id', at: [...at, 'choices'], detail: id });
  }
  const trusted = new Set<string>();
  for (const [index, { fingerprint, name }] of (overlay.thresholds?.trustedKeys ?? []).entries())
    if (trusted.size === trusted.add(fingerprint).size)
      faults.push({ code: 'duplicate-id', at: ['thresholds', 'trustedKeys', index, 'fingerprint'], detail: name });
  const keys = new Set<string>();
  for (const [index, { id, link, phone, email }] of contacts.entries()) {
    const at: readonly Step[] = ['contacts', index];
    if (keys.size === keys.add(id).size) faults.push({ code: 'duplicate-id', at: [...at, 'id'], detail: id });
    if (link !== undefined && !isHttps(link)) faults.push({ code: 'link-target', at: [...at, 'link'] });
    if (phone === undefined && email === undefined && link === undefined)
      faults.push({ code: 'empty-contact', at: [...at, 'id'], detail: id });
  }
  return faults;
}

/** Markdown that is more than guidance may use: HTML, pictures, links that do not begin with https. */
function texts(overlay: Overlay): readonly OverlayFault[] {
  const each = (
    said: string | { readonly en: string; readonly cy?: string },
    at: readonly Step[],
  ): readonly OverlayFault[] =>
    typeof said === 'string'
      ? markdownFaults(said, at)
      : [...each(said.en, [...at, 'en']), ...(said.cy === undefined ? [] : each(said.cy, [...at, 'cy']))];
  return [
    ...Object.entries(overlay.guidance ?? {}).flatMap(([id, said]) => each(said, ['guidance', id])),
    ...(overlay.questions ?? []).flatMap((question, index) =>
      (['why', 'goodEvidence', 'whatToDo'] as const).flatMap((part) =>
        each(question[part], ['questions', index, part]),
      ),
    ),
  ];
}

function markdownFaults(said: string, at: readonly Step[]): readonly OverlayFault[] {
  const text = said.replace(/\r\n?/g, '\n');
  const deep = tooDeepLine(text);
  if (deep !== null) return [{ code: 'too-deep', at, line: deep }];
  const hidden = text.split('\n').findIndex((line) => unseen.test(line));
  if (hidden >= 0) return [{ code: 'control-characters', at, line: hidden + 1 }];
  return richText('', readBlocks(text), 1).problems.map(({ code, place, detail }) => ({
    code: code === 'markdown-kind' && detail === 'html' ? 'html' : code,
    at,
    ...(detail === undefined ? {} : { detail }),
    ...(place.line === undefined ? {} : { line: place.line }),
  }));
}

function look({ look: { brand, link, logo } = {} }: Overlay): readonly OverlayFault[] {
  const faults: OverlayFault[] = [];
  const judge = (colour: string | undefined, key: string): void => {
    const found = colour === undefined ? leastContrast : contrast(colour, '#ffffff');
    if (found < leastContrast) faults.push({ code: 'contrast', at: ['look', key], detail: found.toFixed(1) });
  };
  judge(brand, 'brand');
  judge(link, 'link');
  if (logo !== undefined && !pngPicture(logo)) faults.push({ code: 'logo-kind', at: ['look', 'logo'] });
  return faults;
}

/** What is wrong with the pack that would result, said of the part of the overlay it comes from. */
export function faultsOfResult(pack: Pack, overlay: Overlay): readonly OverlayFault[] {
  const { sections = [], questions = [], without = [] } = overlay;
  const known: Readonly<Record<string, readonly Named[]>> = {
    'unknown-question': pack.questions,
    'unknown-role': pack.roles,
  };
  const place = (fault: PackFault): OverlayFault => {
    const { code, at, detail } = fault;
    const [kind, index, ...rest] = at;
    const taken = detail === undefined ? -1 : without.indexOf(detail.split(/[ :]/)[0] ?? '');
    if (taken >= 0)
      return {
        code: 'needed-elsewhere',
        at: ['without', taken],
        detail: `${without[taken] ?? ''} ← ${fault.question ?? at.join('.')}`,
      };
    const said = detail === undefined ? {} : { detail: known[code] ? meant(detail, known[code]) : detail };
    if (kind === 'questions' && typeof index === 'number') {
      const mine = questions.findIndex(({ id }) => id === pack.questions[index]?.id);
      if (mine >= 0) return { code, at: ['questions', mine, ...rest], ...said };
    }
    if (kind === 'sections' && typeof index === 'number') {
      const mine = sections.findIndex(({ id }) => id === pack.sections[index]?.id);
      if (mine >= 0) return { code, at: ['sections', mine, ...rest], ...said };
    }
    return { code, at: [], detail: [detail, at.join('.')].filter(Boolean).join(' ') };
  };
  // What a council asks rests on its own reason, which stands beside it, and on no source.
  const own = new Set(questions.map(({ id }) => id));
  const unique = new Map(
    packFaults(pack)
      .filter(({ code, question }) => code !== 'missing-sources' || question === undefined || !own.has(question))
      .map(place)
      .map((fault) => [JSON.stringify([fault.code, fault.at.slice(0, 2)]), fault]),
  );
  return [...unique.values()];
}
