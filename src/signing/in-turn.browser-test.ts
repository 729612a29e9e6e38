import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { newSigningKey, signPdf, verifyPdf } from './index.ts';
import { smallPdf } from './small-pdf.suite.ts';

const roles = ['social-worker', 'team-manager', 'iro'];
const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (words: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(words), (character) => character.charCodeAt(0));

describe('one file, signed in one engine after another', () => {
  it('SIG8 stays valid in each of them, whoever signed before', async function () {
    // The others may hold the file.
    this.timeout(60_000);
    const taken = await executeServerCommand<{ bytes: string | null }, undefined>('take-file');
    let given = taken.bytes ?? base64(await smallPdf({ roles }));
    try {
      const before = await verifyPdf(fromBase64(given));
      if (!before.ok) throw new Error(before.problems[0].code);
      const count = before.value.signatures.length;
      expect(before.value.signatures.every(({ unchanged }) => unchanged)).to.equal(true);
      const key = await newSigningKey({ name: `Wren ${String(count + 1)}`, role: '', organisation: 'Tarnwhistle' });
      const role = roles[count] ?? 'iro';
      const signed = await signPdf(fromBase64(given), key, { role, statedTime: new Date() });
      if (!signed.ok) throw new Error(signed.problems[0].code);
      const after = await verifyPdf(signed.value, [key.fingerprint]);
      if (!after.ok) throw new Error(after.problems[0].code);
      expect(after.value.intact).to.equal(true);
      expect(after.value.signatures.map(({ unchanged }) => unchanged)).to.deep.equal(
        Array.from({ length: count + 1 }, () => true),
      );
      expect(after.value.signatures.map(({ trusted }) => trusted).filter(Boolean)).to.have.length(1);
      given = base64(signed.value);
    } finally {
      await executeServerCommand('give-file', given);
    }
  });
});
