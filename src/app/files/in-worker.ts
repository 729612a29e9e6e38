import { problem } from '../../model/problem.ts';
import { trustedUrl, workerType } from '../trusted-url.ts';
import type { Answered, Job, Told } from './jobs.ts';
import workerUrl from './worker.ts?worker&url';

/** For a file's content, and for the slow work on a passphrase before that, on a slow computer. Milliseconds. */
const patience = { reading: 10_000, opening: 60_000 } as const;

/**
 * Has `job` done beside the page, which no file can hold up or reach. Problems: those of the job, `too-slow` where its time
 * ran out, `no-worker` where the browser does not start one, `not-readable` where it broke down.
 */
export function inWorker<J extends Job>(job: J): Promise<Answered<J>> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      // The types of the platform do not know trusted addresses yet.
      worker = new Worker(trustedUrl(workerUrl) as string, { type: workerType });
    } catch {
      resolve(problem('no-worker'));
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    const end = (answer: Answered<J>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const allow = (time: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end(problem('too-slow')), time);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if ('answer' in data) end(data.answer as Answered<J>);
      else allow(patience.reading);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(problem('not-readable'));
    });
    allow(job.do === 'read-signed' || (job.do === 'read' && job.key === null) ? patience.reading : patience.opening);
    worker.postMessage(job);
  });
}
