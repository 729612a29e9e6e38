import { contentLanguage } from '../i18n/locale.ts';
import { openVaults } from '../store/open-vaults.ts';
import type { HomewardApp } from './app.ts';
import { BothVaults } from './both-vaults.ts';
import { packIn } from './pack.ts';
import type { Papers, Services } from './services.ts';

/** Nothing is drawn or signed on the first page. */
const papers: Papers = {
  draw: async (...asked) => (await import('./papers.ts')).papers.draw(...asked),
  sign: async (...asked) => (await import('./papers.ts')).papers.sign(...asked),
};

/** The real parts, put together. */
export async function openServices(app: HomewardApp): Promise<Services> {
  // A page that has one names it on the element or carries it in a block of its own; nothing else is looked for.
  const overlay = app.overlay ?? document.getElementById('homeward-overlay')?.textContent;
  if (overlay) await (await import('./overlay/begin.ts')).begin(app, overlay);
  return { vault: new BothVaults(await openVaults()), pack: () => packIn(contentLanguage()), papers };
}
