import { msg, str } from '@lit/localize';
import { local } from '../content/packs.ts';
import { dateInWords } from '../i18n/dates.ts';

declare const HOMEWARD_VERSION: string;

/**
 * Whether PDFs may say that they are PDF/UA: only where the council's overlay says that people checked those of this very
 * version. No program can know it, and of another version nobody has.
 */
export const mayClaimPdfUa = (): boolean => local.inForce?.pdfUa?.version === HOMEWARD_VERSION;

/** What PDFs say of themselves here, and on whose word. */
export function pdfUaWords(): string {
  const checked = local.inForce?.pdfUa;
  if (!checked)
    return msg(
      'No. PDFs are made the way PDF/UA asks, and do not say so: a person must first check those of this version with veraPDF and PAC, and with a screen reader. Your council then says so in its overlay.',
      { id: 'pdf-ua-unchecked' },
    );
  const { version, by } = checked;
  const on = dateInWords(checked.on);
  return mayClaimPdfUa()
    ? msg(str`Yes. ${by} answers for it: they were checked on ${on} with veraPDF and PAC.`, { id: 'pdf-ua-checked' })
    : msg(
        str`No. Those of version ${version} were checked (${by}, ${on}). This is another version, and has to be checked first.`,
        { id: 'pdf-ua-other' },
      );
}
