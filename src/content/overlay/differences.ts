import type { Pack } from '../../model/pack.ts';
import type { Overlay } from './schema.ts';

type Setting =
  keyof NonNullable<Overlay['classification']> | 'route' | 'pdfUa' | keyof NonNullable<Overlay['thresholds']>;

/** One thing that an overlay makes other than it was published, in the words a reader meets. */
export interface Difference {
  readonly what:
    | 'renamed'
    | 'not-asked'
    | 'asked'
    | 'section'
    | 'guidance'
    | 'contact'
    | 'closed'
    | 'brand'
    | 'link'
    | 'logo'
    | Setting;
  /** Where it is: the id of a stage, class, post, panel, question or section, a day, or the way to it in the overlay. */
  readonly id: string;
  readonly before?: string;
  readonly after?: string;
}

/** How a class is given otherwise in `local` than in `pack`. */
export function classesOtherwise(pack: Pack, local: Pack): readonly Difference[] {
  const isSuggested = ({ questions }: Pack): boolean => questions.some(({ kind }) => kind === 'risk-suggestion');
  const secondManager = ({ questions }: Pack): number | undefined => {
    const rule = questions.find(({ id }) => id === 'risk-class-second-manager')?.showWhen;
    return rule && 'fromSuggestion' in rule ? rule.fromSuggestion : undefined;
  };
  const number = (
    what: 'secondManagerFrom' | 'monthsToLower',
    before: number | undefined,
    after: number | undefined,
  ): readonly Difference[] =>
    after === undefined || after === before
      ? []
      : [
          {
            what,
            id: `classification.${what}`,
            ...(before === undefined ? {} : { before: String(before) }),
            after: String(after),
          },
        ];
  return [
    ...(isSuggested(pack) && !isSuggested(local)
      ? [{ what: 'suggestion', id: 'classification.suggestion' } as const]
      : []),
    ...number('secondManagerFrom', secondManager(pack), secondManager(local)),
    ...number('monthsToLower', pack.lowering?.months, local.lowering?.months),
  ];
}

/** What `local`, which is `pack` with `overlay` on top, shows and does otherwise than `pack`. */
export function differences(
  pack: Pack,
  local: Pack,
  { thresholds = {}, look = {}, pdfUa }: Overlay,
): readonly Difference[] {
  const renamed = (
    before: readonly { readonly id: string; readonly words: string }[],
    after: readonly { readonly id: string; readonly words: string }[],
  ): readonly Difference[] =>
    after.flatMap(({ id, words }) => {
      const was = before.find((each) => each.id === id)?.words;
      return was === undefined || was === words ? [] : [{ what: 'renamed', id, before: was, after: words } as const];
    });
  const named = (
    from: Pack,
    list: 'stages' | 'plain' | 'riskClasses' | 'roles' | 'glossary',
  ): readonly { readonly id: string; readonly words: string }[] => {
    switch (list) {
      case 'stages':
        return from.stages.map(({ id, name }) => ({ id, words: name }));
      case 'plain':
        return from.stages.map(({ id, plain }) => ({ id, words: plain }));
      case 'riskClasses':
        return from.riskClasses.map(({ id, label }) => ({ id, words: label }));
      case 'roles':
        return from.roles.map(({ id, label }) => ({ id, words: label }));
      case 'glossary':
        return from.glossary.map(({ id, term }) => ({ id, words: term }));
    }
  };
  const had = new Set(pack.questions.map(({ id }) => id));
  const sections = new Set(pack.sections.map(({ id }) => id));
  return [
    ...(['stages', 'plain', 'riskClasses', 'roles', 'glossary'] as const).flatMap((list) =>
      renamed(named(pack, list), named(local, list)),
    ),
    ...(local.overlay?.without ?? []).map(({ id, label }): Difference => ({ what: 'not-asked', id, before: label })),
    ...local.sections
      .filter(({ id }) => !sections.has(id))
      .map(({ id, title }): Difference => ({ what: 'section', id, after: title })),
    ...local.questions
      .filter(({ id }) => !had.has(id))
      .map(({ id, label }): Difference => ({ what: 'asked', id, after: label })),
    ...local.questions
      .filter(({ id }) => had.has(id) && JSON.stringify(local.guidance[id]) !== JSON.stringify(pack.guidance[id]))
      .map(({ id, label }): Difference => ({ what: 'guidance', id, after: label })),
    ...Object.keys(local.overlay?.notes ?? {}).map((id): Difference => ({
      what: 'guidance',
      id,
      after:
        [...local.stages.map((stage) => ({ id: stage.id, label: stage.plain })), ...local.factors].find(
          (each) => each.id === id,
        )?.label ?? id,
    })),
    ...(local.overlay?.contacts ?? []).map(({ id, name, phone, email, link }): Difference => ({
      what: 'contact',
      id,
      after: [name, phone, email, link].filter(Boolean).join(', '),
    })),
    ...local.timetable.closures
      .filter((day) => !pack.timetable.closures.includes(day))
      .map((id): Difference => ({ what: 'closed', id, after: id })),
    ...classesOtherwise(pack, local),
    ...(local.overlay?.route === undefined
      ? []
      : [{ what: 'route', id: 'route', after: local.overlay.route } as const]),
    ...(Object.keys(thresholds) as (keyof typeof thresholds)[]).map((what): Difference => ({
      what,
      id: `thresholds.${what}`,
      after:
        what === 'trustedKeys'
          ? (thresholds.trustedKeys ?? []).map(({ name }) => name).join(' · ')
          : String(thresholds[what]),
    })),
    ...(pdfUa ? [{ what: 'pdfUa', id: 'pdfUa', after: `Homeward ${pdfUa.version} · ${pdfUa.by}` } as const] : []),
    ...(['brand', 'link', 'logo'] as const).flatMap((what): readonly Difference[] => {
      const after = look[what];
      return after === undefined ? [] : [{ what, id: `look.${what}`, ...(what === 'logo' ? {} : { after }) }];
    }),
  ];
}
