import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { bundled } from '../bundled.ts';
import type { Contestant } from './vault-page.ts';
import { median, type Check } from './verdict.ts';

/** How much is done. */
export interface VaultExtent {
  /** Drafts in the list. */
  readonly drafts: number;
  readonly lists: number;
  /** Writes that are measured, one edit each, and then opened. Not whole hundreds: those are snapshots already. */
  readonly edits: number;
  /** Seconds of steady typing, one write in each. */
  readonly typing: number;
}

export const wholeVault: VaultExtent = { drafts: 1_000, lists: 15, edits: 1_090, typing: 8 * 60 * 60 };
/** Without the eight hours, which alone take minutes. */
export const quickVault: VaultExtent = { drafts: 1_000, lists: 7, edits: 190, typing: 0 };

interface Timing {
  /** Milliseconds of CPU on the page's main thread. */
  readonly cpu: number;
  /** Milliseconds by the clock. */
  readonly wall: number;
}

type OfEach<T> = Readonly<Record<Contestant, readonly T[]>>;

export interface VaultCost {
  readonly extent: VaultExtent;
  readonly list: OfEach<Timing>;
  readonly open: OfEach<Timing>;
  /** Milliseconds of CPU of each write. */
  readonly save: OfEach<number>;
  /** Bytes of the browser's database files: the most during the typing, and once the browser was closed. */
  readonly disk: { readonly most: number; readonly closed: number } | null;
}

/** Measures the encrypted vault beside the plain one, in turns, in one browser. */
export async function vaultCost(extent: VaultExtent, told: (line: string) => void): Promise<VaultCost> {
  const script = await bundled(new URL('vault-page.ts', import.meta.url));
  const cost = await onPage(script, async ({ page, session }) => {
    const openedAgain = (work: () => Promise<number>) => async (which: Contestant) => {
      await page.evaluate((each) => window.vaultBench.openAgain(each), which);
      return timed(session, work);
    };
    await page.evaluate((count) => window.vaultBench.fill(count), extent.drafts);
    const list = await inTurns(
      extent.lists,
      openedAgain(() => page.evaluate(() => window.vaultBench.list())),
    );
    told(`  vault: ${String(extent.drafts)} drafts listed`);
    await page.evaluate(() => window.vaultBench.begin());
    const save = await inTurns(extent.edits, async (which, turn) => {
      const write = async (): Promise<number> => {
        await page.evaluate(([each, number]) => window.vaultBench.save(each, number), [which, turn + 1] as const);
        return 0;
      };
      return (await timed(session, write)).cpu;
    });
    told(`  vault: ${String(extent.edits)} edits saved`);
    const open = await inTurns(
      extent.lists,
      openedAgain(() => page.evaluate(() => window.vaultBench.load())),
    );
    return { list, save, open };
  });
  return { extent, ...cost, disk: extent.typing === 0 ? null : await typed(script, extent.typing, told) };
}

/** What steady typing for so many seconds leaves in the browser's files. */
async function typed(script: string, seconds: number, told: (line: string) => void): Promise<VaultCost['disk']> {
  const minutes = 10 * 60;
  let most = 0;
  let folder = '';
  const closed = await onPage(
    script,
    async ({ page, profile }) => {
      folder = profile;
      for (let from = 0; from < seconds; from += minutes) {
        const to = Math.min(from + minutes, seconds);
        await page.evaluate(([first, last]) => window.vaultBench.typeOn(first, last), [from, to] as const);
        most = Math.max(most, await bytesBelow(profile));
        if (to % 3_600 === 0) told(`  vault: ${String(to / 3_600)} hours typed`);
      }
    },
    () => bytesBelow(folder),
  );
  return { most, closed };
}

interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  readonly profile: string;
}

function onPage<T>(script: string, work: (opened: Opened) => Promise<T>): Promise<T>;
function onPage<T>(script: string, work: (opened: Opened) => Promise<void>, afterwards: () => Promise<T>): Promise<T>;
/** What `work` gives with the page in a browser of its own, or what `afterwards` gives once that was closed. */
async function onPage<T>(
  script: string,
  work: (opened: Opened) => Promise<T>,
  afterwards?: () => Promise<T>,
): Promise<T> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: node scripts/ensure-tools.mjs chromium');
  const pages = new Map([
    ['/', '<!doctype html><meta charset="utf-8"><title>Vault</title><script type="module" src="/vault.js"></script>'],
    ['/vault.js', script],
    ['/favicon.ico', ''],
  ]);
  const server = await serve({ mounts: {}, pages, headersFor: () => ({}) });
  const profile = await mkdtemp(join(tmpdir(), 'homeward-vault-bench-'));
  try {
    const browser = await chromium.launchPersistentContext(profile, { executablePath, args: chromiumArguments });
    browser.setDefaultTimeout(120_000);
    try {
      const page = await browser.newPage();
      const session = await browser.newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.goto(`http://127.0.0.1:${String(server.port)}/`);
      await page.waitForFunction(() => 'vaultBench' in window);
      const found = await work({ page, session, profile });
      if (!afterwards) return found;
    } finally {
      await browser.close();
    }
    return await afterwards();
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whoever comes second finds a warmer machine: they take turns. */
async function inTurns<T>(times: number, once: (which: Contestant, turn: number) => Promise<T>): Promise<OfEach<T>> {
  const found: Record<Contestant, T[]> = { plain: [], sealed: [] };
  for (let turn = 0; turn < times; turn += 1)
    for (const which of turn % 2 === 0 ? (['plain', 'sealed'] as const) : (['sealed', 'plain'] as const))
      found[which].push(await once(which, turn));
  return found;
}

/** `work` says itself how long it took by the clock; the CPU is the main thread's. */
async function timed(session: CDPSession, work: () => Promise<number>): Promise<Timing> {
  const before = await cpuOf(session);
  const wall = await work();
  return { cpu: (await cpuOf(session)) - before, wall };
}

async function cpuOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

async function bytesBelow(profile: string): Promise<number> {
  // The second folder holds the storage buckets, and so the standing copy.
  const folders = ['IndexedDB', 'WebStorage'].map((name) => join(profile, 'Default', name));
  const read = folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }));
  const entries = (await Promise.all(read)).flat();
  const sizes = entries
    .filter((entry) => entry.isFile())
    // A file that the browser has just merged into another counts no more.
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((one, other) => one + other, 0);
}

const budgets = { list: 1.5, open: 150, save: 2, disk: 5_000_000 } as const;

const middle = (timings: readonly Timing[], of: keyof Timing): number => median(timings.map((each) => each[of]));
const listRatio = ({ list }: VaultCost, of: keyof Timing): number => middle(list.sealed, of) / middle(list.plain, of);

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

const saveAdds = ({ save }: VaultCost, share: number): number =>
  percentile(save.sealed, share) - percentile(save.plain, share);

export function vaultChecks(cost: VaultCost): readonly Check[] {
  const { extent, disk } = cost;
  return [
    {
      says: `${String(extent.drafts)} encrypted drafts listed: ${listRatio(cost, 'cpu').toFixed(2)}× the plain list, of at most ${String(budgets.list)}×`,
      holds: listRatio(cost, 'cpu') <= budgets.list,
    },
    {
      says: `encryption adds ${saveAdds(cost, 0.95).toFixed(2)} ms of CPU to a save at p95, of at most ${String(budgets.save)} ms`,
      holds: saveAdds(cost, 0.95) <= budgets.save,
    },
    ...(disk === null
      ? []
      : [
          {
            says: `${String(extent.typing / 3_600)} hours of steady typing leave ${megabytes(disk.closed)} MB on disk, of at most ${megabytes(budgets.disk)} MB`,
            holds: disk.closed <= budgets.disk,
          },
        ]),
  ];
}

/** What was found, as lines of a report; milliseconds by the clock are printed and not judged. */
export function vaultReport(cost: VaultCost): readonly string[] {
  const { list, open, save, extent, disk } = cost;
  const both = (timings: OfEach<Timing>, of: keyof Timing): string =>
    `${middle(timings.sealed, of).toFixed(1)} ms encrypted, ${middle(timings.plain, of).toFixed(1)} ms plain`;
  const opened = middle(open.sealed, 'wall');
  return [
    `vault, list of ${String(extent.drafts)}: CPU ${both(list, 'cpu')}; by the clock ${both(list, 'wall')}, ${listRatio(cost, 'wall').toFixed(2)}×`,
    `vault, a draft of ${String(extent.edits)} edits opened: ${both(open, 'wall')} by the clock${opened > budgets.open ? ` (over ${String(budgets.open)} ms)` : `, of ${String(budgets.open)} ms`}; CPU ${both(open, 'cpu')}`,
    `vault, CPU of a save, p50, p95 and p99: ${shares(save.sealed)} ms encrypted, ${shares(save.plain)} ms plain`,
    ...(disk === null
      ? []
      : [
          `vault, ${String(extent.typing)} writes of steady typing: ${megabytes(disk.closed)} MB of database files once the browser was closed; ${megabytes(disk.most)} MB at most before, with its log`,
        ]),
  ];
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
const shares = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(2)).join(', ');
