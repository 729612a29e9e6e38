import type { Outputs } from '../content/outputs.ts';
import type { Contact, FamilyCopy } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import type { Report, ReportBlock, Run } from '../model/report.ts';
import { familyDraft, type FamilyDraft } from './family-draft.ts';
import { closing, framed, heading } from './frame.ts';
import type { CopyTime } from './partners.ts';
import type { Recipient, Reduced } from './reduce.ts';
import { plain, say, sayRuns } from './words.ts';

/** The words of a passage as the copy has them: those somebody wrote instead of the draft, where they did. */
export const passageText = ({ passages }: FamilyCopy, { id, text }: FamilyDraft['passages'][number]): string =>
  passages?.[id]?.text ?? text;

/** Whom a copy says to call: those somebody named, or else those the answers name. */
const contactsOf = (copy: FamilyCopy, draft: FamilyDraft): readonly Contact[] =>
  (copy.contacts ?? draft.contacts).filter(({ name, reach }) => name.trim() !== '' || reach.trim() !== '');

/** The version for one parent or one child: the draft as it was changed, and whom to call (O8). */
export function familyReport(
  pack: Pack,
  outputs: Outputs,
  assessment: Reduced,
  { to, copy, ...time }: CopyTime & { readonly to: Recipient; readonly copy: FamilyCopy },
): Report {
  const kind = to.kind === 'child' ? 'child' : 'parents';
  const draft = familyDraft(pack, outputs, assessment, { to, copy, on: time.on });
  const contacts = [...contactsOf(copy, draft), ...localContacts(pack)];
  return framed(pack, assessment, {
    output: kind,
    on: time.on,
    title: plain(say(outputs, `${kind}/title`)),
    subtitle: sayRuns(outputs, `${kind}/subtitle`, { reference: own(assessment.reference) }),
    body: [
      ...draft.passages.flatMap((passage) => {
        const words = written(passageText(copy, passage));
        if (words.length === 0) return [];
        return [...(passage.heading === null ? [] : [heading(2, plain(say(outputs, passage.heading)))]), ...words];
      }),
      heading(2, plain(say(outputs, 'all/contacts'))),
      // First, so that no page holds it alone.
      {
        kind: 'paragraph',
        runs: [{ text: say(outputs, kind === 'child' ? 'child/emergency' : 'all/emergency'), strong: true }],
      },
      ...(contacts.length === 0
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: contacts.map(({ name, reach }) =>
                name.trim() && reach.trim()
                  ? sayRuns(outputs, 'all/contact-line', { name: { ...own(name), strong: true }, reach: own(reach) })
                  : [own(name.trim() || reach)],
              ),
            } as const,
          ]),
      ...closing(pack, outputs, kind, time),
    ],
  });
}

/** Those of the council that a family is given, whatever else a copy says. */
const localContacts = ({ overlay }: Pack): readonly Contact[] =>
  (overlay?.contacts ?? [])
    .filter(({ families }) => families)
    .map(({ name, phone, email, link, hours }) => ({
      name,
      reach: [phone, email, link, hours].filter((each) => each !== undefined).join(' · '),
    }));

const own = (text: string): Run => ({ text, own: true });

/** What somebody typed as paragraphs, and lists where lines begin with a dash. */
function written(text: string): readonly ReportBlock[] {
  const blocks: ReportBlock[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const item = /^[-–•]\s*(.+)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item === undefined) blocks.push({ kind: 'paragraph', tone: 'answer', runs: [own(line)] });
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, [own(item)]] };
    else blocks.push({ kind: 'list', ordered: false, items: [[own(item)]] });
  }
  return blocks;
}
