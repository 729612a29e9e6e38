import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Evidence, Support } from '../../model/assessment.ts';
import { rowAsEvidence, supportKey, takenWords } from '../../model/evidence.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import { tableKinds, type Question } from '../../model/pack.ts';
import { personById, shownRows } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { words } from '../shared/pack-words.ts';
import { supportBy } from '../form/support-actions.ts';
import { calledBy, idFor, supportsName, type Field } from './context.ts';
import { evidenceLine } from './evidence-row.ts';

/** Something that is recorded already and may support a judgement. */
interface Candidate {
  readonly id: string;
  /** What it says and where from, in one line. */
  readonly line: string;
  /** The question it was answered under; null for what was written down as evidence. */
  readonly question: Question | null;
  readonly about: string;
  readonly take: { readonly evidence: string } | { readonly takenFrom: string };
  readonly chosen: boolean;
}

/** What is recorded already, each to be ticked where it supports this judgement, with a box that narrows the list. */
export function supportChooser(field: Field, support: Support): TemplateResult | typeof nothing {
  const { context } = field;
  const all = candidates(field, support);
  if (all.length === 0) return nothing;
  const box = idFor(supportsName(supportKey(support)), 'find');
  return html`<details class="govuk-details hw-means">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${msg('Choose from what is recorded', { id: 'support-choose' })}</span>
    </summary>
    <div class="govuk-details__text">
      <div class="govuk-form-group">
        <label class="govuk-label" for=${box}>${msg('Narrow the list by a word', { id: 'support-find' })}</label>
        <input class="govuk-input" id=${box} autocomplete="off" @input=${narrow} />
        <p class="govuk-hint" role="status"></p>
      </div>
      <div
        class="govuk-checkboxes govuk-checkboxes--small hw-support__list"
        role="group"
        aria-label=${msg('What is recorded', { id: 'support-recorded' })}
      >
        ${all.map(
          ({ id, line, question, about, take, chosen }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="${box}.${id}"
                aria-describedby="${box}.${id}.where"
                .checked=${live(chosen)}
                @change=${(event: Event) => supportBy(context.acts, support, take, (event.target as HTMLInputElement).checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for="${box}.${id}"><bdi>${line}</bdi></label>
              <div class="govuk-hint govuk-checkboxes__hint" id="${box}.${id}.where">
                ${question ? words(context.pack, question.label) : msg('Written down as evidence', { id: 'support-written' })}${about === '' ? nothing : html`: <bdi>${about}</bdi>`}
              </div>
            </div>`,
        )}
      </div>
    </div>
  </details>`;
}

/** Hides what does not hold the words typed; nothing is drawn again, so that ticks and the keyboard stay where they are. */
function narrow(event: Event): void {
  const box = event.target as HTMLInputElement;
  const within = box.closest('.govuk-details__text');
  const wanted = box.value.trim().toLocaleLowerCase();
  const items = [...(within?.querySelectorAll<HTMLElement>('.govuk-checkboxes__item') ?? [])];
  for (const item of items) item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
  const left = items.filter(({ hidden }) => !hidden).length;
  const status = within?.querySelector('[role="status"]');
  if (status)
    status.textContent = wanted === '' ? '' : msg(str`${left} of ${items.length} shown`, { id: 'support-found' });
}

function candidates(field: Field, support: Support): readonly Candidate[] {
  const { pack, assessment } = field.context;
  const key = supportKey(support);
  const all = assessment.evidence ?? [];
  const supports = (evidence: Evidence | undefined): boolean =>
    evidence?.supports.some((each) => supportKey(each) === key) ?? false;
  const written = all
    .filter(({ takenFrom, words: said }) => takenFrom === undefined && said.trim() !== '')
    .map((evidence): Candidate => ({
      id: evidence.id,
      line: evidenceLine(field, evidence),
      question: null,
      about: '',
      take: { evidence: evidence.id },
      chosen: supports(evidence),
    }));
  const recorded = Object.keys(assessment.answers).flatMap((at) => {
    const place = parsePlaceKey(at);
    const question = packIndex(pack).questions.get(place?.question ?? '');
    if (!place || !question?.evidence) return [];
    const person = place.subject === null ? undefined : personById(assessment, place.subject);
    if (person?.removed) return [];
    const nobody = msg('No name yet', { id: 'no-name-yet' });
    return givenBy(field, question, at).map(({ from, evidence }): Candidate => ({
      id: from,
      line: evidenceLine(field, evidence, true),
      question,
      about: person ? calledBy(person, nobody) : '',
      take: { takenFrom: from },
      chosen: supports(all.find((each) => each.takenFrom === from)),
    }));
  });
  return [...written, ...recorded];
}

function givenBy(
  { context: { pack, assessment } }: Field,
  question: Question,
  at: string,
): readonly { readonly from: string; readonly evidence: Evidence }[] {
  const { kind, mark } = question.evidence ?? {};
  const as = (from: string, taken: ReturnType<typeof takenWords>): { from: string; evidence: Evidence }[] =>
    taken ? [{ from, evidence: { id: from, supports: [], ...taken, ...(kind && mark ? { kind, mark } : {}) } }] : [];
  if (!tableKinds.includes(question.kind)) return as(at, takenWords(pack, assessment, at));
  return shownRows(assessment, rowsOf(assessment.answers[at])).flatMap((row) =>
    as(`${at}.${row.id}`, rowAsEvidence(question, row)),
  );
}
