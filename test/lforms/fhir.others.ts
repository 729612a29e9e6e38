import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { fhirBundle } from '../../src/interchange/fhir.ts';
import { published } from '../../src/model/published.ts';
import { caseDraft, pack, packInWelsh } from '../journeys/guidance.ts';

/** As much of the validator as is called; it is installed in this folder alone. */
interface Validator {
  validate(
    resource: object,
    options: { readonly errorOnUnexpected: true },
  ): {
    readonly valid: boolean;
    readonly messages: readonly { readonly severity: string; readonly location: string; readonly message: string }[];
  };
}
const require = createRequire(import.meta.url);
const { Fhir } = require('fhir') as { Fhir: new () => Validator };
const r4 = new Fhir();

/** R4 takes every language of BCP 47; the validator knows the list of common ones, which R4 only prefers. */
const isWelsh = (message: string): boolean => message === 'Code "cy" not found in value set';

/** What the validator finds wrong; it has no list of security labels, which it mentions for information. */
function faultsOf(resource: object): readonly string[] {
  const { valid, messages } = r4.validate(resource, { errorOnUnexpected: true });
  const faults = messages.filter(({ severity, message }) => severity !== 'info' && !isWelsh(message));
  const silent = !valid && messages.every(({ severity }) => severity === 'info');
  return silent ? ['not valid'] : faults.map(({ location, message }) => `${location}: ${message}`);
}

interface Written {
  readonly entry: readonly { readonly resource: Record<string, unknown> & { item: Record<string, unknown>[] } }[];
}
const written = (name: 'quillfeather' | 'tarnwhistle', asked = pack): Written => {
  const choice = { locale: asked.locale, output: 'full', on: '2026-03-20' } as const;
  return JSON.parse(JSON.stringify(fhirBundle(asked, published(asked, caseDraft(name), choice)))) as Written;
};

describe('F11 what a validator of R4 that is not ours says', () => {
  test.each(['quillfeather', 'tarnwhistle'] as const)('of the case %s, in either language: nothing', (name) => {
    expect(faultsOf(written(name))).toEqual([]);
    expect(faultsOf(written(name, packInWelsh))).toEqual([]);
  });

  test.each<[string, 'Questionnaire' | 'QuestionnaireResponse', object]>([
    ['a state there is not', 'Questionnaire', { status: 'finished' }],
    ['a state there is not', 'QuestionnaireResponse', { status: 'finished' }],
    ['no state at all', 'Questionnaire', { status: undefined }],
    ['a part nobody knows', 'QuestionnaireResponse', { more: true }],
    ['an item without a link', 'Questionnaire', { item: [{ type: 'group' }] }],
    ['an item of another type', 'Questionnaire', { item: [{ linkId: 'a', type: 'table' }] }],
    [
      'an answer that is a number and calls itself a day',
      'QuestionnaireResponse',
      { item: [{ linkId: 'a', answer: [{ valueDate: 3 }] }] },
    ],
  ])('refuses %s in a %s', (_what, type, changed) => {
    const found = written('tarnwhistle').entry.find(({ resource }) => resource.resourceType === type);
    expect(faultsOf({ ...found?.resource, ...changed })).not.toEqual([]);
  });
});
