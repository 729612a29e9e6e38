import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guidanceFor } from '../../content/pack-parts.ts';
import { languageTag } from '../../i18n/locale.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack, Section, Source } from '../../model/pack.ts';
import { furtherReading, helpWith, sourceList } from '../fields/guidance.ts';
import { richText, type Manner } from '../fields/rich-text.ts';
import { termManner } from '../fields/term.ts';
import { headingOf } from '../shared/heading.ts';
import { localNote } from '../shared/local-note.ts';
import { words } from '../shared/pack-words.ts';
import type { Topic } from './topic.ts';

/** How a topic is shown. */
export interface TopicShowing {
  readonly headingLevel: number;
  /** What stands before the id of another topic in a link; empty where the page has none. */
  readonly address: string;
  /** Whether somebody opened the meaning of a term, by the name of its control. */
  opened(name: string): boolean;
}

const riskStatuses = ['active', 'reducing', 'past', 'absent', 'not-known'];
const strengthStatuses = ['evidenced', 'claimed', 'absent', 'not-known'];

/** Everything there is to say about one topic. */
export function topicView(topic: Topic, showing: TopicShowing): TemplateResult {
  const { pack } = topic;
  switch (topic.kind) {
    case 'article':
      return articleView(topic, showing);
    case 'question':
      return questionView(topic, showing);
    case 'stage':
      return stageView(topic, showing);
    case 'factor':
      return factorView(topic, showing);
    case 'term':
      return html`${title(showing, words(pack, topic.entry.term))}
      ${richText(topic.entry.meaning, (text) => words(pack, text))}`;
  }
}

type Of<Kind extends Topic['kind']> = Extract<Topic, { kind: Kind }>;

const title = ({ headingLevel }: TopicShowing, text: unknown): TemplateResult =>
  headingOf(headingLevel, 'govuk-heading-l', null, text);

const subtitle = ({ headingLevel }: TopicShowing, text: unknown): TemplateResult =>
  headingOf(headingLevel + 1, 'govuk-heading-s', null, text);

const mannerAt = (pack: Pack, where: string, showing: TopicShowing): Manner =>
  termManner(pack, where, (name) => showing.opened(name));

const sourcesOf = (pack: Pack, ids: readonly string[]): readonly Source[] =>
  ids.flatMap((id) => pack.sources.find((source) => source.id === id) ?? []);

/** A name of another topic, linked where the page can show it. */
const linked = ({ address }: TopicShowing, id: string, text: unknown): unknown =>
  address === '' ? text : html`<a class="govuk-link" href=${address + id}>${text}</a>`;

function questionView({ pack, question }: Of<'question'>, showing: TopicShowing): TemplateResult {
  const asked = packIndex(pack).askedIn.get(question.id) ?? [];
  const help = guidanceFor(pack.guidance, question.id, asked[0]?.asked.round ?? 0);
  return html`${title(showing, words(pack, question.label))}
    ${question.hint === undefined ? nothing : html`<p class="govuk-hint">${words(pack, question.hint)}</p>`}
    <ul class="govuk-list">
      ${asked.map(({ section }) => html`<li class="hw-quiet">${placeOf(pack, section, showing)}</li>`)}
    </ul>
    ${meaning(pack, question.id)}
    ${help ? helpWith(pack, help, sourcesOf(pack, question.sources), mannerAt(pack, question.id, showing)) : nothing}
    ${furtherReading(pack, question.id, showing.address)}`;
}

/** What the word means that a question or an article is called after; nothing where none is. */
function meaning(pack: Pack, id: string): TemplateResult | typeof nothing {
  const entry = pack.glossary.find((each) => each.id === id);
  return entry
    ? html`<div class="govuk-inset-text">${richText(entry.meaning, (text) => words(pack, text))}</div>`
    : nothing;
}

/** Where in the work a section stands. */
function placeOf(pack: Pack, section: Section, showing: TopicShowing): TemplateResult {
  const stage = packIndex(pack).stages.get(section.stage);
  const said = stage ? html`${msg(str`Stage ${stage.order}`, { id: 'stage-number' })}: ${words(pack, stage.plain)}` : '';
  return html`${linked(showing, section.stage, said)} · ${words(pack, section.title)}`;
}

function stageView({ pack, stage }: Of<'stage'>, showing: TopicShowing): TemplateResult {
  const index = packIndex(pack);
  const articles = pack.articles.filter(({ stages }) => stages.includes(stage.id));
  return html`${title(
    showing,
    html`${msg(str`Stage ${stage.order}`, { id: 'stage-number' })}: ${words(pack, stage.plain)}`,
  )}
  <p class="govuk-body-l">${words(pack, stage.name)}</p>
  <p class="govuk-body">${words(pack, stage.summary)}</p>
  ${localNote(pack, stage.id)}
  ${stage.sections.map((id) => {
    const section = index.sections.get(id);
    return section
      ? html`${subtitle(showing, words(pack, section.title))}
          <ul class="govuk-list govuk-list--bullet">
            ${section.asks.map(({ question, label }) => {
              const said = label ?? index.questions.get(question)?.label ?? question;
              return html`<li>${linked(showing, question, words(pack, said))}</li>`;
            })}
          </ul>`
      : nothing;
  })}
  ${
    articles.length === 0
      ? nothing
      : html`${subtitle(showing, msg('Read more', { id: 'read-more' }))}
          <ul class="govuk-list govuk-list--bullet">
            ${articles.map(({ id, title: name }) => html`<li>${linked(showing, id, words(pack, name))}</li>`)}
          </ul>`
  }`;
}

function factorView({ pack, factor }: Of<'factor'>, showing: TopicShowing): TemplateResult {
  const statuses = factor.set.endsWith('-risk') ? riskStatuses : strengthStatuses;
  const said = (id: string): unknown => words(pack, pack.phrases[id] ?? id);
  return html`${title(showing, words(pack, factor.label))}
    <p class="govuk-body">${said(`set-${factor.set}`)}</p>
    ${factor.serious ? html`<p class="govuk-body"><strong>${pack.questions.some(({ kind }) => kind === 'risk-suggestion') ? msg('A serious risk: while it is active, a suggestion is not below high.', { id: 'factor-serious-means' }) : msg('Worry, serious', { id: 'factor-worry-serious' })}</strong></p>` : nothing}
    ${subtitle(showing, msg('What these mean', { id: 'choices-mean' }))}
    <dl class="govuk-body hw-topic">
      ${statuses.map(
        (status) =>
          html`<dt>${said(`status-${status}`)}</dt>
            <dd>${said(`status-${status}-means`)}</dd>`,
      )}
    </dl>
    ${localNote(pack, factor.id)} ${subtitle(showing, msg('What it rests on', { id: 'rests-on' }))} ${sourceList(pack, sourcesOf(pack, factor.sources))}`;
}

function articleView({ pack, article }: Of<'article'>, showing: TopicShowing): TemplateResult {
  const index = packIndex(pack);
  const other = article.locale === languageTag() ? null : article.locale;
  const say = (text: string): string | TemplateResult => (other === null ? text : html`<span lang=${other}>${text}</span>`);
  const manner = { ...mannerAt(pack, article.id, showing), headingLevel: showing.headingLevel + 1 };
  const questions = article.questions.flatMap((id) => index.questions.get(id) ?? []);
  const sources = sourcesOf(pack, article.sources);
  return html`${title(showing, say(article.title))} ${meaning(pack, article.id)} ${richText(article.text, say, manner)}
  ${
    sources.length === 0
      ? nothing
      : html`${subtitle(showing, msg('What it rests on', { id: 'rests-on' }))} ${sourceList(pack, sources)}`
  }
  ${
    questions.length === 0
      ? nothing
      : html`${subtitle(showing, msg('Questions it helps with', { id: 'article-questions' }))}
          <ul class="govuk-list govuk-list--bullet">
            ${questions.map(({ id, label }) => html`<li>${linked(showing, id, words(pack, label))}</li>`)}
          </ul>`
  }`;
}
