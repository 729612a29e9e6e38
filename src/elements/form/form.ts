import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { frame, frameStyles } from '../../design/frame.ts';
import { parts } from '../../design/parts.ts';
import { registerRem } from '../../design/rem.ts';
import { sheet } from '../../design/sheet.ts';
import { tokens } from '../../design/tokens.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import { begin, languageTag } from '../../i18n/locale.ts';
import type { Assessment, PersonInput, Place, PlaceKey } from '../../model/assessment.ts';
import type { Evaluation, Instance } from '../../model/evaluate.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack, Section } from '../../model/pack.ts';
import { parseFormName, parsePlaceKey, placeKey } from '../../model/place.ts';
import type { AnySession } from '../../session/any-session.ts';
import type { Session } from '../../session/session.ts';
import type { FieldForm } from '../fields/context.ts';
import { guidanceStyles } from '../fields/guidance.styles.ts';
import { allHere } from '../fields/later.ts';
import { fetchRarer, rarer } from '../fields/rarer.ts';
import { readAnswer } from '../fields/read-answer.ts';
import { AnswerEvent, ReadyEvent } from '../shared/answer-event.ts';
import { LocalPack } from '../shared/local-pack.ts';
import { SessionController } from '../shared/session-controller.ts';
import { spreadPasted, spreadTyped } from './dates-in-boxes.ts';
import { oneByOneButtons, oneOf } from './one-by-one.ts';
import { bringIntoView, controlNamed, firstControl, goIntoRow, goToGroup, reveal } from './focus.ts';
import { controlOf, inTemplates, stay, typingName } from './form-tag.ts';
import { formStyles } from './form.styles.ts';
import { actsOf, removedFrom } from './acts.ts';
import { askRarer } from './ask-rarer.ts';
import { ableSession, ownSession, type GivenAnswer } from './own-session.ts';
import { SetAside } from './set-aside.ts';
import { guidanceColumn, sectionView, type SectionView } from './section-view.ts';
import { sectionRestsOn, SharedContext } from './shared-context.ts';
import { Whereabouts } from './whereabouts.ts';

/**
 * Any pack as a form, one section or all of it. It keeps nothing: a page listens, or hands in a session of its own.
 *
 * @fires {AnswerEvent} homeward-answer - Somebody answered, or took an answer back.
 * @fires {ReadyEvent} homeward-ready - The controls can be used.
 * @fires {OverlayRefusedEvent} homeward-overlay-refused - The overlay could not be used (`problems`): everything is shown as it was published.
 * @slot beside:<place> - Under one question, by the name of its place: what the page has to say of that answer.
 * @csspart page - Everything the form shows.
 * @cssprop [--homeward-font-family=arial] - The typeface.
 */
export class HomewardForm extends LitElement implements FieldForm {
  static override readonly styles = [sheet, tokens, frameStyles, parts, guidanceStyles, formStyles];

  /** The questions to ask. */
  @property({ attribute: false }) pack: Pack | null = null;

  /** A council's overlay: what it adds, as a value or JSON, or the address of its .json file on the same site. */
  @property() overlay: unknown = null;

  /** The people the questions are about, where the page keeps the answers itself. */
  @property({ attribute: false }) people: readonly PersonInput[] = [];

  /** One section at a time, or all of them one after the other. */
  @property() view: 'section' | 'all' = 'section';

  /** The section shown when one is; the first of the pack where none is named. */
  @property() section = '';

  /** Shows what was answered and lets nobody change it. */
  @property({ type: Boolean }) readonly = false;

  /** The places asked, by their names, where a page shows only some of the section's questions. */
  @property({ attribute: false }) only: readonly PlaceKey[] | null = null;

  /** The address of a section without its id, where the page can show others: answers elsewhere are linked. */
  @property() links = '';

  /** Shows the section's questions one at a time, with a way back and on. */
  @property({ type: Boolean, attribute: 'one-by-one' }) oneByOne = false;

  /** The level of a section's heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** An assessment being worked on elsewhere; without it the form works on one of its own. */
  @property({ attribute: false }) session: Session | null = null;

  /** A training case with model answers, shown under each question; null hides them. */
  @property({ attribute: false }) model: Assessment | null = null;

  /** Where articles are shown: their id is put behind it. Without it the form names none. */
  @property({ attribute: 'guidance-address' }) guidanceAddress = '';

  /** Where questions are shown one at a time: the one shown. */
  @state() private at: string | null = null;

  #given: readonly GivenAnswer[] = [];
  #own: AnySession | null = null;
  #announced = false;
  /** Whether the code of rarer kinds was waited for once; when it comes later its questions are shown where they stand. */
  #waited = false;
  /** Of what it was found that it asks nothing rarer. */
  #judged: readonly unknown[] = [];
  readonly #setAside = new SetAside();
  readonly #whereabouts = new Whereabouts(this);
  readonly #shared = new SharedContext(() => this.#whereabouts.typingIn, this.#whereabouts.opened);
  readonly #controller = new SessionController(this);
  readonly #local = new LocalPack(this);
  readonly #acts = actsOf(this, {
    session: () => this.#now,
    tell: (at) => {
      this.#tell(at);
    },
    showAnew: () => {
      this.#showAnew();
    },
  });

  /** Every answer as it stands; setting it begins anew with these. */
  @property({ attribute: false })
  get answers(): readonly GivenAnswer[] {
    const assessment = this.#now?.assessment;
    if (!assessment) return this.#given;
    return Object.entries(assessment.answers).flatMap(([key, answer]) => {
      const place = parsePlaceKey(key);
      return place ? [{ ...place, answer }] : [];
    });
  }

  set answers(given: readonly GivenAnswer[]) {
    this.#given = given;
    this.#own = null;
    this.requestUpdate();
  }

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => {
      this.#shared.forget();
    });
  }

  /** Goes to a question by its place name, or to a row of it (`<place>.<row>`), opening whatever is folded over it. */
  async focusQuestion(name: string): Promise<void> {
    const [key = '', row = '', column] = name.split('.');
    this.at = key;
    await this.updateComplete;
    const question = this.renderRoot.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!question) return;
    reveal(question);
    const inside = row === '' ? null : question.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    if (inside) goIntoRow(inside);
    else bringIntoView(question);
    // A reason, a note or one cell of the row.
    const named = inside && column === undefined ? null : row && controlNamed(question, name);
    if (named) named.focus();
    else if (!inside) firstControl(question)?.focus({ preventScroll: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void begin(this);
  }

  get #now(): AnySession | null {
    return this.session ?? this.#own;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const pack = this.session ? null : this.#local.of(this.pack, this.overlay);
    if (pack && (this.#own?.pack !== pack || changed.has('people'))) {
      this.#own = ownSession(pack, this.people, this.#own && !changed.has('people') ? this.answers : this.#given);
    }
    if (this.#own) {
      const own = ableSession(this.#own);
      this.#setAside.carryOver(this.#own, own);
      this.#own = own;
    }
    this.#controller.follow(this.#now);
  }

  /**
   * What is shown takes the place of what was in one step: the code of rarer kinds is waited for, but not for ever. It
   * is asked for as soon as the pack says that a section has such a question.
   */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#waited && this.#needsRarer()) {
      const come = fetchRarer();
      void come.then(this.#acts.showAnew);
      await Promise.race([come, longEnough()]);
      this.#waited = true;
    }
    await super.scheduleUpdate();
  }

  /** Of a session begun elsewhere there may be evidence at any question; an overlay may ask more than the pack it lies on. */
  #needsRarer(): boolean {
    if (rarer()) return false;
    if (this.session) return true;
    const packs = [this.pack, this.#local.of(this.pack, this.overlay)];
    // Each key typed comes by here: nothing is looked through twice.
    const judged = [...packs, this.section, this.view, this.#given];
    if (judged.every((each, index) => each === this.#judged[index])) return false;
    this.#judged = judged;
    return packs.some((pack) => pack !== null && askRarer(pack, this.#sections(pack), this.#given));
  }

  #showAnew(): void {
    this.#shared.forget();
    this.requestUpdate();
  }

  /** Also waits for what is fetched when it is first opened. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await allHere();
    return complete;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.renderOptions.creationScope = inTemplates;
    return super.createRenderRoot();
  }

  protected override firstUpdated(): void {
    this.#whereabouts.listen(this.renderRoot);
  }

  protected override updated(): void {
    if (this.#announced || !this.#now) return;
    this.#announced = true;
    this.dispatchEvent(new ReadyEvent());
  }

  protected override render(): TemplateResult | typeof nothing {
    const session = this.#now;
    if (!session) return nothing;
    const { pack, evaluation } = session;
    const sections = this.#sections(pack);
    rarer()?.rarerStyles.forEach(this.#acts.wear);
    const context = this.#shared.of(session, {
      readonly: this.readonly || session.readonly,
      headingLevel: this.headingLevel + 1,
      acts: this.#acts,
      model: this.model,
      guidanceAddress: this.guidanceAddress,
      links: this.links,
      chosen: this.only !== null,
      keepsEvidence: this.session !== null,
    });
    const view: SectionView = {
      context,
      marks: {
        typingIn: this.#whereabouts.typingIn,
        current: this.#whereabouts.current,
        removedFrom: removedFrom(this.#acts),
      },
      headingLevel: this.headingLevel,
      goToGroup: this.#goToGroup,
    };
    return frame(
      languageTag(),
      'ltr',
      html`<form
        class="hw-form"
        autocomplete="off"
        @submit=${stay}
        @input=${this.#input}
        @change=${spreadTyped}
        @paste=${spreadPasted}
      >
        <div class="hw-form__questions">
          ${sections.map((section) => {
            const asked = this.#asked(evaluation, section);
            const instances = this.oneByOne ? oneOf(asked, this.at) : asked;
            const shown = guard(sectionRestsOn(section, context, instances, view.marks), () =>
              sectionView(view, section, instances),
            );
            return this.oneByOne
              ? html`${shown}${oneByOneButtons(asked, this.at, (key) => void this.focusQuestion(key))}`
              : shown;
          })}
        </div>
        ${guidanceColumn(
          view,
          sections.flatMap((section) => this.#asked(evaluation, section)),
        )}
      </form>`,
    );
  }

  #sections(pack: Pack): readonly Section[] {
    if (this.view === 'all') return pack.sections;
    const section = packIndex(pack).sections.get(this.section) ?? pack.sections[0];
    return section ? [section] : [];
  }

  #asked({ bySection }: Evaluation, { id }: Section): readonly Instance[] {
    const asked = bySection.get(id) ?? [];
    return this.only === null ? asked : asked.filter(({ key }) => this.only?.includes(key));
  }

  readonly #input = (event: Event): void => {
    const session = this.#now;
    const control = controlOf(event);
    if (!session || this.readonly || !control) return;
    const name = control.name === '' ? null : parseFormName(control.name);
    if (!name) return;
    this.#whereabouts.typingIn = typingName(control.name);
    const checked = control instanceof HTMLInputElement && control.checked;
    const beside = (other: string): string =>
      this.renderRoot.querySelector<HTMLInputElement>(`[name="${CSS.escape(other)}"]`)?.value ?? '';
    const read = rarer()?.readControl ?? readAnswer;
    const change = read(session.pack, session.assessment, name, { value: control.value, checked, beside });
    if (!change) return;
    const whole =
      name.part === 'state' ? this.#setAside.change(session, placeKey(name), control.value, change) : change;
    if (session.change(whole).ok) this.#tell(name);
  };

  #tell(at: Place): void {
    this.dispatchEvent(new AnswerEvent(at, this.#now?.assessment.answers[placeKey(at)] ?? null));
  }

  readonly #goToGroup = (event: Event): void => {
    event.preventDefault();
    const id = (event.currentTarget as HTMLElement).dataset.group ?? '';
    goToGroup(this.renderRoot, id);
  };
}

/** Nobody is kept waiting longer for the first question because of a rarer one. */
const longEnough = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));
