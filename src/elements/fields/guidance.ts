import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Guidance, Pack, Source } from '../../model/pack.ts';
import { langOf, words } from '../shared/pack-words.ts';
import type { Field } from './context.ts';
import { richText, type Manner } from './rich-text.ts';
import { helpName, termManner } from './term.ts';

/** The help beside a question: why it is asked, with its sources; what good evidence looks like; what to do; what to read. */
export function guidanceBlocks({ context, instance }: Field): TemplateResult {
  const { pack } = context;
  const { question, key } = instance;
  const guidance = context.guidance(question.id, instance.place.round);
  if (!guidance)
    return html`<p class="govuk-hint">${msg('The guidance is being fetched.', { id: 'guidance-coming' })}</p>`;
  const sources = question.sources.map((id) => context.source(id)).filter((source) => source !== undefined);
  const manner = termManner(pack, key, (name) => context.opened(name));
  return html`${helpWith(pack, guidance, sources, manner)}${furtherReading(pack, question.id, context.guidanceAddress)}`;
}

/** The three parts of a question's help, with the sources under the first. */
export function helpWith(
  pack: Pack,
  { why, goodEvidence, whatToDo }: Guidance,
  sources: readonly Source[],
  manner: Manner,
): TemplateResult {
  const say = (text: string): string | TemplateResult => words(pack, text);
  return html`<p class="hw-help__title">${msg('Why this is asked', { id: 'why-asked' })}</p>
    ${richText(why, say, manner)}${sources.length > 0 ? sourceList(pack, sources) : nothing}
    <p class="hw-help__title">${msg('What good evidence looks like', { id: 'good-evidence' })}</p>
    ${richText(goodEvidence, say, manner)}
    <p class="hw-help__title">${msg('What to do', { id: 'what-to-do' })}</p>
    ${richText(whatToDo, say, manner)}`;
}

/** The articles that help with a question; nothing where no page shows them. */
export function furtherReading(pack: Pack, question: string, address: string): TemplateResult | typeof nothing {
  const articles = address === '' ? [] : pack.articles.filter(({ questions }) => questions.includes(question));
  if (articles.length === 0) return nothing;
  return html`<p class="hw-help__title">${msg('Read more', { id: 'read-more' })}</p>
    <ul class="govuk-list">
      ${articles.map(
        ({ id, title }) => html`<li><a class="govuk-link" href=${address + id}>${words(pack, title)}</a></li>`,
      )}
    </ul>`;
}

/** Sources with what each is worth. Their pages open beside this one: nobody should lose their place in a form. */
export function sourceList(pack: Pack, sources: readonly Source[]): TemplateResult {
  return html`<ul
    class="hw-sources"
    aria-label=${msg('Sources; their links open in a new tab', { id: 'sources-links' })}
  >
    ${sources.map(({ title, publisher, date, strength, read, url }) => {
      const said = `${title}. ${publisher}, ${date}.`;
      const lang = langOf(pack, title) ?? nothing;
      return html`<li>
        ${url === undefined ? html`<span lang=${lang}>${said}</span>` : html`<a class="govuk-link" lang=${lang} href=${url} target="_blank" rel="noreferrer noopener">${said}</a>`}
        <span class="hw-quiet"
          >${strengthWords(strength)}${strength === 'own-judgement' ? '' : `; ${readWords(read)}`}.</span
        >
      </li>`;
    })}
  </ul>`;
}

/** What kind of evidence a source is. */
function strengthWords(strength: Source['strength']): string {
  switch (strength) {
    case 'law':
      return msg('Law', { id: 'strength-law' });
    case 'guidance':
      return msg('Guidance', { id: 'strength-guidance' });
    case 'review':
      return msg('Review of research or cases', { id: 'strength-review' });
    case 'study':
      return msg('One study', { id: 'strength-study' });
    case 'local-practice':
      return msg('A council’s own practice', { id: 'strength-local' });
    case 'news':
      return msg('News or opinion', { id: 'strength-news' });
    case 'own-judgement':
      return msg('Our own judgement', { id: 'strength-own' });
  }
}

/** How far we read it ourselves. */
function readWords(read: Source['read']): string {
  switch (read) {
    case 'whole':
      return msg('read in full', { id: 'read-whole' });
    case 'part':
      return msg('read in part', { id: 'read-part' });
    case 'second-hand':
      return msg('known second-hand', { id: 'read-second-hand' });
    case 'not-read':
      return msg('not read', { id: 'read-not' });
  }
}

/**
 * What stands in the fold under a question's label (`.hw-help-in-place`): the same help, for pages too narrow for a column;
 * styles hide it where the column is shown. It is filled once it is opened: folded, it would be two fifths of all that a
 * form of ordinary questions is made of.
 */
export const helpInFold = (field: Field): TemplateResult | typeof nothing =>
  field.context.opened(helpName(field.instance.key)) ? guidanceBlocks(field) : nothing;

/** What the fold is called. */
export const foldedHelp = (): string => msg('Help with this question', { id: 'help-in-place' });
