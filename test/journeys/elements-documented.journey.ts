import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeProperties } from '../../scripts/theme-properties.mjs';

interface Described {
  readonly name: string;
  readonly description?: string;
}
interface Declaration extends Described {
  readonly tagName: string;
  readonly attributes?: readonly Described[];
  readonly members?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

const { modules } = JSON.parse(readFileSync('dist/elements/custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const elements = modules.flatMap(({ declarations }) => declarations);

test('every tag that is built is described', () => {
  const built = readdirSync('dist/elements/define').map((file) => file.slice(0, -3));
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(built.sort());
});

test.each(elements.map((element) => [element.tagName, element] as const))(
  'whatever a page can use of %s has words of its own',
  (_, { description, attributes, members, events, slots, cssParts, cssProperties }) => {
    expect(description).toMatch(/\S{3}/);
    const all = [attributes, members, events, slots, cssParts, cssProperties].flatMap((each) => each ?? []);
    expect(all.filter((each) => !/\S{3}/.test(each.description ?? '')).map(({ name }) => name)).toEqual([]);
    expect(cssParts?.map(({ name }) => name)).toContain('page');
  },
);

test('every property of the look that elements read is listed for pages to set', () => {
  const tokens = readFileSync('src/design/tokens.ts', 'utf8');
  const read = Array.from(
    tokens.matchAll(/var\((--(?:homeward|govuk)-[\w-]+), (#\w+|arial[^)]*)\)/g),
    ([, name, value]) => [name, value],
  );
  expect(themeProperties.map(({ name, default: value }) => [name, value])).toEqual(read);
});
