export interface BundleFault {
  readonly what: string;
  /** The hit with forty characters on either side. */
  readonly excerpt: string;
}
export function faultsIn(text: string): readonly BundleFault[];
