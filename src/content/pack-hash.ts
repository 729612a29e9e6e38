import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../model/canonical.ts';
import type { Pack } from '../model/pack.ts';

type Unhashed = Omit<Pack, 'structureHash' | 'wordsHash'>;

/** Lower-case hex SHA-256 of what a draft rests on (ids, kinds, rules), and of everything a person reads. */
export function packHashes(pack: Unhashed): { readonly structureHash: string; readonly wordsHash: string } {
  const structure = structureOf(pack);
  return { structureHash: hashOf(structure), wordsHash: hashOf({ ...pack, structure: undefined }) };
}

/** Lower-case hex SHA-256 of `value` as canonical JSON. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

/**
 * What a draft rests on. Words are left out, and so are sources, former ids and the timetable, which change nothing in
 * a draft: a clock of the law that moves must not part drafts from their questions.
 */
export function structureOf(pack: Unhashed): unknown {
  return {
    id: pack.id,
    version: pack.version,
    purposeQuestion: pack.purposeQuestion,
    purposes: ids(pack.purposes),
    roles: ids(pack.roles),
    riskClasses: ids(pack.riskClasses),
    lowering: pack.lowering,
    factors: pack.factors.map(({ id, set, serious }) => ({ id, set, serious })),
    stages: pack.stages.map((stage) => ({
      ...without(stage, ['name', 'plain', 'summary']),
      hardStops: stage.hardStops.map((stop) => without(stop, ['words'])),
    })),
    sections: pack.sections.map(({ id, stage, round, asks }) => ({
      id,
      stage,
      round,
      asks: asks.map(({ question, round: asked, required }) => ({ question, round: asked, required })),
    })),
    questions: pack.questions.map((question) => ({
      ...without(question, ['label', 'labelByPurpose', 'hint', 'sources', 'formerly', 'anchors', 'anchorMeanings']),
      choices: ids(question.choices),
      points: question.anchors?.length,
      items: ids(question.items),
      minimums: question.minimums?.map((minimum) => without(minimum, ['words', 'law', 'sources', 'check'])),
      columns: question.columns?.map((column) => ({
        ...without(column, ['label', 'hint']),
        choices: ids(column.choices),
      })),
    })),
  };
}

function ids(list: readonly { readonly id: string }[] | undefined): readonly string[] | undefined {
  return list?.map(({ id }) => id);
}

/** The properties of `value` but those in `left`. */
function without(value: object, left: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key)));
}
