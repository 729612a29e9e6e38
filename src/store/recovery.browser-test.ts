import { expect } from '@open-wc/testing';
import { recoverySuite } from './recovery.suite.ts';

recoverySuite({
  describe,
  it,
  equal: (actual, expected) => {
    expect(actual).to.deep.equal(expected);
  },
});
