export function zipOf(folder: string, files: Iterable<readonly [string, Uint8Array]>): Uint8Array<ArrayBuffer>;
