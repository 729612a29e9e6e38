import type { Page } from 'playwright-core';

/** The element that has the keyboard, through all shadow roots. */
export interface Focus {
  /** Lower-case tag, `body` when nothing has the keyboard. */
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly id: string;
  /** The id of the element around it. */
  readonly parent: string;
  readonly value: string;
  readonly checked: boolean;
  /** What it says, white space folded. */
  readonly words: string;
  /** The question it stands in, by its place's name. */
  readonly question: string;
  /** The row it stands in, and whether it is the line that opens that row. */
  readonly row: string;
  readonly opensRow: boolean;
  /** Of a list: the values it offers. */
  readonly options: readonly string[];
}

/** What has the keyboard once the page has taken in what was pressed. */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(async () => {
    // A row that was opened says so in a task of its own, and is filled after that; what it shows may be fetched first.
    await new Promise((resolve) => setTimeout(resolve));
    for (let host = document.activeElement; host; host = host.shadowRoot?.activeElement ?? null)
      await (host as { updateComplete?: Promise<unknown> }).updateComplete;
    let at = document.activeElement ?? document.body;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const control = at as Partial<HTMLInputElement>;
    const row = at.closest<HTMLElement>('details.hw-row');
    return {
      tag: at.localName,
      type: control.type ?? '',
      name: control.name ?? '',
      id: at.id,
      parent: at.parentElement?.id ?? '',
      value: control.value ?? '',
      checked: control.checked ?? false,
      words: at.textContent.replace(/\s+/g, ' ').trim(),
      question: at.closest<HTMLElement>('[data-key]')?.dataset.key ?? '',
      row: row?.dataset.row ?? '',
      opensRow: row !== null && at.parentElement === row,
      options: at instanceof HTMLSelectElement ? [...at.options].map((option) => option.value) : [],
    };
  });
}

/**
 * Goes forward with Tab until the keyboard is on what is wanted, and says what that is. It never goes round: on its way
 * past the end of the page it throws, with the names it met.
 */
export async function tabTo(
  page: Page,
  wanted: string | ((focus: Focus) => boolean),
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<Focus> {
  const isIt = typeof wanted === 'string' ? ({ name }: Focus): boolean => name === wanted : wanted;
  const met: string[] = [];
  for (let focus = await focusOf(page); ; focus = await focusOf(page)) {
    if (isIt(focus)) return focus;
    if (met.length > 0 && focus.tag === 'body')
      throw new Error(`The keyboard never came to ${String(wanted)}. It met: ${met.join(', ')}`);
    met.push(focus.name || focus.words.slice(0, 40) || focus.tag);
    await page.keyboard.press(key);
  }
}

/** Whether the keyboard is on a link or button that says `words`, or begins with them. */
export const saying =
  (words: string) =>
  ({ tag, words: said }: Focus): boolean =>
    ['a', 'button', 'summary'].includes(tag) && said.startsWith(words);

/** Goes on to the link or button that says `words` and presses Enter. */
export async function follow(page: Page, words: string): Promise<void> {
  await tabTo(page, saying(words));
  await page.keyboard.press('Enter');
}

/** Goes on to the box called `name` and types there, after what it holds. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Goes on to the radio buttons called `name` and moves with the arrows to `value`. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, name);
  await chooseHere(page, value);
}

/** Moves with the arrows to `value` among the radio buttons that have the keyboard. */
export async function chooseHere(page: Page, value: string): Promise<void> {
  const first = await focusOf(page);
  if (first.value === value && !first.checked) await page.keyboard.press('Space');
  let focus = await focusOf(page);
  while (focus.value !== value) {
    await page.keyboard.press('ArrowDown');
    focus = await focusOf(page);
    if (focus.name !== first.name || focus.value === first.value)
      throw new Error(`"${first.name}" offers no "${value}"`);
  }
  if (!focus.checked) throw new Error(`"${first.name}" did not become "${value}"`);
}

/** Goes on to the list called `name` and moves to `value`, or without one down to the first that says something. */
export async function pick(page: Page, name: string, value?: string): Promise<string> {
  await tabTo(page, name);
  return pickHere(page, value);
}

/** Moves with the arrows to `value` in the list that has the keyboard, or without one down to the first that says something. */
export async function pickHere(page: Page, value?: string): Promise<string> {
  const { value: before, name, id, options } = await focusOf(page);
  const from = options.indexOf(before);
  const to = value === undefined ? (before === '' ? from + 1 : from) : options.indexOf(value);
  if (to < 0 || to >= options.length) throw new Error(`"${name || id}" offers no "${value ?? 'choice'}"`);
  for (let steps = Math.abs(to - from); steps > 0; steps -= 1)
    await page.keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp');
  const { value: now } = await focusOf(page);
  if (now !== options[to]) throw new Error(`"${name || id}" became "${now}", not "${options[to] ?? ''}"`);
  return now;
}

/** Goes on to the check box of `name`, that for `value` where it is given, and ticks it unless it is. */
export async function tick(page: Page, name: string, value?: string): Promise<string> {
  const box = await tabTo(page, (focus) => focus.name === name && (value === undefined || focus.value === value));
  if (!box.checked) await page.keyboard.press('Space');
  return box.value;
}
