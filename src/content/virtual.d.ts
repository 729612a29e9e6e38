/** Modules made by `vite-plugin.ts` from the files under `guidance/`. */
declare module 'virtual:packs' {
  interface Module<T> {
    readonly default: T;
  }
  type Registry<T> = Readonly<Record<string, () => Promise<Module<T>>>>;

  /** By `<pack>/<locale>`. */
  export const packs: Registry<import('../model/pack.ts').Pack>;
  /** By `<pack>/<locale>/<stage>`. */
  export const guidance: Registry<Readonly<Record<string, import('../model/pack.ts').Guidance>>>;
  /** By `<pack>/<locale>`. */
  export const sources: Registry<import('./pack-parts.ts').Evidence>;
  /** By `<pack>/<case>`. */
  export const cases: Registry<import('./training-case.ts').TrainingCase>;
  /** By `<pack>/<locale>`. */
  export const frameworks: Registry<import('./framework.ts').Framework>;
}

declare module 'virtual:articles' {
  /** By `<pack>/<locale>/<article>`. */
  export const articles: Readonly<Record<string, () => Promise<{ readonly default: import('./articles.ts').Article }>>>;
}

declare module 'virtual:searches' {
  /** By `<pack>/<locale>`. */
  export const searches: Readonly<
    Record<string, () => Promise<{ readonly default: import('minisearch').AsPlainObject }>>
  >;
}

declare module 'virtual:outputs' {
  /** By `<pack>/<locale>`. */
  export const outputs: Readonly<Record<string, () => Promise<{ readonly default: import('./outputs.ts').Outputs }>>>;
}

declare module 'virtual:copies/*' {
  const outputs: import('./outputs.ts').Outputs;
  export default outputs;
}

declare module 'virtual:search/*' {
  const index: import('minisearch').AsPlainObject;
  export default index;
}

declare module 'virtual:pack/*' {
  const pack: import('../model/pack.ts').Pack;
  export default pack;
}

declare module 'virtual:guidance/*' {
  const guidance: Readonly<Record<string, import('../model/pack.ts').Guidance>>;
  export default guidance;
}

declare module 'virtual:sources/*' {
  const evidence: import('./pack-parts.ts').Evidence;
  export default evidence;
}

declare module 'virtual:article/*' {
  const article: import('./articles.ts').Article;
  export default article;
}

declare module 'virtual:case/*' {
  const training: import('./training-case.ts').TrainingCase;
  export default training;
}

declare module 'virtual:framework/*' {
  const framework: import('./framework.ts').Framework;
  export default framework;
}

declare module 'virtual:released' {
  /** By `<pack>/<version>/<locale>`: the versions before the newest. */
  export const released: Readonly<
    Record<string, () => Promise<{ readonly default: import('./released.ts').ReleasedPack }>>
  >;
}
