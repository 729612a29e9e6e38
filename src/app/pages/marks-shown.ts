import { html, nothing, type TemplateResult } from 'lit';
import { markPicture } from '../../elements/fields/mark-picture.ts';
import { blocksView, type Beside } from '../../elements/shared/report-view.ts';
import { markFigures } from '../../model/figure-marks.ts';
import type { ReportBlock } from '../../model/report.ts';
import type { Session } from '../../session/session.ts';

/** Blocks of a report with each mark that was drawn by hand below the facts of whose it is, as on paper. */
export function blocksWithMarks(
  { pack, assessment }: Pick<Session, 'pack' | 'assessment'>,
  blocks: readonly ReportBlock[],
  beside: Beside,
): TemplateResult {
  const anchors = blocks.flatMap((block) => (block.kind === 'heading' && block.anchor ? [block.anchor] : []));
  const figures = markFigures(pack, assessment, anchors);
  let anchor: string | undefined;
  let entry = 0;
  const drawn = (block: ReportBlock): TemplateResult | typeof nothing => {
    if (block.kind === 'heading') [anchor, entry] = [block.anchor, 0];
    if (block.kind !== 'facts') return nothing;
    const at = entry++;
    const figure = figures.find((each) => each.anchor === anchor && each.entry === at);
    return figure?.picture.is === 'mark'
      ? html`<div class="govuk-body" role="img" aria-label=${figure.alt}>
          ${markPicture({ kind: 'drawn', ...figure.picture })}
        </div>`
      : nothing;
  };
  return html`${blocks.map((block) => html`${blocksView([block], beside)}${drawn(block)}`)}`;
}
