import { loadGuidance, loadPackCore, loadSources } from '../../content/packs.ts';
import type { Guidance, Locale, Pack, QuestionId, StageId } from '../../model/pack.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import { compareWithEnglish } from './pack-words.ts';

/**
 * The questions in `language`, with the guidance of `stages`, knowing which of their words fell back to English.
 * With `published`, without the overlay in force. Sources, glossary and the list of articles come with any guidance, or when `evidence` asks for them.
 */
export async function packIn(
  language: Locale,
  stages: readonly StageId[] = [],
  evidence = stages.length > 0,
  published = false,
): Promise<Outcome<Pack>> {
  const [pack, english] = await Promise.all([
    fetchPack(language, stages, evidence, published),
    fetchPack('en', stages, evidence, published),
  ]);
  if (!english.ok) return english;
  if (pack.ok) compareWithEnglish(pack.value, english.value);
  return pack;
}

async function fetchPack(
  language: Locale,
  stages: readonly StageId[],
  evidence: boolean,
  published: boolean,
): Promise<Outcome<Pack>> {
  const core = await loadPackCore('sparf', language, published);
  if (!core.ok || !evidence) return core;
  const [sources, ...guidance] = await Promise.all([
    loadSources(core.value),
    ...stages.map((stage) => loadGuidance(core.value, stage)),
  ]);
  if (!sources.ok) return sources;
  const help: Record<QuestionId, Guidance> = {};
  for (const each of guidance) {
    if (!each.ok) return each;
    Object.assign(help, each.value);
  }
  return outcome({ ...core.value, ...sources.value, guidance: help }, []);
}
