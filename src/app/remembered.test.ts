import { afterEach, expect, test, vi } from 'vitest';
import { lastExport, noteExport } from './exports.ts';
import { remembered } from './remembered.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that blocks what it remembers is one that remembers nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
  expect(remembered().getItem('homeward-exports')).toBeNull();
  noteExport('draft-1', 1);
  expect(lastExport('draft-1')).toBeNull();
});
