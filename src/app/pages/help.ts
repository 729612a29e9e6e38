import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { Page } from './page.ts';

/** What the tool does and does not do, for somebody who has a minute. */
export class HelpPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;

  protected override render(): TemplateResult {
    return helpPage();
  }
}

function helpPage(): TemplateResult {
  const part = (title: string, words: readonly string[]): TemplateResult =>
    html`<h2 class="govuk-heading-m">${title}</h2>
      ${words.map((each) => html`<p class="govuk-body hw-measure">${each}</p>`)}`;
  return html`<h1 class="govuk-heading-xl">${msg('How it works', { id: 'start-help' })}</h1>
    ${part(msg('What it is for', { id: 'help-for' }), [
      msg(
        'Homeward asks the questions of a five-stage return home assessment, with guidance beside each one. It never decides: there is no score, and no class is chosen for you.',
        { id: 'help-for-1' },
      ),
    ])}
    ${part(msg('Your work is always being saved', { id: 'help-saving' }), [
      msg(
        'What you type is saved on this computer as you go, and the line at the top says when. You may stop in the middle of a word. Questions can be answered in any order.',
        { id: 'help-saving-1' },
      ),
      msg(
        'Where you do not know yet, say so: choose “Not known yet” in the menu under the question, and write who will find out and by when.',
        { id: 'help-saving-2' },
      ),
    ])}
    ${part(msg('Keys', { id: 'help-keys' }), [
      msg(
        'Everything works with the keyboard: Tab to move, Space to choose, Enter to open and close. Ctrl and S saves at once, although it is saved anyway.',
        { id: 'help-keys-1' },
      ),
      msg(
        'Ctrl, Shift and L (on a Mac: Command, Shift and L) locks the assessments of real families, as the Lock button does. Escape three times in a row hides the page at once, as the Hide button does; a click or Enter shows it again.',
        { id: 'help-keys-lock' },
      ),
    ])}
    ${part(msg('Passphrase and lock', { id: 'lock-settings' }), [
      msg(
        'Assessments of real families are encrypted on this computer and opened with your passphrase. When nothing has been done for 15 minutes they lock by themselves, with a warning one minute before; what you were typing is saved first and is there when you unlock them. The settings say how many minutes.',
        { id: 'help-lock-1' },
      ),
      msg(
        'If you forget the passphrase, the recovery code opens them. Without both nobody can, and Homeward cannot reset it. While they are open, a program on this computer that watches the screen or the keyboard can read them: lock them before you leave it.',
        { id: 'help-lock-2' },
      ),
    ])}
    ${part(msg('What a signature proves', { id: 'help-signature' }), [
      msg(
        'That the PDF has not been changed since it was signed, and that it was signed with a certain key. It does not prove by itself who held that key; that takes your council’s own list of keys.',
        { id: 'help-signature-1' },
      ),
    ])}
    <p class="govuk-body">
      <a class="govuk-link" href=${hashOf({ page: 'verify' })}
        >${msg('Check, countersign or go on from a signed PDF', { id: 'pdf-door' })}</a
      >
    </p>`;
}
