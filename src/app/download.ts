/** Hands a file to the person through the browser's own download. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by then; a minute is long enough for a slow disk's "save as" to begin.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
