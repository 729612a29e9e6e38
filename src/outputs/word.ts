import type * as Docx from 'docx';
import { markOf } from './frame.ts';
import type { Report, ReportBlock, Run, Runs } from '../model/report.ts';

/** A box to tick, in the fonts that come with every word processor. */
const box = '☐';
const ink = '0B0C0C';
const teal = '0B4F5C';
const edge = '60767C';
const ground = 'EEF4F5';
/** Of a document on A4 with margins of 2 cm, in twentieths of a point. */
const textWidth = 9638;
const margin = 1134;

/**
 * `report` as a Word document: real headings, lists and tables, its language, and on every page what it is. The library
 * is fetched when the first one is made.
 */
export async function wordFile(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx');
  return new Uint8Array(await docx.Packer.toArrayBuffer(new WordPainter(docx, report).document()));
}

const tagOf = (locale: string): string => (locale === 'cy' ? 'cy-GB' : locale === 'en' ? 'en-GB' : locale);

/** What XML cannot hold is shown as its code point, as on paper. */
const shown = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are what XML 1.0 leaves out
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });

const indented = { paragraph: { indent: { left: 400, hanging: 300 } } };
/** The mark of a training document, white on black. */
const markRun = (text: string): Docx.IRunOptions => ({ text, bold: true, color: 'FFFFFF', size: 26 });
const boxed = { ...indented, run: { font: 'Segoe UI Symbol' } };

class WordPainter {
  readonly #docx: typeof Docx;
  readonly #report: Report;

  constructor(docx: typeof Docx, report: Report) {
    this.#docx = docx;
    this.#report = report;
  }

  document(): Docx.Document {
    const { title, subtitle, body, signing, lang } = this.#report;
    const { Document, Header, Footer, LevelFormat } = this.#docx;
    const heading = (size: number, before: number): object => ({
      run: { size, bold: true, color: teal, font: 'Arial', italics: false },
      paragraph: { spacing: { before, after: 100 }, keepNext: true },
    });
    const words = title.map(({ text }) => shown(text)).join('');
    return new Document({
      title: words,
      creator: 'Homeward',
      lastModifiedBy: 'Homeward',
      description: '',
      styles: {
        default: {
          document: {
            run: { font: 'Arial', size: 24, color: ink, language: { value: tagOf(lang) } },
            paragraph: { spacing: { after: 120, line: 300 } },
          },
          heading1: heading(44, 0),
          heading2: heading(32, 320),
          heading3: heading(27, 240),
          heading4: heading(24, 200),
        },
        paragraphStyles: [
          { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { size: 20, color: '384448' } },
          { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 26, color: '384448' } },
        ],
      },
      numbering: {
        config: [
          { reference: 'dots', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: indented }] },
          { reference: 'boxes', levels: [{ level: 0, format: LevelFormat.BULLET, text: box, style: boxed }] },
          { reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: indented }] },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: margin, bottom: margin, left: margin, right: margin },
            },
          },
          headers: { default: new Header({ children: this.#head() }) },
          footers: { default: new Footer({ children: [this.#foot()] }) },
          children: [
            this.#heading(1, title),
            ...(subtitle.length > 0 ? [this.#paragraph(subtitle, { style: 'Subtitle' })] : []),
            ...body.flatMap((block) => this.#block(block)),
            ...(signing
              ? [this.#heading(2, signing.heading), ...signing.statement.map((runs) => this.#paragraph(runs))]
              : []),
            ...(signing?.signatories ?? []).map(({ label, name }) =>
              this.#ruled([{ text: name === undefined ? label : `${label}: ${name}` }]),
            ),
          ],
        },
      ],
    });
  }

  /** TRAINING, where it is, and the title: on every page. */
  #head(): readonly Docx.Paragraph[] {
    const { running } = this.#report;
    const { Paragraph, TextRun, AlignmentType } = this.#docx;
    const mark = markOf(this.#report);
    return [
      ...(mark === ''
        ? []
        : [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              shading: { fill: ink },
              children: [new TextRun(markRun(mark))],
            }),
          ]),
      new Paragraph({ children: [new TextRun({ text: shown(running.head), size: 18, color: '384448' })] }),
    ];
  }

  #foot(): Docx.Paragraph {
    const { running } = this.#report;
    const { Paragraph, TextRun, PageNumber } = this.#docx;
    const page = running.page
      .split(/(\{[nm]\})/)
      .map((piece) => (piece === '{n}' ? PageNumber.CURRENT : piece === '{m}' ? PageNumber.TOTAL_PAGES : piece));
    return new Paragraph({
      children: [new TextRun({ children: [`${shown(running.foot)} · `, ...page], size: 18, color: '384448' })],
    });
  }

  #block(block: ReportBlock): readonly (Docx.Paragraph | Docx.Table)[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block.level, block.runs)];
      case 'paragraph': {
        const { runs, tone, lines = 0 } = block;
        const quiet = tone === 'quiet' || tone === 'cited';
        return [
          ...(runs.some(({ text }) => text !== '') ? [this.#paragraph(runs, quiet ? { style: 'Quiet' } : {})] : []),
          ...Array.from({ length: lines }, () => this.#ruled([])),
        ];
      }
      case 'list': {
        const reference = block.boxes ? 'boxes' : block.ordered ? 'numbers' : 'dots';
        return block.items.map((item) => this.#paragraph(item, { numbering: { reference, level: 0 } }));
      }
      case 'facts':
        return this.#table(
          block.rows.map(({ name, value }) => [name, value]),
          { head: [], rowHeads: true, room: false },
        );
      case 'table':
        return [
          ...(block.caption.length > 0 ? [this.#paragraph(block.caption, { keepNext: true })] : []),
          ...this.#table(
            block.rows.map((row) => row.map(({ runs }) => runs)),
            { head: block.head, rowHeads: block.rowHeads, room: block.room ?? false },
          ),
        ];
      case 'panel':
        return [block.title.map((run): Run => ({ ...run, strong: true })), ...block.body].map((runs) =>
          this.#paragraph(runs, {
            shading: { fill: ground },
            border: { left: { style: this.#docx.BorderStyle.SINGLE, size: 24, color: teal, space: 8 } },
          }),
        );
    }
  }

  #heading(level: 1 | 2 | 3 | 4, runs: Runs): Docx.Paragraph {
    const { HeadingLevel } = this.#docx;
    const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
    return this.#paragraph(runs, { heading: levels[level - 1] ?? HeadingLevel.HEADING_4 });
  }

  #paragraph(runs: Runs, more: Docx.IParagraphOptions = {}): Docx.Paragraph {
    return new this.#docx.Paragraph({ ...more, children: this.#runs(runs) });
  }

  /** A line to write on. */
  #ruled(runs: Runs): Docx.Paragraph {
    const { BorderStyle } = this.#docx;
    return this.#paragraph(runs, {
      spacing: { before: 240, after: 0 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: edge, space: 1 } },
    });
  }

  #table(
    rows: readonly (readonly Runs[])[],
    { head, rowHeads, room }: { readonly head: readonly Runs[]; readonly rowHeads: boolean; readonly room: boolean },
  ): readonly (Docx.Paragraph | Docx.Table)[] {
    const { Table, TableRow, TableCell, WidthType, HeightRule, Paragraph } = this.#docx;
    const columns = Math.max(head.length, ...rows.map((row) => row.length));
    if (columns === 0 || (rows.length === 0 && head.length === 0)) return [];
    const width = Math.floor(textWidth / columns);
    const cell = (runs: Runs, strong: boolean, isHead: boolean): Docx.TableCell =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        ...(isHead ? { shading: { fill: ground } } : {}),
        children: [
          this.#paragraph(strong ? runs.map((run): Run => ({ ...run, strong: true })) : runs, { style: 'Quiet' }),
        ],
      });
    const padded = (row: readonly Runs[]): readonly Runs[] => Array.from({ length: columns }, (_, at) => row[at] ?? []);
    return [
      new Table({
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: Array.from({ length: columns }, () => width),
        rows: [
          ...(head.length > 0
            ? [
                new TableRow({
                  tableHeader: true,
                  cantSplit: true,
                  children: padded(head).map((runs) => cell(runs, true, true)),
                }),
              ]
            : []),
          ...rows.map(
            (row) =>
              new TableRow({
                ...(room ? { height: { value: 700, rule: HeightRule.ATLEAST } } : {}),
                children: padded(row).map((runs, at) => cell(runs, rowHeads && at === 0, false)),
              }),
          ),
        ],
      }),
      // Two tables that touch would be one.
      new Paragraph({ children: [], spacing: { after: 60 } }),
    ];
  }

  #runs(runs: Runs): Docx.TextRun[] {
    return runs.flatMap(({ text, lang, strong }) =>
      shown(text)
        .split(/\r?\n/)
        .map((line, index) => {
          const options: Docx.IRunOptions = {
            text: line,
            ...(index > 0 ? { break: 1 } : {}),
            ...(strong ? { bold: true } : {}),
            ...(lang === undefined ? {} : { language: { value: tagOf(lang) } }),
          };
          return new this.#docx.TextRun(options);
        }),
    );
  }
}
