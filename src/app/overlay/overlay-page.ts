import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkOverlayFiles } from '../../content/overlay/check-overlay.ts';
import { differences } from '../../content/overlay/differences.ts';
import { inventedNumbers } from '../../content/overlay/invented.ts';
import { onTop } from '../../content/overlay/on-top.ts';
import { overlayLimits, readOverlayFiles } from '../../content/overlay/read-files.ts';
import type { Overlay } from '../../content/overlay/schema.ts';
import { loadPack } from '../../content/packs.ts';
import { reportStyles } from '../../elements/shared/report.styles.ts';
import { contentLanguage } from '../../i18n/locale.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { download } from '../download.ts';
import type { Visit } from '../later.ts';
import { failurePage } from '../pages/failure.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { contactList } from './contacts.ts';
import { differenceList } from './difference-list.ts';
import { wear } from './look.ts';
import { problemList } from './problem-list.ts';
import { localStyles } from './styles.ts';

interface Tried {
  readonly names: string;
  readonly problems: readonly Problem[];
  readonly made: { readonly overlay: Overlay; readonly plain: Pack; readonly local: Pack } | null;
}

/** Where a council tries its overlay before anybody meets it: what is wrong, what would differ, and how that looks. */
export class OverlayPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private tried: Tried | null = null;
  @state() private failed: Problem | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, reportStyles);
    adoptStyles(this, localStyles);
    this.addEventListener('dragover', this.#over);
    this.addEventListener('drop', this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('dragover', this.#over);
    this.removeEventListener('drop', this.#drop);
  }

  protected override render(): TemplateResult {
    if (this.failed) return failurePage(this.failed);
    return html`<h1 class="govuk-heading-xl">${msg('Try your council’s overlay', { id: 'overlay-title' })}</h1>
      <p class="govuk-body hw-measure">
        ${msg('Choose the files of your overlay: overlay.yaml or overlay.json, and guidance.md and a logo if you have them. They are read on this page only; nothing is sent or kept, and no draft is touched.', { id: 'overlay-what' })}
      </p>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="overlay:files"
          >${msg('Files of the overlay', { id: 'overlay-files' })}</label
        >
        <div class="govuk-hint" id="overlay:files-hint">
          ${msg('Choose all of them at once, or drop them on this page.', { id: 'overlay-files-hint' })}
        </div>
        <input
          class="govuk-file-upload"
          id="overlay:files"
          type="file"
          multiple
          accept=".yaml,.yml,.json,.md,.png"
          aria-describedby="overlay:files-hint"
          @change=${this.#choose}
        />
      </div>
      <div role="status">${this.tried ? this.#said(this.tried) : nothing}</div>
      ${this.tried?.made ? this.#result(this.tried.made) : nothing}`;
  }

  #said({ problems, names }: Tried): TemplateResult {
    return problems.length === 0
      ? html`<h2 class="govuk-heading-l" tabindex="-1" data-result>${msg('No faults', { id: 'overlay-sound' })}</h2>
          <p class="govuk-body">${names}</p>`
      : html`<h2 class="govuk-heading-l" tabindex="-1" data-result>
            ${msg(str`Faults: ${problems.length}`, { id: 'overlay-faults' })}
          </h2>
          <p class="govuk-body">
            ${msg('Mend these and choose the files once more.', { id: 'overlay-mend' })} ${names}
          </p>
          ${problemList(problems)}`;
  }

  #result({ overlay, plain, local }: NonNullable<Tried['made']>): TemplateResult {
    const about = local.overlay;
    const own = local.sections.filter(({ asks }) => asks.some(({ question }) => about?.added.includes(question)));
    return html`<h2 class="govuk-heading-l">${msg('What it changes', { id: 'overlay-differs' })}</h2>
      ${differenceList(differences(plain, local, overlay))} ${lookAgain(inventedNumbers(overlay))}
      <h2 class="govuk-heading-l">${msg('How it looks', { id: 'overlay-looks' })}</h2>
      <div data-worn>
        ${
          overlay.look?.logo
            ? html`<h3 class="govuk-heading-m">${msg('At the head of every page', { id: 'overlay-head' })}</h3>
                <img class="hw-local__logo" src=${overlay.look.logo} alt=${about?.title ?? ''} />`
            : nothing
        }
        <h3 class="govuk-heading-m">${msg('At the foot of every page', { id: 'overlay-foot' })}</h3>
        ${contactList(about?.contacts ?? [])}
        <h3 class="govuk-heading-m">${msg('On every output', { id: 'overlay-printed' })}</h3>
        <p class="govuk-body hw-measure" data-notice>${local.phrases['own-wording']}</p>
        ${own.map(
          ({ id }) =>
            html`<homeward-form .pack=${local} .people=${people} section=${id} heading-level="3"></homeward-form>`,
        )}
      </div>
      <h2 class="govuk-heading-l">${msg('Put it in use', { id: 'overlay-use' })}</h2>
      <p class="govuk-body hw-measure">
        ${msg('Paste these lines into index.html, above </head>, in place of those of an earlier version. docs/overlays.md says more.', { id: 'overlay-paste' })}
      </p>
      <label class="govuk-label" for="overlay:lines">${msg('Lines for index.html', { id: 'overlay-lines' })}</label>
      <textarea
        class="govuk-textarea"
        id="overlay:lines"
        rows="5"
        readonly
        spellcheck="false"
        .value=${linesFor(overlay)}
      ></textarea>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => save(overlay)}>
        ${msg('Save as overlay.json', { id: 'overlay-save' })}
      </button>`;
  }

  readonly #choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // Otherwise the same files, mended, would be no change.
    input.value = '';
    void this.#try(files);
  };

  async #try(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const names = files.map(({ name }) => name).join(', ');
    const pack = await loadPack('sparf', contentLanguage(), true);
    if (!pack.ok) {
      this.failed = pack.problems[0];
      return;
    }
    const plain = pack.value;
    // A huge file is refused by its size and never read.
    const given = await Promise.all(
      files.map(
        async (file) => [file.name, file.size > most ? file : new Uint8Array(await file.arrayBuffer())] as const,
      ),
    );
    const checked = checkOverlayFiles(plain, readOverlayFiles(Object.fromEntries(given)));
    this.tried = checked.ok
      ? {
          names,
          problems: [],
          made: { overlay: checked.value, plain, local: onTop(plain, checked.value, deviceWorld.today()) },
        }
      : { names, problems: checked.problems, made: null };
    await this.updateComplete;
    const worn = this.querySelector<HTMLElement>('[data-worn]');
    if (worn && checked.ok) wear(worn, checked.value);
    this.querySelector<HTMLElement>('[data-result]')?.focus();
  }

  readonly #over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  readonly #drop = (event: DragEvent): void => {
    // Words may be dropped into the form below.
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void this.#try([...event.dataTransfer.files]);
  };
}

const most = overlayLimits.bytes;
const people = [{ id: 'juniper', role: 'child', name: 'Juniper' }];

const lookAgain = (ids: readonly string[]): TemplateResult | typeof nothing =>
  ids.length === 0
    ? nothing
    : html`<p class="govuk-inset-text" data-invented>
        ${msg(str`Nobody answers numbers that begin with 01632 960: they are kept free for drama. Put in your own: ${ids.join(', ')}.`, { id: 'overlay-invented-number' })}
      </p>`;

/** JSON in a page ends at no tag that a text in it might name. */
function linesFor(overlay: Overlay): string {
  return `<script type="application/json" id="homeward-overlay">\n${JSON.stringify(overlay).replace(/</g, '\\u003c')}\n</script>`;
}

function save(overlay: Overlay): void {
  download(new TextEncoder().encode(`${JSON.stringify(overlay, null, 1)}\n`), 'overlay.json', 'application/json');
}
