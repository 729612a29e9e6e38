import { readFile } from 'node:fs/promises';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { report } from '../../src/model/make-report.ts';
import { onPaper } from '../../src/model/paper.ts';
import { published } from '../../src/model/published.ts';
import { caseDraft, pack } from '../journeys/guidance.ts';
import { median, type Check } from './verdict.ts';

/** How much is done. */
export interface PaperExtent {
  /** Files made beside as many of the floor, in turns. */
  readonly turns: number;
  /** Pages opened anew, for the first file that each of them makes. */
  readonly opened: number;
  /** Files made one after the other, for the heap. */
  readonly many: number;
}

export const wholePaper: PaperExtent = { turns: 11, opened: 3, many: 50 };
export const quickPaper: PaperExtent = { turns: 5, opened: 1, many: 50 };

/** Milliseconds of CPU of the page's main thread, and by the clock. */
interface Timing {
  readonly cpu: number;
  readonly wall: number;
  /** The longest task; 0 where none came to 50 ms. */
  readonly longest: number;
}

/** What the host page tells of what it made. */
interface Told {
  readonly wall: number;
  readonly longest: number;
  readonly bytes: number;
}

export interface PaperCost {
  readonly extent: PaperExtent;
  readonly signed: readonly Timing[];
  readonly plain: readonly Timing[];
  /** The first file of each page that was opened anew, with all that it fetches. */
  readonly first: readonly Timing[];
  readonly pages: { readonly signed: number; readonly plain: number };
  readonly bytes: { readonly signed: number; readonly plain: number };
  /** MiB of heap after each of many files, all that is not needed any more taken away. */
  readonly heap: readonly number[];
}

/** The document that is measured has so many pages, or one or two more: the report's blocks are taken until it has. */
const pages = 30;

/** Measures in turns, the first of each thrown away. */
export async function paperCost(
  elements: string,
  extent: PaperExtent,
  told: (line: string) => void,
): Promise<PaperCost> {
  const server = await serve({
    mounts: { '/elements/': elements },
    headersFor: () => ({}),
    pages: new Map([
      ['/favicon.ico', ''],
      [
        '/paper.html',
        '<!doctype html><title>Paper</title><script src="/jspdf.js"></script><script type="module" src="/host.js"></script>',
      ],
      ['/jspdf.js', await readFile(new URL('../../node_modules/jspdf/dist/jspdf.umd.min.js', import.meta.url), 'utf8')],
      ['/host.js', await readFile(new URL('paper-host.js', import.meta.url), 'utf8')],
      ['/paper.json', JSON.stringify(await given())],
    ]),
  });
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: node scripts/ensure-tools.mjs chromium');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const opened = async (): Promise<{ readonly page: Page; readonly session: CDPSession }> => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`http://127.0.0.1:${String(server.port)}/paper.html`);
    await page.waitForFunction('window.paper');
    return { page, session };
  };
  try {
    const { page, session } = await opened();
    const blocks = await page.evaluate<number>(`paper.fit(${String(pages)})`);
    const first: Timing[] = [];
    for (let each = 0; each < extent.opened; each += 1) {
      const anew = await opened();
      await anew.page.evaluate(`paper.take(${String(blocks)})`);
      first.push((await timed(anew.session, () => anew.page.evaluate('paper.signed()'))).timing);
      await anew.page.close();
    }
    const made = { signed: [] as Timing[], plain: [] as Timing[] };
    const bytes = { signed: 0, plain: 0 };
    for (let turn = 0; turn <= extent.turns; turn += 1)
      for (const which of turn % 2 === 0 ? (['signed', 'plain'] as const) : (['plain', 'signed'] as const)) {
        const { timing, told: done } = await timed(session, () => page.evaluate(`paper.${which}()`));
        if (turn > 0) made[which].push(timing);
        bytes[which] = done.bytes;
      }
    told(`  paper: ${String(extent.turns)} files signed`);
    const heap: number[] = [];
    for (let each = 0; each < extent.many; each += 1) {
      await page.evaluate('paper.make()');
      heap.push(await heapOf(session));
    }
    told(`  paper: ${String(extent.many)} files more`);
    const counted = await page.evaluate<PaperCost['pages']>('paper.pages()');
    return { extent, ...made, first, pages: counted, bytes, heap };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The report of a training case and what is attached to it; the fonts for the floor. */
async function given(): Promise<unknown> {
  const assessment = caseDraft('quillfeather');
  const choice = { locale: 'en', output: 'full', stages: ['stage-4-review'], on: '2026-11-21' } as const;
  const family = '../../node_modules/@expo-google-fonts/atkinson-hyperlegible-next';
  const font = (file: string): Promise<string> => readFile(new URL(`${family}/${file}`, import.meta.url), 'base64');
  return {
    shown: onPaper(report(pack, assessment, choice), pack, assessment),
    attached: published(pack, assessment, choice),
    fonts: {
      normal: await font('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
      bold: await font('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
    },
  };
}

async function timed(
  session: CDPSession,
  work: () => Promise<Told>,
): Promise<{ readonly timing: Timing; readonly told: Told }> {
  const before = await cpuOf(session);
  const told = await work();
  return { timing: { cpu: (await cpuOf(session)) - before, wall: told.wall, longest: told.longest }, told };
}

async function cpuOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

const budgets = { ratio: 3, longest: 100, bytes: 350_000, heap: 0.5 } as const;

const middle = (timings: readonly Timing[], of: keyof Timing): number => median(timings.map((each) => each[of]));
const ratio = ({ signed, plain }: PaperCost, of: 'cpu' | 'wall'): number => middle(signed, of) / middle(plain, of);

/** How much more the last ten files leave behind than the first ten. */
const grown = ({ heap }: PaperCost): number => median(heap.slice(-10)) - median(heap.slice(0, 10));

export function paperChecks(cost: PaperCost): readonly Check[] {
  const { signed, first, bytes } = cost;
  return [
    {
      says: `paper, ${String(cost.pages.signed)} pages to a signed file: ${ratio(cost, 'cpu').toFixed(2)}× the CPU of the same words as plain text of jsPDF on ${String(cost.pages.plain)} pages, of at most ${budgets.ratio.toFixed(1)}×`,
      holds:
        ratio(cost, 'cpu') <= budgets.ratio && cost.pages.signed >= pages && cost.pages.plain === cost.pages.signed,
    },
    ...(
      [
        ['paper, longest task', signed],
        ['paper, longest task of the first file after the page was opened', first],
      ] as const
    ).map(([says, timings]): Check => ({
      says: `${says}: ${taskInWords(middle(timings, 'longest'))}, of at most ${String(budgets.longest)} ms`,
      holds: middle(timings, 'longest') <= budgets.longest,
    })),
    {
      says: `paper, ${String(cost.pages.signed)} pages with attachment and signature: ${kilobytes(bytes.signed)} KB, of at most ${kilobytes(budgets.bytes)} KB`,
      holds: bytes.signed <= budgets.bytes,
    },
    {
      says: `paper, heap after ${String(cost.heap.length)} files: ${grown(cost).toFixed(2)} MiB more in the last ten than in the first ten, of at most ${String(budgets.heap)} MiB`,
      holds: grown(cost) <= budgets.heap,
    },
  ];
}

/** What was found, as lines of a report; milliseconds by the clock are printed and not judged. */
export function paperReport(cost: PaperCost): readonly string[] {
  const { signed, plain, first, bytes, heap } = cost;
  return [
    `paper, ${String(cost.pages.signed)} pages: CPU ${middle(signed, 'cpu').toFixed(1)} ms signed, ${middle(plain, 'cpu').toFixed(1)} ms plain; by the clock ${middle(signed, 'wall').toFixed(1)} and ${middle(plain, 'wall').toFixed(1)} ms, ${ratio(cost, 'wall').toFixed(2)}×`,
    `paper, longest task: ${taskInWords(Math.max(...signed.map(({ longest }) => longest)))} at most signed, ${taskInWords(middle(plain, 'longest'))} plain; the first file of a page ${middle(first, 'wall').toFixed(0)} ms by the clock`,
    `paper, bytes: ${kilobytes(bytes.signed)} KB signed, ${kilobytes(bytes.plain)} KB plain; heap ${(heap[0] ?? NaN).toFixed(1)} to ${(heap.at(-1) ?? NaN).toFixed(1)} MiB`,
  ];
}

const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(0);
const taskInWords = (longest: number): string => (longest === 0 ? 'under 50 ms' : `${longest.toFixed(0)} ms`);
