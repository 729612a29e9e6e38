import type { Report } from '../model/report.ts';
import { fontOf } from './font-metrics.ts';
import { ink, line, page, paper, styles, textWidth } from './look.ts';
import type { Drawing } from './pages.ts';
import { lineStrips, setText, type Desk, type PlacedText, type Shape, type Strip } from './strips.ts';
import { widthOf } from './text.ts';

/** What is around the body of every page, and where the body begins and ends. */
export interface Running {
  readonly top: number;
  readonly bottom: number;
  /** `headed` says whether the head stands there, as it does on every page but a cover. */
  on(number: number, count: number, headed: boolean): Drawing;
}

/** Head, foot, page number and mark of every page; all of them artifacts. */
export function setRunning(desk: Desk, running: Report['running'], documentId: string): Running {
  const style = styles.running;
  const set = (text: string, width: number, at = desk): Strip[] =>
    lineStrips(desk, setText(at, [{ text }], style, width, null), page.left, { keep: false });
  const marked = running.mark.trim() !== '';
  const head = set(running.head, textWidth);
  const [first = '', ...further] = running.foot.replace('{id}', documentId).split('\n');
  const line1 = set(first, textWidth - 78);
  const foot = [...line1, ...further.flatMap((text) => set(text, textWidth))];
  const headTop = marked ? 40 : 32;
  const headEnd = headTop + head.length * style.leading + 4;
  const footTop = page.height - (marked ? 38 : 30) - Math.max(1, foot.length) * style.leading;
  const down = (strips: readonly Strip[], top: number): PlacedText[] =>
    strips.flatMap(({ texts }, row) => texts.map((text) => ({ ...text, y: text.y + top + row * style.leading })));
  const mark = marked ? bands(desk, running.mark) : { shapes: [], texts: [] };
  const rule = (y: number): Shape => ({
    is: 'line',
    x: page.left,
    y,
    width: textWidth,
    height: 0,
    stroke: line,
    weight: 0.6,
  });
  return {
    top: Math.max(page.top, headEnd + 22),
    bottom: footTop - 22,
    on(number, count, headed) {
      const words = running.page.replace('{n}', String(number)).replace('{m}', String(count));
      const [pageNumber] = set(words, textWidth, { ...desk, onUndrawn: () => undefined });
      const end = pageNumber?.texts.at(-1);
      const width = end ? end.x - page.left + widthOf(end.text, fontOf(desk.measures, end), style.size) : 0;
      const right = (pageNumber?.texts ?? []).map((text) => ({
        ...text,
        x: text.x + textWidth - width,
        y: text.y + footTop,
      }));
      return {
        shapes: [...(headed ? [rule(headEnd)] : []), rule(footTop - 6), ...mark.shapes],
        texts: [
          ...mark.texts,
          ...(headed ? down(head, headTop) : []),
          ...down(headed ? foot : line1, footTop),
          ...right,
        ],
      };
    },
  };
}

/** The mark of a training document: white on ink, along the upper and the lower edge, where no other words are. */
function bands(desk: Desk, mark: string): Drawing {
  const size = 12;
  const style = { size, leading: 18, colour: paper, bold: true, space: 0 };
  const set = lineStrips(desk, setText(desk, [{ text: mark }], style, page.width, null), 0, { keep: false });
  const words = set[0]?.texts ?? [];
  const width = words.reduce((sum, text) => sum + widthOf(text.text, fontOf(desk.measures, text), size), 0);
  const tops = [12, page.height - 30];
  return {
    shapes: tops.map((y) => ({ is: 'box', x: page.left, y, width: textWidth, height: 18, fill: ink })),
    texts: tops.flatMap((top) =>
      words.map((text) => ({ ...text, x: text.x + (page.width - width) / 2, y: text.y + top })),
    ),
  };
}
