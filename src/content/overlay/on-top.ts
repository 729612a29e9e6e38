import type { PlainDate } from '../../model/answer.ts';
import type { Asked, LocalContact, Guidance, Locale, Pack, Question, QuestionId, Section } from '../../model/pack.ts';
import { dateWords } from '../../model/phrases.ts';
import type { RichText, TextBlock } from '../../model/rich-text.ts';
import { readBlocks } from '../markdown.ts';
import { hashOf, structureOf } from '../pack-hash.ts';
import { richText } from '../rich-text-from-markdown.ts';
import { classesOtherwise } from './differences.ts';
import { pngPicture } from './png.ts';
import type { Overlay, Said } from './schema.ts';
import { inLocale } from './text.ts';
import { without } from './without.ts';

/** `pack` with a checked overlay on top, whole or first part as it came. `today` says whether its review is overdue. */
export function onTop(pack: Pack, overlay: Overlay, today: PlainDate | null): Pack {
  const hash = hashOf(overlay);
  const laid = layOn(pack, overlay, hash);
  const told = { ...laid, phrases: withNotice(laid, today, classesOtherwise(pack, laid).length > 0) };
  return { ...told, structureHash: hashOf(structureOf(told)), wordsHash: hashOf([pack.wordsHash, hash]) };
}

/**
 * The same without a notice and hashes of its own, which is enough to judge it. `hash` is that of the overlay.
 *
 * What the pack says itself stays as it is: but for what `classification` says, nothing here writes into a question, rule, choice
 * or guidance that is not the council's own, and what it names anew keeps its id.
 */
export function layOn(pack: Pack, overlay: Overlay, hash: string): Pack {
  const say = (said: Said): string => inLocale(said, pack.locale);
  const out = [...(overlay.without ?? []), ...notSuggested(pack, overlay)];
  const logo = overlay.look?.logo === undefined ? null : pngPicture(overlay.look.logo);
  const about = {
    id: overlay.id,
    version: overlay.version,
    title: say(overlay.title),
    owner: say(overlay.owner),
    reviewBy: overlay.reviewBy,
    hash,
    on: pack.structureHash,
    without: pack.questions.filter(({ id }) => out.includes(id)).map(({ id, label }) => ({ id, label })),
    added: (overlay.questions ?? []).map(({ id }) => id),
    contacts: contactsOf(overlay, pack.locale),
    notes: notesOf(pack, overlay),
    ...(overlay.route === undefined ? {} : { route: overlay.route }),
    ...(logo ? { logo } : {}),
  };
  const named = withNames(without(pack, out), overlay);
  const asked = withOwn(withClassification(named, overlay), overlay);
  return {
    ...asked,
    title: `${pack.title} (${about.title})`,
    timetable: {
      ...asked.timetable,
      closures: [...asked.timetable.closures, ...(overlay.closures ?? [])],
    },
    glossary: glossaryOnTop(asked.glossary, overlay, pack.locale),
    guidance: guidanceOnTop(pack.guidance, overlay, { locale: pack.locale, out, sections: pack.complete ? null : [] }),
    overlay: about,
  };
}

/**
 * Guidance as it was fetched, with what the council says beside it, in a call-out under its name so that nobody takes it
 * for the pack's own, and without that of `out`. Of its own questions, those asked in `sections` come along; all of them
 * for null.
 */
export function guidanceOnTop(
  guidance: Readonly<Record<QuestionId, Guidance>>,
  overlay: Overlay,
  {
    locale,
    out,
    sections,
  }: { readonly locale: Locale; readonly out: readonly QuestionId[]; readonly sections: readonly string[] | null },
): Readonly<Record<QuestionId, Guidance>> {
  const title = inLocale(overlay.title, locale);
  const core = Object.entries(guidance).flatMap(([key, help]) => {
    const question = key.replace(/@[0-9]+$/, '');
    if (out.includes(question)) return [];
    const more = overlay.guidance?.[question];
    const text = more === undefined ? [] : markdown(inLocale(more, locale));
    return [[key, text.length === 0 ? help : { ...help, whatToDo: [...help.whatToDo, callOut(title, text)] }] as const];
  });
  const own = (overlay.questions ?? [])
    .filter(({ section }) => sections?.includes(section) ?? true)
    .map(({ id, why, goodEvidence, whatToDo }): readonly [string, Guidance] => [
      id,
      {
        why: [callOut(title, markdown(inLocale(why, locale)))],
        goodEvidence: markdown(inLocale(goodEvidence, locale)),
        whatToDo: markdown(inLocale(whatToDo, locale)),
      },
    ]);
  return Object.fromEntries([...core, ...own]);
}

/** What a panel is called here stands behind its name. */
export function glossaryOnTop(glossary: Pack['glossary'], { names }: Overlay, locale: Locale): Pack['glossary'] {
  return glossary.map((entry) => {
    const here = names?.panels?.[entry.id];
    return here === undefined ? entry : { ...entry, term: `${entry.term} (${inLocale(here, locale)})` };
  });
}

const markdown = (text: string): RichText => richText('', readBlocks(text), 1).text;

const callOut = (title: string, of: RichText): TextBlock => ({
  kind: 'call-out',
  of: [{ kind: 'paragraph', of: [{ kind: 'strong', of: [title] }] }, ...of],
});

function notesOf(
  { stages, factors, locale }: Pack,
  { title, guidance = {} }: Overlay,
): Readonly<Record<string, RichText>> {
  return Object.fromEntries(
    [...stages, ...factors].flatMap(({ id }) => {
      const said = guidance[id];
      return said === undefined
        ? []
        : [[id, [callOut(inLocale(title, locale), markdown(inLocale(said, locale)))]] as const];
    }),
  );
}

/** Whom to ring here, in the words of `locale`. */
export function contactsOf({ contacts = [] }: Overlay, locale: Locale): readonly LocalContact[] {
  return contacts.map(({ name, hours, outOfHours = false, families = false, ...contact }) => ({
    ...contact,
    name: inLocale(name, locale),
    ...(hours === undefined ? {} : { hours: inLocale(hours, locale) }),
    outOfHours,
    families,
  }));
}

function withNames(pack: Pack, { names }: Overlay): Pack {
  const say = (said: Said): string => inLocale(said, pack.locale);
  return {
    ...pack,
    stages: pack.stages.map((stage) => {
      const { name, plain } = names?.stages?.[stage.id] ?? {};
      return { ...stage, ...(name ? { name: say(name) } : {}), ...(plain ? { plain: say(plain) } : {}) };
    }),
    riskClasses: pack.riskClasses.map((each) => {
      const label = names?.riskClasses?.[each.id];
      return label ? { ...each, label: say(label) } : each;
    }),
    roles: pack.roles.map((role) => {
      const local = names?.roles?.[role.id];
      return local ? { ...role, label: say(local.label), plural: say(local.plural) } : role;
    }),
  };
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

/** The council's sections and questions, where it wants them. */
function withOwn(pack: Pack, { sections = [], questions = [] }: Overlay): Pack {
  const say = (said: Said): string => inLocale(said, pack.locale);
  let placed: readonly Section[] = pack.sections;
  for (const { id, stage, after, title, intro } of sections) {
    const section: Section = { id, stage, title: say(title), intro: intro ? say(intro) : '', round: 0, asks: [] };
    const last = placed.findLastIndex((each) => each.stage === stage);
    placed = placed.toSpliced(
      (after === undefined ? last : placed.findIndex((each) => each.id === after)) + 1,
      0,
      section,
    );
  }
  for (const { id, section, after } of questions) {
    const ask: Asked = { question: id, round: 0 };
    placed = placed.map((each) => {
      if (each.id !== section) return each;
      const at = after === undefined ? each.asks.length : each.asks.findIndex(({ question }) => question === after) + 1;
      return { ...each, asks: each.asks.toSpliced(at, 0, ask) };
    });
  }
  return {
    ...pack,
    stages: pack.stages.map((stage) => ({
      ...stage,
      sections: placed.filter((each) => each.stage === stage.id).map(({ id }) => id),
    })),
    sections: placed,
    questions: [
      ...pack.questions,
      ...questions.map(
        ({
          id,
          kind,
          label,
          hint,
          choices,
          required = false,
          core = true,
          repeats = [],
          purposes,
          showWhen,
          answeredBy,
        }): Question => ({
          id,
          kind,
          label: say(label),
          ...(hint ? { hint: say(hint) } : {}),
          required,
          core,
          repeats,
          ...(purposes ? { purposes } : {}),
          ...(showWhen ? { showWhen } : {}),
          answeredBy: answeredBy ?? ['social-worker'],
          ...(choices ? { choices: choices.map((choice) => ({ id: choice.id, label: say(choice.label) })) } : {}),
          sources: [],
        }),
      ),
    ],
  };
}

/** Phrases an overlay says itself with; a pack without one of them can take none. */
export const overlayPhraseIds = ['local-made', 'local-overdue', 'local-not-asked', 'local-classes'] as const;

/** Every output says whose wording it is; now also whose additions, what is not asked here, and whether classes are given otherwise. */
function withNotice(pack: Pack, today: PlainDate | null, isClassedOtherwise: boolean): Pack['phrases'] {
  const { overlay, phrases } = pack;
  const own = phrases['own-wording'] ?? '';
  if (!overlay) return phrases;
  const say = (id: (typeof overlayPhraseIds)[number], fill: Readonly<Record<string, string>>): string =>
    (phrases[id] ?? '').replace(/\{(\w+)\}/g, (all, name: string) => fill[name] ?? all);
  const by = dateWords(pack, overlay.reviewBy);
  const said = [
    own,
    say('local-made', {
      council: overlay.title,
      version: String(overlay.version),
      owner: overlay.owner,
      date: by,
      hash: overlay.hash.slice(0, 16),
    }),
    ...(today !== null && overlay.reviewBy < today ? [say('local-overdue', { council: overlay.title })] : []),
    ...(overlay.without.length > 0
      ? [
          say('local-not-asked', {
            council: overlay.title,
            questions: overlay.without.map(({ label }) => label).join(' · '),
          }),
        ]
      : []),
    ...(isClassedOtherwise ? [say('local-classes', { council: overlay.title })] : []),
  ];
  // Paper repeats the short one on every page.
  return { ...phrases, 'own-wording': said.join(' '), 'own-wording-short': own };
}
