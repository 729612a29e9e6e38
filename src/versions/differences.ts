import { canonical } from '../model/canonical.ts';
import type { Pack, Question } from '../model/pack.ts';

/** Words of a question that were others before. */
export interface WordChange {
  readonly of: 'label' | 'hint' | 'choice' | 'column' | 'item' | 'point';
  readonly before: string;
  readonly now: string;
}

/** What is different in a question besides its words; `label` names the choice, column or item it is about. */
export interface PartChange {
  readonly what:
    | `${'choice' | 'column' | 'item'}-${'gone' | 'new'}`
    | 'column-changed'
    | 'kind'
    | 'asked-of'
    | 'scale'
    | 'factors'
    | 'when'
    | 'required'
    | 'optional';
  readonly label: string;
}

/** What was there, by a name that is the same in both versions. */
type Words = ReadonlyMap<string, { readonly of: WordChange['of']; readonly text: string }>;

/** The words of a question that are others in `to`; of what only one of the two has, none. */
export function wordChanges(from: Pack, was: Question, to: Pack, is: Question): readonly WordChange[] {
  const [before, now] = [wordsOf(from, was), wordsOf(to, is)];
  const changes = [...before].flatMap(([key, { of, text }]): readonly WordChange[] => {
    const then = now.get(key)?.text;
    return then === undefined || then === text ? [] : [{ of, before: text, now: then }];
  });
  // A hint that came or went changes what is read, too.
  for (const [key, { of, text }] of now)
    if (of === 'hint' && !before.has(key)) changes.push({ of, before: '', now: text });
  for (const [key, { of, text }] of before)
    if (of === 'hint' && !now.has(key)) changes.push({ of, before: text, now: '' });
  return changes.filter((each, index) => changes.findIndex((other) => canonical(other) === canonical(each)) === index);
}

function wordsOf({ sections }: Pack, question: Question): Words {
  const words = new Map<string, { readonly of: WordChange['of']; readonly text: string }>();
  const add = (of: WordChange['of'], key: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') words.set(`${of} ${key}`, { of, text });
  };
  add('label', '', question.label);
  add('hint', '', question.hint);
  for (const [purpose, text] of Object.entries(question.labelByPurpose ?? {})) add('label', purpose, text);
  for (const { id, asks } of sections)
    for (const asked of asks.filter((each) => each.question === question.id)) {
      add('label', `${id}/`, asked.label);
      add('hint', `${id}/`, asked.hint);
    }
  for (const { id, label, definition } of question.choices ?? []) {
    add('choice', id, label);
    add('choice', `${id}/definition`, definition);
  }
  for (const { id, label } of question.items ?? []) add('item', id, label);
  for (const [index, text] of (question.anchors ?? []).entries()) add('point', String(index), text);
  for (const [index, text] of (question.anchorMeanings ?? []).entries()) add('point', `${index}/meaning`, text);
  for (const column of question.columns ?? []) {
    add('column', column.id, column.label);
    add('hint', column.id, column.hint);
    for (const { id, label } of column.choices ?? []) add('choice', `${column.id}/${id}`, label);
  }
  return words;
}

/** What is different in a question besides its words: what may be answered, of whom and when it is asked. */
export function partChanges(was: Question, is: Question): PartChange[] {
  const changes: PartChange[] = [];
  const tell = (what: PartChange['what'], label = ''): unknown => changes.push({ what, label });
  const differs = (one: unknown, other: unknown): boolean => canonical(one ?? null) !== canonical(other ?? null);
  const comeAndGo = (what: 'choice' | 'column' | 'item', before: Named = [], now: Named = []): void => {
    for (const { id, label } of before) if (!now.some((each) => each.id === id)) tell(`${what}-gone`, label);
    for (const { id, label } of now) if (!before.some((each) => each.id === id)) tell(`${what}-new`, label);
  };
  if (was.kind !== is.kind) tell('kind');
  if (differs(was.repeats, is.repeats)) tell('asked-of');
  if (was.anchors?.length !== is.anchors?.length) tell('scale');
  if (differs(was.factorSets, is.factorSets)) tell('factors');
  if (differs([was.showWhen, was.purposes, was.core], [is.showWhen, is.purposes, is.core])) tell('when');
  comeAndGo('choice', was.choices, is.choices);
  comeAndGo('item', was.items, is.items);
  comeAndGo('column', was.columns, is.columns);
  for (const column of was.columns ?? []) {
    const now = is.columns?.find(({ id }) => id === column.id);
    if (!now) continue;
    const [one, other] = [column, now].map(({ kind, many, property }) => ({ kind, many, property }));
    if (differs(one, other)) tell('column-changed', now.label);
    comeAndGo('choice', column.choices, now.choices);
  }
  return changes;
}

type Named = readonly { readonly id: string; readonly label: string }[];
