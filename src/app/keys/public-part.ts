import { msg, str } from '@lit/localize';
import { dateInWords } from '../../i18n/dates.ts';
import { fingerprintWords } from '../../signing/index.ts';
import { download } from '../download.ts';
import { inText, type KeyCard } from './key-card.ts';

/**
 * What a council needs of a key to put it on its list: a text that says whose it is, whose last line can be pasted into
 * the list as it stands.
 */
export async function saveFingerprint(card: KeyCard): Promise<void> {
  const words = await fingerprintWords(card.fingerprint);
  const said = [
    msg('Signing key, public part: for your council’s list of keys', { id: 'keys-file-title' }),
    msg(str`Name: ${card.name}`, { id: 'keys-file-name' }),
    msg(str`Role: ${card.role}`, { id: 'keys-file-role' }),
    msg(str`Organisation: ${card.organisation}`, { id: 'keys-file-organisation' }),
    msg(str`Made on: ${dateInWords(card.keptAt.slice(0, 10))}`, { id: 'keys-file-made' }),
    msg(str`Valid until: ${dateInWords(card.validUntil.slice(0, 10))}`, { id: 'keys-file-until' }),
    msg(str`Fingerprint in words: ${words.join(' ')}`, { id: 'keys-file-words' }),
  ];
  // A name may hold anything; a line end in it would make a line that no "#" begins.
  const lines = [...said.map((line) => `# ${oneLine(line)}`), `${card.fingerprint} ${oneLine(card.name)}`, ''];
  const bytes = new TextEncoder().encode(lines.join('\n'));
  download(bytes, `homeward-signing-key-${card.fingerprint.slice(0, 8)}.txt`, 'text/plain');
}

/** The certificate, for systems that take one. */
export function saveCertificate(card: KeyCard): void {
  const lines = inText(card.certificate).match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  download(
    new TextEncoder().encode(pem),
    `homeward-signing-key-${card.fingerprint.slice(0, 8)}.pem`,
    'application/x-pem-file',
  );
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
