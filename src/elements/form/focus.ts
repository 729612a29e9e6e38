/** Opens whatever is folded over an element within its root. */
export function reveal(element: Element): void {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
}

/** Scrolls to an element at once: somebody who went there wants to read, not to watch. */
export function bringIntoView(element: Element): void {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** The first control that can be used inside an element, not counting what is folded away. */
export function firstControl(within: Element | null): HTMLElement | undefined {
  const controls = within?.querySelectorAll<HTMLElement>('input, textarea, select, button, summary') ?? [];
  return [...controls].find(
    (control) => control.checkVisibility() && !control.matches(':disabled') && !control.closest('.hw-help-in-place'),
  );
}
