import { earlierVersions } from '../../content/released.ts';
import { earlierIn } from '../../elements/shared/earlier-pack.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import { packIn } from '../pack.ts';

/** The questions as they were published, where `pack` has a council's overlay on top; null where it has none. */
export async function publishedUnder({ overlay, locale }: Pack): Promise<Outcome<Pack | null>> {
  return overlay ? packIn(locale, [], false, true) : outcome(null, []);
}

/** What else than `ours` a draft out of a file may have been made with: what lies under an overlay, and every earlier version. */
export async function othersThan(ours: Pack): Promise<Outcome<readonly Pack[]>> {
  const published = await publishedUnder(ours);
  if (!published.ok) return published;
  const others = published.value ? [published.value] : [];
  for (const version of await earlierVersions('sparf')) {
    const pack = await earlierIn(version, ours.locale);
    if (!pack.ok) return pack;
    others.push(pack.value);
  }
  return outcome(others, []);
}
