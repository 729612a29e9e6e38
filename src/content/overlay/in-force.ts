import type { PlainDate } from '../../model/answer.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome } from '../../model/problem.ts';
import type { InForce } from '../packs.ts';
import { glossaryOnTop, guidanceOnTop, onTop } from './on-top.ts';
import type { Overlay } from './schema.ts';

/** A checked overlay as the loaders put it on top of each part of a pack when that part comes. */
export function inForce(overlay: Overlay, today: PlainDate): InForce {
  // The same pack gives the same value each time: others remember things by it.
  const known = new WeakMap<Pack, Pack>();
  const withOverlay = (pack: Pack): Pack => {
    const made = known.get(pack) ?? onTop(pack, overlay, today);
    known.set(pack, made);
    return made;
  };
  const outOf = ({ overlay: about }: Pack): readonly string[] => about?.without.map(({ id }) => id) ?? [];
  return {
    thresholds: overlay.thresholds ?? {},
    core: (read) => (read.ok ? outcome(withOverlay(read.value), []) : read),
    // A pack as it was published stays so.
    evidence: (pack, read) => {
      if (!read.ok || !pack.overlay) return read;
      const { sources, glossary, articles } = read.value;
      const out = outOf(pack);
      const value = {
        sources,
        glossary: glossaryOnTop(glossary, overlay, pack.locale),
        articles: articles.filter(
          ({ questions }) => questions.length === 0 || questions.some((id) => !out.includes(id)),
        ),
      };
      return outcome(value, []);
    },
    guidance: (pack, stage, read) => {
      if (!read.ok || !pack.overlay) return read;
      const sections = pack.sections.filter((section) => section.stage === stage).map(({ id }) => id);
      return outcome(guidanceOnTop(read.value, overlay, { locale: pack.locale, out: outOf(pack), sections }), []);
    },
  };
}
