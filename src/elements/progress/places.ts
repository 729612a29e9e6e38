import { isPlainDate } from '../../model/dates.ts';
import type { Look } from '../../model/progress-goals.ts';

const dayOf = (given: Look['given']): number | null =>
  typeof given === 'string' && isPlainDate(given) ? Date.parse(given) : null;

/**
 * Where looks stand on a line of so much room, in pixels: by their days, and never nearer to each other than `least`.
 * Evenly where a day is not known or days run backwards, since no length of time can be told then.
 */
export function placesOf(days: readonly Look['given'][], room: number, least: number): readonly number[] {
  const even = days.map((_, index) => index * least);
  const times = days.map(dayOf);
  const known = times.filter((time) => time !== null);
  const [first = 0] = known;
  const span = (known.at(-1) ?? 0) - first;
  const isInOrder = known.every((time, index) => index === 0 || time >= (known[index - 1] ?? time));
  if (known.length < times.length || span <= 0 || !isInOrder) return even;
  const share = known.map((time) => (time - first) / span);
  const whole = share.map((each) => each * room);
  if (whole.every((place, index) => index === 0 || place - (whole[index - 1] ?? 0) >= least)) return whole;
  const spare = room - (days.length - 1) * least;
  return spare <= 0 ? even : share.map((each, index) => index * least + each * spare);
}
