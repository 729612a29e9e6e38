import { momentInWords } from '../i18n/dates.ts';
import { HomewardError, outcome } from '../model/problem.ts';
import type { Papers, Unprintable } from './services.ts';

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** Paper and signatures from the real parts, fetched when they are first needed. */
export const papers: Papers = {
  async draw(report, published, documentId) {
    const { exportPdf } = await import('../pdf/index.ts');
    const drawn = await exportPdf(report, { ...(published ? { published } : {}), documentId });
    if (!drawn.ok) return drawn;
    const undrawn = new Map<string, Unprintable>();
    for (const { character, mark } of drawn.value.undrawn) undrawn.set(character, { text: character, printed: mark });
    return outcome(
      { bytes: own(drawn.value.bytes), undrawn: [...undrawn.values()], faults: drawn.value.selfCheck.length },
      [],
    );
  },

  async sign(paper, signer, statedTime, { words, language }) {
    const { newSigningKey, signPdf } = await import('../signing/index.ts');
    const { name, roleLabel, organisation, registration, mark, role } = signer;
    const key = await newSigningKey({
      name,
      role: roleLabel,
      organisation,
      ...(registration === '' ? {} : { registration }),
    });
    const word = (id: string): string => {
      const found = words[id];
      if (found === undefined) throw new HomewardError('missing-phrase', `A signature needs the phrase "${id}".`);
      return found;
    };
    const signed = await signPdf(paper.bytes, key, {
      role,
      statedTime,
      timeInWords: momentInWords(statedTime, { language, zone: 'Europe/London' }),
      mark,
      words: { signedBy: word('signed-by'), role: word('role'), statedTime: word('stated-time') },
    });
    if (!signed.ok) return signed;
    const bytes = own(signed.value);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return outcome({ bytes, sha256, fingerprint: key.fingerprint }, []);
  },
};
