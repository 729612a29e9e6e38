import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../scripts/browsers.mjs';
import { anatomy, measure, scriptsOf, type Anatomy, type Reading } from './measure.ts';
import { contestants, serveBench, type Contestant } from './pages.ts';
import { workload, type Workload } from './workload.ts';

/** One size measured: every repetition of each contestant, and what stands in their pages. */
export interface Measured {
  readonly workload: Workload;
  readonly readings: Readonly<Record<Contestant, readonly Reading[]>>;
  readonly empty: Readonly<Record<Contestant, Anatomy>>;
  readonly answered: Readonly<Record<Contestant, Anatomy>>;
}

/** What a bench run found. */
export interface Found {
  readonly browser: string;
  readonly sizes: readonly Measured[];
  /** Bytes the form's scripts come to, each compressed with brotli. */
  readonly code: number;
}

/** Measures the form built in the folder `elements` and the floors at each size, in turns, in one browser. */
export async function bench(
  elements: string,
  sizes: readonly number[],
  repetitions: number,
  told: (line: string) => void,
): Promise<Found> {
  const workloads = sizes.map(workload);
  const server = await serveBench(elements, workloads);
  const origin = `http://127.0.0.1:${String(server.port)}`;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: node scripts/ensure-tools.mjs chromium');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const measured: Measured[] = [];
    for (const each of workloads) {
      const empty = await ofEach((which) => anatomy(browser, origin, which, each, false));
      const answered = await ofEach((which) => anatomy(browser, origin, which, each, true));
      measured.push({ workload: each, empty, answered, readings: { floor: [], dressed: [], form: [] } });
    }
    const readings = measured.map((): Record<Contestant, Reading[]> => ({ floor: [], dressed: [], form: [] }));
    for (let turn = 0; turn < repetitions; turn += 1)
      for (const [index, { workload: each }] of measured.entries()) {
        for (let time = 0; time < timesATurn(each.size); time += 1)
          // Whoever comes second finds a warmer machine: they take turns.
          for (const which of (turn + time) % 2 === 0 ? contestants : contestants.toReversed())
            readings[index]?.[which].push(await measure(browser, origin, which, each));
        told(`  repetition ${String(turn + 1)} of ${String(repetitions)}, ${String(each.size)} questions`);
      }
    const [first] = workloads;
    return {
      browser: `Chromium ${browser.version()}`,
      sizes: measured.map((each, index) => ({ ...each, readings: readings[index] ?? each.readings })),
      code: first ? await codeBytes(browser, origin, elements, first) : 0,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A page that takes 100 ms swings by a tenth from load to load: medians of seven came to 1.05 and to 1.20 of one build. */
const timesATurn = (size: number): number => (size < 100 ? 3 : 1);

async function ofEach<T>(of: (which: Contestant) => Promise<T>): Promise<Record<Contestant, T>> {
  return { floor: await of('floor'), dressed: await of('dressed'), form: await of('form') };
}

async function codeBytes(browser: Browser, origin: string, elements: string, each: Workload): Promise<number> {
  const scripts = await scriptsOf(browser, origin, each);
  const files = await Promise.all(scripts.map((path) => readFile(join(elements, path))));
  return files.reduce((bytes, file) => bytes + brotliCompressSync(file).length, 0);
}
