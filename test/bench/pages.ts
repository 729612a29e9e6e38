import { readFile } from 'node:fs/promises';
import { serve, type StaticServer } from '../../scripts/static-server.mjs';
import { floorPage } from './floor-page.ts';
import { formLook } from './look.ts';
import type { GivenAnswer, Workload } from './workload.ts';

/** One page written by hand, shown with two sheets: a plain one, and the form's own. */
const sheets = { floor: '/floor.css', dressed: '/look.css' } as const;
export type Floor = keyof typeof sheets;
export const floors = ['floor', 'dressed'] as const satisfies readonly Floor[];

/** What is compared. */
export const contestants = [...floors, 'form'] as const;
export type Contestant = (typeof contestants)[number];

const parts = ['answers-kept.js', 'floor.css', 'floor.js', 'host.js', 'ready.js', 'section-host.js'];

const formPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Form</title>
<script type="module" src="/host.js"></script>
<main></main>
`;

/** Serves the built elements from `elements` and, under `/<size>/<contestant>/`, the pages to compare. */
export async function serveBench(elements: string, workloads: readonly Workload[]): Promise<StaticServer> {
  const pages = await sharedParts();
  pages.set(sheets.dressed, await formLook());
  for (const workload of workloads) {
    const at = `/${String(workload.size)}`;
    for (const [name, sheet] of Object.entries(sheets)) {
      pages.set(`${at}/${name}/`, floorPage(workload, sheet));
      pages.set(`${at}/${name}/floor-answers.js`, parsed(workload.all.flatMap(inBoxes)));
    }
    pages.set(`${at}/form/`, formPage);
    pages.set(`${at}/form/pack.js`, parsed(workload.pack));
    pages.set(`${at}/form/few.js`, parsed(workload.few));
    pages.set(`${at}/form/all.js`, parsed(workload.all));
  }
  return serve({ mounts: { '/elements/': elements }, pages, headersFor: () => ({ 'Cache-Control': 'no-store' }) });
}

/** What every page of the bench may ask for, by address. */
export async function sharedParts(): Promise<Map<string, string>> {
  const texts = await Promise.all(parts.map((part) => readFile(new URL(part, import.meta.url), 'utf8')));
  return new Map([
    ['/favicon.ico', ''],
    ['/blank.html', '<!doctype html><title>Blank</title>'],
    ...parts.map((part, index): [string, string] => [`/${part}`, texts[index] ?? '']),
  ]);
}

/** A module whose value is read with `JSON.parse`, as the packs of the build are. */
export const parsed = (value: unknown): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;

/** What the floor's controls hold for an answer: text by name, or the choices. The table's rows stand in the page. */
function inBoxes({ question, answer }: GivenAnswer): readonly (readonly [string, unknown])[] {
  if (answer.is !== 'given' || question === 'table') return [];
  const { value } = answer;
  const [year, month, day] = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value.split('-') : [];
  if (year === undefined) return [[question, value]];
  return [
    [`${question}.day`, String(Number(day))],
    [`${question}.month`, String(Number(month))],
    [`${question}.year`, year],
  ];
}
