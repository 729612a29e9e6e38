import type { World } from '../model/assessment.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Sixteen letters and digits, 80 bits of chance; works where `crypto.randomUUID` does not (plain http). */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % alphabet.length] ?? 'a').join(
    '',
  );
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** The clock of this device and chance; its day is the local one. */
export const deviceWorld: World = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  },
  newId,
};
