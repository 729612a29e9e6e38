/** The fonts of a document, as TrueType files. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For what these lack. */
  readonly other?: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}

/** Atkinson Hyperlegible Next, from modules of this program: nothing is fetched from anywhere else. */
export async function loadFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([import('virtual:font/regular'), import('virtual:font/bold')]);
  return { regular: await inflated(regular.default), bold: await inflated(bold.default) };
}

/** A part of Source Sans 3, for Greek, Cyrillic, Vietnamese, arrows and ticks. */
export async function loadOtherFonts(): Promise<NonNullable<Fonts['other']>> {
  const [regular, bold] = await Promise.all([import('virtual:font/other-regular'), import('virtual:font/other-bold')]);
  return { regular: await inflated(regular.default), bold: await inflated(bold.default) };
}

async function inflated(packed: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
