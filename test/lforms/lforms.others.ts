import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/browsers.mjs';
import { serve, type StaticServer } from '../../scripts/static-server.mjs';
import type {
  Questionnaire,
  QuestionnaireResponse,
  ResponseAnswer,
  ResponseItem,
} from '../../src/interchange/fhir-types.ts';
import { fhirBundle } from '../../src/interchange/fhir.ts';
import { published } from '../../src/model/published.ts';
import { caseDraft, pack } from '../journeys/guidance.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As much of LHC-Forms as is called. */
interface LhcForms {
  readonly LForms: {
    readonly Util: {
      convertFHIRQuestionnaireToLForms(questionnaire: unknown, version: 'R4'): unknown;
      mergeFHIRDataIntoLForms(kind: 'QuestionnaireResponse', response: unknown, form: unknown, version: 'R4'): unknown;
      addFormToPage(form: unknown, id: string): Promise<void>;
      getFormFHIRData(
        kind: 'QuestionnaireResponse',
        version: 'R4',
        form?: unknown,
      ): { readonly item?: readonly ResponseItem[] };
    };
  };
}

let server: StaticServer;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  server = await serve({
    mounts: { '/lforms/': here('node_modules/lforms/dist/lforms') },
    pages: new Map([
      ['/', readFileSync(here('page.html'), 'utf8')],
      ['/favicon.ico', ''],
    ]),
    headersFor: () => ({}),
  });
  browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: chromiumArguments });
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await page.waitForFunction(
    () => typeof (globalThis as Partial<LhcForms>).LForms?.Util.getFormFHIRData === 'function',
  );
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const all = (items: readonly ResponseItem[]): readonly ResponseItem[] =>
  items.flatMap((item) => [item, ...all(item.item ?? [])]);

/** What a person reads of one answer. */
function shown(answer: ResponseAnswer): string {
  if ('valueCoding' in answer) return answer.valueCoding.display;
  if ('valueString' in answer) return answer.valueString;
  if ('valueDecimal' in answer) return String(answer.valueDecimal);
  // Written the American way, as everywhere in LHC-Forms.
  if ('valueDate' in answer) return answer.valueDate.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');
  return answer.valueBoolean ? 'Yes' : 'No';
}

interface Back {
  /** By link id, what the form shows in boxes, lists and ticked choices. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  readonly items: readonly ResponseItem[];
}

/** Has LHC-Forms show one response; what stands in the form then, and what it would hand back. */
async function show(questionnaire: Questionnaire, response: QuestionnaireResponse): Promise<Back> {
  return page.evaluate(
    async ([asked, said]) => {
      const { Util } = (globalThis as unknown as LhcForms).LForms;
      const form = Util.convertFHIRQuestionnaireToLForms(asked, 'R4');
      await Util.addFormToPage(Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', said, form, 'R4'), 'form');
      const seen: Record<string, string[]> = {};
      const note = (id: string, text: string): void => {
        const [link = ''] = id.split('/');
        (seen[link] ??= []).push(text);
      };
      const root = document.querySelector('#form');
      for (const box of root?.querySelectorAll<HTMLInputElement>('input, textarea') ?? []) {
        if (box.type === 'radio' || box.type === 'checkbox') {
          if (box.checked) note(box.closest('[id]')?.id ?? '', box.closest('label')?.textContent.trim() ?? '');
        } else note(box.id || (box.closest('[id]')?.id ?? ''), box.value);
        // Choices of several stand beside their box.
        const list = box.closest('.autocomp_selected') ?? box.parentElement?.closest('.autocomp_selected');
        for (const item of list?.querySelectorAll('li') ?? []) note(box.id, item.textContent.replace(/^×/, '').trim());
      }
      return { seen, items: Util.getFormFHIRData('QuestionnaireResponse', 'R4').item ?? [] };
    },
    [questionnaire, response] as const,
  );
}

describe.each(['quillfeather', 'tarnwhistle'] as const)('F9 LHC-Forms shows the case %s', (name) => {
  const file = published(pack, caseDraft(name), { locale: 'en', output: 'full', on: '2026-03-20' });
  const resources = fhirBundle(pack, file).entry.map(({ resource }) => resource);
  const questionnaires = resources.filter((each) => each.resourceType === 'Questionnaire');
  const responses = resources.filter((each) => each.resourceType === 'QuestionnaireResponse');

  test.each(responses.map((response) => [response.identifier.value, response] as const))(
    '%s',
    async (_name, response) => {
      const questionnaire = questionnaires.find(({ url, version }) => response.questionnaire === `${url}|${version}`);
      if (!questionnaire) throw new Error('no questionnaire');
      const { seen, items } = await show(questionnaire, response);
      const wanted = all(response.item).filter(({ answer }) => answer);
      const missing = wanted.flatMap(({ linkId, answer = [] }) =>
        answer
          .map(shown)
          .filter((text) => !seen[linkId]?.some((each) => each.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ')))
          .map((text) => `${linkId}: ${text}`),
      );

      expect(missing).toEqual([]);
      const values = (of: readonly ResponseItem[]): readonly string[] =>
        all(of)
          .flatMap(({ linkId, answer = [] }) => answer.map((each) => `${linkId}: ${shown(each)}`))
          .sort();
      expect(values(items)).toEqual(values(response.item));
      expect(faults).toEqual([]);
    },
  );
});
