import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../elements/shared/pack-words.ts';
import { contentLanguage, languageTag } from '../i18n/locale.ts';
import type { Pack } from '../model/pack.ts';
import { childrenInScope, initials } from '../model/people.ts';
import type { BothVaults } from './both-vaults.ts';
import { copyWords, lastExport } from './exports.ts';
import { hashOf, type Route } from './routes.ts';
import type { Work } from './work.ts';
import { savingWords } from '../elements/shared/saving-words.ts';

/** Initials shown in the identity line; more people than this are counted. */
const mostInitials = 6;

/** Fetches the box; where it cannot be, and on the page that has one, the link leads there. */
function openSearch(event: MouseEvent): void {
  const link = event.currentTarget as HTMLElement;
  if (location.hash.startsWith('#/search') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import('./pages/header-search.ts').then(
    ({ toggleSearch }) => {
      toggleSearch(link);
    },
    () => {
      location.hash = '#/search/';
    },
  );
}

/** The page's language and title; where it is (`at`) is said in words that are fetched. */
export function nameThePage(at?: Route, pack: Pack | null = null, work: Work | null = null): void {
  const bare = (): string => (document.title = msg('Homeward', { id: 'homeward' }));
  document.documentElement.lang = languageTag();
  if (at) import('./page-title.ts').then(({ entitle }) => entitle(at, pack, work), bare);
  else bare();
}

/** The slim bar on every page; `lock` hides and locks it. */
export function header(
  skip: (event: Event) => void,
  language: TemplateResult,
  lock: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<header class="hw-header">
    <a class="govuk-skip-link" href="#main" @click=${skip}>${msg('Skip to the main content', { id: 'skip' })}</a>
    <div class="hw-frame hw-header__bar">
      <a class="hw-header__name" href="#/">${msg('Homeward', { id: 'homeward' })}<homeward-logo></homeward-logo></a>
      <nav aria-label=${msg('Main', { id: 'main-nav' })}>
        <ul class="hw-header__links">
          <li>
            <a class="govuk-link" href=${hashOf({ page: 'assessments' })}
              >${msg('Assessments', { id: 'assessments' })}</a
            >
          </li>
          <li>
            <a class="govuk-link" href="#/search/" @click=${openSearch}
              >${msg('Search guidance', { id: 'search-title' })}</a
            >
          </li>
          <li><a class="govuk-link" href=${hashOf({ page: 'settings' })}>${msg('Settings', { id: 'settings' })}</a></li>
          <li><a class="govuk-link" href=${hashOf({ page: 'help' })}>${msg('Help', { id: 'help' })}</a></li>
          <li>${language}</li>
          <li>${lock}</li>
        </ul>
      </nav>
    </div>
  </header>`;
}

/** On every page of an assessment: which, who, which stage, and whether it is kept. Never a name. */
export function identity(
  { session, saver, readonly }: Work,
  stage: string | undefined,
  inMemory: boolean,
): TemplateResult {
  const { assessment, pack } = session;
  const children = childrenInScope(assessment);
  const bad = saver.state === 'failed' || saver.state === 'conflict';
  return html`<div class="hw-identity" role="region" aria-label=${msg('This assessment', { id: 'identity-label' })}>
    <ol class="hw-stages" aria-label=${msg('Stages', { id: 'stages' })}>
      ${pack.stages.map(
        ({ id, order, plain }) =>
          html`<li class="hw-stages__stop" aria-current=${id === stage ? 'step' : nothing}>
            <a class="govuk-link" href=${hashOf({ page: 'tasks', id: assessment.id })} data-stage=${id}
              ><span class="hw-stages__dot" aria-hidden="true">${order}</span
              ><span class="hw-stages__name">${words(pack, plain)}</span></a
            >
          </li>`,
      )}
    </ol>
    <p class="hw-identity__line">
      <a class="govuk-link" href=${hashOf({ page: 'tasks', id: assessment.id })}
        >${msg('Ref', { id: 'ref' })} <bdi>${assessment.reference}</bdi></a
      >
      ${children.length === 0 ? nothing : html`<span>${children.slice(0, mostInitials).map(({ name }) => html`<bdi>${initials(name)}</bdi> `)}${children.length > mostInitials ? html`+${children.length - mostInitials}` : nothing}</span>`}
      ${assessment.kind === 'training' ? html`<strong class="govuk-tag govuk-tag--grey">${msg('Training', { id: 'training' })}</strong>` : nothing}
      ${
        readonly
          ? nothing
          : html`<span
                class=${bad ? 'hw-saving hw-saving--bad' : 'hw-saving'}
                role=${bad ? 'alert' : nothing}
                data-saving=${saver.state}
                >${savingWords(saver, inMemory)}</span
              ><span class="hw-saving">${copyWords(lastExport(assessment.id))}</span>`
      }
    </p>
  </div>`;
}

/** Above every page of an assessment that is only to be read, or says two things in one place. */
export function tabsBanner({ readonly, session }: Work): TemplateResult | null {
  if (!readonly && !session.assessment.asides) return null;
  void import('./pages/define-read-only.ts');
  return html`<homeward-read-only .why=${readonly?.why ?? null} .session=${session}></homeward-read-only>`;
}

/** Above every page of an assessment that could not be saved: what to do. */
export function notSavedBanner(work: Work, vault: BothVaults): TemplateResult | null {
  if (work.saver.state !== 'failed') return null;
  void import('./pages/define-not-saved.ts');
  return html`<homeward-not-saved .work=${work} .vault=${vault}></homeward-not-saved>`;
}

/** Whose form this is not, and what to do in danger. */
export function footer(): TemplateResult {
  return html`<footer class="hw-footer">
    <div class="hw-frame">
      <homeward-local></homeward-local>
      <p class="govuk-body-s">
        ${msg('Homeward uses its own wording. It is not an official form of the NSPCC, the University of Bristol or Leeds City Council.', { id: 'own-wording' })}
        ${msg('If a child is in immediate danger, call 999 and follow your safeguarding procedure.', { id: 'danger' })}
        ${contentLanguage() === 'cy' ? msg('The Welsh of Homeward is awaiting a native reader.', { id: 'welsh-awaiting' }) : nothing}
      </p>
    </div>
  </footer>`;
}
