import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.ts';
import { storageOf } from '../../store/open-vault.ts';
import type { BothVaults } from '../both-vaults.ts';
import { hashOf } from '../routes.ts';
import type { Work } from '../work.ts';

/** What to say above every page: that drafts do not outlive it, can no longer be written, or that something became of them. */
export function vaultBanner(vault: BothVaults, work: Work | null): readonly (TemplateResult | null)[] {
  if (vault.state === 'memory') return [notKept(vault.warnings)];
  if (vault.state === 'suspect') return [refused(vault, work)];
  const { warnings } = vault;
  return [
    vault.stateOf('real') === 'memory' ? realNotKept(warnings) : null,
    gone(vault),
    hurt(warnings),
    warnings.some(({ code }) => code === 'mended') ? mended(vault) : null,
    warnings.some(({ code }) => code === 'trial-deleted') ? trialDeleted(vault) : null,
    warnings.some(({ code }) => code === 'no-sentinel') ? unnoticed() : null,
  ];
}

function banner(label: string, title: string, words: unknown, ways: unknown = nothing): TemplateResult {
  return html`<div class="hw-banner hw-banner--warning" role="region" aria-label=${label}>
    <p class="govuk-body"><strong>${title}</strong> ${words} ${ways}</p>
  </div>`;
}

function notKept(warnings: readonly Problem[]): TemplateResult {
  return banner(
    msg('Not kept', { id: 'banner-memory-label' }),
    msg('Nothing is kept when this page closes.', { id: 'banner-memory' }),
    whyInMemory(warnings),
  );
}

function realNotKept(warnings: readonly Problem[]): TemplateResult {
  return banner(
    msg('Not kept', { id: 'banner-memory-label' }),
    msg('Nothing about a real family is kept when this page closes.', { id: 'banner-memory-real' }),
    whyInMemory(warnings),
  );
}

function whyInMemory(warnings: readonly Problem[]): string {
  if (warnings.some(({ code }) => code === 'newer-than-program'))
    return msg(
      'A newer version of Homeward keeps drafts in this browser. They are safe, but this older page cannot show them. Close every tab with Homeward, then open it again.',
      { id: 'banner-memory-newer' },
    );
  const why = warnings.find(({ code }) => code === 'memory-only')?.detail;
  // Where all of it is blocked, browsers call what then becomes of a database an unknown fault.
  switch (why?.endsWith('Error') === true && storageOf(globalThis) === null ? 'SecurityError' : why) {
    case 'frame':
      return msg(
        'This page is shown inside another site. Browsers do not keep drafts there. Save a copy in a file before you leave, or open Homeward in a window of its own.',
        { id: 'banner-memory-frame' },
      );
    case 'file':
      return msg(
        'It was opened from a file, where a browser cannot keep drafts safely. Save a copy in a file, or the PDF, before you leave.',
        { id: 'banner-memory-file' },
      );
    case 'no-indexeddb':
    case 'SecurityError':
    case 'InvalidStateError':
      return msg(
        'This browser does not let the page keep drafts, as in a private window. Save a copy in a file, or the PDF, before you leave.',
        { id: 'banner-memory-browser' },
      );
    default:
      return msg(
        'What this browser keeps for Homeward could not be opened just now. Drafts that were kept before have not been changed or deleted. Close every tab with Homeward, then open it again; if you read this once more, tell your IT support.',
        { id: 'banner-memory-fault' },
      );
  }
}

function refused(vault: BothVaults, work: Work | null): TemplateResult {
  const { warnings } = vault;
  const unsaved = work?.saver.state === 'failed';
  // Of one draft it is said with its name; of the whole without.
  const has = (code: string): boolean => warnings.some((each) => each.code === code && each.detail === undefined);
  return html`<div class="hw-banner hw-banner--warning" role="alert">
    <p class="govuk-body">
      <strong>${msg('Changes are no longer saved on this computer.', { id: 'banner-suspect' })}</strong>
      ${
        has('newer-than-program')
          ? html`${msg('A newer version of Homeward was opened in another tab.', { id: 'banner-suspect-newer' })}
            ${unsaved ? onlyHere() : msg('What you wrote before is saved. Load this page again to go on with it.', { id: 'banner-suspect-load' })}`
          : has('drafts-gone')
            ? deletedMeanwhile(work)
            : warnings.some(({ detail }) => detail === 'suspect')
              ? html`${msg('This browser failed to write to the disk. Until every window of it has been closed and it was started again, it cannot be trusted to save anything.', { id: 'banner-suspect-before' })}
                ${unsaved ? onlyHere() : startedAgain(vault)}`
              : html`${msg('This browser could not write to the disk.', { id: 'banner-suspect-now' })}
                ${
                  unsaved
                    ? onlyHere()
                    : msg(
                        'If you were writing in an assessment, go back to it: what you typed is still on this page, and it says there what to do. Do not close or load this page before.',
                        { id: 'banner-suspect-back' },
                      )
                }`
      }
    </p>
  </div>`;
}

const onlyHere = (): string =>
  msg('What you typed last is not saved: do not close this page or load it again before you have saved a copy.', {
    id: 'banner-suspect-only-here',
  });

function deletedMeanwhile(work: Work | null): TemplateResult {
  return html`${msg('The drafts in this browser were deleted while this page was open, in another tab or by clearing browsing data.', { id: 'banner-deleted' })}
  ${
    work
      ? html`${msg('This assessment is now on this page only.', { id: 'banner-deleted-here' })}
          <a class="govuk-link" href=${hashOf({ page: 'output', id: work.id, kind: 'copy' })}
            >${msg('Save a copy to a file', { id: 'draft-save' })}</a
          >`
      : nothing
  }`;
}

function startedAgain(vault: BothVaults): TemplateResult {
  return html`<button
    type="button"
    class="hw-link-button"
    @click=${() => {
      vault.trustAgain();
      location.reload();
    }}
  >
    ${msg('I have started the browser again', { id: 'banner-suspect-again' })}
  </button>`;
}

function gone(vault: BothVaults): TemplateResult | null {
  const told = vault.warnings.find(({ code }) => code === 'drafts-gone' || code === 'data-loss');
  if (!told) return null;
  // What is known of locked drafts cannot be accepted, and an older draft must be seen first.
  const canAccept = !vault.isLocked && !vault.warnings.some(({ code }) => code === 'draft-older');
  return banner(
    msg('Drafts are gone', { id: 'banner-gone-label' }),
    msg('This browser has deleted drafts.', { id: 'banner-gone' }),
    told.code === 'data-loss'
      ? msg(
          'It found what it kept for Homeward damaged, and began again with nothing. You did nothing wrong. Copies in files and signed PDFs you saved are not affected.',
          { id: 'banner-thrown-now' },
        )
      : msg(
          'They were kept here before and are not any more, as happens when browsing data are cleared. Copies in files and signed PDFs you saved are not affected.',
          { id: 'banner-gone-now' },
        ),
    html`<a class="govuk-link" href=${hashOf({ page: 'open' })}
        >${msg('Open a copy from a file', { id: 'recovery-open-file' })}</a
      >
      ${canAccept ? seen(vault) : nothing}`,
  );
}

function hurt(warnings: readonly Problem[]): TemplateResult | null {
  const drafts = warnings.filter(({ code }) => code === 'damaged' || code === 'draft-older');
  if (drafts.length === 0) return null;
  return banner(
    msg('Damaged drafts', { id: 'banner-hurt-label' }),
    msg('Something is wrong with a draft kept here.', { id: 'banner-hurt' }),
    msg('Nothing of it was deleted.', { id: 'banner-hurt-safe' }),
    drafts.map(
      ({ detail }) =>
        html`<a class="govuk-link" href=${hashOf({ page: 'tasks', id: detail ?? '' })}
          >${msg('See what can be done', { id: 'banner-hurt-open' })}</a
        > `,
    ),
  );
}

function mended(vault: BothVaults): TemplateResult {
  return html`<div class="hw-banner" role="region" aria-label=${msg('Mended', { id: 'banner-restored-label' })}>
    <p class="govuk-body">
      <strong
        >${msg('Part of a draft was damaged, and was mended from the second copy this browser keeps.', { id: 'banner-restored' })}</strong
      >
      ${msg('Nothing is missing, and there is nothing you need to do.', { id: 'banner-restored-now' })} ${seen(vault)}
    </p>
  </div>`;
}

function trialDeleted(vault: BothVaults): TemplateResult {
  return banner(
    msg('The trial', { id: 'banner-trial-label' }),
    msg('What the trial version kept in this browser has been deleted.', { id: 'banner-trial' }),
    msg('It was not encrypted, and was for trying only. PDFs you saved are not affected.', { id: 'banner-trial-why' }),
    seen(vault),
  );
}

function unnoticed(): TemplateResult {
  return banner(
    msg('Drafts may disappear', { id: 'banner-unnoticed-label' }),
    msg('If this browser deletes drafts, Homeward will not notice.', { id: 'banner-unnoticed' }),
    msg(
      'The browser does not let the page remember which drafts there are. Save a copy to a file each time you stop.',
      {
        id: 'banner-unnoticed-now',
      },
    ),
  );
}

function seen(vault: BothVaults): TemplateResult {
  return html`<button type="button" class="hw-link-button" @click=${() => void vault.acceptLosses()}>
    ${msg('I have seen this, do not remind me again', { id: 'recovery-accept' })}
  </button>`;
}
