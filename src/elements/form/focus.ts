/** Opens whatever is folded over an element within its root. */
export function reveal(element: Element): void {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
}

/** Scrolls to an element at once: somebody who went there wants to read, not to watch. */
export function bringIntoView(element: Element): void {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** Opens a row and brings the keyboard to its first control. */
export function goIntoRow(row: HTMLElement): void {
  if (row instanceof HTMLDetailsElement) row.open = true;
  bringIntoView(row);
  const inside = firstControl(row.querySelector('.hw-row__cells') ?? row);
  (inside ?? row.querySelector('summary'))?.focus({ preventScroll: true });
}

/** Brings the keyboard to the help of the question `within` stands in: the column where there is room for one, else the fold under its label. */
export function goToHelp(root: ParentNode, within: Element): void {
  const column = root.querySelector<HTMLElement>('.hw-guidance');
  if (column?.checkVisibility()) {
    column.focus();
    return;
  }
  const fold = within.closest('.hw-question')?.querySelector('.hw-help-in-place');
  if (!fold) return;
  reveal(fold);
  fold.querySelector('summary')?.focus();
}

/** Brings the keyboard back to the button that moved a row, or at the end of the way to the one for the way back. */
export function stayWithMoved(row: HTMLElement, by: -1 | 1): void {
  const again = row.querySelector<HTMLElement>(`[data-move="${String(by)}"]`);
  (again ?? row.querySelector<HTMLElement>('[data-move]'))?.focus();
}

/** Brings the keyboard to a row that came back: to its line, or into it where it has none. */
export function goToRestored(row: HTMLElement): void {
  (row.querySelector('summary') ?? firstControl(row))?.focus();
}

/** The first control that can be used inside an element, not counting what is folded away. */
export function firstControl(within: Element | null): HTMLElement | undefined {
  const controls = within?.querySelectorAll<HTMLElement>('input, textarea, select, button, summary') ?? [];
  return [...controls].find(
    (control) => control.checkVisibility() && !control.matches(':disabled') && !control.closest('.hw-help-in-place'),
  );
}

/** The first control of a name, or of the parts a date has; what is folded over it is opened. */
export function controlNamed(within: Element, name: string): HTMLElement | null {
  const start = CSS.escape(name);
  const control = within.querySelector<HTMLElement>(`[name="${start}"], [name^="${start}."]`);
  if (control) reveal(control);
  return control;
}

/** Goes to somebody's questions, opening them where they are folded. */
export function goToGroup(root: ParentNode, id: string): void {
  const group = root.querySelector<HTMLElement>(`[id$="${CSS.escape(id)}"].hw-person`);
  if (!group) return;
  bringIntoView(group);
  if (!(group instanceof HTMLDetailsElement)) {
    group.focus({ preventScroll: true });
    return;
  }
  group.open = true;
  group.querySelector('summary')?.focus({ preventScroll: true });
}
