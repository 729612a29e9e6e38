/** A4, in points. */
export const page = { width: 595.28, height: 841.89, left: 56.7, right: 56.7, top: 76, bottom: 56 } as const;
export const textWidth = page.width - page.left - page.right;

/** Red, green, blue, each 0 to 255. Every pair of text and ground used here has a contrast above 7 to 1. */
export type Colour = readonly [number, number, number];
export const ink: Colour = [11, 12, 12];
export const teal: Colour = [11, 79, 92];
export const quiet: Colour = [56, 68, 72];
export const line: Colour = [176, 190, 194];
export const edge: Colour = [96, 118, 124];
export const ground: Colour = [238, 244, 245];
export const paper: Colour = [255, 255, 255];
export const amber: Colour = [122, 72, 0];
export const amberGround: Colour = [253, 247, 233];

/** How words look. `space` is the room above, left out at the top of a page. */
export interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly colour: Colour;
  readonly bold: boolean;
  readonly space: number;
}

// 12 points with open lines is what courts ask of evidence in a bundle, and what clear print begins with.
export const styles = {
  coverTitle: { size: 30, leading: 37, colour: paper, bold: true, space: 0 },
  coverSubtitle: { size: 17, leading: 23, colour: paper, bold: false, space: 10 },
  title: { size: 24, leading: 30, colour: teal, bold: true, space: 0 },
  subtitle: { size: 13, leading: 18, colour: quiet, bold: false, space: 4 },
  heading2: { size: 19, leading: 24, colour: teal, bold: true, space: 26 },
  heading3: { size: 15, leading: 19.5, colour: teal, bold: true, space: 26 },
  heading4: { size: 12, leading: 17, colour: ink, bold: true, space: 15 },
  body: { size: 12, leading: 17.5, colour: ink, bold: false, space: 7 },
  quiet: { size: 10.5, leading: 15, colour: quiet, bold: false, space: 6 },
  note: { size: 11, leading: 16, colour: ink, bold: false, space: 6 },
  quote: { size: 11, leading: 16, colour: ink, bold: false, space: 7 },
  cited: { size: 10, leading: 14.5, colour: quiet, bold: false, space: 0 },
  gap: { size: 11, leading: 16, colour: amber, bold: false, space: 6 },
  cell: { size: 10.5, leading: 14.5, colour: ink, bold: false, space: 0 },
  cellHead: { size: 10.5, leading: 14.5, colour: teal, bold: true, space: 0 },
  hungName: { size: 9.5, leading: 14.5, colour: quiet, bold: false, space: 0 },
  factName: { size: 11, leading: 15.5, colour: quiet, bold: false, space: 0 },
  fact: { size: 11, leading: 15.5, colour: ink, bold: false, space: 0 },
  caption: { size: 11, leading: 15.5, colour: ink, bold: true, space: 12 },
  panelTitle: { size: 14, leading: 19, colour: ink, bold: true, space: 0 },
  panel: { size: 12, leading: 17.5, colour: ink, bold: false, space: 3 },
  signatory: { size: 11.5, leading: 15.5, colour: ink, bold: true, space: 0 },
  entryTitle: { size: 11.5, leading: 15.5, colour: ink, bold: true, space: 0 },
  entryName: { size: 9.5, leading: 12.5, colour: quiet, bold: false, space: 0 },
  coverName: { size: 11.5, leading: 17.5, colour: quiet, bold: false, space: 0 },
  coverFact: { size: 12.5, leading: 17.5, colour: ink, bold: false, space: 0 },
  contents2: { size: 12, leading: 17, colour: ink, bold: true, space: 0 },
  contents3: { size: 11.5, leading: 16, colour: ink, bold: false, space: 0 },
  contents4: { size: 10.5, leading: 14.5, colour: quiet, bold: false, space: 0 },
  figureTitle: { size: 11, leading: 15.5, colour: ink, bold: true, space: 14 },
  figure: { size: 9, leading: 11.5, colour: ink, bold: false, space: 0 },
  figureHead: { size: 9, leading: 11.5, colour: teal, bold: true, space: 0 },
  running: { size: 8.5, leading: 11.5, colour: quiet, bold: false, space: 0 },
} as const satisfies Readonly<Record<string, TextStyle>>;
