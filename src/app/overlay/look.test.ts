import { expect, test } from 'vitest';
import type { Overlay } from '../../content/overlay/schema.ts';
import { wear } from './look.ts';

test('an overlay without colours takes off those of the one before', () => {
  const worn = new Map<string, string>();
  const style = {
    setProperty: (name: string, value: string) => void worn.set(name, value),
    removeProperty: (name: string) => void worn.delete(name),
  };
  const element = { style } as unknown as HTMLElement; // as much of one as is asked for
  const overlay: Overlay = {
    format: 'homeward-overlay/1',
    id: 'thistle',
    version: 1,
    title: 'Thistlebridge',
    owner: 'Head of practice',
    reviewBy: '2030-09-01',
    pack: { id: 'sparf', version: 2 },
  };

  wear(element, { ...overlay, look: { brand: '#4b2a63', link: '#0b4f5c' } });
  expect(worn.size).toBe(2);
  wear(element, { ...overlay, look: { link: '#0b4f5c' } });
  expect([...worn]).toEqual([['--govuk-link-colour', '#0b4f5c']]);
  wear(element, overlay);
  expect(worn.size).toBe(0);
});
