declare module 'subset-font' {
  /** The part of a font that holds these characters. */
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: {
      readonly targetFormat: 'truetype';
      readonly noLayoutClosure: boolean;
      readonly noHinting: boolean;
      readonly preserveNameIds: readonly number[];
    },
  ): Promise<Buffer>;
}
