import { msg, str } from '@lit/localize';
import type { Verification } from '../../model/verification.ts';
import type { Since, Verdict } from './verdict.ts';

/** What is said of a file: one sentence as its heading, and what follows from it. */
export interface Said {
  readonly sentence: string;
  readonly means: readonly string[];
}

const askForIt = (): string =>
  msg('Do not rely on anything you see in it. Ask whoever signed it for the file as it was.', { id: 'vf-ask-for-it' });

export function verdictWords(verdict: Verdict, verification: Verification | null): Said {
  const signed = verification?.signatures.length ?? 0;
  const expected = verification?.expected ?? 0;
  const missing = verification?.missing.length ?? 0;
  switch (verdict) {
    case 'sound':
      return {
        sentence: msg('Signed, and unchanged since', { id: 'vf-sound' }),
        means: [
          signed === 1
            ? msg('The file is as it was when it was signed. No place for a signature is empty.', {
                id: 'vf-sound-one',
              })
            : msg(
                str`The file holds ${signed} signatures and is unchanged since each of them. No place for a signature is empty.`,
                { id: 'vf-sound-many' },
              ),
        ],
      };
    case 'waiting':
      return {
        sentence: msg(str`Unchanged since it was signed; ${expected - missing} of ${expected} signatures present`, {
          id: 'vf-waiting',
        }),
        means: [
          msg(
            'Nobody has signed in the places named below, or the last signature was cut off. A file cannot show which of the two.',
            { id: 'vf-waiting-means' },
          ),
        ],
      };
    case 'doubtful':
      return {
        sentence: msg('Unchanged since it was signed, but a signature does not fit what it says', {
          id: 'vf-doubtful',
        }),
        means: [
          msg('Below each signature you read what does not fit. Ask the signer about it.', { id: 'vf-doubtful-means' }),
        ],
      };
    case 'added':
      return {
        sentence: msg('Signed, but something was added afterwards', { id: 'vf-added' }),
        means: [
          msg(
            'What came later is not a signature in a place made for one. It may hide or replace what was signed, although another program may call the file valid.',
            { id: 'vf-added-means' },
          ),
          askForIt(),
        ],
      };
    case 'changed':
      return {
        sentence: msg('Not as it was signed', { id: 'vf-changed' }),
        means: [
          msg('The file, or a signature in it, was changed after it was signed.', { id: 'vf-changed-means' }),
          askForIt(),
        ],
      };
    case 'unsigned':
      return {
        sentence: msg('Nobody has signed this file', { id: 'vf-unsigned' }),
        means: [
          expected === 0
            ? msg(
                'It looks like a copy made by Homeward that nobody is asked to sign. Nobody can tell whether it was changed.',
                { id: 'vf-unsigned-copy' },
              )
            : msg(
                str`It looks like a file of Homeward with places for ${expected} signatures, all empty. Without a signature nobody can tell whether it was changed.`,
                { id: 'vf-unsigned-means' },
              ),
        ],
      };
    case 'unsigned-changed':
      return {
        sentence: msg('Nobody has signed this file, and it was changed after it was made', {
          id: 'vf-unsigned-changed',
        }),
        means: [
          msg('A signature may have been taken out. Ask for the file as it was.', { id: 'vf-unsigned-changed-means' }),
        ],
      };
    case 'damaged':
      return {
        sentence: msg('This looks like a file of Homeward, but it cannot be read any more', { id: 'vf-damaged' }),
        means: [
          msg(
            'It was damaged or cut off on its way, or another program has saved it since. What is in it cannot be relied on. Ask for it to be sent again.',
            { id: 'vf-damaged-means' },
          ),
        ],
      };
    case 'foreign':
      return {
        sentence: msg('Not made by this toolkit', { id: 'vf-foreign' }),
        means: [
          msg(
            'Only PDFs as Homeward made them can be checked here. This one comes from another program, or another program has saved it since. That says nothing about whether it is genuine, and any signature in it was not checked.',
            { id: 'vf-foreign-means' },
          ),
        ],
      };
    case 'encrypted':
      return {
        sentence: msg('This PDF is locked with a password', { id: 'vf-encrypted' }),
        means: [
          msg('Homeward never makes such a PDF, so it was not checked. Ask for the file as Homeward made it.', {
            id: 'vf-encrypted-means',
          }),
        ],
      };
    case 'too-large':
      return {
        sentence: msg('This file is too large to be one of Homeward', { id: 'vf-too-large' }),
        means: [msg('It was not read. Check that it is the file you meant.', { id: 'vf-too-large-means' })],
      };
    case 'not-a-pdf':
      return {
        sentence: msg('This is not a PDF', { id: 'vf-not-a-pdf' }),
        means: [msg('It was not checked. Check that it is the file you meant.', { id: 'vf-not-a-pdf-means' })],
      };
  }
}

export function sinceWords(since: Since): string {
  switch (since) {
    case 'unchanged':
      return msg('Yes. What was signed is what is there, and only signatures came after it.', {
        id: 'vf-since-unchanged',
      });
    case 'added':
      return msg('What was signed is still in the file, but something that is no signature was added afterwards.', {
        id: 'vf-since-added',
      });
    case 'changed':
      return msg('No. The file is not what was signed.', { id: 'vf-since-changed' });
    case 'broken':
      return msg('No. The signature was changed or exchanged, or is damaged.', { id: 'vf-since-broken' });
  }
}

export function trustWords(trusted: boolean | null): string {
  if (trusted === null)
    return msg(
      'No list was given here, so this page cannot say. Ask the signer, by telephone or in person, to read out the words of their key.',
      { id: 'vf-trust-no-list' },
    );
  return trusted
    ? msg('Yes. The key is on the list and made this signature.', { id: 'vf-trust-yes' })
    : msg('No. The key is not on the list, or it did not make this signature.', { id: 'vf-trust-no' });
}

/** What of a signature does not fit, for a person; null for what the three answers say already. */
export function doubtWords(code: string): string | null {
  switch (code) {
    case 'name-differs':
      return msg('The signature states another name than the certificate of its key.', { id: 'vf-name-differs' });
    case 'certificate-not-valid-then':
      return msg('At the time stated, the key was not valid yet or no longer.', { id: 'vf-not-valid-then' });
    case 'time-not-understood':
      return msg('The signature states no time that can be read.', { id: 'vf-no-time' });
    case 'certificate-exchanged':
      return msg('The certificate is not the one that was signed with.', { id: 'vf-certificate-exchanged' });
    case 'key-not-supported':
      return msg('It was made with a kind of key that Homeward never signs with.', { id: 'vf-key-not-supported' });
    default:
      return null;
  }
}

/** A role by its id; null for one that only a council's own questions have. */
export function roleWords(role: string): string | null {
  switch (role) {
    case 'social-worker':
      return msg('Social worker', { id: 'vf-role-social-worker' });
    case 'team-manager':
      return msg('Team manager', { id: 'vf-role-team-manager' });
    case 'iro':
      return msg('Independent reviewing officer', { id: 'vf-role-iro' });
    case 'nominated-officer':
      return msg('Nominated officer', { id: 'vf-role-nominated-officer' });
    case 'parent':
      return msg('Parent', { id: 'vf-role-parent' });
    case 'child':
      return msg('Child', { id: 'vf-role-child' });
    case 'current-carer':
      return msg('Current carer', { id: 'vf-role-current-carer' });
    case 'advocate':
      return msg('Advocate', { id: 'vf-role-advocate' });
    case 'professional':
      return msg('Professional', { id: 'vf-role-professional' });
    default:
      return null;
  }
}
