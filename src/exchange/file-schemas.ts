import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,200}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const shortText = v.pipe(v.string(), v.maxLength(500));
const made = {
  kind: v.picklist(['real', 'training']),
  madeBy: shortText,
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  from: shortText,
};

/** A hand-over, whose drafts are read one by one afterwards. */
export const handOverSchema = v.strictObject({
  format: v.literal('homeward-hand-over/1'),
  ...made,
  drafts: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(10_000)),
  receipts: v.array(
    v.strictObject({ draft: id, revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), sha256: hash }),
  ),
});

export const commentsFileSchema = v.strictObject({
  format: v.literal('homeward-comments/1'),
  ...made,
  draft: id,
  reference: v.string(),
  sha256: hash,
  comments: v.pipe(
    v.array(
      v.strictObject({
        id,
        at: v.pipe(v.string(), v.isoTimestamp()),
        by: shortText,
        place: v.exactOptional(shortText),
        text: v.string(),
      }),
    ),
    v.maxLength(5000),
  ),
});
