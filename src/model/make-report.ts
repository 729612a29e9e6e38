import type { Assessment, Person, PlaceKey } from './assessment.ts';
import { evaluate, type Evaluation, type Instance } from './evaluate.ts';
import { rowsOf } from './fits.ts';
import { inGroups } from './groups.ts';
import { labelOf } from './label.ts';
import { packIndex } from './pack-index.ts';
import type { Pack, Section, Stage } from './pack.ts';
import { presentPeople } from './people.ts';
import { dateWords, phrase, phraseRuns, type PhraseId } from './phrases.ts';
import { placeKey } from './place.ts';
import { HomewardError } from './problem.ts';
import { Reading } from './reading.ts';
import { answerBlocks } from './report-answers.ts';
import { classBlocks } from './report-class.ts';
import { sectionDates } from './report-dates.ts';
import { supportBlocks } from './report-evidence.ts';
import { signing } from './report-signing.ts';
import type { Report, ReportBlock, ReportChoice, Run, Runs } from './report.ts';
import { timetableDates, type TimetableDate } from './timetable.ts';

/**
 * What a reader sees on screen and on paper (R1–R6): the stages chosen, every answer that applies, every required
 * question without one, nothing hidden.
 *
 * Throws `locale-mismatch` when the pack speaks another language, `output-unknown` for an output not made yet.
 */
export function report(pack: Pack, assessment: Assessment, choice: ReportChoice): Report {
  refuseUnmade(pack, choice);
  const evaluation = evaluate(pack, assessment, choice.on);
  const instances = printedInstances(pack, evaluation, choice);
  const applies = keysThatApply(evaluation);
  const stages = stagesOf(pack, instances, choice);
  const dates = timetableDates(pack, assessment, choice.on);
  const one = stages.length === 1 ? stages[0] : undefined;
  const reading = new Reading(pack, assessment);
  const reference: Run = { text: assessment.reference, own: true };
  return {
    lang: pack.locale,
    kind: assessment.kind,
    output: choice.output,
    stages: stages.map(({ id }) => id),
    on: choice.on,
    title: phraseRuns(pack, 'title', { reference }),
    subtitle: one
      ? phraseRuns(pack, 'title-stage', { n: { text: String(one.order) }, stage: { text: one.plain } })
      : [{ text: purposeLabel(pack, assessment) }],
    body: [
      ...opening(reading, instances, choice),
      ...stages.flatMap((stage) => stageBlocks(reading, stage, instances, { dates, applies })),
    ],
    signing: signing(pack, assessment, stages),
    running: {
      continued: phrase(pack, 'continued'),
      head: phrase(pack, 'title', { reference: assessment.reference }),
      foot: phrase(pack, 'made-with', { pack: pack.title, version: String(pack.version) }),
      page: phrase(pack, 'page'),
      mark: assessment.kind === 'training' ? phrase(pack, 'training') : '',
    },
  };
}

/** Throws for a report that cannot be made: `locale-mismatch`, `output-unknown`. */
export function refuseUnmade(pack: Pack, { locale, output }: Pick<ReportChoice, 'locale' | 'output'>): void {
  if (locale !== pack.locale)
    throw new HomewardError(
      'locale-mismatch',
      `The pack is in "${pack.locale}", the report was asked for in "${locale}".`,
    );
  if (output !== 'full') throw new HomewardError('output-unknown', `There is no output "${output}" yet.`);
}

/** The instances a report prints: those that apply in its stages and are answered, or are still owed. */
export function printedInstances(
  pack: Pack,
  { applies }: Pick<Evaluation, 'applies'>,
  choice: Pick<ReportChoice, 'stages'>,
): readonly Instance[] {
  const told = rowsToldBy(pack, choice);
  const inStages = applies.filter(({ stage }) => choice.stages?.includes(stage) ?? true).map(told);
  const begun = new Set(
    inStages
      .filter(({ answer, question }) => answer !== null && question.id !== pack.purposeQuestion)
      .map(({ stage }) => stage),
  );
  return inStages.filter(({ answer, counts, stage, question }) => {
    const kept = question.kind !== 'risk-suggestion' && (answer !== null || counts);
    return kept && (choice.stages !== undefined || begun.has(stage));
  });
}

/**
 * An answer as paper of these stages tells it: rows that name a question of a later stage, such as a decision taken since,
 * belong to later paper (R12).
 */
function rowsToldBy(pack: Pack, { stages }: Pick<ReportChoice, 'stages'>): (instance: Instance) => Instance {
  if (!stages) return (instance) => instance;
  const orders = new Map(pack.stages.map(({ id, order }) => [id, order]));
  const last = Math.max(...stages.map((id) => orders.get(id) ?? 0));
  const { askedIn } = packIndex(pack);
  const isLater = (id: string): boolean => (orders.get(askedIn.get(id)?.[0]?.section.stage ?? '') ?? 0) > last;
  return (instance) => {
    const { question, answer } = instance;
    const columns = (question.columns ?? []).filter(
      ({ kind, choices }) => kind === 'single-choice' && choices?.some(({ id }) => isLater(id)),
    );
    if (columns.length === 0 || answer?.is !== 'given') return instance;
    const rows = rowsOf(answer);
    const value = rows.filter(
      ({ cells }) =>
        !columns.some(({ id }) => {
          const cell = cells[id];
          return typeof cell === 'string' && isLater(cell);
        }),
    );
    if (value.length === rows.length) return instance;
    return { ...instance, answer: value.length > 0 || answer.note ? { ...answer, value } : null };
  };
}

/** The places whose questions apply: what was taken from elsewhere as evidence is not printed. */
export const keysThatApply = ({ applies }: Pick<Evaluation, 'applies'>): ReadonlySet<PlaceKey> =>
  new Set(applies.map(({ key }) => key));

function stagesOf(pack: Pack, instances: readonly Instance[], choice: ReportChoice): readonly Stage[] {
  return pack.stages.filter(({ id }) => choice.stages?.includes(id) ?? instances.some(({ stage }) => stage === id));
}

function purposeLabel(pack: Pack, { answers }: Assessment): string {
  const answer = answers[placeKey({ question: pack.purposeQuestion, subject: null, round: 0 })];
  const id = answer?.is === 'given' ? answer.value : undefined;
  return pack.purposes.find((purpose) => purpose.id === id)?.label ?? phrase(pack, 'no-answer');
}

function opening(reading: Reading, printed: readonly Instance[], { on }: ReportChoice): readonly ReportBlock[] {
  const { pack, assessment } = reading;
  const { children, adults } = openingPeople(reading, printed);
  const facts: readonly [PhraseId, Runs][] = [
    ['reference', [{ text: assessment.reference, own: true }]],
    ['purpose', [{ text: purposeLabel(pack, assessment) }]],
    ['route', [{ text: phrase(pack, assessment.route === 'core' ? 'route-core' : 'route-full') }]],
    ['date-of-report', [{ text: dateWords(pack, on) }]],
    ...(children.length > 0 ? [['children', listOf(pack, children)] as [PhraseId, Runs]] : []),
    ...(adults.length > 0 ? [['adults', listOf(pack, adults)] as [PhraseId, Runs]] : []),
    ['version-of-questions', [{ text: `${pack.title}, ${String(pack.version)}` }]],
  ];
  const before = assessment.versions.at(-1);
  return [
    { kind: 'paragraph', tone: 'quiet', runs: [{ text: phrase(pack, 'own-wording') }] },
    ...(assessment.kind === 'training'
      ? [
          {
            kind: 'panel',
            tone: 'warning',
            title: [{ text: phrase(pack, 'training') }],
            body: [[{ text: phrase(pack, 'training-notice') }]],
          } as const,
        ]
      : []),
    { kind: 'facts', rows: facts.map(([id, value]) => ({ name: [{ text: phrase(pack, id) }], value })) },
    ...(before
      ? [
          {
            kind: 'paragraph',
            tone: 'quiet',
            runs: [{ text: phrase(pack, 'version-before', { sha256: before.sha256 }) }],
          } as const,
        ]
      : []),
  ];
}

/** Who is named at the beginning of every report: the children, and the adults of the family. */
export function openingPeople(
  reading: Reading,
  printed: readonly Instance[],
): {
  readonly children: readonly Person[];
  readonly adults: readonly Person[];
} {
  const rounds = new Set(printed.flatMap(({ place }) => (place.round > 0 ? [place.round] : [])));
  // Paper about rounds that were signed before somebody came does not name them, unless something in it is asked about them.
  const cameAfter = ({ id }: Person): boolean =>
    rounds.size > 0 &&
    [...rounds].every((round) => reading.cameLater(id, round)) &&
    !printed.some(({ place }) => place.subject === id);
  const people = presentPeople(reading.assessment).filter((person) => !cameAfter(person));
  return {
    children: people.filter(({ role }) => role === 'child'),
    adults: people.filter(({ role }) => role === 'parent' || role === 'carer' || role === 'household'),
  };
}

/** Names in a row; children with their dates of birth. */
function listOf(pack: Pack, people: readonly Person[]): Runs {
  return people.flatMap((person, index): Runs => {
    const name = person.name.trim();
    const born =
      typeof person.born === 'string' && person.role === 'child'
        ? `, ${phrase(pack, 'born', { date: dateWords(pack, person.born) })}`
        : '';
    return [
      ...(index > 0 ? [{ text: '; ' }] : []),
      name ? { text: name, own: true } : { text: phrase(pack, 'name-not-known') },
      ...(born ? [{ text: born }] : []),
    ];
  });
}

/** What stands beside the answers of a report. */
interface Beside {
  readonly dates: readonly TimetableDate[];
  /** The places whose answers apply: evidence from any other is not printed. */
  readonly applies: ReadonlySet<PlaceKey>;
}

function stageBlocks(
  reading: Reading,
  stage: Stage,
  instances: readonly Instance[],
  beside: Beside,
): readonly ReportBlock[] {
  const { pack } = reading;
  const sections = stage.sections.flatMap((id) => {
    const section = packIndex(pack).sections.get(id);
    const asked = instances.filter((instance) => instance.section === id);
    return section && asked.length > 0
      ? [...sectionBlocks(reading, section, asked, beside), ...sectionDates(pack, beside.dates, id)]
      : [];
  });
  const heading: ReportBlock = {
    kind: 'heading',
    level: 2,
    anchor: stage.id,
    runs: phraseRuns(pack, 'title-stage', { n: { text: String(stage.order) }, stage: { text: stage.plain } }),
  };
  return [
    heading,
    ...(sections.length > 0
      ? sections
      : [{ kind: 'paragraph', tone: 'quiet', runs: [{ text: phrase(pack, 'nothing-in-stage') }] } as const]),
  ];
}

/** A section that repeats whole is told person by person; in a mixed one each question about a person names them. */
function sectionBlocks(
  reading: Reading,
  section: Section,
  asked: readonly Instance[],
  { applies }: Beside,
): readonly ReportBlock[] {
  const { pack, assessment } = reading;
  const personal = asked.every(({ person }) => person !== null);
  const groups = inGroups(asked);
  const nameOf = ({ name }: Person): Run =>
    name.trim() ? { text: name, own: true } : { text: phrase(pack, 'name-not-known') };
  const blocks = groups.flatMap(({ person, instances }): readonly ReportBlock[] => [
    ...(personal && person
      ? [
          {
            kind: 'heading',
            level: 3,
            runs: phraseRuns(pack, 'about', { section: { text: section.title }, name: nameOf(person) }),
          } as const,
        ]
      : []),
    ...instances.flatMap((instance) => {
      const label: Run = { text: labelOf(pack, assessment, instance) };
      const runs =
        person && !personal ? phraseRuns(pack, 'about-question', { name: nameOf(person), question: label }) : [label];
      return [
        { kind: 'heading', level: 4, anchor: instance.key, runs } as const,
        ...answerBlocks(pack, assessment, instance),
        ...classBlocks(pack, assessment, instance),
        ...supportBlocks(pack, assessment, instance, applies),
      ];
    }),
  ]);
  return personal ? blocks : [{ kind: 'heading', level: 3, runs: [{ text: section.title }] }, ...blocks];
}
