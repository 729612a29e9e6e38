import { md5 } from '@noble/hashes/legacy.js';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Published, Report, Signatory } from '../model/report.ts';
import { readFont, type Measures } from './font-metrics.ts';
import { loadFonts, loadOtherFonts, type Fonts, type PackedFonts } from './fonts.ts';
import { layOut, type Layout } from './layout.ts';
import { hexOf } from './syntax.ts';
import { turns } from './turns.ts';
import type { UndrawnText } from './text.ts';
import { isBlank, needsAnotherFont } from './text.ts';

export type { Fonts } from './fonts.ts';
export type { TextPlace, UndrawnText } from './text.ts';

/** A report as a tagged PDF with empty signature fields. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Characters that were printed as marks, since the font does not hold them. */
  readonly undrawn: readonly UndrawnText[];
  /** What a check of the finished file found; nothing, unless this program has a fault. */
  readonly selfCheck: readonly Problem[];
}

export interface PdfChoice {
  /** What the attachment `assessment.json` holds. */
  readonly published?: Published;
  /** Who signs, where it is not the report that says so. */
  readonly signatories?: readonly Signatory[];
  /** Names the document, for readers of the file that compare versions. Absent: derived from what is exported. */
  readonly documentId?: string;
  /** The moment that the file states. Absent: the report's day. */
  readonly madeAt?: Date;
  /** TrueType fonts to draw with. Absent: Atkinson Hyperlegible Next, and for what it lacks Source Sans 3. */
  readonly fonts?: Fonts;
  /**
   * Writes into the file that it is PDF/UA-1. Only for who has had such a file looked at by veraPDF and PAC, and by
   * somebody who listens to it. Absent: no.
   */
  readonly claimsPdfUa?: boolean;
}

/**
 * The report as a tagged, accessible PDF, ready to be signed. The same input gives the same bytes.
 *
 * Problems: `title-missing`, `date-unreadable`.
 */
export async function exportPdf(report: Report, choice: PdfChoice = {}): Promise<Outcome<PdfFile>> {
  const madeAt = choice.madeAt ?? new Date(`${report.on}T00:00:00Z`);
  if (isBlank(report.title)) return problem('title-missing');
  // jsPDF writes no moment after 2037.
  if (!(madeAt.getTime() >= Date.UTC(1970) && madeAt.getTime() < Date.UTC(2038))) return problem('date-unreadable');

  const pause = turns();
  const signatories = choice.signatories ?? report.signing?.signatories ?? [];
  const { published } = choice;
  const [words, attached] = [JSON.stringify([report, signatories]), JSON.stringify(published ?? null)];
  const { fonts, measures } = await fontsFor(words, choice.fonts);
  await pause();
  const fileId = digest(choice.documentId ?? `${words.slice(0, -1)},${attached}]`);
  await pause();
  const layout = await finished(
    layOut(report, {
      signatories,
      measures,
      documentId: (choice.documentId ?? fileId).slice(0, 13),
    }),
    pause,
  );
  const [{ paint }, { checkFile }] = await Promise.all([import('./paint.ts'), import('./check.ts')]);
  await pause();
  const bytes = await paint(layout, {
    fonts,
    pause,
    description: {
      title: titleOf(report),
      lang: report.lang === 'en' ? 'en-GB' : report.lang,
      madeAt,
      fileId,
      claimsPdfUa: choice.claimsPdfUa === true,
    },
    attachment: published ? { name: 'assessment.json', bytes: new TextEncoder().encode(attached) } : null,
  });
  return { ok: true, value: { bytes, undrawn: layout.undrawn, selfCheck: await checkFile(bytes, pause) } };
}

/** The fonts to draw `words` with: another one is fetched only where the first lacks something. */
async function fontsFor(
  words: string,
  given: Fonts | undefined,
): Promise<{ readonly fonts: Fonts | PackedFonts; readonly measures: Measures }> {
  const fonts = given ?? (await loadFonts());
  const own: Measures = { regular: readFont(fonts.regular), bold: readFont(fonts.bold) };
  if (!needsAnotherFont(words, [own.regular, own.bold])) return { fonts, measures: own };
  const other = given ? given.other : await loadOtherFonts();
  if (!other) return { fonts, measures: own };
  return {
    fonts: { ...fonts, other },
    measures: { ...own, other: { regular: readFont(other.regular), bold: readFont(other.bold) } },
  };
}

/** The title as readers of the file list it: one line, without signs that XML forbids. */
function titleOf({ title }: Report): string {
  const words = title.map(({ text }) => text).join('');
  return words
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim();
}

function digest(text: string): string {
  return hexOf(md5(new TextEncoder().encode(text)));
}

async function finished(steps: Generator<undefined, Layout>, pause: () => Promise<void>): Promise<Layout> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
