import { msg } from '@lit/localize';
import type { Problem } from '../../model/problem.ts';

/** Why a key was not made or brought in, and what to do. */
export function keyFailure({ code }: Problem): string {
  switch (code) {
    case 'p12-password-wrong':
      return msg('The password does not open this file. Check it, or ask whoever issued the key.', {
        id: 'keys-wrong-password',
      });
    case 'p12-damaged':
      return msg('The password is right, but the file is damaged. Ask for the key file again.', { id: 'keys-damaged' });
    case 'p12-old-encryption':
      return msg(
        'This file is encrypted in a way (RC2) that is no longer safe and that browsers cannot open. Ask IT to export the key again with AES-256.',
        { id: 'keys-old-encryption' },
      );
    case 'p12-not-supported':
      return msg(
        'This is not a key file of a kind that can be opened here. Ask IT for a .p12 file made with AES-256.',
        {
          id: 'keys-not-supported',
        },
      );
    case 'p12-without-key':
      return msg('There is no key in this file, only certificates. Ask for a file that includes the private key.', {
        id: 'keys-without-key',
      });
    case 'key-not-supported':
      return msg('This kind of key cannot sign here. Ask for a P-256 key, or an RSA key of at least 2048 bits.', {
        id: 'keys-kind',
      });
    case 'certificate-without-name':
      return msg('The certificate in this file names nobody. Ask for one with your name in it.', {
        id: 'keys-nameless',
      });
    case 'certificate-not-valid-then':
      return msg(
        'The certificate in this file has run out. Ask for a new key file, or check the date of this computer.',
        { id: 'keys-run-out' },
      );
    case 'locked':
      return msg('Your keys are locked with your real assessments. Unlock them first.', { id: 'keys-locked' });
    default:
      return msg('The key could not be kept on this computer. Nothing was changed.', { id: 'keys-not-kept' });
  }
}
