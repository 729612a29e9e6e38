import { HomewardAssessment } from './assessment/assessment.ts';
import { HomewardForm } from './form/form.ts';
import { define } from './shared/define.ts';

// With these a page knows what its listeners are handed.
export type { SaveEvent } from './assessment/save-event.ts';
export type { AnswerEvent } from './shared/answer-event.ts';
export type { OverlayRefusedEvent } from './shared/local-pack.ts';

declare global {
  interface HTMLElementTagNameMap {
    'homeward-assessment': HomewardAssessment;
  }
}

// Two of them on a page share one.
let vault: ReturnType<typeof HomewardAssessment.openVault> | undefined;
HomewardAssessment.openVault = () =>
  (vault ??= import('../store/open-vault.ts').then(({ openVault }) => openVault('training')));
define('homeward-form', HomewardForm);
define('homeward-assessment', HomewardAssessment);
