import { limitsOfMany, readStrictJson } from '../../content/strict-json.ts';
import { enclose } from '../../exchange/age-file.ts';
import { identityFile, newIdentity, readIdentityFile, readVaultFile } from '../../exchange/identity.ts';
import { readFile } from '../../exchange/read-file.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import type { Answers, Job, Told } from './jobs.ts';
import { closeWaysOut } from './no-way-out.ts';
import { readSigned } from '../signed/read-signed.ts';
import { readersFor } from './readers.ts';

closeWaysOut(globalThis);

const tell = (told: Told): void => postMessage(told);

async function done(job: Job): Promise<Outcome<Answers[Job['do']]>> {
  switch (job.do) {
    case 'read': {
      let { key } = job;
      if (key && 'keptIn' in key) {
        const kept = await readIdentityFile(key.keptIn, key.passphrase);
        if (!kept.ok) return kept;
        key = { identity: kept.value.identity };
      }
      return readFile(job.bytes, key, readersFor(job.pack, job.others), () => tell({ opened: true }));
    }
    case 'read-signed':
      return readSigned(job.bytes, readersFor(job.pack, job.others));
    case 'enclose': {
      // A copy that could not be taken in again would be none.
      const readable = readStrictJson(job.bytes, limitsOfMany);
      if (!readable.ok) return readable;
      return job.lock ? enclose(job.bytes, job.lock) : outcome(new Uint8Array(job.bytes), []);
    }
    case 'vault-code': {
      const kept = await readIdentityFile(job.key.keptIn, job.key.passphrase);
      return kept.ok ? readVaultFile(job.bytes, kept.value) : kept;
    }
    case 'new-identity': {
      const own = await newIdentity();
      const file = await identityFile(own, { passphrase: job.passphrase });
      return file.ok ? outcome({ recipient: own.recipient, file: file.value }, []) : file;
    }
  }
}

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  // Whatever a file does to the reader ends here: it is a file that cannot be read.
  void done(data)
    .catch(() => problem('not-readable'))
    .then((answer) => tell({ answer }));
});
