import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { contactsOf } from '../../content/overlay/on-top.ts';
import type { Overlay } from '../../content/overlay/schema.ts';
import { inLocale } from '../../content/overlay/text.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { contentLanguage } from '../../i18n/locale.ts';
import type { Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { contactList } from './contacts.ts';
import { problemList } from './problem-list.ts';
import { localStyles } from './styles.ts';

/** At the foot of every page: whom to ring here, and what is wrong with the council's overlay if something is. */
export class LocalPart extends Page {
  /** What was read of this page's overlay; set before the element is defined. */
  static read: Outcome<Overlay> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, localStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { read } = LocalPart;
    if (!read) return nothing;
    return read.ok ? this.#local(read.value) : faulty(read.problems);
  }

  #local(overlay: Overlay): TemplateResult {
    const language = contentLanguage();
    const title = inLocale(overlay.title, language);
    const owner = inLocale(overlay.owner, language);
    return html`<section class="hw-local" aria-label=${title}>
      <p class="govuk-body-s">
        ${msg(str`${title} has put its own words in here (version ${overlay.version}).`, { id: 'local-added' })}
      </p>
      ${
        overlay.reviewBy < deviceWorld.today()
          ? html`<p class="govuk-body-s" data-overdue>
              <strong
                >${msg(str`These additions should have been checked by ${dateInWords(overlay.reviewBy)}. Ask ${owner} whether they are still right.`, { id: 'local-overdue' })}</strong
              >
            </p>`
          : nothing
      }
      ${contactList(contactsOf(overlay, language))}
    </section>`;
  }
}

/** In the bar above every page: the council's own sign, where it has one. */
export class LogoPart extends Page {
  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, localStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { read } = LocalPart;
    const logo = read?.ok ? read.value.look?.logo : undefined;
    if (!read?.ok || logo === undefined) return nothing;
    return html`<img class="hw-local__logo" src=${logo} alt=${inLocale(read.value.title, contentLanguage())} />`;
  }
}

const faulty = (problems: Parameters<typeof problemList>[0]): TemplateResult =>
  html`<section class="hw-local" role="alert">
    <p class="govuk-body">
      <strong
        >${msg('What your council adds could not be used. The questions are shown as they were published. Tell whoever looks after this page:', { id: 'local-faulty' })}</strong
      >
    </p>
    ${problemList(problems)}
  </section>`;
