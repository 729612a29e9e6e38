import type { Instant } from '../../model/answer.ts';
import type { SigningKey } from '../../signing/index.ts';
import type { KeptKey } from '../../store/key-shelf.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is known of a signing key of this person: everything but its private part. */
export interface KeyCard extends Omit<SigningKey, 'privateKey' | 'validUntil'> {
  readonly id: string;
  /** Whether it can still sign. */
  readonly signs: boolean;
  /** Made on this computer, or brought in a file that a council issued. */
  readonly origin: 'made' | 'file';
  /** The role id that its owner signs in; empty where nobody said. */
  readonly roleId: string;
  readonly keptAt: Instant;
  readonly validUntil: Instant;
}

/** What is kept beside a private part, as text. */
export function detailsOf(card: Omit<KeyCard, 'id' | 'signs'>): Bytes {
  const { certificate, chain, ...said } = card;
  const text = JSON.stringify({ ...said, certificate: inText(certificate), chain: chain.map(inText) });
  return new Uint8Array(new TextEncoder().encode(text));
}

/** The card of a kept key; null where what was kept of it cannot be read. */
export function cardOf({ id, details, signs }: KeptKey): KeyCard | null {
  if (details === null) return null;
  // The vault vouches for it: only this program wrote it, and no bit of it has changed.
  const said = JSON.parse(new TextDecoder().decode(details)) as Omit<KeyCard, 'certificate' | 'chain'> & {
    readonly certificate: string;
    readonly chain: readonly string[];
  };
  return { ...said, id, signs, certificate: inBytes(said.certificate), chain: said.chain.map(inBytes) };
}

/** Whether it can sign now. */
export const isUsable = ({ signs, validUntil }: KeyCard, now: Date): boolean =>
  signs && now.getTime() <= Date.parse(validUntil);

/** In base 64. */
export const inText = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));

const inBytes = (text: string): Bytes => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
