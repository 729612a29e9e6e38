import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonFile } from '../../src/interchange/json.ts';
import { published } from '../../src/model/published.ts';
import { caseDraft, pack } from '../journeys/guidance.ts';

/** As much of the validator as is called; it is installed in this folder alone. */
type Validate = (value: unknown) => boolean;
const require = createRequire(import.meta.url);
const { Ajv } = require('ajv') as { Ajv: new (choice: object) => { compile(schema: unknown): Validate } };
const addFormats = require('ajv-formats') as { default: (ajv: object) => void };

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../guidance/schema/published.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

const written = (name: 'quillfeather' | 'tarnwhistle'): Record<string, unknown> => {
  const file = jsonFile(published(pack, caseDraft(name), { locale: 'en', output: 'full', on: '2026-03-20' }));
  return JSON.parse(new TextDecoder().decode(file)) as Record<string, unknown>;
};

describe('J2 the schema of the JSON, for a validator that is not ours', () => {
  test.each(['quillfeather', 'tarnwhistle'] as const)('takes the case %s', (name) => {
    expect(isValid(written(name))).toBe(true);
  });

  test.each<[string, (file: Record<string, unknown>) => object]>([
    ['another format', (file) => ({ ...file, format: 'homeward-published/2' })],
    ['a part nobody knows', (file) => ({ ...file, more: true })],
    ['answers that are a list', (file) => ({ ...file, assessment: { ...(file.assessment as object), answers: [1] } })],
    [
      'a state there is not',
      (file) => ({ ...file, assessment: { ...(file.assessment as object), answers: { a: { is: 'guessed' } } } }),
    ],
  ])('refuses %s', (_what, changed) => {
    expect(isValid(changed(written('tarnwhistle')))).toBe(false);
  });
});
