import * as v from 'valibot';
import { isPlainDate } from '../model/dates.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/), v.maxLength(100));
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300));
const some = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.exactOptional(v.pipe(v.record(id, schema), v.maxEntries(500)));

/** A council's additions on top of a pack. */
export const overlaySchema = v.strictObject({
  format: v.literal('homeward-overlay/1'),
  id,
  title: words,
  /** Who answers for it, such as a post. */
  owner: words,
  /** The day by which somebody looks at it again. */
  reviewBy: v.pipe(v.string(), v.check(isPlainDate)),
  /** The pack it was written for. */
  pack: v.strictObject({ id, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  /** The language of its words. */
  locale: v.picklist(['en', 'cy']),
  /** Local names; what they name stays the same. */
  names: v.exactOptional(
    v.strictObject({
      stages: some(v.strictObject({ name: v.exactOptional(words), plain: v.exactOptional(words) })),
      riskClasses: some(words),
      roles: some(v.strictObject({ label: words, plural: words })),
    }),
  ),
  /** Markdown to add to what a question's guidance says to do, by question. */
  guidance: some(v.pipe(v.string(), v.maxLength(20_000))),
  /** Days on which the council is closed besides weekends and bank holidays: they are no working days. */
  closures: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.check(isPlainDate))), v.maxLength(500))),
  /** How a class is given here. */
  classification: v.exactOptional(
    v.strictObject({
      /** False: no class is suggested, and nothing of a suggestion is shown, printed or asked. */
      suggestion: v.exactOptional(v.boolean()),
      /** How many classes from the suggested one it takes until a second manager is named. */
      secondManagerFrom: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3))),
      /** Months a change has lasted before a class comes down without a reason. */
      monthsToLower: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
    }),
  ),
  /** Optional questions that are not asked here. */
  without: v.exactOptional(v.pipe(v.array(id), v.maxLength(500))),
});
export type Overlay = v.InferOutput<typeof overlaySchema>;
