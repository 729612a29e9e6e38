/** The files of one overlay's folder: text as text, pictures as bytes. */
export function overlayFiles(folder: string): Readonly<Record<string, string | Uint8Array>>;
