import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { momentInWords } from '../../i18n/dates.ts';
import { draftFrom } from '../../session/piece-together.ts';
import type { Rescued } from '../../session/ports.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import type { KeptVault } from '../../store/kept-vault.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { AgainEvent, GoEvent, Page } from './page.ts';

/** Offers what was kept aside when storage failed before the browser was started again. */
export class RescuedBanner extends Page {
  @property({ attribute: false }) vault: KeptVault | null = null;
  /** The assessment open beside it. */
  @property({ attribute: false }) work: Work | null = null;
  @state() private found: readonly Rescued[] = [];
  @state() private failed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('vault')) void this.#look();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A vault that is unlocked later can read then what it could not before.
    this.vault?.addEventListener('change', this.#lookAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.vault?.removeEventListener('change', this.#lookAgain);
  }

  readonly #lookAgain = (): void => void this.#look();

  async #look(): Promise<void> {
    this.found = (await (await this.vault?.repair())?.rescued()) ?? [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { found } = this;
    if (found.length === 0) return nothing;
    return html`<div
      class="hw-banner hw-banner--warning"
      role="region"
      aria-label=${msg('Kept aside', { id: 'rescued-label' })}
      data-rescued=${found.length}
    >
      <p class="govuk-body">
        <strong>${msg('Changes that could not be saved before were kept aside.', { id: 'rescued-title' })}</strong>
        ${this.#waits ? msg('They are safe where they are. Once the browser has been started again, they can be put back.', { id: 'rescued-later' }) : msg('Put them back, and they are part of the draft again. If the draft has changed since, they become a draft of their own beside it.', { id: 'rescued-words' })}
      </p>
      <ul class="govuk-list">
        ${found.map(
          (rescued) =>
            html`<li>
              <bdi>${rescued.after.reference}</bdi>, ${momentInWords(new Date(rescued.at))}
              ${this.#waits ? nothing : this.#way(rescued)}
            </li>`,
        )}
      </ul>
      ${
        this.failed
          ? html`<p class="govuk-body" role="alert">
              ${msg('They could not be put back yet. They are still kept aside.', { id: 'rescued-failed' })}
            </p>`
          : nothing
      }
    </div>`;
  }

  /** Whether nothing can be put back yet: the browser failed to write, and is the same still. */
  get #waits(): boolean {
    return this.vault?.state === 'suspect';
  }

  #way(rescued: Rescued): TemplateResult {
    return html`<button type="button" class="hw-link-button" @click=${() => void this.#putBack(rescued)}>
      ${msg('Put back', { id: 'rescued-put-back' })}<span class="govuk-visually-hidden">
        ${msg(str`what was kept of ${rescued.after.reference}`, { id: 'rescued-of' })}</span
      >
    </button>`;
  }

  async #putBack(rescued: Rescued): Promise<void> {
    const { vault } = this;
    if (!vault) return;
    await this.work?.saver.flush(); // what was typed since comes first, so that it is never behind
    const kept = await putBack(vault, rescued);
    this.failed = !kept.ok;
    if (!kept.ok) return;
    // Last: until the draft has it, this is the only place that does.
    await (await vault.repair())?.letGo(rescued.name);
    await this.#look();
    this.dispatchEvent(new AgainEvent()); // the draft open may be the one that has just grown
    this.dispatchEvent(new GoEvent(hashOf({ page: 'tasks', id: kept.value })));
  }
}

/** The id of the draft that holds what was rescued: the one it was typed into, or a new one where that has moved on. */
export async function putBack(
  vault: Pick<KeptVault, 'append'>,
  { draft, expected, edits, after }: Rescued,
): Promise<Outcome<string>> {
  const kept = await vault.append(draft, expected, edits, after);
  if (kept.ok) return outcome(draft, []);
  if (kept.problems[0].code !== 'conflict') return kept;
  return Work.begin(vault, draftFrom(after, { how: 'rescued', draft, revision: expected }, deviceWorld));
}
