import type { Page } from 'playwright-core';

/** How the keyboard comes to a control of the page: along the page with Tab, or at once. */
export interface Way {
  readonly page: Page;
  /**
   * Goes to the visible element that fits the selector (and begins with `says`, where given) and can have the keyboard.
   */
  to(selector: string, says?: string): Promise<Found>;
  /** How often Tab was pressed so far. */
  readonly tabs: number;
}

/** What was come to. */
export interface Found {
  readonly is: 'here' | 'ahead' | 'behind' | 'nowhere';
  /** What the box holds. */
  readonly value: string;
  readonly checked: boolean;
  /** The values that a list or a group of radio buttons offers. */
  readonly options: readonly string[];
}

/** More stops than any page has: what has not come by then does not come. */
const mostStops = 4_000;

/** Every control is come to with Tab, or with Shift and Tab where it stands before the keyboard. */
export function byTab(page: Page): Way {
  let tabs = 0;
  return {
    page,
    get tabs() {
      return tabs;
    },
    async to(selector, says = '') {
      let turns = 0;
      let found = await seek(page, { selector, says, jump: false });
      for (let tries = 0; found.is === 'nowhere' && tries < 20; tries += 1) {
        await page.waitForTimeout(50);
        found = await seek(page, { selector, says, jump: false });
      }
      for (let steps = 0; found.is !== 'here'; steps += 1) {
        if (found.is === 'nowhere' || turns > 2 || steps > mostStops)
          throw new Error(`Tab never came to ${selector} ${says}`);
        await page.keyboard.press(found.is === 'ahead' ? 'Tab' : 'Shift+Tab');
        tabs += 1;
        const next = await seek(page, { selector, says, jump: false });
        if (next.is !== found.is) turns += 1;
        found = next;
      }
      return found;
    },
  };
}

/** Every control is come to at once; what is done there is still done with keys. */
export function byFocus(page: Page): Way {
  return {
    page,
    tabs: 0,
    async to(selector, says = '') {
      let found = await seek(page, { selector, says, jump: true });
      // What somebody opened for the first time may still be on its way.
      for (let tries = 0; found.is === 'nowhere' && tries < 20; tries += 1) {
        await page.waitForTimeout(50);
        found = await seek(page, { selector, says, jump: true });
      }
      if (found.is !== 'here')
        throw new Error(`Nothing that can have the keyboard is ${selector} ${says}: it is ${found.is}`);
      return found;
    },
  };
}

interface Sought {
  readonly selector: string;
  readonly says: string;
  /** Whether to give it the keyboard. */
  readonly jump: boolean;
}

/** Where what is sought stands, seen from what has the keyboard now. */
function seek(page: Page, sought: Sought): Promise<Found> {
  return page.evaluate(({ selector, says, jump }): Found => {
    const app = document.querySelector('homeward-app')?.shadowRoot;
    const form = app?.querySelector('homeward-form')?.shadowRoot;
    const fitting = [form, app]
      .flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])])
      .filter((each) => each.checkVisibility() && each.textContent.trim().startsWith(says));
    // Tab stops at the chosen one of several radio buttons, or at the first.
    const wanted =
      fitting.find((each) => each instanceof HTMLInputElement && each.type === 'radio' && each.checked) ?? fitting[0];
    if (!wanted) return { is: 'nowhere', value: '', checked: false, options: [] };
    const { value = '', checked = false, type = '' } = wanted as Partial<HTMLInputElement>;
    const group = type === 'radio' ? (fitting as HTMLInputElement[]) : [];
    const options = (wanted instanceof HTMLSelectElement ? [...wanted.options] : group).map((each) => each.value);
    const control = { value, checked, options };
    if (jump) wanted.focus();
    let at = document.activeElement ?? document.body;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at === wanted) return { is: 'here', ...control };
    const root = at.getRootNode();
    const seen = wanted.getRootNode() === root ? wanted : (wanted.getRootNode() as ShadowRoot).host;
    const from = seen.getRootNode() === root ? at : (root as ShadowRoot).host;
    const behind = from !== document.body && from.compareDocumentPosition(seen) & Node.DOCUMENT_POSITION_PRECEDING;
    return { is: behind ? 'behind' : 'ahead', ...control };
  }, sought);
}
