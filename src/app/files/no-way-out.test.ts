import { expect, test } from 'vitest';
import { closeWaysOut } from './no-way-out.ts';

test('a worker that reads files has no way out, however its scope holds one', () => {
  class Base {
    get indexedDB(): object {
      return {};
    }
  }
  class Scope extends Base {
    fetch(): string {
      return 'sent';
    }
  }
  const scope: object = Object.assign(new Scope(), { WebSocket: 'open', postMessage: 'stays' });
  closeWaysOut(scope);
  for (const way of ['fetch', 'WebSocket', 'XMLHttpRequest', 'importScripts', 'indexedDB', 'caches']) {
    expect(Reflect.get(scope, way)).toBeUndefined();
    expect(Reflect.set(scope, way, 'again')).toBe(false);
  }
  expect(Object.getPrototypeOf(Scope.prototype)).not.toHaveProperty('indexedDB');
  expect(Reflect.get(scope, 'postMessage')).toBe('stays');
});
