import type { PlainDate } from '../../model/answer.ts';
import type { Pack, StageId } from '../../model/pack.ts';
import { outcome } from '../../model/problem.ts';
import type { Evidence } from '../pack-parts.ts';
import type { Help, InForce } from '../packs.ts';
import { glossaryOnTop, guidanceOnTop, onTop } from './on-top.ts';
import type { Overlay } from './schema.ts';

/** A checked overlay as the loaders put it on top of each part of a pack when that part comes. */
export function inForce(overlay: Overlay, today: PlainDate): InForce {
  const core = once((pack: Pack) => onTop(pack, overlay, today));
  const evidence = once((read: Evidence, pack: Pack): Evidence => {
    const out = outOf(pack);
    return {
      sources: read.sources,
      glossary: glossaryOnTop(read.glossary, overlay, pack.locale),
      articles: read.articles.filter(
        ({ questions }) => questions.length === 0 || questions.some((id) => !out.includes(id)),
      ),
    };
  });
  const guidance = once((read: Help, pack: Pack, stage: StageId): Help => {
    const sections = pack.sections.filter((section) => section.stage === stage).map(({ id }) => id);
    return guidanceOnTop(read, overlay, { locale: pack.locale, out: outOf(pack), sections });
  });
  return {
    thresholds: overlay.thresholds ?? {},
    ...(overlay.pdfUa ? { pdfUa: overlay.pdfUa } : {}),
    core: (read) => (read.ok ? outcome(core(read.value), []) : read),
    // A pack as it was published stays so.
    evidence: (pack, read) => (read.ok && pack.overlay ? outcome(evidence(read.value, pack), []) : read),
    guidance: (pack, stage, read) => (read.ok && pack.overlay ? outcome(guidance(read.value, pack, stage), []) : read),
  };
}

const outOf = ({ overlay: about }: Pack): readonly string[] => about?.without.map(({ id }) => id) ?? [];

/** `make`, done once for what it is given as long as that is the same: others remember things by what comes of it. */
function once<Part extends object, Rest extends readonly unknown[], Made>(
  make: (part: Part, ...rest: Rest) => Made,
): (part: Part, ...rest: Rest) => Made {
  const known = new WeakMap<Part, { readonly rest: Rest; readonly made: Made }>();
  return (part, ...rest) => {
    const before = known.get(part);
    if (before?.rest.every((each, at) => each === rest[at])) return before.made;
    const made = make(part, ...rest);
    known.set(part, { rest, made });
    return made;
  };
}
