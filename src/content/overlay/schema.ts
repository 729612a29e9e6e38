import * as v from 'valibot';
import { isPlainDate } from '../../model/dates.ts';
import type { QuestionKind } from '../../model/pack.ts';
import { ruleSchema } from '../yaml-schemas.ts';
import { refusedKeys } from '../strict-json.ts';
import { textProblem } from './text.ts';

/** Kinds that a council's own questions may have: those that need no columns. */
export const ownKinds = [
  'text',
  'long-text',
  'date',
  'number',
  'single-choice',
  'multi-choice',
  'yes-no-unknown',
] as const satisfies readonly QuestionKind[];

const id = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'an id such as child-voice'),
  v.check((each) => !refusedKeys.has(each), 'another id'),
);
/** Of what a council makes itself. */
const ownId = v.pipe(id, v.regex(/^[a-z0-9-]+$/, 'an id in small letters, such as thistlebridge-school'));
const count = (least: number, most: number) => {
  const words = `a whole number from ${String(least)} to ${String(most)}`;
  return v.pipe(v.number(words), v.integer(words), v.minValue(least, words), v.maxValue(most, words));
};
const day = v.pipe(v.string(), v.check(isPlainDate, 'a day such as 2027-09-01'));
const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(),
    v.maxLength(longest),
    v.check((said) => textProblem(said) === null, 'words-not-plain'),
  );
/** Said once, or in both languages. */
const said = <Each extends v.GenericSchema<string>>(each: Each) =>
  v.union([each, v.strictObject({ en: each, cy: v.exactOptional(each) })]);
const words = said(text(300));
/** Markdown is read later; here only how long it may be. */
const markdown = said(v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000)));
const some = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.exactOptional(v.pipe(v.record(id, schema), v.maxEntries(500)));
const list = <Schema extends v.GenericSchema>(schema: Schema, most: number) =>
  v.exactOptional(v.pipe(v.array(schema), v.maxLength(most)));

export const contactSchema = v.strictObject({
  id,
  name: words,
  phone: v.exactOptional(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(
        /^(?=(?:[^0-9]*[0-9]){3})[+(]?[0-9][0-9 ()-]{1,24}$/,
        'a telephone number of digits, spaces, brackets and hyphens, such as 01632 960 123. An extension goes into hours',
      ),
    ),
  ),
  email: v.exactOptional(
    v.pipe(v.string(), v.trim(), v.maxLength(200), v.email('an email address such as duty@thistlebridge.example')),
  ),
  link: v.exactOptional(text(500)),
  hours: v.exactOptional(words),
  /** Answers when the others do not. */
  outOfHours: v.exactOptional(v.boolean()),
  /** Also printed on what a family is given. */
  families: v.exactOptional(v.boolean()),
});

export const ownSectionSchema = v.strictObject({
  id: ownId,
  stage: id,
  /** The section it comes after; the last of the stage where it is not said. */
  after: v.exactOptional(id),
  title: words,
  intro: v.exactOptional(words),
});

export const ownQuestionSchema = v.strictObject({
  id: ownId,
  /** A section of the pack or of this overlay. */
  section: id,
  /** The question it comes after; the last of the section where it is not said. */
  after: v.exactOptional(id),
  kind: v.picklist(ownKinds),
  label: words,
  hint: v.exactOptional(words),
  choices: list(v.strictObject({ id: ownId, label: words }), 50),
  required: v.exactOptional(v.boolean()),
  /** Asked on the shorter route too; true where it is not said. */
  core: v.exactOptional(v.boolean()),
  repeats: list(v.picklist(['child', 'carer']), 1),
  purposes: list(id, 50),
  showWhen: v.exactOptional(ruleSchema),
  answeredBy: list(id, 20),
  why: markdown,
  goodEvidence: markdown,
  whatToDo: markdown,
});

const fingerprint = v.pipe(
  v.string(),
  v.transform((each) => each.replace(/[\s:]/g, '').toLowerCase()),
  v.regex(/^[0-9a-f]{64}$/, 'a fingerprint of 64 digits'),
);
const colour = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-fA-F]{6}$/, "a colour such as '#0b4f5c', in straight quotation marks"),
);

/** A council's additions on top of a pack. */
export const overlaySchema = v.strictObject({
  format: v.literal('homeward-overlay/1'),
  id: v.pipe(
    ownId,
    v.regex(/^[a-z]/, 'an id that begins with a letter'),
    v.minLength(3, 'an id of three letters or more'),
    v.maxLength(40),
  ),
  /** Raised with every change. */
  version: count(1, 100_000),
  title: words,
  /** Who answers for it, such as a post. */
  owner: words,
  /** The day by which somebody looks at it again. */
  reviewBy: day,
  /** The pack it was written for. */
  pack: v.strictObject({ id, version: count(1, 100_000) }),
  /** Local names; what they name stays the same. */
  names: v.exactOptional(
    v.strictObject({
      stages: some(v.strictObject({ name: v.exactOptional(words), plain: v.exactOptional(words) })),
      riskClasses: some(words),
      roles: some(v.strictObject({ label: words, plural: words })),
      /** What a panel or another word of the glossary is called here. */
      panels: some(words),
    }),
  ),
  contacts: list(contactSchema, 20),
  /** Markdown for a question, stage or factor, by its id. */
  guidance: some(markdown),
  sections: list(ownSectionSchema, 20),
  questions: list(ownQuestionSchema, 100),
  /** Optional questions that are not asked here. */
  without: list(id, 200),
  /** The route offered first for a new assessment. */
  route: v.exactOptional(v.picklist(['core', 'full'])),
  /** Days on which the council is closed besides weekends and bank holidays: they are no working days. */
  closures: list(day, 500),
  /** How a class is given here. */
  classification: v.exactOptional(
    v.strictObject({
      /** False: no class is suggested, and nothing of a suggestion is shown, printed or asked. */
      suggestion: v.exactOptional(v.boolean()),
      /** How many classes from the suggested one it takes until a second manager is named. */
      secondManagerFrom: v.exactOptional(count(1, 3)),
      /** Months a change has lasted before it counts as sustained, and before a class comes down without a reason. */
      monthsToLower: v.exactOptional(count(1, 60)),
    }),
  ),
  /** How drafts and signatures are looked after, unless somebody chose otherwise on their computer. */
  thresholds: v.exactOptional(
    v.strictObject({
      /** Idle minutes until real drafts are locked. */
      lockMinutes: v.exactOptional(v.picklist([5, 10, 15, 30])),
      /** Days without a change after which a draft is to be looked at again. */
      reviewDays: v.exactOptional(count(7, 90)),
      /** The public part of the council's recovery key. */
      recoveryRecipient: v.exactOptional(v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/, 'a key age1…'))),
      /** Keys whose signatures the council trusts. */
      trustedKeys: list(v.strictObject({ fingerprint, name: text(200) }), 5_000),
    }),
  ),
  /**
   * That people checked the PDFs of one version of Homeward with veraPDF and PAC and listened to one. PDFs that this
   * version makes then say that they are PDF/UA-1.
   */
  pdfUa: v.exactOptional(
    v.strictObject({
      /** The version of Homeward that was checked; any other makes no claim. */
      version: v.pipe(
        v.string(),
        v.maxLength(40),
        v.regex(/^[0-9]+\.[0-9]+\.[0-9]+[0-9A-Za-z.-]*$/, 'a version such as 1.2.3'),
      ),
      on: day,
      /** Who answers for it, such as a post. */
      by: text(200),
    }),
  ),
  look: v.exactOptional(
    v.strictObject({
      /** A PNG picture: the name of a file in the folder, or the picture itself as `data:image/png;base64,…`. */
      logo: v.exactOptional(v.pipe(v.string(), v.maxLength(140_000))),
      /** The lines and marks of the page, on white or under white words. */
      brand: v.exactOptional(colour),
      link: v.exactOptional(colour),
    }),
  ),
});
export type Overlay = v.InferOutput<typeof overlaySchema>;
/** How a council wants drafts and signatures looked after, unless somebody chose otherwise on their computer. */
export type Thresholds = NonNullable<Overlay['thresholds']>;
/** Who checked the PDFs of which version. */
export type PdfUa = NonNullable<Overlay['pdfUa']>;
export type Said = v.InferOutput<typeof words>;
