import { momentInWords } from '../i18n/dates.ts';
import { HomewardError, outcome } from '../model/problem.ts';
import { mayClaimPdfUa } from './pdf-ua.ts';
import type { Papers, Unprintable } from './services.ts';

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** Paper and signatures from the real parts, fetched when they are first needed. */
export const papers: Papers = {
  async draw(report, published, documentId) {
    const { exportPdf } = await import('../pdf/index.ts');
    const drawn = await exportPdf(report, {
      ...(published ? { published } : {}),
      documentId,
      claimsPdfUa: mayClaimPdfUa(),
    });
    if (!drawn.ok) return drawn;
    const undrawn = new Map<string, Unprintable>();
    for (const { character, mark } of drawn.value.undrawn) undrawn.set(character, { text: character, printed: mark });
    return outcome(
      { bytes: own(drawn.value.bytes), undrawn: [...undrawn.values()], faults: drawn.value.selfCheck.length },
      [],
    );
  },

  async sign(paper, { key, role, roleLabel, mark }, statedTime, { words, language }) {
    const { signPdf } = await import('../signing/index.ts');
    const word = (id: string): string => {
      const found = words[id];
      if (found === undefined) throw new HomewardError('missing-phrase', `A signature needs the phrase "${id}".`);
      return found;
    };
    const signed = await signPdf(paper.bytes, key, {
      role,
      roleName: roleLabel,
      statedTime,
      timeInWords: momentInWords(statedTime, { language, zone: 'Europe/London' }),
      mark,
      words: { signedBy: word('signed-by'), role: word('role'), statedTime: word('stated-time') },
    });
    if (!signed.ok) return signed;
    const bytes = own(signed.value);
    return outcome({ bytes, sha256: await sha256Of(bytes) }, []);
  },
};

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
