import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileFolder } from '../content/vite-plugin-folder.ts';

const compiled = compileFolder(fileURLToPath(new URL('../../guidance', import.meta.url)), 'sparf');
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { packs, fallback } = compiled.value;
const english = fallback.cy ?? [];

test.each(['pack', 'purposes', 'roles', 'riskClasses', 'choiceLists', 'phrases', 'stages', 'sections/child-voice'])(
  'G4: no word under %s falls back to English in Welsh',
  (part) => {
    expect(english.filter((key) => key.startsWith(`${part}/`))).toEqual([]);
  },
);

test('G4: the section child-voice is Welsh throughout, guidance included', () => {
  const asks = packs.cy?.sections.find(({ id }) => id === 'child-voice')?.asks ?? [];
  expect(asks.length).toBeGreaterThan(4);
  const own = asks.flatMap(({ question }) => english.filter((key) => key.startsWith(`questions/${question}/`)));
  expect(own).toEqual([]);
});

test('G5: Welsh and English rest on the same structure, so that a draft goes on in either', () => {
  expect(packs.cy?.structureHash).toBe(packs.en?.structureHash);
  expect(packs.cy?.wordsHash).not.toBe(packs.en?.wordsHash);
});
