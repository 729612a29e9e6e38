import type { Answer, Row } from '../../src/model/answer.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { parsePlaceKey } from '../../src/model/place.ts';
import { pack } from './guidance.ts';
import { randomFrom } from './random.ts';

const events = [
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'onbegin',
  'ontoggle',
  'onanimationstart',
  'onpointerenter',
];
const calls = [
  'hit(1)',
  'hit`1`',
  'top.hit(1)',
  'self["hit"](1)',
  '&#104;it(1)',
  'hi\\u0074(1)',
  'Function("hit(1)")()',
  'setTimeout("hit(1)")',
];
const addresses = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'data:text/html,<script>',
  ' javascript&colon;',
  'vbscript:',
];

/** Known shapes of what people put into a text so that it runs; `event`, `call` and `address` vary. */
const shapes: readonly ((event: string, call: string, address: string) => string)[] = [
  (_, call) => `<script>${call}</script>`,
  (_, call) => `"><script>${call}</script>`,
  (_, call) => `</textarea></title></style><script>${call}</script>`,
  (event, call) => `<img src=x ${event}=${call}>`,
  (event, call) => `<svg/${event}=${call}>`,
  (event, call) => `<svg><animate ${event}=${call} attributeName=x dur=1s>`,
  (event, call) => `" autofocus tabindex=1 ${event}="${call}" x="`,
  (event, call) => `' ${event}='${call}' '`,
  (event, call) => `<details open ${event}=${call}>`,
  (event, call) => `<input autofocus ${event}=${call}>`,
  (event, call) => `<body ${event}=${call}>`,
  (_, call, address) => `<a href="${address}${call}">go</a>`,
  (_, call, address) => `<iframe src="${address}${call}"></iframe>`,
  (_, call, address) => `<form action="${address}${call}"><button>go</button></form>`,
  (_, call, address) => `[go](${address}${call})`,
  (_, call, address) => `![x](${address}${call} "x")`,
  (_, call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (_, call) => `<object data="data:text/html,<script>${call}</script>"></object>`,
  (_, call) => `<style>@import "x";*{background:url(javascript:${call})}</style>`,
  (_, call, address) => `<meta http-equiv=refresh content="0;url=${address}${call}">`,
  (_, call, address) => `<base href="${address}//"><link rel=import href="${address}${call}">`,
  (event, call) => `<math><mtext><table><mglyph><style><img src=x ${event}=${call}>`,
  (event, call) => `<noscript><p title="</noscript><img src=x ${event}=${call}>">`,
  (_, call) => `\${${call}} {{${call}}} #{${call}} <%= ${call} %>`,
  (_, call) => `<!--><script>${call}</script-->`,
  (_, call) => `\u202e<script>${call}</script>\u202c`,
  (_, call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (_, call) =>
    `<lit-${call}>?lit$123$ <!--?lit$123$--> <slot name=x><template shadowrootmode=open><script>${call}</script>`,
];

/** `count` texts that would call `hit` if anything took them for more than text; the same for the same seed. */
export function payloads(seed: number, count: number): readonly string[] {
  const random = randomFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: count }, () => one(shapes)(one(events), one(calls), one(addresses)));
}

const questions = new Map(pack.questions.map((question) => [question.id, question]));

/** `assessment` with the next payload in every text a person can type; how many went in. */
export function injected(
  assessment: Assessment,
  texts: readonly string[],
): { readonly assessment: Assessment; readonly used: number } {
  let used = 0;
  const next = (): string => texts[used++ % texts.length] ?? '';
  const answerWith = (key: string, answer: Answer): Answer => {
    const question = questions.get(parsePlaceKey(key)?.question ?? '');
    if (answer.is === 'unread') return { ...answer, text: next(), note: next() };
    if (answer.is !== 'given') return { ...answer, reason: next(), note: next() };
    if (question?.kind === 'text' || question?.kind === 'long-text') return { ...answer, value: next() };
    const typed = new Set(question?.columns?.filter(({ kind }) => kind.endsWith('text')).map(({ id }) => id));
    if (typed.size === 0 || !Array.isArray(answer.value)) return { ...answer, note: next() };
    const rows = (answer.value as readonly Row[]).map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, typed.has(id) ? next() : cell])),
    }));
    return { ...answer, value: rows, note: next() };
  };
  const comment = { at: assessment.changedAt, by: next(), text: next() };
  const made: Assessment = {
    ...assessment,
    reference: next(),
    people: assessment.people.map((person) => ({
      ...person,
      name: next(),
      detail: next(),
      agency: next(),
      post: next(),
    })),
    answers: Object.fromEntries(
      Object.entries(assessment.answers).map(([key, answer]) => [key, answerWith(key, answer)]),
    ),
    evidence: (assessment.evidence ?? []).map((each) => {
      const { takenFrom: _takenFrom, ...kept } = each;
      return { ...kept, words: next(), from: next() };
    }),
    history: [{ from: comment.at, to: comment.at, by: next(), place: 'why-now', was: { is: 'given', value: next() } }],
    comments: [
      { id: 'c1', ...comment, place: 'why-now' },
      { id: 'c2', ...comment, text: next() },
    ],
  };
  return { assessment: made, used };
}
