import * as v from 'valibot';
import { packFaults } from '../model/check-pack.ts';
import type { CountsFrom, Guidance, Pack, QuestionId, Timetable } from '../model/pack.ts';
import { problemOf } from '../model/pack-fault.ts';
import { type Outcome, outcome, type Problem, problem } from '../model/problem.ts';
import { failed } from './failed.ts';
import { readBlocks } from './markdown.ts';
import { type Overlay, overlaySchema } from './overlay-schema.ts';
import { packHashes } from './pack-hash.ts';
import { loadGuidance, loadSources } from './packs.ts';
import { richText } from './rich-text-from-markdown.ts';

/**
 * `pack` with a council's additions, whole and with hashes of its own: local names, more guidance, days on which it is
 * closed, how a class is given, and optional questions left out. What the pack says itself stays as it is: core
 * questions cannot be left out and no question is worded anew.
 *
 * Problems: `overlay-shape`, `other-pack`, `locale-mismatch`, `unknown-stage`, `unknown-risk-class`, `unknown-role`,
 * `unknown-question`, `core-question`, `markdown-kind`, `link-target`, and what is wrong with the pack that would result.
 */
export async function applyOverlay(pack: Pack, overlay: unknown): Promise<Outcome<Pack>> {
  const read = v.safeParse(overlaySchema, overlay);
  if (!read.success)
    return failed(
      read.issues.map((issue) => ({ code: 'overlay-shape', place: {}, detail: v.getDotPath(issue) ?? '' })),
    );
  const found = misfits(pack, read.output);
  const whole = await completed(pack);
  if (!whole.ok) return whole;
  const texts = guidanceOf(read.output);
  const problems = [...found, ...texts.problems];
  if (problems.length > 0) return failed(problems);
  const left = without(whole.value, [...(read.output.without ?? []), ...notSuggested(whole.value, read.output)]);
  const changed = withGuidance(
    withClosures(withClassification(withNames(left, read.output), read.output), read.output),
    read.output,
    texts.added,
  );
  const faults = packFaults(changed).map(problemOf);
  return outcome({ ...changed, ...packHashes(changed) }, faults);
}

/** Whatever the overlay names that the pack has not, or may not lose. */
function misfits(pack: Pack, overlay: Overlay): readonly Problem[] {
  const problems: Problem[] = [];
  const known = (ids: readonly { readonly id: string }[], named: readonly string[], code: string): void => {
    for (const id of named) if (!ids.some((each) => each.id === id)) problems.push({ code, place: {}, detail: id });
  };
  if (overlay.pack.id !== pack.id || overlay.pack.version !== pack.version) {
    problems.push({ code: 'other-pack', place: {}, detail: `${overlay.pack.id} ${overlay.pack.version}` });
  }
  if (overlay.locale !== pack.locale) problems.push({ code: 'locale-mismatch', place: {}, detail: overlay.locale });
  known(pack.stages, Object.keys(overlay.names?.stages ?? {}), 'unknown-stage');
  known(pack.riskClasses, Object.keys(overlay.names?.riskClasses ?? {}), 'unknown-risk-class');
  known(pack.roles, Object.keys(overlay.names?.roles ?? {}), 'unknown-role');
  known(pack.questions, [...Object.keys(overlay.guidance ?? {}), ...(overlay.without ?? [])], 'unknown-question');
  for (const question of pack.questions) {
    if (overlay.without?.includes(question.id) && (question.core || question.required)) {
      problems.push({ code: 'core-question', place: { question: question.id } });
    }
  }
  return problems;
}

async function completed(pack: Pack): Promise<Outcome<Pack>> {
  if (pack.complete) return outcome(pack, []);
  const evidence = await loadSources(pack);
  if (!evidence.ok) return evidence;
  const guidance: Record<string, Guidance> = {};
  for (const { id } of pack.stages) {
    const stage = await loadGuidance(pack, id);
    if (!stage.ok) return problem('not-loaded', {}, `guidance ${id}`);
    Object.assign(guidance, stage.value);
  }
  return outcome({ ...pack, ...evidence.value, guidance, complete: true }, []);
}

type Added = ReadonlyMap<string, Guidance['whatToDo']>;

function guidanceOf(overlay: Overlay): { readonly added: Added; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const added = new Map<string, Guidance['whatToDo']>();
  for (const [question, text] of Object.entries(overlay.guidance ?? {})) {
    const read = richText('', readBlocks(text), 1);
    problems.push(
      ...read.problems.map(({ code, place, detail }): Problem => ({
        code,
        place: { question, ...(place.line === undefined ? {} : { line: place.line }) },
        ...(detail === undefined ? {} : { detail }),
      })),
    );
    added.set(question, read.text);
  }
  return { added, problems };
}

function withNames(pack: Pack, { title, names }: Overlay): Pack {
  return {
    ...pack,
    title: `${pack.title} (${title})`,
    stages: pack.stages.map((stage) => ({ ...stage, ...names?.stages?.[stage.id] })),
    riskClasses: pack.riskClasses.map((each) => ({ ...each, label: names?.riskClasses?.[each.id] ?? each.label })),
    roles: pack.roles.map((role) => ({ ...role, ...names?.roles?.[role.id] })),
  };
}

function withClosures(pack: Pack, { closures = [] }: Overlay): Pack {
  const { timetable } = pack;
  return { ...pack, timetable: { ...timetable, closures: [...timetable.closures, ...closures] } };
}

/** Added guidance stands in a call-out under the council's name, so that nobody takes it for the pack's own. */
function withGuidance(pack: Pack, { title }: Overlay, added: Added): Pack {
  const guidance = Object.entries(pack.guidance).map(([key, own]) => {
    const more = added.get(key.replace(/@[0-9]+$/, ''));
    if (more === undefined || more.length === 0) return [key, own] as const;
    const local = {
      kind: 'call-out',
      of: [{ kind: 'paragraph', of: [{ kind: 'strong', of: [title] }] }, ...more],
    } as const;
    return [key, { ...own, whatToDo: [...own.whatToDo, local] }] as const;
  });
  return { ...pack, guidance: Object.fromEntries(guidance) };
}

/** Where no class is suggested: the suggestion, and what is asked because somebody chose otherwise. */
function notSuggested({ questions }: Pack, { classification }: Overlay): readonly QuestionId[] {
  if (classification?.suggestion !== false) return [];
  return questions
    .filter(({ kind, showWhen }) => kind === 'risk-suggestion' || (showWhen && 'fromSuggestion' in showWhen))
    .map(({ id }) => id);
}

function withClassification(pack: Pack, { classification = {} }: Overlay): Pack {
  const { secondManagerFrom, monthsToLower } = classification;
  return {
    ...pack,
    ...(pack.lowering && monthsToLower !== undefined ? { lowering: { ...pack.lowering, months: monthsToLower } } : {}),
    questions: pack.questions.map((question) =>
      question.id === 'risk-class-second-manager' && secondManagerFrom !== undefined
        ? { ...question, showWhen: { question: 'risk-class', fromSuggestion: secondManagerFrom } }
        : question,
    ),
  };
}

function without(pack: Pack, left: readonly QuestionId[]): Pack {
  const out = new Set(left);
  return {
    ...pack,
    questions: pack.questions.filter(({ id }) => !out.has(id)),
    timetable: timetableWithout(pack.timetable, out),
    // What is written for those questions alone has nothing to help with.
    articles: pack.articles.filter(
      ({ questions }) => questions.length === 0 || questions.some((question) => !out.has(question)),
    ),
    sections: pack.sections.map((section) => ({
      ...section,
      asks: section.asks.filter(({ question }) => !out.has(question)),
    })),
    guidance: Object.fromEntries(
      Object.entries(pack.guidance).filter(([key]) => !out.has(key.replace(/@[0-9]+$/, ''))),
    ),
  };
}

/** Dates that nothing asks for any more stay, to be looked up; what was counted from or seen in a question goes with it. */
function timetableWithout(timetable: Timetable, out: ReadonlySet<string>): Timetable {
  const asked = (from: CountsFrom): boolean => 'date' in from || !out.has(from.question);
  return {
    ...timetable,
    steps: timetable.steps.filter((step) => !out.has(step)),
    notes: timetable.notes.filter(({ step }) => !out.has(step)),
    dates: timetable.dates.map(({ doneBy, ...date }) => ({
      ...date,
      from: date.from.filter(asked),
      ...(doneBy && asked(doneBy) ? { doneBy } : {}),
    })),
  };
}
