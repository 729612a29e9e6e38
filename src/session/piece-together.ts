import { apply } from '../model/apply.ts';
import type { Assessment, Change, Edit, HistoryEntry, PlaceKey, Salvaged, World } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { placeKey } from '../model/place.ts';
import type { Salvage } from './ports.ts';

/** What a salvage comes to, once its edits are applied as far as they fit. */
export interface PiecedTogether {
  /** The furthest whole state; null where no snapshot can be read. */
  readonly whole: Assessment | null;
  /** The same with what was written beyond the damage, as far as it fits. */
  readonly withLater: Assessment | null;
  /** The answers that differ between the two. */
  readonly later: readonly PlaceKey[];
  /** Edits beyond the damage that fit nowhere without what is missing, oldest first. */
  readonly loose: readonly Edit[];
}

export function pieceTogether(pack: Pack, { draft, beyond }: Salvage): PiecedTogether {
  const after = beyond.flatMap(({ edits }) => edits);
  if (draft === null) return { whole: null, withLater: null, later: [], loose: after };
  const known = put(pack, draft.snapshot, draft.edits);
  const further = put(pack, known.assessment, after);
  const answers = { ...known.assessment.answers, ...further.assessment.answers };
  return {
    whole: known.assessment,
    withLater: further.assessment,
    later: Object.keys(answers).filter((key) => known.assessment.answers[key] !== further.assessment.answers[key]),
    loose: [...known.left, ...further.left],
  };
}

function put(pack: Pack, start: Assessment, edits: readonly Edit[]): { assessment: Assessment; left: readonly Edit[] } {
  const left: Edit[] = [];
  let assessment = start;
  for (const edit of edits) {
    const next = apply(pack, assessment, edit);
    if (next.ok) assessment = next.value;
    else left.push(edit);
  }
  return { assessment, left };
}

/** `assessment` as a draft of its own, with an entry in its history that says what it was made from (H5). */
export function draftFrom(assessment: Assessment, salvaged: Salvaged, world: World): Assessment {
  const now = world.now();
  const entry: HistoryEntry = { from: now, to: now, by: '', was: null, salvaged };
  return { ...assessment, id: world.newId(), changedAt: now, history: [...assessment.history, entry] };
}

/** The answer a change is about; null for a change to something else. */
export function placeOf(change: Change): PlaceKey | null {
  return 'at' in change ? placeKey(change.at) : null;
}

/** What somebody typed in a change, without the names the program has for things. */
export function typedIn(change: Change): readonly string[] {
  switch (change.do) {
    case 'answer':
      return change.answer === null ? [] : texts(change.answer, ['is']);
    case 'set-cell':
      return change.cell === null ? [] : texts(change.cell, []);
    case 'add-row':
    case 'restore-row':
      return texts(change.row.cells, []);
    case 'add-person':
      return [change.person.name];
    case 'change-person':
    case 'change-evidence':
    case 'change-details':
      return texts(change.set, []);
    case 'add-evidence':
      return [change.evidence.words];
    case 'together':
      return change.changes.flatMap(typedIn);
    default:
      return [];
  }
}

function texts(value: unknown, without: readonly string[]): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (without.includes(name) ? [] : texts(each, without)));
}
