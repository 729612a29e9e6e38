import { bytesOf } from './syntax.ts';

/** The fonts of a document, as TrueType files. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For what these lack. */
  readonly other?: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}

/** Fonts that a document holds whole, with their files deflated once and for all. */
export interface PackedFonts extends Fonts {
  readonly packed: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}

let own: Promise<PackedFonts> | undefined;

/** Atkinson Hyperlegible Next, from modules of this program: nothing is fetched from anywhere else. */
export function loadFonts(): Promise<PackedFonts> {
  own ??= Promise.all([import('virtual:font/regular'), import('virtual:font/bold')]).then(unpacked);
  // Who has no connection now may have one later.
  own.catch(() => (own = undefined));
  return own;
}

/** A part of Source Sans 3, for Greek, Cyrillic, Vietnamese, arrows and ticks. */
export async function loadOtherFonts(): Promise<NonNullable<Fonts['other']>> {
  return unpacked(await Promise.all([import('virtual:font/other-regular'), import('virtual:font/other-bold')]));
}

interface Module {
  readonly default: string;
}

async function unpacked([regular, bold]: readonly [Module, Module]): Promise<PackedFonts> {
  const packed = { regular: bytesOf(atob(regular.default)), bold: bytesOf(atob(bold.default)) };
  return { regular: await inflated(packed.regular), bold: await inflated(packed.bold), packed };
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
