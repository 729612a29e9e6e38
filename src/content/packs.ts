import { articles, cases, frameworks, guidance, packs, sources } from 'virtual:packs';
import type { Assessment } from '../model/assessment.ts';
import type { Guidance, Locale, Pack, QuestionId, StageId } from '../model/pack.ts';
import { type Outcome, outcome, problem } from '../model/problem.ts';
import type { Article } from './articles.ts';
import type { Framework } from './framework.ts';
import type { Evidence } from './pack-parts.ts';
import type { TrainingCase } from './training-case.ts';

export type PackId = 'sparf';

/** A value each time it is asked for, fetched once; what could not be fetched is tried again. */
const fetched = new Map<string, Promise<unknown>>();

async function fetchOnce<T>(
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

/** The first part of a pack: structure and labels. Fails with `not-loaded` when it cannot be fetched. */
export function loadPackCore(id: PackId, locale: Locale): Promise<Outcome<Pack>> {
  return fetchOnce(packs, 'pack', `${id}/${locale}`);
}

const whole = new Map<string, Pack>();

/** A whole pack with guidance, sources and glossary; the same value each time. */
export async function loadPack(id: PackId, locale: Locale): Promise<Outcome<Pack>> {
  const key = `${id}/${locale}`;
  const known = whole.get(key);
  if (known !== undefined) return outcome(known, []);
  const core = await loadPackCore(id, locale);
  if (!core.ok) return core;
  const [evidence, ...stages] = await Promise.all([
    loadSources(core.value),
    ...core.value.stages.map((stage) => loadGuidance(core.value, stage.id)),
  ]);
  if (!evidence.ok) return evidence;
  const help: Record<QuestionId, Guidance> = {};
  for (const stage of stages) {
    if (!stage.ok) return stage;
    Object.assign(help, stage.value);
  }
  const pack = whole.get(key) ?? { ...core.value, ...evidence.value, guidance: help, complete: true };
  whole.set(key, pack);
  return outcome(pack, []);
}

/** The guidance one stage shows; `guidanceFor` finds a question's in it. A whole pack answers from what it has. */
export async function loadGuidance(
  pack: Pack,
  stage: StageId,
): Promise<Outcome<Readonly<Record<QuestionId, Guidance>>>> {
  return pack.complete
    ? outcome(pack.guidance, [])
    : fetchOnce(guidance, 'guidance', `${pack.id}/${pack.locale}/${stage}`);
}

/** The evidence a pack rests on, its glossary, and the list of its articles. */
export async function loadSources(pack: Pack): Promise<Outcome<Evidence>> {
  return pack.complete
    ? outcome({ sources: pack.sources, glossary: pack.glossary, articles: pack.articles }, [])
    : fetchOnce(sources, 'sources', `${pack.id}/${pack.locale}`);
}

/** A longer piece of guidance by its id, in English where the pack's language has none. */
export function loadArticle(pack: Pack, id: string): Promise<Outcome<Article>> {
  return fetchOnce(articles, 'article', `${pack.id}/${pack.locale}/${id}`);
}

/** The ids of the articles of a pack. */
export function articleIds(pack: Pack): readonly string[] {
  const prefix = `${pack.id}/${pack.locale}/`;
  return Object.keys(articles)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
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
