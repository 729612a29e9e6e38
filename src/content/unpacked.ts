import type { ReleasedPack } from './released.ts';

/** An earlier version out of the one file, which each would make a seventh larger if it were not packed. */
export async function unpacked({
  default: text,
}: {
  readonly default: string;
}): Promise<{ readonly default: ReleasedPack }> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return { default: (await new Response(stream).json()) as ReleasedPack };
}
