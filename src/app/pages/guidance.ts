import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { richText } from '../../elements/fields/rich-text.ts';
import { questionCalled, type TopicKind } from '../../elements/guidance/topic.ts';
import { packIn } from '../../elements/shared/pack-in.ts';
import { words } from '../../elements/shared/pack-words.ts';
import { contentLanguage } from '../../i18n/locale.ts';
import type { Pack } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { failurePage } from './failure.ts';
import { Page } from './page.ts';
import { searchBox } from './search-box.ts';

/** What stands before the id of a topic in an address of the app. */
const address = hashOf({ page: 'guidance', topic: 'x' }).slice(0, -1);

/** The list of articles and terms, or the guidance for one thing. */
export class GuidancePage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  /** The labels with glossary and articles. */
  @state() private pack: Outcome<Pack> | null = null;
  #language = '';

  get #topic(): string {
    return this.visit?.route.page === 'guidance' ? this.visit.route.topic : '';
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.#language === contentLanguage()) return;
    this.#language = contentLanguage();
    void this.#fetch(contentLanguage());
  }

  async #fetch(language: 'en' | 'cy'): Promise<void> {
    const pack = await packIn(language, [], true);
    if (language === contentLanguage()) this.pack = pack;
  }

  protected override render(): TemplateResult {
    if (!this.pack) return html`<p class="govuk-body">${msg('One moment.', { id: 'one-moment' })}</p>`;
    if (!this.pack.ok) return failurePage(this.pack.problems[0]);
    return this.#topic === '' ? everything(this.pack.value) : topicPage(this.pack.value, this.#topic);
  }
}

function topicPage(pack: Pack, id: string): TemplateResult {
  const kind = kindOf(pack, id);
  if (kind === null) return failurePage({ code: 'no-such-page', place: {} });
  const about = (named: TopicKind): string => (kind === named ? id : '');
  return html`<a class="govuk-back-link" href=${hashOf({ page: 'guidance', topic: '' })}
      >${msg('All guidance', { id: 'guidance-all' })}</a
    >
    <homeward-guidance
      heading-level="1"
      address=${address}
      article=${about('article')}
      question=${about('question')}
      stage=${about('stage')}
      factor=${about('factor')}
      term=${about('term')}
    ></homeward-guidance>`;
}

/** What an id names. An article or question goes before a word of the same name, whose meaning its page has. */
export function kindOf(pack: Pack, id: string): TopicKind | null {
  const named = (all: readonly { readonly id: string }[]): boolean => all.some((each) => each.id === id);
  if (named(pack.articles)) return 'article';
  if (questionCalled(pack, id)) return 'question';
  if (named(pack.stages)) return 'stage';
  if (named(pack.factors)) return 'factor';
  return named(pack.glossary) ? 'term' : null;
}

function everything(pack: Pack): TemplateResult {
  const link = (id: string, text: string): TemplateResult =>
    html`<a class="govuk-link" href=${address + id}>${words(pack, text)}</a>`;
  const sets = [...new Set(pack.factors.map(({ set }) => set))];
  return html`<h1 class="govuk-heading-xl">${msg('Guidance', { id: 'guidance-title' })}</h1>
    ${searchBox('')}
    <h2 class="govuk-heading-l">${msg('Articles', { id: 'guidance-articles' })}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${pack.articles.map(({ id, title }) => html`<li>${link(id, title)}</li>`)}
    </ul>
    <h2 class="govuk-heading-l">${msg('Questions by stage', { id: 'guidance-by-stage' })}</h2>
    <ol class="govuk-list govuk-list--spaced">
      ${pack.stages.map(({ id, order, plain, name }) => html`<li>${order}. ${link(id, plain)}<br /><span class="hw-quiet">${words(pack, name)}</span></li>`)}
    </ol>
    <h2 class="govuk-heading-l">${msg('Risk and protective factors', { id: 'guidance-factors' })}</h2>
    ${sets.map(
      (set) =>
        html`<details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">${words(pack, pack.phrases[`set-${set}`] ?? set)}</span>
          </summary>
          <ul class="govuk-list govuk-details__text">
            ${pack.factors.filter((factor) => factor.set === set).map(({ id, label }) => html`<li>${link(id, label)}</li>`)}
          </ul>
        </details>`,
    )}
    <h2 class="govuk-heading-l">${msg('Terms explained', { id: 'guidance-terms' })}</h2>
    <p class="govuk-body hw-measure">
      ${msg('Terms of law are put here in a few plain words, some of them from general knowledge. Check with your legal team before you rely on one.', { id: 'guidance-terms-law' })}
    </p>
    <dl class="govuk-summary-list">
      ${pack.glossary.map(
        ({ id, term, meaning }) =>
          html`<div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">${link(id, term)}</dt>
            <dd class="govuk-summary-list__value">
              ${meaning.length === 0 ? nothing : richText(meaning, (text) => words(pack, text))}
            </dd>
          </div>`,
      )}
    </dl>`;
}
