import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Outputs } from '../../../content/outputs.ts';
import { words } from '../../../elements/shared/pack-words.ts';
import type { FamilyCopy } from '../../../model/assessment.ts';
import type { Pack } from '../../../model/pack.ts';
import type { DraftPassage } from '../../../outputs/family-draft.ts';
import { passageGrade } from './grade-words.ts';

interface Given {
  readonly pack: Pack;
  readonly outputs: Outputs;
  readonly passage: DraftPassage;
  readonly copy: FamilyCopy;
  /** What the box says now: kept, or still being typed. */
  readonly said: string;
  readonly names: readonly string[];
  readonly readonly: boolean;
  /** The box says something else. */
  readonly type: (text: string) => void;
  /** What was typed is to be kept. */
  readonly keep: () => void;
}

/** One passage: its words to change, how hard they are, and what the draft would say now. */
export function passageField({
  pack,
  outputs,
  passage,
  copy,
  said,
  names,
  readonly,
  type,
  keep,
}: Given): TemplateResult {
  const { id, heading, own, text } = passage;
  const settled = copy.passages?.[id];
  const label =
    heading !== null
      ? words(pack, outputs.words[heading] ?? heading)
      : id === 'greeting'
        ? msg('Greeting', { id: 'out-greeting' })
        : id === 'listened'
          ? msg('How we listened', { id: 'out-listened' })
          : msg('Opening words', { id: 'out-opening' });
  const grade = passageGrade({ text: said, locale: pack.locale, names });
  return html`<div class="govuk-form-group hw-passage">
    <label class="govuk-label govuk-label--s" for="passage:${id}">${label}</label>
    <textarea
      class="govuk-textarea"
      id="passage:${id}"
      rows=${String(Math.min(10, Math.max(2, Math.ceil(said.length / 70) + said.split('\n').length - 1)))}
      aria-describedby="passage:${id}:grade"
      ?disabled=${readonly}
      .value=${live(said)}
      @input=${(event: Event) => {
        type((event.target as HTMLTextAreaElement).value);
      }}
      @change=${keep}
    ></textarea>
    <div class="govuk-hint" id="passage:${id}:grade">
      ${grade}
      ${own ? msg('These words come from the agreement. Make them simpler if you can. Start a line with a dash to make a list.', { id: 'out-own-words' }) : nothing}
    </div>
    ${
      settled && settled.from !== text
        ? html`<div class="govuk-inset-text">
            <p class="govuk-body">
              ${msg('The answers have changed since these words were edited. The draft now says:', { id: 'out-stale' })}
            </p>
            <p class="govuk-body"><bdi class="hw-own">${text}</bdi></p>
          </div>`
        : nothing
    }
    ${
      settled && settled.text !== text && !readonly
        ? html`<button
            type="button"
            class="hw-link-button"
            @click=${() => {
              type(text);
              keep();
            }}
          >
            ${msg('Put the draft back', { id: 'out-draft-back' })}<span class="govuk-visually-hidden">: ${label}</span>
          </button>`
        : nothing
    }
  </div>`;
}
