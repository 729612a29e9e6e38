import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { loadOutputs } from '../../../content/load-outputs.ts';
import type { Outputs } from '../../../content/outputs.ts';
import type { Visit } from '../../later.ts';
import { hashOf } from '../../routes.ts';
import { adoptStyles } from '../own-styles.ts';
import { SessionPage } from '../page.ts';
import { indexPage } from './index-page.ts';
import { outputsStyles } from './outputs.styles.ts';
import { backToTasks } from '../back-to-tasks.ts';

/** Everything that can be made from an assessment for others: a page that lists it, and one for each. */
export class OutputsPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private outputs: Outputs | null = null;
  @state() private failed = false;
  #locale = '';

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, outputsStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const pack = this.session?.pack;
    if (pack && pack.locale !== this.#locale) {
      this.#locale = pack.locale;
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    const pack = this.session?.pack;
    if (!pack) return;
    const loaded = await loadOutputs(pack);
    // Another language may have been chosen meanwhile.
    if (pack.locale !== this.#locale) return;
    this.failed = !loaded.ok;
    if (loaded.ok) this.outputs = loaded.value;
    else this.#locale = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, visit, outputs } = this;
    if (!session || visit?.route.page !== 'output') return nothing;
    const { kind, id } = visit.route;
    const back =
      kind === 'index'
        ? backToTasks(id)
        : html`<a class="govuk-back-link" href=${hashOf({ page: 'output', id, kind: 'index' })}
            >${msg('Copies and forms to hand out', { id: 'outputs-title' })}</a
          >`;
    if (kind === 'index') return html`${back}${indexPage(session)}`;
    if (this.failed)
      return html`${back}
        <h1 class="govuk-heading-xl">${msg('Copies and forms to hand out', { id: 'outputs-title' })}</h1>
        <p class="govuk-error-message" role="alert">
          ${msg('Part of this page could not be fetched. Check the connection, then load the page again. Nothing was lost.', { id: 'outputs-not-loaded' })}
        </p>`;
    return outputs ? html`${back}${this.#page(kind, outputs)}` : back;
  }

  #page(kind: string, outputs: Outputs): TemplateResult | typeof nothing {
    const { session, visit } = this;
    const services = visit?.services ?? null;
    switch (kind) {
      case 'partners':
        return html`<homeward-output-partners
          .session=${session}
          .services=${services}
          .outputs=${outputs}
        ></homeward-output-partners>`;
      case 'parents':
      case 'child':
        return html`<homeward-output-family
          .session=${session}
          .services=${services}
          .outputs=${outputs}
          .kind=${kind}
        ></homeward-output-family>`;
      case 'blank':
        return html`<homeward-output-blank
          .session=${session}
          .services=${services}
          .outputs=${outputs}
        ></homeward-output-blank>`;
      case 'paste':
        return html`<homeward-output-paste .session=${session} .services=${services}></homeward-output-paste>`;
      case 'keep':
        return html`<homeward-output-keep .session=${session} .outputs=${outputs}></homeward-output-keep>`;
      case 'data':
        return html`<homeward-output-data .session=${session} .outputs=${outputs}></homeward-output-data>`;
      default:
        return nothing;
    }
  }
}
