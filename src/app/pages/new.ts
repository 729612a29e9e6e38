import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Assessment, PersonInput } from '../../model/assessment.ts';
import { newAssessment } from '../../model/new-assessment.ts';
import type { Pack, RouteId } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import type { BothVaults, DraftKind } from '../both-vaults.ts';
import { beforeReal, firstFor, type First } from '../lock/before-real.ts';
import { LockingEvent } from '../lock/events.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { kindField, notKept, problemsIn, purposeField, referenceField, routeField, type Asked } from './new-fields.ts';
import { roleField } from './new-role.ts';
import { adoptStyles } from './own-styles.ts';
import { GoEvent, Page } from './page.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  /** Of an adult; empty until it is chosen. */
  readonly role: string;
}

const nobody = (): Named => ({ id: deviceWorld.newId(), name: '', role: '' });
const isNamed = ({ name }: Named): boolean => name.trim() !== '';
const hasNoRole = (adult: Named): boolean => isNamed(adult) && adult.role === '';

/** Begins an assessment: what it is for, its reference, and who it is about. */
export class NewPage extends Page {
  @property({ attribute: false }) pack: Pack | null = null;
  @property({ attribute: false }) vault: BothVaults | null = null;
  /** What was typed stays in the form meanwhile. */
  @state() private first: First | null = null;
  @state() private children_: readonly Named[] = [nobody()];
  @state() private adults: readonly Named[] = [nobody()];
  @state() private missing: readonly Asked[] = [];
  @state() private failed: Problem | null = null;
  #begun = false;
  /** The draft that was begun before the recovery code was shown. */
  #kept: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, newStyles);
    window.addEventListener(LockingEvent.type, this.#keepBegun);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(LockingEvent.type, this.#keepBegun);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pack } = this;
    if (!pack) return nothing;
    return html`
      <a class="govuk-back-link" href=${hashOf({ page: 'assessments' })}
        >${msg('All assessments', { id: 'start-all' })}</a
      >
      ${beforeReal({ first: this.first, vault: this.vault, typed: this.#names, opened: this.#keep, done: this.#goOn })}
      ${this.failed ? notKept(this.failed) : problemsIn(this.missing, this.#goTo)}
      <h1 class="govuk-heading-xl" ?hidden=${this.first !== null}>
        ${msg('Start an assessment', { id: 'start-new' })}
      </h1>
      <form class="hw-measure" novalidate autocomplete="off" ?hidden=${this.first !== null} @submit=${this.#submit}>
        ${kindField(this.vault?.real ?? null, this.missing)} ${referenceField(this.missing)}
        ${purposeField(pack, this.missing)}
        ${this.#people(pack, 'children', msg('Which children is the decision about?', { id: 'new-children' }), this.children_)}
        ${this.#people(pack, 'adults', msg('Which adults might they live with?', { id: 'new-adults' }), this.adults)}
        ${routeField(pack.overlay?.route)}
        <button class="govuk-button" data-prevent-double-click="true">${msg('Start', { id: 'start' })}</button>
      </form>
    `;
  }

  #people(pack: Pack, which: 'children' | 'adults', legend: string, people: readonly Named[]): TemplateResult {
    const child = which === 'children';
    return html`<fieldset class="govuk-fieldset govuk-form-group" data-people=${which}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${legend}</legend>
      <div class="govuk-hint">
        ${child ? msg('Each of them is asked about on their own. Leave a name empty if there is none yet.', { id: 'new-children-hint' }) : msg('Parents or carers being considered. You can add everybody else later.', { id: 'new-adults-hint' })}
      </div>
      ${people.map(
        ({ id, name, role }, index) =>
          html`<div class="govuk-form-group hw-name">
              <label class="govuk-label" for="new:${id}"
                >${child ? msg('Child', { id: 'child' }) : msg('Adult', { id: 'adult' })} ${index + 1}</label
              >
              <input
                class="govuk-input govuk-input--width-20"
                id="new:${id}"
                name="${which}.${index}"
                autocomplete="off"
                spellcheck="false"
                .value=${name}
                @input=${(event: Event) => this.#change(which, id, { name: (event.target as HTMLInputElement).value })}
              />
              ${
                people.length > 1
                  ? html`<button type="button" class="hw-link-button" @click=${() => this.#remove(which, id)}>
                      ${msg('Remove', { id: 'row-remove' })}<span class="govuk-visually-hidden">
                        ${child ? msg('Child', { id: 'child' }) : msg('Adult', { id: 'adult' })} ${index + 1}</span
                      >
                    </button>`
                  : nothing
              }
            </div>
            ${child || name.trim() === '' ? nothing : roleField(pack, { name: `adults.${index}.role`, role, isMissing: role === '' && this.missing.includes('role') }, (chosen) => this.#change(which, id, { role: chosen }))}`,
      )}
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#add(which)}>
        ${child ? msg('Add another child', { id: 'new-add-child' }) : msg('Add another adult', { id: 'new-add-adult' })}
      </button>
    </fieldset>`;
  }

  #of(which: 'children' | 'adults', people: readonly Named[]): void {
    if (which === 'children') this.children_ = people;
    else this.adults = people;
  }

  #list(which: 'children' | 'adults'): readonly Named[] {
    return which === 'children' ? this.children_ : this.adults;
  }

  #change(which: 'children' | 'adults', id: string, to: Partial<Named>): void {
    this.#of(
      which,
      this.#list(which).map((each) => (each.id === id ? { ...each, ...to } : each)),
    );
  }

  #add(which: 'children' | 'adults'): void {
    const added = nobody();
    this.#of(which, [...this.#list(which), added]);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#new\\:${added.id}`)?.focus());
  }

  #remove(which: 'children' | 'adults', id: string): void {
    this.#of(
      which,
      this.#list(which).filter((each) => each.id !== id),
    );
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-people="${which}"] input`)?.focus());
  }

  readonly #goTo = (event: Event, id: Asked): void => {
    event.preventDefault();
    const name = id === 'role' ? `adults.${this.adults.findIndex(hasNoRole)}.role` : id;
    this.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };

  /** The reference and every name. */
  get #names(): readonly string[] {
    return [this.#said('reference'), ...[...this.children_, ...this.adults].map(({ name }) => name.trim())];
  }

  /** What somebody typed or chose in the form as it stands. */
  #said(name: string): string {
    const form = this.querySelector<HTMLFormElement>('form[novalidate]:not(homeward-set-up form)');
    const value = form ? new FormData(form).get(name) : null;
    return typeof value === 'string' ? value.trim() : '';
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const asked: readonly Asked[] = this.vault?.real ? ['kind', 'reference', 'purpose'] : ['reference', 'purpose'];
    const missing = asked.filter((name) => this.#said(name) === '');
    this.missing = this.adults.some(hasNoRole) ? [...missing, 'role'] : missing;
    if (this.missing.length > 0)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.govuk-error-summary')?.focus());
    else void this.#begin();
  };

  /** The passphrase is set or was entered: goes on with what was typed. */
  readonly #goOn = (event: Event): void => {
    event.stopPropagation();
    this.first = null;
    if (this.#kept === null) void this.#begin();
    else window.dispatchEvent(new HashChangeEvent('hashchange')); // the address is its own already
  };

  /** Begins the draft before a recovery code is shown, and gives the page its address: a lock or a reload comes to it. */
  readonly #keep = async (): Promise<void> => {
    const { pack, vault } = this;
    if (!pack || !vault) return;
    this.#begun = true;
    const begun = await Work.begin(vault, this.#typed(pack, 'real'));
    this.#begun = begun.ok;
    if (!begun.ok) return;
    this.#kept = begun.value;
    history.replaceState(null, '', hashOf({ page: 'tasks', id: begun.value }));
  };

  async #begin(): Promise<void> {
    const { pack, vault } = this;
    if (!pack || !vault || this.#begun) return;
    const kind = this.#said('kind') === 'real' ? 'real' : 'training';
    if (kind === 'real') this.first = await firstFor(vault);
    if (this.first !== null) return;
    this.#begun = true;
    const begun = await Work.begin(vault, this.#typed(pack, kind));
    if (begun.ok) {
      this.dispatchEvent(new GoEvent(hashOf({ page: 'tasks', id: begun.value })));
      return;
    }
    this.#begun = false;
    this.failed = begun.problems[0];
  }

  #typed(pack: Pack, kind: DraftKind): Assessment {
    const people: readonly PersonInput[] = [
      ...this.children_.map(({ name }) => ({ role: 'child', name: name.trim(), inScope: true })),
      // Locked before it was said: somebody who would care, which is all that is known.
      ...this.adults
        .filter(isNamed)
        .map(({ name, role }) => ({ role: role || 'carer', name: name.trim(), assessedAsCarer: true })),
    ];
    const purpose = this.#said('purpose') || (pack.purposes[0]?.id ?? '');
    const route: RouteId = this.#said('route') === 'core' ? 'core' : 'full';
    return newAssessment(pack, { kind, purpose, route, reference: this.#said('reference'), people }, deviceWorld);
  }

  /** It is locked while somebody types here: what there is becomes a draft, so that nothing is lost and nothing stays. */
  readonly #keepBegun = (event: Event): void => {
    const { pack, vault } = this;
    const typed = this.#names;
    if (!pack || !vault || this.#begun || this.#said('kind') === 'training' || typed.join('') === '') return;
    if (vault.real?.state !== 'open') return;
    this.#begun = true;
    const draft = this.#typed(pack, 'real');
    const begun = Work.begin(vault, draft);
    if (event instanceof LockingEvent) event.waitUntil(begun);
    location.hash = hashOf({ page: 'tasks', id: draft.id });
  };
}

const newStyles = css`
  [data-people] > .govuk-button {
    margin-block-start: var(--hw-space-4);
  }
  .hw-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--hw-space-1) var(--hw-space-3);
  }
  .hw-name .govuk-label {
    inline-size: 100%;
    margin: 0;
  }
  .hw-name .govuk-input {
    flex: 1 1 14em;
  }
`;
