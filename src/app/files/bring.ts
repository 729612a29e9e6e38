import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { broughtTogether, type Brought, type FileOrigin } from '../../exchange/land.ts';
import type { ReadDraft } from '../../exchange/read-file.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import type { Vault } from '../../session/ports.ts';
import { deviceWorld } from '../../session/world.ts';
import { contentLanguage } from '../../i18n/locale.ts';
import { packIn } from '../pack.ts';
import { onOneVersion } from '../questions/merged.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { resultHeading } from './result.ts';

/** What came of bringing a file and a draft together. */
export interface Bringing extends Pick<Brought, 'toDecide'> {
  /** Whether the file said anything that was not here. */
  readonly isNews: boolean;
}

/**
 * Brings a draft out of a file together with the same one here, as one step that can be undone. A file on an earlier
 * version of the questions is moved along; `behind` where the draft here is on the earlier one: only a person moves it.
 */
export async function bring(vault: Vault, draft: ReadDraft, { from, madeAt }: FileOrigin): Promise<Outcome<Bringing>> {
  const opened = await Work.open(vault, draft.assessment.id);
  if (!opened.ok) return opened;
  const { session, saver } = opened.value;
  const ours = await packIn(contentLanguage());
  const both = ours.ok ? await onOneVersion(ours.value, session.assessment, draft.assessment) : ours;
  if (!both.ok || both.value.isBehind) {
    await opened.value.close();
    return both.ok ? problem('behind', {}, `questions ${String(both.value.pack.version)}`) : both;
  }
  const there = { ...draft, assessment: both.value.there };
  const origin = { from, ...(madeAt === undefined ? {} : { madeAt }) };
  const { changes, toDecide } = broughtTogether(session.pack, session.assessment, there, origin, deviceWorld);
  const made = changes.length === 0 ? null : session.change({ do: 'together', changes });
  await opened.value.close();
  if (made && !made.ok) return made;
  // Somebody typed there meanwhile, or storage refused: nothing of the file is in the draft then.
  if (saver.state !== 'saved') return problem('not-saved');
  return outcome({ toDecide, isNews: made !== null }, []);
}

/** What came of it, and where to go on. */
export function broughtView(id: string, { toDecide, isNews }: Bringing): TemplateResult {
  const go = (href: string, words: string): TemplateResult => html`<a class="govuk-link" href=${href}>${words}</a>`;
  if (!isNews)
    return html`${resultHeading(4, msg('The file says nothing new', { id: 'open-brought-none' }))}
      <p class="govuk-body">
        ${msg('Everything in it is in your draft already.', { id: 'open-brought-all-here' })}
        ${go(hashOf({ page: 'tasks', id }), msg('Go to it', { id: 'open-go' }))}
      </p>`;
  return html`${resultHeading(4, msg('Brought together with your draft', { id: 'open-brought-title' }))}
    <p class="govuk-body">
      ${
        toDecide === 0
          ? html`${msg('The two did not contradict each other.', { id: 'open-brought-all' })}
            ${go(hashOf({ page: 'tasks', id }), msg('Go to it', { id: 'open-go' }))}`
          : html`${msg(str`Things that both say differently: ${toDecide}. Yours stand in the draft for now.`, { id: 'open-brought-some' })}
            ${go(hashOf({ page: 'output', id, kind: 'two-places' }), msg('See both and choose', { id: 'open-brought-choose' }))}`
      }
    </p>`;
}
