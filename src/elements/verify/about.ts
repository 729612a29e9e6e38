/**
 * What an unchanged file says of itself. Without the assessment as data (`attached`), somebody took that out before the
 * first signature, or it was never put in.
 */
export type About =
  | { readonly attached: false }
  | {
      readonly attached: true;
      readonly kind: 'real' | 'training';
      readonly pack: string;
      readonly packVersion: number;
      /** How many signed versions came before this one. */
      readonly earlier: number;
    };

/** Null where the attachment is not what this toolkit attaches. Takes nothing for granted: a signed file can say anything. */
export function readAbout(attachment: Uint8Array): About | null {
  const { format, pack, assessment } = parsed(attachment);
  const { id, version } = entriesOf(pack);
  const { kind, versions } = entriesOf(assessment);
  if (typeof format !== 'string' || !format.startsWith('homeward-published/')) return null;
  if (typeof id !== 'string' || id.length > 100 || typeof version !== 'number') return null;
  if (kind !== 'real' && kind !== 'training') return null;
  return {
    attached: true,
    kind,
    pack: id,
    packVersion: version,
    earlier: Array.isArray(versions) ? versions.length : 0,
  };
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return entriesOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    // Not text, or not JSON: then it says nothing of itself.
    return {};
  }
}

const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
