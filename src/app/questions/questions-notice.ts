import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { contentLanguage } from '../../i18n/locale.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Pack } from '../../model/pack.ts';
import type { Session } from '../../session/session.ts';
import { lastMove } from '../../versions/move.ts';
import { packIn } from '../pack.ts';
import { SessionPage } from '../pages/page.ts';
import { hashOf } from '../routes.ts';
import { lead } from './words.ts';

/** On the task list of an assessment that is not on the newest questions, or was moved to them: which it is on. */
export class QuestionsNotice extends SessionPage {
  @state() private newest: Pack | null = null;
  #for: Pack | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const pack = this.session?.pack ?? null;
    if (pack === this.#for) return;
    this.#for = pack;
    void packIn(contentLanguage()).then((newest) => (this.newest = newest.ok ? newest.value : null));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, newest } = this;
    const said = session && newest ? noticeWords(session, newest) : null;
    if (!session || said === null) return nothing;
    return html`<div class="govuk-inset-text hw-measure">
      <p class="govuk-body">
        ${said.words}
        <a class="govuk-link" href=${hashOf({ page: 'output', id: session.assessment.id, kind: 'questions' })}
          >${said.link}</a
        >
      </p>
    </div>`;
  }
}

function noticeWords(session: Session, newest: Pack): { readonly words: string; readonly link: string } | null {
  const { assessment, pack } = session;
  const made = assessment.pack;
  if (made.structureHash === newest.structureHash) {
    const entry = lastMove(assessment);
    // Once it is signed on these questions nobody wants back.
    if (!entry || assessment.versions.some(({ statedTime }) => statedTime > entry.from)) return null;
    return {
      words: msg(
        str`This assessment was moved to version ${made.version} of the questions on ${momentInWords(new Date(entry.from))}.`,
        {
          id: 'questions-notice-moved',
        },
      ),
      link: msg('See what was put aside, or go back', { id: 'questions-notice-back' }),
    };
  }
  const see = msg('See what would change', { id: 'questions-notice-see' });
  if (made.structureHash !== pack.structureHash) return { words: lead(session, newest, false), link: see };
  return {
    words:
      newest.version > made.version
        ? msg(
            str`There is a newer version of the questions (version ${newest.version}). This assessment stays on version ${made.version} until you move it.`,
            {
              id: 'questions-notice-newer',
            },
          )
        : msg(
            'Your council asks other questions besides the published ones than when this assessment was begun. It stays on those it was begun with until you move it.',
            {
              id: 'questions-notice-overlay',
            },
          ),
    link: see,
  };
}
