import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { recoverySuite } from './recovery.suite.ts';

recoverySuite({
  describe,
  it: test,
  equal: (actual, expected) => {
    expect(actual).toEqual(expected);
  },
});
