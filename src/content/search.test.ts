import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../model/pack.ts';
import { checkOverlay } from './overlay/check-overlay.ts';
import { inForce } from './overlay/in-force.ts';
import { loadPack, local } from './packs.ts';
import { findables } from './search-index.ts';
import { alsoTyped } from './search-words.ts';
import { marked, openSearch, type Marked, type Search } from './search.ts';
import { compileFolder } from './vite-plugin-folder.ts';

const compiled = compileFolder(fileURLToPath(new URL('../../guidance', import.meta.url)), 'sparf');
if (!compiled.ok) throw new Error('guidance/sparf has faults');
const { packs, articles, searchWords } = compiled.value;

async function searchFor(locale: Locale): Promise<Search> {
  const opened = await openSearch('sparf', locale);
  if (!opened.ok) throw new Error('there is no index');
  return opened.value;
}

const english = await searchFor('en');
const hits = (text: Marked): readonly string[] => text.filter(({ hit }) => hit).map((piece) => piece.text);
const whole = (text: Marked): string => text.map((piece) => piece.text).join('');

describe.each(['en', 'cy'] as const)('F1 in %s', (locale) => {
  test('every article, question, stage, factor and word of the glossary is found by its own title', async () => {
    const [pack, english] = [packs[locale], packs.en];
    if (!pack || !english) throw new Error('a locale is missing');
    const search = await searchFor(locale);
    const all = findables(pack, english, Object.values(articles));
    expect(all.length).toBeGreaterThan(250);
    const lost = all.filter(
      ({ kind, topic, title }) => !search(title).some((hit) => hit.kind === kind && hit.topic === topic),
    );
    expect(lost.map(({ id, title }) => `${id}: ${title}`)).toEqual([]);
  });
});

describe('O9 with a council’s overlay', () => {
  test('its own guidance and questions are found, what it renames by either name, and what it does not ask is not', async () => {
    const plain = await loadPack('sparf', 'en', true);
    if (!plain.ok) throw new Error('no pack');
    const checked = checkOverlay(plain.value, {
      format: 'homeward-overlay/1',
      id: 'thistle',
      version: 1,
      title: 'Thistlebridge',
      owner: 'Head of practice',
      reviewBy: '2030-09-01',
      pack: { id: 'sparf', version: plain.value.version },
      names: { stages: { 'stage-1-assess': { plain: 'Getting acquainted' } } },
      guidance: { 'why-now': 'Ring the *gorsefield* desk.', 'substance-misuse': 'Ask the gorsefield nurse.' },
      questions: [
        {
          id: 'thistle-bus',
          section: 'child-voice',
          kind: 'text',
          label: 'Which omnibus takes the child?',
          why: 'It matters.',
          goodEvidence: 'A number.',
          whatToDo: 'Ask.',
        },
      ],
      without: ['child-pressure'],
    });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    local.inForce = inForce(checked.value, '2026-06-01');
    const here = await searchFor('en');
    delete local.inForce;
    const topics = (search: Search, words: string): readonly string[] => search(words).map(({ topic }) => topic);

    expect(topics(here, 'gorsefield')).toEqual(expect.arrayContaining(['why-now', 'substance-misuse']));
    expect(topics(english, 'gorsefield')).not.toContain('why-now');
    expect(topics(here, 'omnibus')[0]).toBe('thistle-bus');
    const [renamed] = here('Finding out').filter(({ topic }) => topic === 'stage-1-assess');
    expect(renamed && whole(renamed.title)).toBe('Getting acquainted');
    expect(topics(here, 'Getting acquainted')[0]).toBe('stage-1-assess');
    const label = plain.value.questions.find(({ id }) => id === 'child-pressure')?.label ?? '';
    expect(topics(english, label)[0]).toBe('child-pressure');
    expect(topics(here, label)).not.toContain('child-pressure');
    expect(topics(await searchFor('en'), 'gorsefield')).not.toContain('why-now');
  });
});

describe('F2 words as people type them', () => {
  test.each([
    ['a letter wrong', 'advocat', 'term', 'advocate'],
    ['letters left out', 'analytcal chronolgy', 'term', 'analytical-chronology'],
    ['the beginning of a word', 'reunif', 'term', 'return-home-reunification'],
    ['small letters', 'iro', 'term', 'iro'],
    ['a former id', 'risk-class-1', 'question', 'risk-class'],
    ['a wording for another purpose', 'want to go on living at home', 'question', 'child-wishes'],
  ])('%s: %s', (_what, words, kind, topic) => {
    expect(english(words).map((hit) => `${hit.kind} ${hit.topic}`)).toContain(`${kind} ${topic}`);
  });

  test('a word of Welsh is found without its marks, and marked with them', async () => {
    const hit = (await searchFor('cy'))('wahan').find(({ title, excerpt }) =>
      [...hits(title), ...hits(excerpt)].includes('wahân'),
    );
    expect(hit?.textLocale).toBe('cy');
  });

  test('words that are everywhere are passed over, and words that are nowhere find nothing', () => {
    expect(english('what is the')).toEqual([]);
    expect(english('zzyzx')).toEqual([]);
    expect(english('')).toEqual([]);
  });

  test('where nothing has all the words, what has some of them is found', () => {
    expect(english('advocate zzyzx').map(({ topic }) => topic)).toContain('advocate');
  });
});

describe('F5 words people use for ours', () => {
  test.each([
    ['DV', 'factor'],
    ['PWP', 'article'],
    ['LAC', 'term'],
    ['FGC', 'term'],
    ['contact', 'question'],
  ])('%s finds a %s', (typed, kind) => {
    expect(english(typed).map((hit) => hit.kind)).toContain(kind);
  });

  test('every line of the table leads to something', () => {
    const pack = packs.en;
    if (!pack) throw new Error('a locale is missing');
    const all = findables(pack, pack, Object.values(articles));
    const idle = searchWords.flatMap((line) =>
      line.ours.filter((ours) => !all.some(({ title, also }) => alsoTyped([{ ...line, ours: [ours] }], title, also))),
    );
    expect(searchWords.length).toBeGreaterThan(8);
    expect(idle).toEqual([]);
  });
});

describe('G16 names', () => {
  test('a page can tell what an id names', () => {
    const pack = packs.en;
    if (!pack) throw new Error('a locale is missing');
    const ids = [pack.articles, pack.stages, pack.factors, pack.questions].flatMap((all) => all.map(({ id }) => id));
    const former = new Set(pack.questions.flatMap(({ formerly = [] }) => formerly));
    const all = [...ids, ...former];
    expect(all.filter((id, at) => all.indexOf(id) < at)).toEqual([]);
    const others = new Set([...pack.stages, ...pack.factors].map(({ id }) => id));
    expect(pack.glossary.filter(({ id }) => others.has(id) || former.has(id))).toEqual([]);
  });
});

describe('F3 what is shown of a hit', () => {
  test('the words that were meant are marked, also when they were misspelt', () => {
    const hit = english('parentel responsability').find(({ topic }) => topic === 'pr');
    expect(hit && hits(hit.title)).toEqual(['parental', 'responsibility']);
  });

  test('a word that is there is taken as it was typed, and what follows an apostrophe is no word', () => {
    const marks = (words: string): readonly string[] =>
      english(words).flatMap(({ title, excerpt }) =>
        [...hits(title), ...hits(excerpt)].map((each) => each.toLowerCase()),
      );
    const found = new Set(marks('safety plan'));
    expect([...found]).toEqual(expect.arrayContaining(['safety', 'plan', 'plans']));
    expect(['safely', 'plain', 'plane'].filter((each) => found.has(each))).toEqual([]);
    expect(marks("the child's voice")).not.toContain('s');
  });

  test('an excerpt is a stretch of the text around what was found', () => {
    for (const hit of english('chronology').slice(0, 20)) {
      expect(whole(hit.excerpt).length).toBeLessThan(200);
      expect([...hits(hit.title), ...hits(hit.excerpt)].length, hit.topic).toBeGreaterThan(0);
    }
  });

  test('marking loses and adds nothing', () => {
    expect(whole(marked('A child’s wish, heard: wish.', new Set(['wish', 'child'])))).toBe(
      'A child’s wish, heard: wish.',
    );
    expect(hits(marked('A child’s wish, heard: wish.', new Set(['wish', 'child'])))).toEqual(['child', 'wish', 'wish']);
  });

  test('English in a Welsh index says that it is English', async () => {
    const hit = (await searchFor('cy'))('advocate').find(({ topic }) => topic === 'advocate');
    expect(hit?.titleLocale).toBe('en');
  });
});
