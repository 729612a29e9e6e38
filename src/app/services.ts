import type { Locale, Pack } from '../model/pack.ts';
import type { Outcome } from '../model/problem.ts';
import type { Report, Published } from '../model/report.ts';
import type { Mark } from '../model/answer.ts';
import type { SigningKey } from '../signing/index.ts';
import type { BothVaults } from './both-vaults.ts';

/** What pages may ask for; made in `wiring.ts` from the real parts. */
export interface Services {
  /** Real and training drafts; each goes where it belongs. */
  readonly vault: BothVaults;
  /** The questions, structure and labels only. */
  pack(): Promise<Outcome<Pack>>;
  readonly papers: Papers;
}

/** Characters no font of ours can draw, as they will be printed. */
export interface Unprintable {
  readonly text: string;
  readonly printed: string;
}

export interface Paper {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly undrawn: readonly Unprintable[];
  /** Faults our own check found in the file; a signed one must have none. */
  readonly faults: number;
}

/** How somebody signs: with which key, as what. */
export interface SignedAs {
  readonly key: SigningKey;
  /** A role id of the pack. */
  readonly role: string;
  readonly roleLabel: string;
  readonly mark: Mark;
}

export interface SignedPaper {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** Paper and signatures; what they need is fetched when first asked for. */
export interface Papers {
  draw(report: Report, published: Published | null, documentId: string): Promise<Outcome<Paper>>;
  sign(
    paper: Pick<Paper, 'bytes'>,
    as: SignedAs,
    statedTime: Date,
    printed: { readonly words: Readonly<Record<string, string>>; readonly language: Locale },
  ): Promise<Outcome<SignedPaper>>;
}
