import { contentLanguage } from '../i18n/locale.ts';
import { openTrainingVault, openVaults } from '../store/open-vaults.ts';
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
  // Scripts of another site's page could read real drafts: ours says of itself that it is not one, as may who knows better.
  const vaults = app.trustedHost
    ? await openVaults()
    : { training: await openTrainingVault(), real: null, why: { code: 'other-host', place: {} } };
  return { vault: new BothVaults(vaults), pack: () => packIn(contentLanguage()), papers };
}
