import { html, nothing, type TemplateResult } from 'lit';
import type { BothVaults } from '../both-vaults.ts';

/** What has to come before a real assessment can be kept here. */
export type First = 'set-up' | 'unlock';

/** What has to come first, with what it is made of fetched; null where nothing has to. */
export async function firstFor(vault: BothVaults): Promise<First | null> {
  if (vault.real?.state === 'none') {
    await import('../pages/define-set-up.ts');
    return 'set-up';
  }
  if (!vault.isLocked) return null;
  await import('../pages/define-unlock.ts');
  return 'unlock';
}

export interface BeforeReal {
  readonly first: First | null;
  readonly vault: BothVaults | null;
  /** What was typed before, which will not do as a passphrase. */
  readonly typed?: readonly string[];
  /** What is waited for as soon as real drafts can be kept, before the recovery code is shown. */
  opened(): Promise<void>;
  /** Real drafts can be kept now. */
  done(event: Event): void;
}

/** Asks for it, in place of the page that waits. */
export function beforeReal({ first, vault, typed = [], opened, done }: BeforeReal): TemplateResult | typeof nothing {
  if (first === null) return nothing;
  return first === 'set-up'
    ? html`<homeward-set-up
        .vault=${vault?.real}
        .typed=${typed}
        .opened=${opened}
        @homeward-set-up=${done}
      ></homeward-set-up>`
    : html`<homeward-page-unlock .vault=${vault?.real} @homeward-unlocked=${done}></homeward-page-unlock>`;
}
