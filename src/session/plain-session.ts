import type { Assessment, Edit } from '../model/assessment.ts';
import { evaluationBy, type Evaluation } from '../model/evaluation.ts';
import { plainApply } from '../model/plain-apply.ts';
import { PlainReading } from '../model/plain-reading.ts';
import type { Outcome } from '../model/problem.ts';
import { AnySession } from './any-session.ts';

/**
 * One assessment being answered now, of ordinary questions: words, numbers, days and choices. It knows no rows, people,
 * classes or versions and takes nothing back; `Session` does, and takes its place where they are needed.
 */
export class PlainSession extends AnySession {
  protected override apply(edit: Edit): Outcome<Assessment> {
    return plainApply(this.pack, this.assessment, edit);
  }

  protected override evaluate(today: string): Evaluation {
    return evaluationBy(new PlainReading(this.pack, this.assessment), today);
  }
}
