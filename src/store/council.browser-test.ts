import { expect } from '@open-wc/testing';
import { councilSuite } from './council.suite.ts';

councilSuite({
  describe,
  it,
  equal: (actual, expected) => {
    expect(actual).to.deep.equal(expected);
  },
});
