import { loadGuidance, loadPackCore, loadSources } from '../../content/packs.ts';
import type { Guidance, Locale, Pack, QuestionId, StageId } from '../../model/pack.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import { compareWithEnglish } from './pack-words.ts';

/**
 * The questions in `language`, with the guidance of `stages`, knowing which of their words fell back to English.
 * Sources, glossary and the list of articles come with any guidance, or when `evidence` asks for them.
 */
export async function packIn(
  language: Locale,
  stages: readonly StageId[] = [],
  evidence = stages.length > 0,
): Promise<Outcome<Pack>> {
  const [pack, english] = await Promise.all([fetchPack(language, stages, evidence), fetchPack('en', stages, evidence)]);
  if (!english.ok) return english;
  if (pack.ok) compareWithEnglish(pack.value, english.value);
  return pack;
}

async function fetchPack(language: Locale, stages: readonly StageId[], evidence: boolean): Promise<Outcome<Pack>> {
  const core = await loadPackCore('sparf', language);
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
