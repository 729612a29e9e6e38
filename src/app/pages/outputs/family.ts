import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { property, state } from 'lit/decorators.js';
import type { Outputs } from '../../../content/outputs.ts';
import { withLanguages } from '../../../elements/shared/pack-words.ts';
import { reportView } from '../../../elements/shared/report-view.ts';
import type { FamilyCopy, Person } from '../../../model/assessment.ts';
import { childrenInScope, presentPeople, shortName } from '../../../model/people.ts';
import { outcome, type Outcome } from '../../../model/problem.ts';
import { copyName, draftFor, makeCopy, settledOf } from '../../../outputs/copy.ts';
import type { DraftPassage, FamilyDraft } from '../../../outputs/family-draft.ts';
import { passageText } from '../../../outputs/family-report.ts';
import type { Recipient } from '../../../outputs/reduce.ts';
import { deviceWorld } from '../../../session/world.ts';
import type { Services } from '../../services.ts';
import { SessionPage } from '../page.ts';
import { contactFields } from './contact-fields.ts';
import { wholeGrade } from './grade-words.ts';
import { keepLink } from './keep-link.ts';
import { passageField } from './passage-field.ts';
import { refused } from './said.ts';
import type { Made } from './save.ts';
import { settleCopy } from './settle.ts';

/** How long typing rests before it is kept. Milliseconds. */
const rest = 800;

/** What a copy says and its draft, and of what they were made. */
interface Written {
  readonly of: readonly unknown[];
  readonly draft: FamilyDraft | null;
  readonly made: Outcome<Made>;
}

/** The version for one parent or one child: drafted, changed by whoever knows the family, then saved. */
export class FamilyOutput extends SessionPage {
  @property({ attribute: false }) services: Services | null = null;
  @property({ attribute: false }) outputs: Outputs | null = null;
  @property({ attribute: false }) kind: 'parents' | 'child' = 'parents';
  @state() private chosen = '';
  /** What is being typed and not kept yet, by passage. */
  @state() private typed: Readonly<Record<string, string>> = {};
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #last: Written | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // Before the saver writes what it has, on the way out of the page.
    addEventListener('visibilitychange', this.#keep, { capture: true });
    addEventListener('pagehide', this.#keep, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('visibilitychange', this.#keep, { capture: true });
    removeEventListener('pagehide', this.#keep, { capture: true });
    this.#keep();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('kind') || changed.has('session')) {
      this.chosen = '';
      this.typed = {};
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, outputs, kind } = this;
    if (!session || !outputs) return nothing;
    const people = this.#readers();
    const to = this.#to();
    const title =
      kind === 'child'
        ? msg('Version for a child', { id: 'out-child' })
        : msg('Version for a parent', { id: 'out-parents' });
    const heading = html`<h1 class="govuk-heading-xl">${title}</h1>`;
    if (!to)
      return html`${heading}
        <p class="govuk-body">
          ${
            kind === 'child'
              ? msg('There is no child in scope yet. Add the children first.', { id: 'out-no-child' })
              : msg('There is no parent or carer yet. Add them first.', { id: 'out-no-parent' })
          }
        </p>`;
    const copy = settledOf(session.assessment, to);
    const whom = html`${keepLink(session)} ${this.#whom(people, to, copy)}`;
    if (to.children.length === 0)
      return html`${heading} ${whom}
        <p class="govuk-body">
          ${msg('Tick at least one child: there is nothing to say yet.', { id: 'out-tick-one' })}
        </p>`;
    const { draft, made } = this.#written(to);
    if (!draft) return nothing;
    const { locale } = session.pack;
    const names = this.#names();
    return html`${heading}
      <p class="govuk-body-l hw-measure">
        ${msg('Drafted from the answers, in words a family can read. Read every line as the person it is for would read it, and change what does not fit.', { id: 'out-family-lead' })}
      </p>
      ${whom}
      <h2 class="govuk-heading-l">${msg('The words', { id: 'out-words' })}</h2>
      ${wholeGrade({ text: draft.passages.map((passage) => this.#said(passage, copy)).join('\n'), locale, names })}
      ${draft.passages.map((passage) =>
        passageField({
          pack: session.pack,
          outputs,
          passage,
          copy,
          said: this.#said(passage, copy),
          names,
          readonly: session.readonly,
          type: (text) => {
            this.#type(passage.id, text);
          },
          keep: this.#keep,
        }),
      )}
      ${contactFields({ session, name: copyName(to), copy, draft })}
      <homeward-save-output
        .services=${this.services}
        .make=${() => {
          this.#keep();
          return this.#written(to).made;
        }}
        .name=${kind === 'child' ? 'for-a-child' : 'for-a-parent'}
      ></homeward-save-output>
      ${
        made.ok
          ? html`<h2 class="govuk-heading-l">${msg('What it says', { id: 'out-says' })}</h2>
              <div class="hw-copy">${reportView(made.value.report, () => nothing)}</div>`
          : refused(made.problems[0].code)
      }`;
  }

  #readers(): readonly Person[] {
    if (!this.session) return [];
    const { assessment } = this.session;
    return this.kind === 'child'
      ? childrenInScope(assessment)
      : presentPeople(assessment).filter(({ role }) => role === 'parent' || role === 'carer');
  }

  /** Whom the copy is for; null while there is nobody. */
  #to(): Recipient | null {
    const people = this.#readers();
    const person = people.find(({ id }) => id === this.chosen) ?? people[0];
    if (!person || !this.session) return null;
    if (this.kind === 'child') return { kind: 'child', person: person.id, children: [person.id] };
    const { assessment } = this.session;
    const to: Recipient = { kind: 'parents', person: person.id, children: [] };
    const inScope = childrenInScope(assessment).map(({ id }) => id);
    const chosen = settledOf(assessment, to).children ?? childrenOf(person);
    return { ...to, children: inScope.filter((id) => chosen.includes(id)) };
  }

  #whom(people: readonly Person[], to: Recipient, copy: FamilyCopy): TemplateResult {
    const { session, kind } = this;
    const person = people.find(({ id }) => id === to.person);
    const disabled = session?.readonly ?? true;
    return html`<div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="family:whom">${msg('Who is it for?', { id: 'out-whom' })}</label>
        <select class="govuk-select" id="family:whom" @change=${this.#choose}>
          ${people.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === to.person}>
                ${name.trim() || msg('No name yet', { id: 'no-name-yet' })}
              </option>`,
          )}
        </select>
      </div>
      ${
        kind === 'child'
          ? html`<div class="govuk-form-group">
              <label class="govuk-label govuk-label--s" for="family:name"
                >${msg('The name this child likes to be called', { id: 'out-called' })}</label
              >
              <input
                class="govuk-input govuk-input--width-20"
                id="family:name"
                autocomplete="off"
                maxlength="100"
                ?disabled=${disabled}
                .value=${live(copy.name ?? shortName(person?.name ?? ''))}
                @change=${(event: Event) => {
                  const name = (event.target as HTMLInputElement).value.trim();
                  this.#settle(to, (now) => ({ ...now, name: name === shortName(person?.name ?? '') ? '' : name }));
                }}
              />
            </div>`
          : this.#children(to, disabled)
      }`;
  }

  #children(to: Recipient, disabled: boolean): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    return html`<fieldset class="govuk-fieldset govuk-form-group" aria-describedby="family:children-hint">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        ${msg('Which children is it about?', { id: 'out-about-whom' })}
      </legend>
      <div class="govuk-hint" id="family:children-hint">
        ${msg('Those this adult is related to or has parental responsibility for are ticked. Check that this adult may know.', { id: 'out-about-hint' })}
      </div>
      <div class="govuk-checkboxes">
        ${childrenInScope(session.assessment).map(
          ({ id, name }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="family:child:${id}"
                ?disabled=${disabled}
                .checked=${live(to.children.includes(id))}
                @change=${(event: Event) => {
                  const is = (event.target as HTMLInputElement).checked;
                  const others = to.children.filter((each) => each !== id);
                  this.#settle(to, (now) => ({ ...now, children: is ? [...others, id] : others }));
                }}
              />
              <label class="govuk-label govuk-checkboxes__label" for="family:child:${id}"
                ><bdi>${name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi></label
              >
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  /** What a passage says now: kept, or still being typed. */
  #said(passage: DraftPassage, copy: FamilyCopy): string {
    return this.typed[passage.id] ?? passageText(copy, passage);
  }

  /** The draft and the copy as they are kept, made once for each change of the answers and not at each key. */
  #written(to: Recipient): Written {
    const { session, outputs } = this;
    if (!session || !outputs) throw new Error('a copy is made of an open assessment');
    const { pack, assessment } = session;
    const on = deviceWorld.today();
    const of = [pack, outputs, assessment, on, copyName(to), to.children.join()] as const;
    if (this.#last && of.every((each, index) => each === this.#last?.of[index])) return this.#last;
    const made = makeCopy(pack, outputs, assessment, { to, on });
    this.#last = {
      of,
      draft: draftFor(pack, outputs, assessment, { to, on }).draft,
      made: made.ok ? outcome({ ...made.value, report: withLanguages(made.value.report, pack) }, []) : made,
    };
    return this.#last;
  }

  #names(): readonly string[] {
    const { people = [], sharing } = this.session?.assessment ?? {};
    const called = Object.values(sharing?.copies ?? {}).flatMap(({ name }) => name ?? []);
    return [...people.map(({ name }) => name), ...called];
  }

  readonly #choose = (event: Event): void => {
    this.#keep();
    this.chosen = (event.target as HTMLSelectElement).value;
  };

  #type(id: string, text: string): void {
    this.typed = { ...this.typed, [id]: text };
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(this.#keep, rest);
  }

  /** Keeps what was typed with the draft. */
  readonly #keep = (): void => {
    clearTimeout(this.#waiting);
    const { session, outputs, typed } = this;
    const to = this.#to();
    if (Object.keys(typed).length === 0 || !session || !outputs || !to) return;
    this.typed = {};
    const drafted = new Map(this.#written(to).draft?.passages.map(({ id, text }) => [id, text]));
    this.#settle(to, (now) => {
      const passages = new Map(Object.entries(now.passages ?? {}));
      for (const [id, text] of Object.entries(typed))
        if (text === drafted.get(id)) passages.delete(id);
        else passages.set(id, { text, from: drafted.get(id) ?? '' });
      return { ...now, passages: Object.fromEntries(passages) };
    });
  };

  #settle(to: Recipient, change: (now: FamilyCopy) => FamilyCopy): void {
    if (this.session && !this.session.readonly) settleCopy(this.session, copyName(to), change);
  }
}

/** The children an adult is known to belong to. */
const childrenOf = ({ relatedTo = [], parentalResponsibility = [] }: Person): readonly string[] => [
  ...relatedTo,
  ...parentalResponsibility,
];
