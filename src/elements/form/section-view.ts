import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Instance } from '../../model/evaluate.ts';
import { inGroups, type Group } from '../../model/groups.ts';
import { packIndex } from '../../model/pack-index.ts';
import { labelOf } from '../../model/label.ts';
import type { Section } from '../../model/pack.ts';
import { carers, initials } from '../../model/people.ts';
import { calledBy, type Field, type FieldContext } from '../fields/context.ts';
import { guidanceBlocks } from '../fields/guidance.ts';
import { questionField } from '../fields/question.ts';
import { rarer } from '../fields/rarer.ts';
import { headingOf } from '../shared/heading.ts';
import { words } from '../shared/pack-words.ts';
import { restsOn, type Marks } from './shared-context.ts';

/** People from this many on are folded one by one. */
const foldedFrom = 4;

/** What a section is shown with in one pass. */
export interface SectionView {
  readonly context: FieldContext;
  readonly marks: Marks;
  /** The level of the section's own heading. */
  readonly headingLevel: number;
  readonly goToGroup: (event: Event) => void;
}

/** One section: heading, people, questions in their groups. */
export function sectionView(view: SectionView, section: Section, instances: readonly Instance[]): TemplateResult {
  const { context, headingLevel, goToGroup } = view;
  const groups = inGroups(instances);
  const people = firstOfEach(groups);
  const heading = words(context.pack, section.title);
  return html`<section class="hw-section" data-section=${section.id} aria-labelledby="section:${section.id}">
    ${headingOf(headingLevel, 'govuk-heading-l', `section:${section.id}`, heading)}
    ${section.intro === '' ? nothing : html`<p class="govuk-body-l hw-intro">${words(context.pack, section.intro)}</p>`}
    ${people.length > 1 ? personSwitch(people, goToGroup) : nothing}
    ${groups.length === 0 ? html`<p class="govuk-body">${emptyWords(context, section)}</p>` : nothing}
    ${repeat(groups, groupKey, (group) => groupView(view, section, group, people.length))}
  </section>`;
}

/** Why a section asks nothing: nobody is named whom it asks about, or no answer so far leads to it. */
function emptyWords({ pack, assessment, keepsEvidence }: FieldContext, { asks }: Section): string {
  const { people } = assessment;
  const named = {
    child: people.some(({ role }) => role === 'child'),
    carer: carers(assessment).length > 0,
    round: true,
  };
  const isSomebodyMissing = asks.some(({ question }) =>
    packIndex(pack)
      .questions.get(question)
      ?.repeats.some((each) => !named[each]),
  );
  if (!isSomebodyMissing) return msg('Nothing is asked here at present.', { id: 'section-empty' });
  return keepsEvidence
    ? msg('What is asked here is about a child or a carer, and none is named yet. Add them to the people first.', {
        id: 'section-nobody',
      })
    : msg(
        'What is asked here is about a child or a carer, and this page names none yet. Whoever looks after the page: hand the people to this form (its property “people”).',
        { id: 'section-nobody-page' },
      );
}

function groupView(view: SectionView, section: Section, group: Group, people: number): unknown {
  const { context, marks } = view;
  const { person, instances } = group;
  const questions = repeat(
    instances,
    ({ key }) => key,
    (instance) => guard(restsOn({ context, instance }, marks), () => questionView(view, { context, instance })),
  );
  if (!person) return questions;
  const id = `group:${section.id}:${groupKey(group)}`;
  const { of, answered } = progressOf(group);
  const title = html`<span class="hw-ring" aria-hidden="true">${initials(person.name)}</span
    ><bdi>${calledBy(person, msg('No name yet', { id: 'no-name-yet' }))}</bdi>`;
  if (people < foldedFrom)
    return html`<div class="hw-person" id=${id} tabindex="-1" role="group" aria-labelledby="${id}:name">
      ${headingOf(context.headingLevel, 'govuk-heading-m hw-person__name', `${id}:name`, title)} ${questions}
    </div>`;
  return html`<details class="hw-person hw-person--folded" id=${id}>
    <summary class="hw-person__name hw-shows-focus">
      <span class="govuk-heading-m">${title}</span>
      <span class="hw-quiet"
        >${of > 0 ? msg(str`${answered} of ${of} answered`, { id: 'section-progress' }) : alone(context, instances)}</span
      >
    </summary>
    ${questions}
  </details>`;
}

/** What is asked of a person where it is one thing that need not be answered: the name alone stands there twice. */
function alone({ pack, assessment }: FieldContext, [one, ...more]: Group['instances']): unknown {
  return one && more.length === 0 ? words(pack, labelOf(pack, assessment, one)) : nothing;
}

function progressOf({ instances }: Group): { readonly of: number; readonly answered: number } {
  const counted = instances.filter(({ counts }) => counts);
  return { of: counted.length, answered: counted.filter(({ gaps }) => gaps.length === 0).length };
}

function questionView({ marks }: SectionView, field: Field): TemplateResult {
  const { key } = field.instance;
  return html`<div class="hw-question" data-key=${key} data-current=${key === marks.current}>
    ${questionField(field)}${rarer()?.modelAnswer(field)}<slot name="beside:${key}"></slot
    >${marks.removedFrom === key ? rarer()?.removedLine(field.context) : nothing}
  </div>`;
}

/** The help beside the questions; it follows the one somebody is in. */
export function guidanceColumn({ context, marks }: SectionView, instances: readonly Instance[]): TemplateResult {
  const instance = instances.find(({ key }) => key === marks.current) ?? instances[0];
  return html`<aside
    tabindex="0"
    class="hw-guidance"
    aria-label=${msg('Help with the question you are in', { id: 'guidance-column' })}
  >
    ${
      instance
        ? html`<p class="hw-guidance__question">${words(context.pack, context.label(instance))}</p>
            ${guidanceBlocks({ context, instance })}`
        : nothing
    }
  </aside>`;
}

const groupKey = ({ person, instances }: Group): string =>
  `${person?.id ?? 'family'}:${instances[0]?.question.id ?? ''}`;

/** The first group of each person: a mixed section comes to the same people more than once. */
function firstOfEach(groups: readonly Group[]): readonly Group[] {
  const met = new Set<string>();
  return groups.filter(({ person }) => {
    if (!person || met.has(person.id)) return false;
    met.add(person.id);
    return true;
  });
}

/** Links to each person of a section, in their order. */
function personSwitch(people: readonly Group[], go: (event: Event) => void): TemplateResult {
  return html`<nav class="hw-switch" aria-label=${msg('People in this section', { id: 'person-switch' })}>
    <ul>
      ${people.map(
        (group) =>
          html`<li>
            <a class="govuk-link" href="#" data-group=${groupKey(group)} @click=${go}
              ><span class="hw-ring hw-ring--small" aria-hidden="true">${initials(group.person?.name ?? '')}</span
              ><bdi>${calledBy(group.person ?? undefined, msg('No name yet', { id: 'no-name-yet' }))}</bdi></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
