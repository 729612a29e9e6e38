import { readAssessment } from '../../content/read-assessment.ts';
import { readPublication } from '../../content/read-publication.ts';
import type { Assessment, Version } from '../../model/assessment.ts';
import { canonical } from '../../model/canonical.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { dateWords, phrase } from '../../model/phrases.ts';
import { HomewardError, outcome, type Outcome } from '../../model/problem.ts';
import { published } from '../../model/published.ts';
import type { Report, ReportBlock, Runs } from '../../model/report.ts';
import { readAttachment } from '../../signing/index.ts';
import { move } from '../../versions/move.ts';
import type { Services } from '../services.ts';

/** The words for what changed since the version before; in `phrases.*.md` like every word that is printed. */
export const sincePhraseIds = [
  'since-signed',
  'since-nothing',
  'since-changed',
  'since-people',
  'since-unknown',
] as const;
type SincePhraseId = (typeof sincePhraseIds)[number];

/** What was changed of what the version before says: the places answered otherwise, and whether people were. */
export interface Since {
  readonly places: readonly string[];
  readonly people: boolean;
}

/**
 * What was changed since the newest version of `assessment`, whose file rests beside the draft. Null where that file is
 * not on this computer or cannot be read.
 */
export async function changedSince(
  vault: Services['vault'],
  pack: Pack,
  assessment: Assessment,
  { sha256 }: Version,
): Promise<Since | null> {
  const file = await vault.getBlob(assessment.id, sha256);
  const attached = file.ok ? await readAttachment(file.value) : file;
  if (!attached.ok) return null;
  const publication = readPublication(attached.value);
  const then = publication.ok ? await readThen(attached.value, pack, publication.value.pack) : publication;
  if (!then.ok || !publication.ok) return null;
  const { stages, on, output } = publication.value;
  // Asked as of the same day: what only the calendar brought is no change that somebody made.
  const now = published(pack, assessment, { locale: pack.locale, output, stages, on }).assessment;
  return difference(then.value, now);
}

/** What was attached to a document, on the questions of `pack`: nobody changed what only the questions brought (V2). */
async function readThen(bytes: Uint8Array, pack: Pack, made: Assessment['pack']): Promise<Outcome<Assessment>> {
  if (made.structureHash === pack.structureHash) return readAssessment(bytes, pack);
  const { packFor } = await import('../questions/which.ts');
  const from = await packFor(made, pack);
  const then = from.ok ? readAssessment(bytes, from.value) : from;
  if (!from.ok || !then.ok) return then;
  const moved = move(from.value, pack, then.value, { at: then.value.changedAt, by: '', before: '' });
  return moved.ok ? outcome(moved.value.assessment, []) : moved;
}

type Compared = Pick<Assessment, 'answers' | 'people'>;

export function difference(then: Compared, now: Compared): Since {
  const keys = [...new Set([...Object.keys(then.answers), ...Object.keys(now.answers)])];
  return {
    places: keys.filter((key) => inOneWriting(then.answers[key]) !== inOneWriting(now.answers[key])),
    people: inOneWriting(then.people) !== inOneWriting(now.people),
  };
}

const inOneWriting = (value: unknown): string => (value === undefined ? '' : canonical(value));

/** `report` with what was changed since `before`, after the words that name it. */
export function withSince(
  report: Report,
  pack: Pack,
  assessment: Assessment,
  before: Version,
  since: Since | null,
): Report {
  const named = phrase(pack, 'version-before', { sha256: before.sha256 });
  const at = report.body.findIndex(
    (block) => block.kind === 'paragraph' && block.runs.some(({ text }) => text === named),
  );
  if (at < 0) throw new HomewardError('version-not-named', 'The report does not name the version before it.');
  const body = [
    ...report.body.slice(0, at + 1),
    ...blocks(pack, assessment, before, since),
    ...report.body.slice(at + 1),
  ];
  return { ...report, body };
}

function blocks(pack: Pack, assessment: Assessment, before: Version, since: Since | null): readonly ReportBlock[] {
  const names = before.signatories.flatMap(({ name }, index): Runs => [
    ...(index > 0 ? [{ text: ', ' }] : []),
    { text: name, own: true },
  ]);
  const [start = '', end = ''] = words(pack, 'since-signed')
    .replace('{date}', dateWords(pack, before.statedTime.slice(0, 10)))
    .split('{names}');
  const paragraph = (runs: Runs): ReportBlock => ({ kind: 'paragraph', tone: 'quiet', runs });
  const signed = paragraph([{ text: start }, ...names, { text: end }].filter(({ text }) => text !== ''));
  if (!since) return [signed, paragraph([{ text: words(pack, 'since-unknown') }])];
  if (since.places.length === 0 && !since.people) return [signed, paragraph([{ text: words(pack, 'since-nothing') }])];
  const items = [
    ...(since.people ? [[{ text: words(pack, 'since-people') }]] : []),
    ...since.places.map((key) => placeRuns(pack, assessment, key)),
  ];
  return [signed, paragraph([{ text: words(pack, 'since-changed') }]), { kind: 'list', ordered: false, items }];
}

/** The question, and whom it is asked about; what was answered stands further on or is nobody's business here. */
function placeRuns(pack: Pack, { people }: Assessment, key: string): Runs {
  const place = parsePlaceKey(key);
  const label = packIndex(pack).questions.get(place?.question ?? '')?.label ?? key;
  const name = people.find(({ id }) => id === place?.subject)?.name.trim() ?? '';
  return name === '' ? [{ text: label }] : [{ text: name, own: true }, { text: `: ${label}` }];
}

function words(pack: Pack, id: SincePhraseId): string {
  const found = pack.phrases[id];
  if (found === undefined) throw new HomewardError('missing-phrase', `A report needs the phrase "${id}".`);
  return found;
}
