import { msg, str } from '@lit/localize';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Pack } from '../../model/pack.ts';
import { lights, type Light } from '../../model/lights.ts';
import type { GoalPicture, Look } from '../../model/progress-goals.ts';
import { langOf } from '../shared/pack-words.ts';
import { lightName, lightShape } from '../shared/light.ts';
import { dayWords } from './day.ts';
import { placesOf } from './places.ts';

/** Room for the names of the lights, for one look, and for one light, in pixels. */
const names = 92;
const column = 92;
const lane = 40;
/** Below the lanes: the day, and under it the year. */
const days = 44;
const mark = 22;
const atMost = 8;

const who = ['parent', 'worker', 'child'] as const;
type Who = (typeof who)[number];

/** One letter for whoever gave a colour; what it stands for is said above the picture. */
export function letterOf(each: Who): string {
  switch (each) {
    case 'parent':
      return msg('P', { id: 'progress-letter-parent' });
    case 'worker':
      return msg('W', { id: 'progress-letter-worker' });
    case 'child':
      return msg('C', { id: 'progress-letter-child' });
  }
}

/** How many looks a picture shows side by side in a place so wide. */
export const looksIn = (width: number): number => Math.max(1, Math.min(atMost, Math.floor((width - names) / column)));

/**
 * The colours of a goal over time: a lane for each light, a column for each look by its day, the marks of parent, worker and child
 * side by side. What does not fit into the width goes on in a further picture below, so that nothing scrolls sideways.
 */
export function goalChart(pack: Pack, goal: GoalPicture, width: number): TemplateResult | typeof nothing {
  const { looks } = goal;
  if (looks.length === 0) return nothing;
  const size = looksIn(width);
  const bands = Array.from({ length: Math.ceil(looks.length / size) }, (_, index) =>
    looks.slice(index * size, (index + 1) * size),
  );
  return html`<div class="hw-bands">
    ${bands.map((shown, index) => band(pack, shown, bandLabel(index + 1, bands.length), size))}
  </div>`;
}

const bandLabel = (part: number, of: number): string =>
  of === 1
    ? msg('Colours over time. The table below says the same.', { id: 'progress-picture' })
    : msg(str`Colours over time, part ${part} of ${of}. The table below says the same.`, {
        id: 'progress-picture-part',
      });

function band(pack: Pack, looks: readonly Look[], label: string, size: number): TemplateResult {
  const places = placesOf(
    looks.map(({ given }) => given),
    (size - 1) * column,
    column,
  );
  const middles = places.map((place) => names + column / 2 + place);
  const width = Math.max(0, ...middles) + column / 2;
  const height = lights.length * lane + days;
  return html`<svg
    class="hw-band"
    role="img"
    aria-label=${label}
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
  >
    ${lights.map((light) => {
      const y = laneOf(light);
      return svg`<text x="0" y=${y + 5} lang=${langOf(pack, lightName(pack, light)) ?? nothing}>${lightName(pack, light)}</text>
        <line class="hw-band__lane" x1=${names} y1=${y} x2=${width} y2=${y}></line>`;
    })}
    ${who.map((each) => way(looks, each, middles))} ${looks.map((look, index) => marks(look, middles[index] ?? 0))}
  </svg>`;
}

/** The best at the top. */
const laneOf = (light: Light): number => (lights.length - 1 - lights.indexOf(light)) * lane + lane / 2 + 4;

const placeOf = (each: Who, middle: number): number => middle + (who.indexOf(each) - 1) * (mark + 4);

/** A thin line from one mark of somebody to their next. */
function way(looks: readonly Look[], each: Who, middles: readonly number[]): SVGTemplateResult | typeof nothing {
  const points = looks.flatMap((look, index) => {
    const light = look[each];
    return light === null ? [] : [`${placeOf(each, middles[index] ?? 0)},${laneOf(light)}`];
  });
  return points.length < 2
    ? nothing
    : svg`<polyline class="hw-band__way hw-band__way--${each}" points=${points.join(' ')}></polyline>`;
}

function marks(look: Look, middle: number): SVGTemplateResult {
  const said = dayWords(look.given);
  const cut = typeof look.given === 'string' && look.given.length === 10 ? said.lastIndexOf(' ') : -1;
  const lines =
    cut < 0 ? [typeof look.given === 'string' ? said : dayWords(null)] : [said.slice(0, cut), said.slice(cut + 1)];
  const below = lights.length * lane + 18;
  return svg`${who.map((each) => {
    const light = look[each];
    if (light === null) return nothing;
    const x = placeOf(each, middle);
    const y = laneOf(light);
    return svg`<g data-mark="${each} ${light}">
      <svg x=${x - mark / 2} y=${y - mark / 2} width=${mark} height=${mark} viewBox="0 0 24 24">${lightShape(light)}</svg>
      <text class="hw-band__who" x=${x} y=${y - mark / 2 - 2}>${letterOf(each)}</text>
    </g>`;
  })}${lines.map((line, at) => svg`<text class="hw-band__day" x=${middle} y=${below + at * 17}>${line}</text>`)}`;
}
