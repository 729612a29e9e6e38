import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formName, nameParts, ownerParts, parseFormName, parsePlaceKey, placeKey, type FormName } from './place.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
const columnId = id.filter((each) => !nameParts.some((part) => part === each));
const place = fc.record({
  question: id,
  subject: fc.option(id, { nil: null }),
  round: fc.nat({ max: 40 }),
});
const part = fc.constantFrom(...nameParts, ...ownerParts);
const name: fc.Arbitrary<FormName> = fc.oneof(
  place,
  fc.tuple(place, part).map(([at, each]) => ({ ...at, part: each })),
  fc.tuple(place, id, columnId).map(([at, row, column]) => ({ ...at, row, column })),
  fc.tuple(place, id, columnId, part).map(([at, row, column, each]) => ({ ...at, row, column, part: each })),
);

describe('N1 the name of a control', () => {
  test.each<[FormName, string]>([
    [{ question: 'why-now', subject: null, round: 0 }, 'why-now'],
    [{ question: 'risk-class', subject: 'juniper', round: 2 }, 'risk-class@2~juniper'],
    [{ question: 'goals', subject: null, round: 0, row: 'r1', column: 'owner' }, 'goals.r1.owner'],
    [{ question: 'born', subject: 'moss', round: 0, part: 'day' }, 'born~moss.day'],
    [
      { question: 'change-evidence', subject: 'wren', round: 3, row: 'r-2', column: 'since', part: 'year' },
      'change-evidence@3~wren.r-2.since.year',
    ],
    [{ question: 'why-now', subject: null, round: 0, part: 'by.month' }, 'why-now.by.month'],
  ])('%o is %s', (given, text) => {
    expect(formName(given)).toBe(text);
    expect(parseFormName(text)).toEqual(given);
  });
});

describe('N2 reading a name', () => {
  test('gives back whatever was written', () => {
    fc.assert(
      fc.property(name, (each) => {
        expect(parseFormName(formName(each))).toEqual(each);
      }),
    );
  });

  test('is null, or a name that is written the same again', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-z@~.0-9-]{0,14}$/));
    fc.assert(
      fc.property(text, (each) => {
        const read = parseFormName(each);
        expect(read === null ? each : formName(read)).toBe(each);
      }),
    );
  });

  test.each([
    '',
    '.day',
    '@1',
    '~wren',
    'a b',
    'q@0',
    'q@01',
    'q@-1',
    'q@1.5.',
    'q@99999999999999999999',
    'q~',
    'q~a~b',
    'q~a@1',
    'q.row',
    'q.',
    'q..column',
    'q.row.day',
    'q.row.state',
    'q.row.column.hour',
    'q.row.column.day.month',
    'q.row.column.',
    'q.by',
    'q\n',
    'q.row.col umn',
    'näme',
  ])('refuses %j', (text) => {
    expect(parseFormName(text)).toBeNull();
  });
});

describe('N3 parts', () => {
  test.each(nameParts)('no column can be called %s', (each) => {
    expect(parseFormName(`goals.row.${each}`)).toBeNull();
  });

  test('a column may be called owner, and a question has an owner of its own', () => {
    expect(parseFormName('goals.row.owner')).toMatchObject({ row: 'row', column: 'owner' });
    expect(parseFormName('goals.owner')).toEqual({ question: 'goals', subject: null, round: 0, part: 'owner' });
  });
});

describe('N4 the key of a place', () => {
  test('is read back as the place', () => {
    fc.assert(
      fc.property(place, (each) => {
        expect(parsePlaceKey(placeKey(each))).toEqual(each);
      }),
    );
  });

  test.each(['goals.r1.what', 'born.day', 'born.note', '', 'q@0'])('%j names no place', (text) => {
    expect(parsePlaceKey(text)).toBeNull();
  });
});
