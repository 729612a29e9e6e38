import type { ReportBlock, Runs } from '../model/report.ts';
import { amber, amberGround, edge, ground, line, styles, teal, textWidth, type TextStyle } from './look.ts';
import {
  lineStrips,
  padding,
  placed,
  setText,
  together,
  type Desk,
  type Frame,
  type Shape,
  type Strip,
} from './strips.ts';
import type { StructureType } from './structure.ts';
import { isBlank, paragraphsOf } from './text.ts';

type Block<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;

const headingTypes = ['H1', 'H2', 'H3', 'H4'] as const;

/** Headings whose tags never skip a level, whatever the levels of the report. */
export class Headings {
  #last: number;
  readonly #turns: boolean;
  #stages = 0;
  #sections = 0;

  /** `last` is the level of the heading before the first of these; `turns` lets every stage but the first begin a page. */
  constructor(last = 0, turns = true) {
    this.#last = last;
    this.#turns = turns;
  }

  strips(
    desk: Desk,
    level: 1 | 2 | 3 | 4,
    runs: Runs,
    style: TextStyle = level === 1 ? styles.title : styles[`heading${level}`],
  ): Strip[] {
    if (isBlank(runs)) return [];
    const tagged = Math.min(level, this.#last + 1);
    this.#last = tagged;
    const sections = this.#sections;
    this.#sections = level === 3 ? sections + 1 : level < 3 ? 0 : sections;
    if (level === 2) this.#stages += 1;
    // A copy of a page or two has no room for bands, and is less of a form without them.
    const banded = this.#turns && level === 2 && style === styles.heading2;
    const frame = banded ? stageFrame : undefined;
    const inset = banded ? 16 : 0;
    const set = setText(
      desk,
      runs,
      style,
      textWidth - 2 * inset,
      desk.tree.add(desk.tree.root, headingTypes[tagged - 1] ?? 'H4'),
    );
    const strips = together(lineStrips(desk, set, inset, { keep: true, frame }), true);
    const title = set.lines
      .flatMap(({ pieces }) => pieces.map(({ text }) => text))
      .join('')
      .trim();
    // The first section follows the band of its stage.
    const rule: readonly Shape[] = level === 3 && sections > 0 ? [sectionRule] : [];
    const marked = strips.map((strip, index): Strip =>
      index === 0 ? { ...strip, outline: { title, level: tagged }, shapes: rule } : strip,
    );
    if (!frame) return marked;
    const first: Strip = { ...padding(9, frame, { keep: true, space: style.space }) };
    return [
      this.#turns && this.#stages > 1 ? { ...first, newPage: true } : first,
      ...marked.map((strip) => ({ ...strip, space: 0 })),
      padding(10, frame, { keep: true }),
    ];
  }
}

const stageFrame: Frame = { x: 0, width: textWidth, fill: ground, bar: teal };
const sectionRule: Shape = { is: 'line', x: 0, y: -9, width: textWidth, height: 0, stroke: line, weight: 0.8 };

const tones: Readonly<
  Record<NonNullable<Block<'paragraph'>['tone']>, { readonly style: TextStyle; readonly bar?: typeof amber }>
> = {
  quiet: { style: styles.quiet },
  answer: { style: styles.body },
  note: { style: styles.note, bar: line },
  gap: { style: styles.gap, bar: amber },
  quote: { style: styles.quote, bar: edge },
  cited: { style: styles.cited, bar: edge },
};

/** A paragraph of the report; blank lines in it make several. */
export function paragraphStrips(
  desk: Desk,
  { runs, tone }: Pick<Block<'paragraph'>, 'runs' | 'tone'>,
  // A title of its own kind stays with what it is the title of, and a quote with who said it.
  keep = tone === 'quote' || (tone === 'quiet' && runs[0]?.strong === true),
): Strip[] {
  const { style, bar } = tone ? tones[tone] : tones.answer;
  const frame: Frame | undefined = bar && { x: 0, width: textWidth, bar };
  const inset = frame ? 10 : 0;
  return paragraphsOf(runs).flatMap((each) =>
    lineStrips(desk, setText(desk, each, style, textWidth - inset, desk.tree.add(desk.tree.root, 'P')), inset, {
      keep,
      frame,
    }),
  );
}

/** Dots of an unordered list are drawn, numbers of an ordered one are read. */
export function listStrips(desk: Desk, { ordered, items }: Block<'list'>): Strip[] {
  const shown = items.filter((item) => !isBlank(item));
  if (shown.length === 0) return [];
  const list = desk.tree.add(desk.tree.root, 'L', ordered ? { numbering: 'Decimal' } : {});
  const style: TextStyle = { ...styles.body, space: 3 };
  const inset = ordered ? 12 + 7 * String(shown.length).length : 16;
  return shown.flatMap((runs, index) => {
    const item = desk.tree.add(list, 'LI');
    const number = ordered
      ? setText(desk, [{ text: `${index + 1}.` }], style, inset, desk.tree.add(item, 'Lbl'))
      : null;
    const strips = lineStrips(
      desk,
      setText(desk, runs, style, textWidth - inset, desk.tree.add(item, 'LBody')),
      inset,
      {
        keep: false,
      },
    );
    return strips.map((strip, row): Strip => {
      if (row > 0) return strip;
      return {
        ...strip,
        space: index === 0 ? 6 : strip.space,
        texts: number ? [...placed(desk, number, 0, 0, 0), ...strip.texts] : strip.texts,
        shapes: number ? [] : [{ is: 'dot', x: 4, y: style.leading / 2 + 0.5, width: 3.6, height: 3.6, fill: teal }],
      };
    });
  });
}

const panelFrames: Readonly<Record<Block<'panel'>['tone'], Frame>> = {
  plain: { x: 0, width: textWidth, stroke: edge, fill: ground, bar: teal },
  warning: { x: 0, width: textWidth, stroke: amber, fill: amberGround, bar: amber },
};

export function panelStrips(desk: Desk, { tone, title, body }: Block<'panel'>): Strip[] {
  const frame = panelFrames[tone];
  const owner = desk.tree.add(desk.tree.root, 'Div');
  const paragraphs: { readonly runs: Runs; readonly style: TextStyle }[] = [
    ...(isBlank(title) ? [] : [{ runs: title, style: styles.panelTitle }]),
    ...body.flatMap((runs) => paragraphsOf(runs).map((each) => ({ runs: each, style: styles.panel }))),
  ];
  const strips = paragraphs.flatMap(({ runs, style }, index) => {
    const type: StructureType = 'P';
    const set = setText(desk, runs, style, textWidth - 32, desk.tree.add(owner, type));
    const titled = index === 0 && !isBlank(title);
    return lineStrips(desk, set, 18, { keep: titled || index === paragraphs.length - 1, frame });
  });
  if (strips.length === 0) return [];
  const after: Strip = { height: 5, texts: [], shapes: [], space: 0, keep: false };
  return [padding(10, frame, { keep: true, space: 12 }), ...strips, padding(11, frame, { keep: false }), after];
}
