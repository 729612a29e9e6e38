import { msg } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { loadPackCore } from '../../content/packs.ts';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, contentLanguage, languageTag } from '../../i18n/locale.ts';
import type { Assessment, PlaceKey } from '../../model/assessment.ts';
import { factorPicture, type FactorPicture } from '../../model/factor-picture.ts';
import type { Pack } from '../../model/pack.ts';
import { parseFormName, placeKey } from '../../model/place.ts';
import { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { ratingAnswer } from '../fields/read-ratings.ts';
import { AnswerEvent } from '../shared/answer-event.ts';
import { LocalPack } from '../shared/local-pack.ts';
import { reportStyles } from '../shared/report.styles.ts';
import { SessionController } from '../shared/session-controller.ts';
import { factorStyles } from './factors.styles.ts';
import { cellAfter } from './grid-keys.ts';
import { lowestWords } from './lowest.ts';
import { filterIds, keyOf, matrix, rowsShown, type FactorView, type FilterId } from './matrix.ts';

/**
 * Worries and strengths of everybody who counts, in one table; cards in a narrow place. Nothing in it is added up.
 *
 * Tab comes to one cell; the arrows, Home and End move between cells, with Control to the first and last; Enter, F2 or
 * a click open what is known about a cell, Escape closes it. A rating is changed in place and told, and nothing is
 * kept; a page that has a place for changes names it by `linkTo`.
 *
 * @fires {AnswerEvent} homeward-answer - Somebody changed a rating.
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @csspart page - Everything the element shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardFactors extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, reportStyles, factorStyles];

  /** The questions the assessment answers; fetched where none are given. */
  @property({ attribute: false }) pack: Pack | null = null;

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  /** The round shown; 0 for the latest. */
  @property({ type: Number }) round = 0;

  /** The id of the child it is about; empty for every child in scope. */
  @property() child = '';

  /** Shows the ratings and lets nobody change them. */
  @property({ type: Boolean }) readonly = false;

  /** The level of the heading of a cell's detail. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** An assessment being worked on elsewhere. */
  @property({ attribute: false }) session: Session | null = null;

  /** The address where the answer of a place is changed; without it a rating is changed in place. */
  @property({ attribute: false }) linkTo: ((key: PlaceKey) => string | null) | null = null;

  /** Whether each group begins folded to the names of the worries that are there now. */
  @property({ type: Boolean }) folded = false;

  @state() private unfolded: ReadonlySet<string> = new Set();
  @state() private open: string | null = null;
  @state() private current: string | null = null;
  @state() private filters: ReadonlySet<FilterId> = new Set();
  @state() private fetched: Pack | null = null;

  #given: Assessment | null = null;
  #own: Session | null = null;
  readonly #controller = new SessionController(this);
  readonly #local = new LocalPack(this);

  /** The assessment shown, with what was changed here; setting it begins anew with that one. */
  @property({ attribute: false })
  get assessment(): Assessment | null {
    return this.#now?.assessment ?? this.#given;
  }

  set assessment(given: Assessment | null) {
    this.#given = given;
    this.#own = null;
    this.requestUpdate();
  }

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => {
      void this.#fetchPack();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this).then(() => this.#fetchPack());
  }

  /** Goes to the cell of a factor of one person, or of the family (`null`). */
  async focusFactor(factor: string, of: string | null): Promise<void> {
    await this.#goTo(`${factor}~${of ?? ''}`);
  }

  get #now(): Session | null {
    return this.session ?? this.#own;
  }

  async #fetchPack(): Promise<void> {
    if (this.pack || this.session) return;
    const read = await loadPackCore('sparf', contentLanguage());
    if (read.ok) this.fetched = read.value;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const pack = this.#local.of(this.pack ?? this.fetched, this.overlay);
    if (!this.session && pack && this.#given) {
      if (this.#own) this.#own.speak(pack);
      else this.#own = new Session({ pack, assessment: this.#given, world: deviceWorld });
    }
    this.#controller.follow(this.#now);
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.#now;
    if (!session) return nothing;
    const { pack, assessment } = session;
    const { child, filters, open } = this;
    const picture = factorPicture(pack, assessment, {
      round: this.round,
      ...(child === '' ? {} : { child }),
    });
    // Whoever filters is looking for something: nothing is folded over it.
    const groups = picture.groups.map(({ id }) => id);
    const folds = this.folded && filters.size === 0;
    const folded = new Set(folds ? groups.filter((id) => !this.unfolded.has(id)) : []);
    const rows = picture.groups.map((group) => ({ group, rows: rowsShown({ filters, open }, group) }));
    const shown = rows
      .flatMap(({ group, rows: some }) => (folded.has(group.id) ? [] : some))
      .flatMap(({ cells }) => cells.map(keyOf));
    const isEmpty = rows.every(({ rows: some }) => some.length === 0);
    const view: FactorView = {
      pack,
      assessment,
      picture,
      filters,
      folds,
      folded,
      open,
      current: this.current !== null && shown.includes(this.current) ? this.current : (shown[0] ?? null),
      readonly: this.readonly,
      headingLevel: this.headingLevel,
      linkTo: this.linkTo,
    };
    return frame(
      languageTag(),
      'ltr',
      html`<div
        class="hw-factors"
        @click=${this.#click}
        @keydown=${this.#keys}
        @focusin=${this.#focusIn}
        @input=${this.#input}
      >
        ${lowestWords(view)} ${this.#filterBoxes(picture)}
        <p class="govuk-body-s hw-quiet" id="keys">
          ${msg('Open a cell to see the evidence, the source and earlier rounds. With the keyboard: arrows to move, Enter to open, Escape to close.', { id: 'factors-keys' })}
        </p>
        <div role="status">
          ${isEmpty ? html`<p class="govuk-body">${msg('No worry or strength is like that.', { id: 'factors-none' })}</p>` : nothing}
        </div>
        ${folds ? this.#showAll(groups, folded) : nothing} ${isEmpty ? nothing : matrix(view)}
      </div>`,
    );
  }

  #showAll(groups: readonly string[], folded: ReadonlySet<string>): TemplateResult {
    return html`<p class="govuk-body">
      <button
        type="button"
        class="hw-link-button"
        data-show-all
        @click=${() => {
          this.unfolded = new Set(folded.size > 0 ? groups : []);
        }}
      >
        ${folded.size > 0 ? msg('Show all parts', { id: 'parts-show' }) : msg('Hide all parts', { id: 'parts-hide' })}
      </button>
    </p>`;
  }

  #filterBoxes({ before }: FactorPicture): TemplateResult {
    const label: Readonly<Record<FilterId, string>> = {
      active: msg('Active now', { id: 'filter-active' }),
      changed: msg('Changed since the round before', { id: 'filter-changed' }),
      unsupported: msg('Without support', { id: 'filter-unsupported' }),
    };
    return html`<fieldset class="govuk-fieldset hw-filters">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        ${msg('Show only', { id: 'filter-title' })}
      </legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        ${filterIds
          .filter((id) => id !== 'changed' || before !== null)
          .map(
            (id) =>
              html`<div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id="filter:${id}"
                  data-filter=${id}
                  .checked=${this.filters.has(id)}
                />
                <label class="govuk-label govuk-checkboxes__label" for="filter:${id}">${label[id]}</label>
              </div>`,
          )}
      </div>
    </fieldset>`;
  }

  readonly #click = (event: Event): void => {
    const at = event.target instanceof Element ? event.target : null;
    const goes = at?.closest<HTMLElement>('[data-go]')?.dataset.go;
    const cell = at?.closest('.hw-matrix__cell')?.querySelector<HTMLElement>('[data-cell]')?.dataset.cell;
    const group = at?.closest<HTMLElement>('[data-group]')?.dataset.group;
    if (group !== undefined) {
      const others = [...this.unfolded].filter((each) => each !== group);
      this.unfolded = new Set(others.length < this.unfolded.size ? others : [...others, group]);
    } else if (goes !== undefined) void this.#goTo(goes);
    else if (at?.closest('[data-close]')) void this.#close();
    else if (cell !== undefined) void (cell === this.open ? this.#close() : this.#openCell(cell));
  };

  readonly #keys = (event: KeyboardEvent): void => {
    const at = event.target;
    if (!(at instanceof HTMLElement)) return;
    if (event.key === 'Escape' && this.open !== null) {
      event.preventDefault();
      void this.#close();
      return;
    }
    const key = at.dataset.cell;
    if (key === undefined) return;
    if (event.key === 'F2') {
      event.preventDefault();
      void this.#openCell(key);
      return;
    }
    const table = at.closest('table');
    const next = table && cellAfter(table, at, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  readonly #focusIn = ({ target }: Event): void => {
    const key = target instanceof HTMLElement ? target.dataset.cell : undefined;
    if (key !== undefined) this.current = key;
  };

  readonly #input = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.dataset.filter !== undefined) {
      const id = filterIds.find((each) => each === target.dataset.filter);
      const others = [...this.filters].filter((each) => each !== id);
      this.filters = new Set(id && target.checked ? [...others, id] : others);
    } else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) this.#change(target);
  };

  #change(control: HTMLInputElement | HTMLSelectElement): void {
    const session = this.#now;
    const name = parseFormName(control.name);
    if (!session || !name || this.readonly || session.readonly) return;
    const at = { question: name.question, subject: name.subject, round: name.round };
    const was = session.assessment.answers[placeKey(at)] ?? null;
    const said = { value: control.value, checked: true, beside: () => '' };
    const answer = ratingAnswer(session.assessment, was, name, said);
    if (session.answer(at, answer).ok) this.dispatchEvent(new AnswerEvent(at, answer));
  }

  async #openCell(key: string): Promise<void> {
    this.open = key;
    this.current = key;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-detail]')?.focus();
  }

  async #close(): Promise<void> {
    const key = this.open;
    this.open = null;
    if (key !== null) await this.#goTo(key);
  }

  /** Brings the keyboard to a cell; filters that hide it give way. */
  async #goTo(key: string): Promise<void> {
    this.current = key;
    await this.updateComplete;
    const find = (): HTMLElement | null =>
      this.renderRoot.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);
    if (!find()) {
      this.filters = new Set();
      await this.updateComplete;
    }
    const group = find()?.closest('tbody')?.querySelector<HTMLElement>('[data-group][aria-expanded="false"]');
    if (group) {
      this.unfolded = new Set([...this.unfolded, group.dataset.group ?? '']);
      await this.updateComplete;
    }
    find()?.focus();
  }
}
