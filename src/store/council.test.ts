import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { councilSuite } from './council.suite.ts';

councilSuite({
  describe,
  it: test,
  equal: (actual, expected) => {
    expect(actual).toEqual(expected);
  },
});
