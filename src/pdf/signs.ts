import type { Sign } from '../model/report.ts';
import { ink, paper, type Colour } from './look.ts';
import type { Shape } from './strips.ts';

/** Width and height of a sign. */
export const signSize = 10;

const red: Colour = [160, 28, 28];
const amber: Colour = [143, 82, 0];
const green: Colour = [0, 98, 54];
const blue: Colour = [22, 66, 130];

type Points = readonly (readonly [number, number])[];

/**
 * The shape of a sign, from its top left. Each has an outline of its own, so that no colour is needed to tell them
 * apart; its word stands beside it. The lights are those of the screen.
 */
export function signShapes(sign: Sign, x: number, y: number): readonly Shape[] {
  const path = (points: Points, look: Pick<Shape, 'fill' | 'stroke' | 'weight'>): Shape => ({
    is: 'path',
    x,
    y,
    width: signSize,
    height: signSize,
    points,
    ...look,
  });
  const dot = (look: Pick<Shape, 'fill' | 'stroke' | 'weight'>): Shape => ({
    is: 'dot',
    x: x + 5,
    y: y + 5,
    width: 9.4,
    height: 9.4,
    ...look,
  });
  const stroke = (points: Points, colour: Colour = paper): Shape => path(points, { stroke: colour, weight: 1.3 });
  switch (sign) {
    case 'active':
      return [path(square, { fill: ink, stroke: ink, weight: 0.8 })];
    case 'reducing':
      return [path(square, { fill: paper, stroke: ink, weight: 1 }), path(lowerHalf, { fill: ink })];
    case 'past':
      return [
        path(square, { fill: paper, stroke: ink, weight: 1 }),
        stroke(
          [
            [0.7, 9.3],
            [9.3, 0.7],
          ],
          ink,
        ),
      ];
    case 'absent':
      return [
        stroke(
          [
            [1, 5],
            [9, 5],
          ],
          ink,
        ),
      ];
    case 'evidenced':
      return [dot({ fill: blue, stroke: blue, weight: 0.8 }), stroke(tick)];
    case 'claimed':
      return [dot({ fill: paper, stroke: blue, weight: 1.1 })];
    case 'not-known':
      return [
        path(diamond, { fill: paper, stroke: ink, weight: 0.9 }),
        stroke(
          [
            [5, 3],
            [5, 5.6],
          ],
          ink,
        ),
        stroke(
          [
            [5, 6.6],
            [5, 7.3],
          ],
          ink,
        ),
      ];
    case 'not-started':
      return [dot({ fill: paper, stroke: ink, weight: 0.9 })];
    case 'red':
      return [
        path(octagon, { fill: red }),
        stroke([
          [3, 3],
          [7, 7],
        ]),
        stroke([
          [7, 3],
          [3, 7],
        ]),
      ];
    case 'amber':
      return [
        path(triangle, { fill: amber }),
        stroke([
          [5, 3.8],
          [5, 6.6],
        ]),
        stroke([
          [5, 7.7],
          [5, 8.4],
        ]),
      ];
    case 'green':
      return [dot({ fill: green, stroke: green, weight: 0.5 }), stroke(tick)];
  }
}

const square: Points = [
  [0.6, 0.6],
  [9.4, 0.6],
  [9.4, 9.4],
  [0.6, 9.4],
  [0.6, 0.6],
];
const lowerHalf: Points = [
  [0.6, 5],
  [9.4, 5],
  [9.4, 9.4],
  [0.6, 9.4],
  [0.6, 5],
];
const diamond: Points = [
  [5, 0],
  [10, 5],
  [5, 10],
  [0, 5],
  [5, 0],
];
const octagon: Points = [
  [3, 0],
  [7, 0],
  [10, 3],
  [10, 7],
  [7, 10],
  [3, 10],
  [0, 7],
  [0, 3],
  [3, 0],
];
const triangle: Points = [
  [5, 0.2],
  [10, 9.6],
  [0, 9.6],
  [5, 0.2],
];
const tick: Points = [
  [2.6, 5.2],
  [4.3, 6.9],
  [7.4, 3.2],
];
