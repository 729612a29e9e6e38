import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Contestant } from './pages.ts';
import type { Workload } from './workload.ts';

/** A page of the form or of a floor, and where the keys go. */
export interface Measurable {
  readonly url: string;
  /** The name of a text box. */
  readonly typedIn: string;
}

/** What one page load took. Times are milliseconds of CPU on the page's main thread, unless they say otherwise. */
export interface Reading {
  readonly load: Cost;
  readonly key: Cost;
  readonly toggle: Cost;
  readonly restore: Cost;
  /** JavaScript heap after a collection, in MiB. */
  readonly heap: number;
  /** The same after 40 keys and the toggles: what work leaves behind. */
  readonly heapAfter: number;
}

/** Milliseconds of main-thread CPU: all of it, and two of its parts. */
export interface Cost {
  readonly cpu: number;
  readonly style: number;
  readonly layout: number;
  /** Milliseconds by the clock until the page said it was ready; 0 where nothing is waited for. */
  readonly wall: number;
}

/** What stands in a page. */
export interface Anatomy {
  readonly elements: number;
  /** Elements, texts and comments. */
  readonly nodes: number;
  /** Every control in order, as `tag type name value`. */
  readonly controls: readonly string[];
}

const width = 1280;
const height = 900;
const typed = 'It was quiet at home for eight long days';
const toggles = 8;
/** Long enough for a key's frame to be painted and for what it put off to run. Milliseconds. */
const afterKey = 45;
const afterToggle = 140;
const afterLoad = 350;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Loads one contestant, types, toggles and restores. Each load is in a context of its own, with nothing cached. */
export async function measure(
  browser: Browser,
  origin: string,
  which: Contestant,
  workload: Workload,
): Promise<Reading> {
  const url = `${origin}/${String(workload.size)}/${which}/`;
  return await inPage(browser, origin, async (visit) => {
    const load = await visit.load(url);
    const heap = await visit.heap();
    const key = await typing(visit, workload.typedIn);
    await visit.focus(workload.gate);
    const toggle = await visit.cost(async () => {
      // The arrow goes round the two radio buttons of the gate: each key is one change of it.
      for (let count = 0; count < toggles; count += 1)
        await visit.key({ key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 }, afterToggle);
    });
    const heapAfter = await visit.heap();
    const restore = await inPage(browser, origin, (again) => again.load(`${url}?answers`));
    return { load, key, toggle: shared(toggle, toggles), restore, heap, heapAfter };
  });
}

/** What stands in the page of one contestant, with every condition open or none. */
export async function anatomy(
  browser: Browser,
  origin: string,
  which: Contestant,
  { size }: Workload,
  answered: boolean,
): Promise<Anatomy> {
  return await inPage(browser, origin, async ({ page, load }) => {
    await load(`${origin}/${String(size)}/${which}/${answered ? '?answers' : ''}`);
    return await page.evaluate(() => {
      const root = document.querySelector('homeward-form')?.shadowRoot ?? document.querySelector('main');
      if (!root) throw new Error('nothing is shown');
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
      let nodes = 0;
      while (walker.nextNode()) nodes += 1;
      const controls = [...root.querySelectorAll<HTMLElement>('input, textarea, select, button, summary')]
        // The floor keeps what does not apply and hides it; the form takes it out.
        .filter((control) => control.closest('[hidden]') === null)
        .map((control) =>
          [
            control.localName,
            control.getAttribute('type'),
            control.getAttribute('name'),
            control.matches('[type=radio], [type=checkbox]') ? control.getAttribute('value') : null,
          ]
            .filter(Boolean)
            .join(' '),
        );
      return { elements: root.querySelectorAll('*').length, nodes, controls };
    });
  });
}

/** The scripts the form fetches, as paths in the folder of the built elements. */
export async function scriptsOf(browser: Browser, origin: string, { size }: Workload): Promise<readonly string[]> {
  return await inPage(browser, origin, async ({ page, load }) => {
    const paths: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/elements/')) paths.push(pathname.slice('/elements/'.length));
    });
    await load(`${origin}/${String(size)}/form/`);
    return paths;
  });
}

interface Key {
  readonly key: string;
  readonly text?: string;
  readonly code?: string;
  readonly windowsVirtualKeyCode?: number;
}

export interface Visit {
  readonly page: Page;
  load(url: string): Promise<Cost>;
  heap(): Promise<number>;
  focus(name: string): Promise<void>;
  key(key: Key, pause?: number): Promise<void>;
  cost(work: () => Promise<void>): Promise<Cost>;
}

/** Loads one page and types into it; nothing else. */
export async function measureTyping(
  browser: Browser,
  origin: string,
  { url, typedIn }: Measurable,
): Promise<Pick<Reading, 'load' | 'key' | 'heap'>> {
  return await inPage(browser, origin, async (visit) => {
    const load = await visit.load(url);
    const heap = await visit.heap();
    return { load, heap, key: await typing(visit, typedIn) };
  });
}

async function typing(visit: Visit, name: string): Promise<Cost> {
  await visit.focus(name);
  const whole = await visit.cost(async () => {
    for (const letter of typed) await visit.key({ text: letter, key: letter });
  });
  return shared(whole, typed.length);
}

/** Works in a page of a fresh context, with nothing cached. */
export async function inPage<T>(browser: Browser, origin: string, work: (visit: Visit) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height } });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    // The same process before and after, so that its counters go on.
    await page.goto(`${origin}/blank.html`);
    return await work(visiting(page, await context.newCDPSession(page)));
  } finally {
    await context.close();
  }
}

function visiting(page: Page, session: CDPSession): Visit {
  const counted = session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const counters = async (): Promise<Omit<Cost, 'wall'> & { readonly heap: number }> => {
    await counted;
    const { metrics } = await session.send('Performance.getMetrics');
    const read = (name: string): number => {
      const metric = metrics.find((each) => each.name === name);
      if (!metric) throw new Error(`This browser does not count ${name}.`);
      return metric.value;
    };
    return {
      cpu: read('TaskDuration') * 1000,
      style: read('RecalcStyleDuration') * 1000,
      layout: read('LayoutDuration') * 1000,
      heap: read('JSHeapUsedSize') / 2 ** 20,
    };
  };
  const cost = async (work: () => Promise<unknown>): Promise<Cost> => {
    const before = await counters();
    const began = performance.now();
    await work();
    const wall = performance.now() - began;
    const after = await counters();
    return {
      cpu: after.cpu - before.cpu,
      style: after.style - before.style,
      layout: after.layout - before.layout,
      wall,
    };
  };
  return {
    page,
    cost,
    async load(url) {
      let wall = 0;
      const whole = await cost(async () => {
        const ready = page.waitForEvent('console', {
          predicate: (message) => message.text() === 'bench: ready',
          timeout: 60_000,
        });
        const began = performance.now();
        await session.send('Page.navigate', { url });
        await ready;
        wall = performance.now() - began;
        await wait(afterLoad);
      });
      return { ...whole, wall };
    },
    async heap() {
      await session.send('HeapProfiler.collectGarbage');
      return (await counters()).heap;
    },
    async focus(name) {
      await page.evaluate((wanted) => {
        const root = document.querySelector('homeward-form')?.shadowRoot ?? document;
        const control = root.querySelector<HTMLElement>(`[name="${wanted}"]`);
        if (!control) throw new Error(`nothing is called ${wanted}`);
        for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
          fold.open = true;
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        control.focus({ preventScroll: true });
      }, name);
      await wait(afterLoad);
    },
    async key(key, pause = afterKey) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      await wait(pause);
    },
  };
}

function shared({ cpu, style, layout, wall }: Cost, among: number): Cost {
  return { cpu: cpu / among, style: style / among, layout: layout / among, wall: wall / among };
}
