import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { caseDraft, outputs, pack, packInWelsh } from '../../test/journeys/guidance.ts';
import { readAssessment } from '../content/read-assessment.ts';
import type { Answer } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import { childrenInScope } from '../model/people.ts';
import { parsePlaceKey } from '../model/place.ts';
import { published } from '../model/published.ts';
import type { Published } from '../model/report.ts';
import { makeCopy } from '../outputs/copy.ts';
import { csvColumns, csvFile, guarded } from './csv.ts';
import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse, ResponseItem } from './fhir-types.ts';
import { fhirBundle } from './fhir.ts';
import { jsonFile } from './json.ts';
import { leftOut } from './left-out.ts';
import { extensions, stateSystem, uuidOf } from './names.ts';
import { entriesOf } from './said.ts';

const on = '2025-03-20';
const cases = { quillfeather: caseDraft('quillfeather'), tarnwhistle: caseDraft('tarnwhistle') };
const names = ['quillfeather', 'tarnwhistle'] as const;
const whole = (assessment: Assessment): Published => published(pack, assessment, { locale: 'en', output: 'full', on });
const spec = readFileSync(fileURLToPath(new URL('SPEC.md', import.meta.url)), 'utf8');

const child = childrenInScope(cases.quillfeather)[0]?.id ?? '';

/** The first case with this answer about its first child, and no other. */
const withAnswer = (question: string, answer: Answer): Assessment => ({
  ...cases.quillfeather,
  answers: { [`${question}~${child}`]: answer },
});

interface Read {
  readonly questionnaires: readonly Questionnaire[];
  readonly responses: readonly QuestionnaireResponse[];
}
function read(of: Published, inPack = pack): Read {
  const resources = fhirBundle(inPack, of).entry.map(({ resource }) => resource);
  return {
    questionnaires: resources.filter((each) => each.resourceType === 'Questionnaire'),
    responses: resources.filter((each) => each.resourceType === 'QuestionnaireResponse'),
  };
}
const asked = (items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...asked(item.item ?? [])]);
const said = (items: readonly ResponseItem[]): readonly ResponseItem[] =>
  items.flatMap((item) => [item, ...said(item.item ?? [])]);

describe('I-J JSON', () => {
  test.each(names)('J1 %s is written as it is published, and read again', (name) => {
    const file = whole(cases[name]);
    const back = readAssessment(jsonFile(file), pack);

    expect(back.ok && back.value.answers).toEqual(file.assessment.answers);
  });
});

describe('F FHIR', () => {
  test.each(names)(
    'F1 F2 %s: a response for each person and round with an answer, to questions that are there',
    (name) => {
      const file = whole(cases[name]);
      const { questionnaires, responses } = read(file);
      const places = Object.keys(file.assessment.answers).map((key) => parsePlaceKey(key));
      const wanted = new Set(
        places.map((place) => `${file.assessment.id}/${place?.subject ?? 'family'}/${String(place?.round)}`),
      );

      expect(new Set(responses.map(({ identifier }) => identifier.value))).toEqual(wanted);
      for (const { questionnaire, item } of responses) {
        const of = questionnaires.find(({ url, version }) => questionnaire === `${url}|${version}`);
        const links = new Map(asked(of?.item ?? []).map((each) => [each.linkId, each]));
        for (const { linkId, answer = [], item: inside = [] } of said(item)) {
          const question = links.get(linkId);
          expect(question, linkId).toBeDefined();
          expect(answer.length > 0 || inside.length > 0, linkId).toBe(true);
          for (const each of answer) {
            const kinds = {
              group: '',
              string: 'String',
              text: 'String',
              date: 'Date',
              decimal: 'Decimal',
              boolean: 'Boolean',
              choice: 'Coding',
            };
            expect(Object.keys(each)).toEqual([`value${kinds[question?.type ?? 'group']}`]);
            if ('valueCoding' in each)
              expect(
                question?.answerOption?.map(({ valueCoding: { system, code, display } }) => ({
                  system,
                  code,
                  display,
                })),
              ).toContainEqual(each.valueCoding);
          }
        }
      }
    },
  );

  test.each(names)('F3 %s: every piece of every answer is in its response', (name) => {
    const file = whole(cases[name]);
    const { responses } = read(file);
    for (const [key, answer] of Object.entries(file.assessment.answers)) {
      const place = parsePlaceKey(key);
      const question = pack.questions.find(({ id }) => id === place?.question);
      if (!place || !question) throw new Error(key);
      const id = `${file.assessment.id}/${place.subject ?? 'family'}/${String(place.round)}`;
      const items = said(responses.find(({ identifier }) => identifier.value === id)?.item ?? []);
      const values = JSON.stringify(items.filter(({ linkId }) => linkId.split(/[.:]/)[0] === question.id));
      for (const { said: pieces } of entriesOf(pack, cases[name], question, answer))
        for (const { part, values: texts } of pieces)
          for (const { text } of texts)
            if (part.kind !== 'boolean') expect(values).toContain(JSON.stringify(text.trim()).slice(1, -1));
      if (answer.note) expect(values).toContain(JSON.stringify(answer.note.trim()));
    }
  });

  test.each(names)('F2 %s: no two elements of a response have the same id, and rows have one', (name) => {
    for (const { item } of read(whole(cases[name])).responses) {
      const ids = said(item).flatMap(({ id }) => id ?? []);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids.join('')).not.toMatch(/\s/);
    }
    const all = read(whole(cases[name])).responses.flatMap(({ item }) => said(item).flatMap(({ id }) => id ?? []));
    expect(all.length).toBeGreaterThan(20);
  });

  test('F2 no link id is used twice in one set of questions, and no address is on somebody’s domain', () => {
    for (const { item, url } of read(whole(cases.quillfeather)).questionnaires) {
      const links = asked(item).map(({ linkId }) => linkId);
      expect(new Set(links).size).toBe(links.length);
      expect(url).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    const text = JSON.stringify(fhirBundle(pack, whole(cases.quillfeather)));
    expect(
      [...new Set(text.match(/"(?:url|system)":"https?:[^"]+"/g))]
        .map((each) => new URL(each.split('"')[3] ?? '').host)
        .sort(),
    ).toEqual(['hl7.org', 'terminology.hl7.org']);
  });

  test.each<[string, Answer, string]>([
    [
      'not-known',
      { is: 'not-known', reason: 'Not asked yet', owner: 'Ada Wren', by: '2025-05-01', note: 'Ring her' },
      'Not asked yet',
    ],
    ['declined', { is: 'declined', reason: 'Would not say' }, 'Would not say'],
    ['not-applicable', { is: 'not-applicable', reason: 'No school yet' }, 'No school yet'],
    ['unread', { is: 'unread', text: '31 February' }, '31 February'],
  ])('F4 an answer that is %s says so beside the question', (state, answer, words) => {
    const { responses } = read(whole(withAnswer('child-own-words', answer)));
    const items = responses
      .flatMap(({ item }) => said(item))
      .filter(({ linkId }) => linkId.startsWith('child-own-words:'));

    expect(items.find(({ linkId }) => linkId === 'child-own-words:state')?.answer).toMatchObject([
      { valueCoding: { system: stateSystem, code: state } },
    ]);
    expect(JSON.stringify(items)).toContain(words);
    if (answer.note)
      expect(items.map(({ linkId }) => linkId)).toEqual(
        expect.arrayContaining(['child-own-words:owner', 'child-own-words:by', 'child-own-words:note']),
      );
  });

  test('F5 link ids, choices and addresses are the same in every language', () => {
    const skeleton = ({ questionnaires }: Read): unknown =>
      questionnaires.map(({ url, item }) => [
        url,
        asked(item).map(({ linkId, type, answerOption }) => [
          linkId,
          type,
          answerOption?.map(({ valueCoding }) => [valueCoding.system, valueCoding.code]),
        ]),
      ]);
    const inWelsh = published(packInWelsh, cases.quillfeather, { locale: 'cy', output: 'full', on });

    expect(skeleton(read(inWelsh, packInWelsh))).toEqual(skeleton(read(whole(cases.quillfeather))));
  });

  test('F6 a training file is marked as test data, a real one is not', () => {
    const training = withAnswer('child-own-words', { is: 'given', value: 'Home.' });
    const real = { ...training, kind: 'real' as const };
    expect(JSON.stringify(fhirBundle(pack, whole(training))).match(/HTEST/g)).toHaveLength(3);
    expect(JSON.stringify(fhirBundle(pack, whole(real)))).not.toContain('HTEST');
  });

  test('F7 signs that FHIR has no room for are shown as their code point', () => {
    const text = JSON.stringify(
      fhirBundle(pack, whole(withAnswer('child-own-words', { is: 'given', value: 'a\u0000b\uD800c' }))),
    );
    expect(text).toContain('a[U+0000]b[U+D800]c');
  });

  test('F8 the specification names every address of ours', () => {
    for (const url of [...Object.values(extensions), stateSystem]) expect(spec).toContain(url);
  });

  test('F8 an address is made of what it names alone', () => {
    expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  });
});

/** A reader of RFC 4180 that knows nothing of the writer. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (sign === '\r' && text.charAt(at + 1) === '\n') {
      at += 1;
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
    } else cell += sign;
  }
  return rows.slice(0, -1);
}
const csvOf = (file: Published): readonly (readonly string[])[] =>
  parsed(new TextDecoder().decode(csvFile(pack, file)));

describe('C CSV', () => {
  test.each(names)('C1 C2 %s: UTF-8 with a mark, every line as many cells as the head, every value there', (name) => {
    const file = whole(cases[name]);
    const bytes = csvFile(pack, file);
    const rows = csvOf(file);

    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows[0]).toEqual(csvColumns);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([csvColumns.length]));
    const values = new Set(rows.map((row) => row[csvColumns.indexOf('value')]));
    const notes = new Set(rows.map((row) => row[csvColumns.indexOf('note')]));
    for (const [key, answer] of Object.entries(file.assessment.answers)) {
      const question = pack.questions.find(({ id }) => id === parsePlaceKey(key)?.question);
      if (!question) throw new Error(key);
      for (const { said: pieces } of entriesOf(pack, cases[name], question, answer))
        for (const { values: texts } of pieces) for (const { text } of texts) expect(values).toContain(guarded(text));
      if (answer.note) expect(notes).toContain(guarded(answer.note));
    }
  });

  const dangerous = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '=cmd|" /C calc"!A1',
    '"=1',
    ',=1',
  ];
  test.each(dangerous)('C3 %j begins no cell as a formula', (text) => {
    const rows = csvOf(whole(withAnswer('child-own-words', { is: 'given', value: text, note: text })));
    const cells = rows.flat();

    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell === text || cell === `'${text}`)).toHaveLength(2);
  });
});

describe('L what is left out of a file for others', () => {
  test('L1 L2 the file for others holds what the summary for partners may, and what it lacks is named', () => {
    const { quillfeather } = cases;
    const to = { kind: 'partners', person: null, children: childrenInScope(quillfeather).map(({ id }) => id) } as const;
    const copy = makeCopy(pack, outputs, quillfeather, { to, on });
    const less = copy.ok ? copy.value.published : null;
    if (!less) throw new Error('no copy');
    const allowed = new Set([pack.purposeQuestion, ...outputs.shared.partners.map(({ question }) => question)]);
    const out = leftOut(pack, whole(quillfeather), less);

    for (const row of csvOf(less).slice(1)) expect(allowed).toContain(row[csvColumns.indexOf('question')]);
    const there = new Set(Object.keys(less.assessment.answers).map((key) => parsePlaceKey(key)?.question));
    for (const key of Object.keys(whole(quillfeather).assessment.answers)) {
      const question = parsePlaceKey(key)?.question ?? '';
      if (!there.has(question)) expect(out.find((each) => each.question === question)?.how).toBe('whole');
    }
    expect(out.filter(({ question }) => there.has(question)).every(({ how }) => how === 'part')).toBe(true);
  });
});
