import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../model/check-pack.ts';
import type { Pack } from '../model/pack.ts';
import { checkAssessment } from './check-assessment.ts';
import { compileFolder, packIds, readFolder } from './vite-plugin-folder.ts';
import { schemaFiles } from './json-schemas.ts';
import { packCore } from './pack-parts.ts';
import { parseCase } from './parse-case.ts';

const guidance = fileURLToPath(new URL('../../guidance', import.meta.url));
const compiled = compileFolder(guidance, 'sparf');
if (!compiled.ok)
  throw new Error(
    compiled.problems.map(({ code, place }) => `${place.file ?? ''}:${String(place.line)} ${code}`).join('\n'),
  );
const { packs, cases, articles } = compiled.value;
const { en } = packs as Readonly<Record<'en', Pack>>;

describe('G6 the SPARF pack', () => {
  test('is the only pack, and without fault in both languages', () => {
    expect(packIds(guidance)).toEqual(['sparf']);
    expect(Object.keys(packs)).toEqual(['en', 'cy']);
    for (const pack of Object.values(packs)) expect(checkPack(pack)).toEqual([]);
  });

  test('has five stages with their questions, each counted where it is first asked', () => {
    const seen = new Set<string>();
    const counts = en.stages.map(({ id, sections }) => {
      const asks = en.sections.filter((section) => section.stage === id).flatMap((section) => section.asks);
      const first = asks.filter(({ question }) => !seen.has(question)).length;
      asks.forEach(({ question }) => seen.add(question));
      return [id, sections.length, first, asks.length - first];
    });

    expect(counts).toEqual([
      ['stage-1-assess', 9, 70, 0],
      ['stage-2-classify', 3, 17, 0],
      ['stage-3-agree', 3, 14, 0],
      ['stage-4-review', 3, 18, 11],
      ['stage-5-return', 4, 24, 12],
    ]);
  });

  test('has its factors, sources, classes and terms', () => {
    expect({
      factors: en.factors.length,
      serious: en.factors.filter(({ serious }) => serious).length,
      sources: en.sources.length,
      classes: en.riskClasses.map(({ id }) => id),
      rules: Object.keys(en.suggestion.rules).length,
      terms: en.glossary.length,
    }).toMatchObject({ factors: 46, sources: 56, classes: ['low', 'medium', 'high', 'severe'], rules: 7, terms: 73 });
  });

  test('asks class, reason, suggestion and ratings in three rounds, and nothing else twice', () => {
    const rounds = new Map<string, number[]>();
    for (const { asks } of en.sections)
      for (const { question, round } of asks) rounds.set(question, [...(rounds.get(question) ?? []), round]);
    const repeated = [...rounds].filter(([, all]) => all.length > 1);

    expect(repeated.map(([id]) => id).sort()).toEqual([
      'change-evidence',
      'factors-child',
      'factors-family',
      'factors-parent',
      'indicative-class',
      'perpetrator-access',
      'risk-class',
      'risk-class-difference',
      'risk-class-discussion',
      'risk-class-reason',
      'risk-class-second-manager',
      'risk-lowered-evidence',
    ]);
    for (const [id, all] of repeated) expect(all).toEqual(id === 'risk-lowered-evidence' ? [2, 3] : [1, 2, 3]);
  });

  test('finds questions by the ids they had', () => {
    const former = new Map(
      en.questions.flatMap(({ id, formerly }) => (formerly ?? []).map((old) => [old, id] as const)),
    );

    expect(former.get('risk-class-2')).toBe('risk-class');
    expect(former.has('factors-updated')).toBe(true);
  });

  test('has no choice that says the answer is not known: that is a state of the answer', () => {
    const choices = en.questions.flatMap((question) => (question.choices ?? []).map(({ id }) => id));

    expect(choices.filter((id) => id === 'not-known' || id === 'unknown')).toEqual([]);
  });

  test('says what every point of a scale, every status and trend, and every rating of change means', () => {
    const scales = en.questions.filter(({ anchors }) => anchors !== undefined);
    expect(scales.length).toBeGreaterThan(4);
    for (const { id, anchors, anchorMeanings } of scales)
      expect([id, anchorMeanings?.length]).toEqual([id, anchors?.length]);

    const phrases = Object.keys(en.phrases).filter(
      (id) => /^(?:status|trend|light)-/.test(id) && !id.endsWith('-means'),
    );
    expect(phrases.filter((id) => en.phrases[`${id}-means`] === undefined)).toEqual([]);

    const change = en.questions.find(({ id }) => id === 'change-evidence');
    const rated = (change?.columns ?? [])
      .filter(({ id }) => id === 'status' || id === 'capacity')
      .flatMap(({ choices }) => choices ?? []);
    expect(rated).toHaveLength(7);
    expect(rated.filter(({ definition }) => definition === undefined)).toEqual([]);
  });

  test('its first load is under 50 kB compressed', () => {
    expect(brotliCompressSync(JSON.stringify(packCore(en))).length).toBeLessThan(50_000);
  });

  test('has an article on how a class is suggested', () => {
    expect(articles['en/how-a-class-is-suggested']?.text.length).toBeGreaterThan(4);
  });
});

describe('G7 training cases', () => {
  test.each([
    ['quillfeather', 22, 167],
    ['tarnwhistle', 23, 102],
  ])('%s is filled in, and every answer fits its question', (id, people, answers) => {
    const training = cases[id];
    if (training === undefined) throw new Error('no such case');

    expect(training.assessment.kind).toBe('training');
    expect(training.assessment.people).toHaveLength(people);
    expect(Object.keys(training.assessment.answers)).toHaveLength(answers);
    expect(checkAssessment(en, training.assessment)).toEqual([]);
  });

  test('the agreed class is the class of the case', () => {
    for (const { assessment, suggestions } of Object.values(cases)) {
      for (const { child, round, agreed } of suggestions) {
        expect(assessment.answers[`risk-class@${String(round)}~${child}`]).toMatchObject({
          is: 'given',
          value: agreed,
        });
      }
    }
  });

  test('a later round of ratings holds what was not changed', () => {
    const factors = (key: string): readonly unknown[] => {
      const answer = cases.quillfeather?.assessment.answers[key];
      return answer?.is === 'given' && Array.isArray(answer.value) ? answer.value : [];
    };

    expect(factors('factors-parent@2~wren')).toHaveLength(factors('factors-parent@1~wren').length);
    expect(factors('factors-child@3~juniper')).toContainEqual(
      expect.objectContaining({ factor: 'caring-role', status: 'past' }),
    );
  });

  test('a yes or no carries its evidence as a note, and what is not known is a state', () => {
    expect(cases.quillfeather?.assessment.answers['contact-orders~juniper']).toMatchObject({
      is: 'given',
      value: 'no',
      note: expect.stringContaining('section 34') as string,
    });
    expect(cases.tarnwhistle?.assessment.answers['parent-mental-health~flint']).toMatchObject({
      is: 'not-known',
      note: expect.any(String) as string,
    });
  });
});

describe('G7 a case with faults', () => {
  const files = readFolder(`${guidance}/sparf`);
  const yaml = 'cases/quillfeather.yaml';
  const words = 'cases/quillfeather.en.md';
  const heading = '## why-now\n\n';

  test.each([
    [
      'a choice that does not exist',
      yaml,
      'decision-1: start',
      'decision-1: begin',
      'unknown-choice',
      'decision-1: begin',
    ],
    [
      'a question that does not exist',
      yaml,
      'decision-1: start',
      'decision-9: start',
      'unknown-question',
      'decision-9: start',
    ],
    ['a person nobody entered', yaml, 'pwp-route~juniper', 'pwp-route~jupiter', 'unknown-person', 'pwp-route~jupiter'],
    ['words for a question that does not exist', words, '## why-now', '## why-then', 'unknown-question', '## why-then'],
    [
      'words beside no answer',
      words,
      '## legal-status~juniper',
      '## legal-status~wren',
      'unknown-words',
      '## legal-status~wren',
    ],
    ['HTML', words, heading, `${heading}<p>x</p>\n\n`, 'markdown-kind', '<p>x</p>'],
    ['YAML that does not parse', yaml, 'route: full', 'route: [full', 'yaml-syntax', 'reference:'],
    [
      'evidence taken from a row that is not there',
      yaml,
      'chronology.row-1',
      'chronology.row-99',
      'case-evidence',
      'id: accommodated-2020',
    ],
    [
      'evidence for a rating nobody made',
      yaml,
      '[factors-child@1~moss.under-five]',
      '[factors-child@1~moss.no-such]',
      'case-evidence',
      'id: moss-cannot-tell',
    ],
    ['evidence without a mark', yaml, '    mark: view\n', '', 'case-evidence', 'id: near-lapse'],
    [
      'evidence on a day that does not exist',
      yaml,
      'on: "2024-07"',
      'on: "2024-13"',
      'case-evidence',
      'id: near-lapse',
    ],
    ['a property nobody knows', yaml, 'name: Juniper', 'nickname: June\n    name: Juniper', 'unknown-key', 'nickname'],
  ])('%s is told with file and line', (_name, file, from, to, code, at) => {
    const text = files[file] ?? '';
    expect(text).toContain(from);
    const changed = text.replace(from, () => to);
    const line = changed.slice(0, changed.indexOf(at)).split('\n').length;

    const read = parseCase({ ...files, [file]: changed }, 'quillfeather', en);

    const faults = read.ok
      ? []
      : read.problems.map(({ code: told, place }) => ({ code: told, file: place.file, line: place.line }));
    expect(faults).toContainEqual({ code, file, line });
  });
});

describe('G8 the files under guidance', () => {
  test('the schemas are those the compiler uses', () => {
    for (const [name, text] of Object.entries(schemaFiles()))
      expect(readFileSync(`${guidance}/schema/${name}`, 'utf8'), name).toBe(text);
  });

  test('every YAML file names a schema that is there', () => {
    for (const [file, text] of Object.entries(readFolder(`${guidance}/sparf`))) {
      if (!file.endsWith('.yaml')) continue;
      const schema = /^# yaml-language-server: \$schema=((?:\.\.\/)+schema\/([a-z]+\.schema\.json))\n/.exec(text);
      expect(schema?.[1], file).toBe(`${'../'.repeat(file.split('/').length)}schema/${schema?.[2] ?? ''}`);
      expect(Object.keys(schemaFiles())).toContain(schema?.[2]);
    }
  });
});
