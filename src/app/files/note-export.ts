import type { DraftAt } from '../../exchange/hand-over.ts';

/** A copy of drafts has gone into a file: fired on the page, so that whoever tells how old the last copy is can hear it. */
export class ExportedEvent extends Event {
  static readonly type = 'homeward-exported';
  readonly drafts: readonly { readonly id: string; readonly revision: number }[];

  constructor(drafts: readonly DraftAt[]) {
    super(ExportedEvent.type, { bubbles: true, composed: true });
    this.drafts = drafts.map(({ assessment, revision }) => ({ id: assessment.id, revision }));
  }
}

declare global {
  interface DocumentEventMap {
    'homeward-exported': ExportedEvent;
  }
}
