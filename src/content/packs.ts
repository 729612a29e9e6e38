import { cases, frameworks, guidance, packs, sources } from 'virtual:packs';
import type { Assessment } from '../model/assessment.ts';
import type { Guidance, Locale, Pack, QuestionId, StageId } from '../model/pack.ts';
import { type Outcome, outcome, problem } from '../model/problem.ts';
import type { Framework } from './framework.ts';
import type { PdfUa, Thresholds } from './overlay/schema.ts';
import type { Evidence } from './pack-parts.ts';
import type { TrainingCase } from './training-case.ts';

export type PackId = 'sparf';

export type Help = Readonly<Record<QuestionId, Guidance>>;

/** What a council put on top of whatever is loaded on this page, piece by piece as it comes. */
export interface InForce {
  readonly thresholds: Thresholds;
  readonly pdfUa?: PdfUa;
  core(read: Outcome<Pack>): Outcome<Pack>;
  evidence(pack: Pack, read: Outcome<Evidence>): Outcome<Evidence>;
  guidance(pack: Pack, stage: StageId, read: Outcome<Help>): Outcome<Help>;
}

/** Set once, before anything is loaded, by whoever read the overlay of this page. */
export const local: { inForce?: InForce } = {};

/** A value each time it is asked for, fetched once; what could not be fetched is tried again. */
const fetched = new Map<string, Promise<unknown>>();

/** What `registry` has for `key`, fetched once. Fails with `unknown-content` and `not-loaded`. */
export async function fetchOnce<T>(
  registry: Readonly<Record<string, () => Promise<{ readonly default: T }>>>,
  kind: string,
  key: string,
): Promise<Outcome<T>> {
  const name = `${kind} ${key}`;
  const load = registry[key];
  if (load === undefined) return problem('unknown-content', {}, name);
  const known = fetched.get(name) ?? load();
  fetched.set(name, known);
  try {
    return outcome(((await known) as { readonly default: T }).default, []);
  } catch {
    // Offline, or a new version has taken the place of the one this page was made from.
    fetched.delete(name);
    return problem('not-loaded', {}, name);
  }
}

/** The first part of a pack: structure and labels; as it was `published`, or with the overlay in force. Fails with `not-loaded` when it cannot be fetched. */
export async function loadPackCore(id: PackId, locale: Locale, published = false): Promise<Outcome<Pack>> {
  const read = await fetchOnce(packs, 'pack', `${id}/${locale}`);
  return published ? read : (local.inForce?.core(read) ?? read);
}

/** By their first part. */
const whole = new WeakMap<Pack, Pack>();

/** A whole pack with guidance, sources and glossary; the same value each time. */
export async function loadPack(id: PackId, locale: Locale, published = false): Promise<Outcome<Pack>> {
  const core = await loadPackCore(id, locale, published);
  return core.ok ? wholeOf(core.value) : core;
}

/** The whole of the pack that `core` is the first part of. */
export async function wholeOf(core: Pack): Promise<Outcome<Pack>> {
  const known = core.complete ? core : whole.get(core);
  if (known) return outcome(known, []);
  const [evidence, ...stages] = await Promise.all([
    loadSources(core),
    ...core.stages.map((stage) => loadGuidance(core, stage.id)),
  ]);
  if (!evidence.ok) return evidence;
  const help: Record<QuestionId, Guidance> = {};
  for (const stage of stages) {
    if (!stage.ok) return stage;
    Object.assign(help, stage.value);
  }
  const pack = whole.get(core) ?? { ...core, ...evidence.value, guidance: help, complete: true };
  whole.set(core, pack);
  return outcome(pack, []);
}

/** The guidance one stage shows; `guidanceFor` finds a question's in it. A whole pack answers from what it has. */
export async function loadGuidance(
  pack: Pack,
  stage: StageId,
): Promise<Outcome<Readonly<Record<QuestionId, Guidance>>>> {
  if (pack.complete) return outcome(pack.guidance, []);
  const read = await fetchOnce(guidance, 'guidance', `${pack.id}/${pack.locale}/${stage}`);
  return local.inForce?.guidance(pack, stage, read) ?? read;
}

/** The evidence a pack rests on, its glossary, and the list of its articles. */
export async function loadSources(pack: Pack): Promise<Outcome<Evidence>> {
  if (pack.complete) return outcome({ sources: pack.sources, glossary: pack.glossary, articles: pack.articles }, []);
  const read = await fetchOnce(sources, 'sources', `${pack.id}/${pack.locale}`);
  return local.inForce?.evidence(pack, read) ?? read;
}

/** What each stage of a pack is for and what happens in it. */
export function loadFramework({ id, locale }: Pick<Pack, 'id' | 'locale'>): Promise<Outcome<Framework>> {
  return fetchOnce(frameworks, 'framework', `${id}/${locale}`);
}

/** The ids of the training cases of a pack. */
export function caseIds(pack: Pack): readonly string[] {
  return Object.keys(cases)
    .filter((key) => key.startsWith(`${pack.id}/`))
    .map((key) => key.slice(pack.id.length + 1));
}

/** A training case with its story, teaching points and model answers. */
export async function loadTrainingCase(id: string, pack: Pack): Promise<Outcome<TrainingCase>> {
  const read = await fetchOnce(cases, 'case', `${pack.id}/${id}`);
  if (!read.ok) return read;
  const { assessment } = read.value;
  const ref = { id: pack.id, version: pack.version, structureHash: pack.structureHash };
  return outcome({ ...read.value, assessment: { ...assessment, pack: ref } }, []);
}

/** A training case, filled in: an assessment of kind `training`. */
export async function loadCase(id: string, pack: Pack): Promise<Outcome<Assessment>> {
  const read = await loadTrainingCase(id, pack);
  return read.ok ? outcome(read.value.assessment, []) : read;
}
