import { msg, str } from '@lit/localize';
import type { Problem } from '../../model/problem.ts';

/** What is wrong with an overlay and what to do about it, in a sentence. Where it is, its place says. */
export function overlayProblemWords({ code, detail: said = '' }: Problem): string {
  const [path = '', detail = path] = said.split(/: (.*)/s);
  const [size = '', most = ''] = detail.split(' > ');
  switch (code) {
    case 'missing-file':
      return msg(str`A file is missing: ${detail}. Put it beside the others, or take its name out.`, {
        id: 'overlay-fault-missing-file',
      });
    case 'two-files':
      return msg(str`There are two of ${detail}. Keep one.`, { id: 'overlay-fault-two-files' });
    case 'unknown-file':
      return msg(
        'Nothing uses this file. Call it guidance.md, guidance.cy.md or the name in look.logo, or take it out.',
        { id: 'overlay-fault-unknown-file' },
      );
    case 'too-many-files':
      return msg(str`There are too many files: ${detail}. Take out what does not belong here.`, {
        id: 'overlay-fault-too-many-files',
      });
    case 'too-large':
      return msg(str`This file is too large: ${size}. It may have up to ${most}.`, { id: 'overlay-fault-too-large' });
    case 'too-many-parts':
      return msg(str`This holds more than ${detail} values. Take out what nothing asks for.`, {
        id: 'overlay-fault-too-many-parts',
      });
    case 'text-too-long':
      return msg(str`The text of ${path} is too long: ${size} signs. It may have up to ${most}.`, {
        id: 'overlay-fault-text-too-long',
      });
    case 'duplicate-key':
      return msg(
        str`This key stands twice in one place: ${path}. Keep one. Where a new entry begins, a hyphen and a space stand before its first line.`,
        { id: 'overlay-fault-duplicate-key' },
      );
    case 'not-utf8':
      return msg('This file is not plain text. Save it as UTF-8.', { id: 'overlay-fault-not-utf8' });
    case 'bare-colour':
      return msg(
        str`A colour needs quotation marks: '${said}'. Without them YAML takes what follows the # for a note.`,
        {
          id: 'overlay-fault-bare-colour',
        },
      );
    case 'needs-quotes':
      return msg(
        str`${path} is read as a number, or as yes or no. Put what stands there into quotation marks: '01632960123'.`,
        { id: 'overlay-fault-needs-quotes' },
      );
    case 'empty-key':
      return msg(str`Nothing stands at ${path}. Write something there, or put a # before its line.`, {
        id: 'overlay-fault-empty-key',
      });
    case 'yaml-alias':
      return msg(
        str`A name made with & or *, which is not allowed: “${said}”. Words that begin with one of these need quotation marks.`,
        { id: 'overlay-fault-yaml-alias' },
      );
    case 'yaml-tab':
      return msg(str`This line begins with a tab: “${said}”. Use spaces, as many as the lines beside it.`, {
        id: 'overlay-fault-yaml-tab',
      });
    case 'yaml-colon':
      return msg(str`Words with a colon need quotation marks round all of them: “${said}”.`, {
        id: 'overlay-fault-yaml-colon',
      });
    case 'yaml-quote':
      return msg(str`A quotation mark is opened here and not closed: “${said}”.`, {
        id: 'overlay-fault-yaml-quote',
      });
    case 'yaml-mark':
      return msg(
        str`Words that begin with a sign such as * & @ % [ or a quotation mark need quotation marks round all of them: “${said}”.`,
        { id: 'overlay-fault-yaml-mark' },
      );
    case 'yaml-bracket':
      return msg(str`A bracket is opened here and not closed: “${said}”.`, { id: 'overlay-fault-yaml-bracket' });
    case 'yaml-no-colon':
      return msg(
        str`A colon with a space after it is missing, or a quotation mark: “${said}”. A line is written name: words.`,
        { id: 'overlay-fault-yaml-no-colon' },
      );
    case 'yaml-spaces':
      return msg(
        str`The spaces at the beginning of this line do not fit: “${said}”. Give it as many as the lines that belong with it, and a hyphen and a space where a new entry begins.`,
        { id: 'overlay-fault-yaml-spaces' },
      );
    case 'yaml-syntax':
      return msg(str`This line cannot be read: “${said}”. Look for a missing colon, quotation mark or space.`, {
        id: 'overlay-fault-yaml-syntax',
      });
    case 'too-deep':
      return msg('This is nested deeper than any overlay is. Take out brackets or lines that nothing asks for.', {
        id: 'overlay-fault-too-deep',
      });
    case 'refused-key':
      return msg(str`This key may not be used: ${path}. Take it out.`, { id: 'overlay-fault-refused-key' });
    case 'unknown-key':
      return msg(
        str`There is nothing called ${path} here. Core questions, choices and rules cannot be changed; for anything else, check how it is spelt.`,
        { id: 'overlay-fault-unknown-key' },
      );
    case 'missing-key':
      return msg(str`Something is missing: ${path}. Add it.`, { id: 'overlay-fault-missing-key' });
    case 'overlay-shape':
      return msg(str`${path} is not written the right way. Expected: ${detail}.`, {
        id: 'overlay-fault-overlay-shape',
      });
    case 'newer-than-program':
      return msg(str`This was written for a newer version of Homeward (${detail}). Use that version.`, {
        id: 'overlay-fault-newer-than-program',
      });
    case 'html':
      return msg(str`HTML is not allowed in ${path}. Use plain words, or Markdown where that is allowed.`, {
        id: 'overlay-fault-html',
      });
    case 'control-characters':
      return msg(str`${path} holds signs that cannot be seen. Type the words again instead of pasting them.`, {
        id: 'overlay-fault-control-characters',
      });
    case 'words-shape':
      return msg('Each piece of guidance stands under a heading with an id, such as ## decision-3.', {
        id: 'overlay-fault-words-shape',
      });
    case 'name-taken':
      return msg(
        str`${size} is the name of another class (${most}), and would be read as that one. Choose a name of its own.`,
        { id: 'overlay-fault-name-taken' },
      );
    case 'guidance-twice':
      return msg(str`Guidance for ${detail} stands in two places. Keep one.`, { id: 'overlay-fault-guidance-twice' });
    case 'duplicate-id':
      return msg(str`This id is used twice: ${detail}. Give each its own.`, { id: 'overlay-fault-duplicate-id' });
    case 'other-pack':
      return msg(
        str`The overlay ${size} was written for other questions than those here, ${most}. Read what it says again, then change its pack to match.`,
        { id: 'overlay-fault-other-pack' },
      );
    case 'prefix-taken':
      return msg(str`Ids of the questions begin with ${detail} already. Choose another id for the overlay.`, {
        id: 'overlay-fault-prefix-taken',
      });
    case 'overlay-twice':
      return msg(str`These questions have an overlay already: ${detail}. Only one can be used.`, {
        id: 'overlay-fault-overlay-twice',
      });
    case 'unknown-stage':
      return msg(str`There is no stage ${size}. Did you mean one of these: ${most}?`, {
        id: 'overlay-fault-unknown-stage',
      });
    case 'unknown-risk-class':
      return msg(str`There is no risk class ${size}. Did you mean one of these: ${most}?`, {
        id: 'overlay-fault-unknown-risk-class',
      });
    case 'unknown-role':
      return msg(str`There is no post ${size}. Did you mean one of these: ${most}?`, {
        id: 'overlay-fault-unknown-role',
      });
    case 'unknown-term':
      return msg(str`There is no word ${size} in the glossary. Did you mean one of these: ${most}?`, {
        id: 'overlay-fault-unknown-term',
      });
    case 'unknown-subject':
      return msg(str`There is no question, stage or factor ${size}. Did you mean one of these: ${most}?`, {
        id: 'overlay-fault-unknown-subject',
      });
    case 'unknown-question':
      return msg(str`There is no question ${size} here. Did you mean one of these: ${most}? docs/ids.md lists all.`, {
        id: 'overlay-fault-unknown-question',
      });
    case 'unknown-section':
      return msg(str`There is no section ${size} here. Did you mean one of these: ${most}? docs/ids.md lists all.`, {
        id: 'overlay-fault-unknown-section',
      });
    case 'unknown-purpose':
      return msg(str`There is no purpose ${detail}. Check its id.`, { id: 'overlay-fault-unknown-purpose' });
    case 'core-question':
      return msg(
        str`${detail} is a core or required question. It is asked everywhere and cannot be left out. Take it out of the list.`,
        { id: 'overlay-fault-core-question' },
      );
    case 'needed-elsewhere':
      return msg(str`Other questions rest on this one (${detail}). It cannot be left out. Take it out of the list.`, {
        id: 'overlay-fault-needed-elsewhere',
      });
    case 'not-own-prefix':
      return msg(str`The id of a question or section of yours begins with the id of the overlay: ${detail}`, {
        id: 'overlay-fault-not-own-prefix',
      });
    case 'empty-section':
      return msg(str`No question of yours stands in the section ${detail}. Add one, or take the section out.`, {
        id: 'overlay-fault-empty-section',
      });
    case 'empty-contact':
      return msg(str`The contact ${detail} has no telephone number, email address or link. Add one.`, {
        id: 'overlay-fault-empty-contact',
      });
    case 'required-not-core':
      return msg(str`${detail} is required, so it must be asked on the shorter route too. Take out core: false.`, {
        id: 'overlay-fault-required-not-core',
      });
    case 'markdown-kind':
      return msg(
        str`This kind of text is not allowed here: ${detail}. Use paragraphs, lists, bold, italics, links and quotes.`,
        { id: 'overlay-fault-markdown-kind' },
      );
    case 'link-target':
      return msg(str`A link must begin with https: in ${path}. Change it, or take it out.`, {
        id: 'overlay-fault-link-target',
      });
    case 'contrast':
      return msg(
        str`This colour is too light to read against white: contrast ${detail}, and it needs 4.5. Choose a darker one.`,
        { id: 'overlay-fault-contrast' },
      );
    case 'logo-kind':
      return msg('The logo must be a PNG picture, up to 2,000 dots wide and high.', { id: 'overlay-fault-logo-kind' });
    case 'not-same-origin':
      return msg(
        str`The file of an overlay ends in .json and lies on the same site as this page, without a question mark in its address: ${detail}.`,
        { id: 'overlay-fault-not-same-origin' },
      );
    case 'not-fetched':
      return msg(
        str`The file could not be fetched (${detail}). Check that it is there, and that the policy of the page allows connect-src to its own site.`,
        { id: 'overlay-fault-not-fetched' },
      );
    case 'not-json':
      return msg('This is not JSON. Save the file again from the page that checks overlays.', {
        id: 'overlay-fault-not-json',
      });
    case 'missing-words':
      return msg(str`These questions have no words for an overlay: ${detail}.`, { id: 'overlay-fault-missing-words' });
    case 'missing-choices':
      return msg('A question with choices needs some under choices.', { id: 'overlay-fault-missing-choices' });
    case 'unused-choices':
      return msg('A question of this kind has no choices. Take them out, or use single-choice.', {
        id: 'overlay-fault-unused-choices',
      });
    case 'unknown-choice':
      return msg(str`A rule names a choice that is not there: ${detail}. Check its id.`, {
        id: 'overlay-fault-unknown-choice',
      });
    case 'rule-cycle':
      return msg(
        str`A rule comes back to its own question: ${detail}. Take the rule out, or let it ask another question.`,
        { id: 'overlay-fault-rule-cycle' },
      );
    default:
      return msg(str`${path} does not fit the questions (${code}: ${detail}). Check it against docs/overlays.md.`, {
        id: 'overlay-fault-other',
      });
  }
}
