import type { RenderOptions } from 'lit';

/**
 * Elements are made in the document of their templates and come into the page when they are shown. Made in the page
 * itself, the menus of a question that somebody's answer brings up count for Chromium as chosen in by hand, and its
 * autofill gathers the whole form at once, besides looking at what is new a little later.
 */
export const inTemplates: NonNullable<RenderOptions['creationScope']> = {
  importNode: (node, deep) => node.cloneNode(deep),
};

/**
 * Nothing is ever sent. It is a form all the same: of controls outside any form a browser's autofill gathers, at each
 * key, those of the whole page, which takes longer than all we do.
 */
export const stay = (event: Event): void => {
  event.preventDefault();
};

/** A name without the box of a date, so that the three boxes are one thing being typed. */
export const typingName = (name: string): string => name.replace(/\.(day|month|year)$/, '');

/** The control an event of a form comes from; null for anything else. */
export const controlOf = ({ target }: Event): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    ? target
    : null;
