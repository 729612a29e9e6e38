// What the languages of the interface are made from, and how: the code's messages, the XLIFF file, the modules.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import * as prettier from 'prettier';
import { pseudoXliff } from './i18n-pseudo.mjs';

export const folder = fileURLToPath(new URL('../src/i18n', import.meta.url));

/** Files that are made, by their path in `src/i18n`. */
export const made = ['xliff/cy.xlf', 'generated/cy.ts', 'generated/pseudo.ts'];

/** Translations nobody has to look at again; every other state waits for somebody. */
const outOfDate = 'needs-translation';
const unchecked = 'needs-review-translation';

function localizer(root, targetLocales, xliffDir) {
  const config = readConfigFileAndWriteSchema(join(folder, 'lit-localize.json'));
  return new RuntimeLitLocalizer({
    ...config,
    targetLocales,
    output: { ...config.output, outputDir: join(root, 'generated') },
    interchange: { ...config.interchange, xliffDir },
  });
}

/** Units of an XLIFF file by id: the English, and the translation with its state. */
export function unitsOf(xliff) {
  const units = new Map();
  for (const [, id, inside] of xliff.matchAll(/<trans-unit id="([^"]*)">([\s\S]*?)<\/trans-unit>/g)) {
    const [, attributes, target] = /<target([^>]*)>([\s\S]*?)<\/target>/.exec(inside) ?? [];
    const [, source = ''] = /<source>([\s\S]*?)<\/source>/.exec(inside) ?? [];
    units.set(id, { source, target, state: /state="([^"]*)"/.exec(attributes ?? '')?.[1] });
  }
  return units;
}

const holes = (words) => new Map(Array.from(words.matchAll(/<x id="(\d+)"[^>]*\/>/g), ([hole, id]) => [id, hole]));
const withoutCode = (words) => words.replace(/ equiv-text="[^"]*"/g, '');

/**
 * `xliff` with a state on every translation: out of date where the English words changed since `before`. What is put in
 * is named by code, which may change freely; a translation with another number of such places is no translation.
 */
function withStates(xliff, before) {
  return xliff.replace(/<trans-unit id="([^"]*)">([\s\S]*?)<\/trans-unit>/g, (whole, id, inside) => {
    const [, source = ''] = /<source>([\s\S]*?)<\/source>/.exec(inside) ?? [];
    const known = holes(source);
    const was = before.get(id);
    const changed = was?.target !== undefined && withoutCode(was.source) !== withoutCode(source);
    return whole.replace(/\s*<target([^>]*)>([\s\S]*?)<\/target>/, (_, attributes, words) => {
      if ([...holes(words).keys()].sort().join() !== [...known.keys()].sort().join()) return '';
      const filled = words.replace(/<x id="(\d+)"[^>]*\/>/g, (hole, number) => known.get(number) ?? hole);
      const state = changed
        ? ` state="${outOfDate}"`
        : attributes.includes('state=')
          ? attributes
          : ` state="${unchecked}"`;
      return `\n  <target${state}>${filled}</target>`;
    });
  });
}

/** Messages of the code, or what is wrong with them: two texts under one id, or no id. */
function messagesOf(from) {
  const { messages, errors } = from.extractSourceMessages();
  const faults = errors.map(({ file, messageText }) => `${file?.fileName ?? ''}: ${String(messageText)}`);
  const nameless = messages.filter(({ name }) => /^[hs][0-9a-f]{16}$/.test(name));
  return [
    ...faults,
    ...nameless.map(({ file, contents }) => `${file.fileName}: a message without an id, "${contents.join('')}"`),
  ];
}

/**
 * Makes the XLIFF file and the modules below `root` from the code and the translations in the repository; gives what
 * is wrong, one line each.
 */
export async function makeLanguages(root) {
  const kept = join(folder, 'xliff', 'cy.xlf');
  const xliffDir = join(root, 'xliff');
  const before = readFileSync(kept, 'utf8');
  mkdirSync(xliffDir, { recursive: true });
  writeFileSync(join(xliffDir, 'cy.xlf'), before);

  const extracting = localizer(root, ['cy'], xliffDir);
  const faults = messagesOf(extracting);
  if (faults.length > 0) return faults;
  await extracting.writeInterchangeFiles();
  const xliff = withStates(readFileSync(join(xliffDir, 'cy.xlf'), 'utf8'), unitsOf(before));
  writeFileSync(join(xliffDir, 'cy.xlf'), xliff);

  const wrong = [];
  for (const [id, { target, state }] of unitsOf(xliff)) {
    if (target === undefined || target.trim() === '') wrong.push(`cy: ${id} has no Welsh yet`);
    else if (state === outOfDate) wrong.push(`cy: the English of ${id} has changed since it was translated`);
  }

  const strange = join(root, 'pseudo');
  mkdirSync(strange, { recursive: true });
  writeFileSync(join(strange, 'pseudo.xlf'), pseudoXliff(xliff));
  // The library names every missing unit itself; they are told once, above.
  const { warn } = console;
  console.warn = () => undefined;
  try {
    for (const [locale, from] of [
      ['cy', xliffDir],
      ['pseudo', strange],
    ]) {
      const building = localizer(root, [locale], from);
      // The code is read once: what it says is the same in every language.
      building.extractSourceMessages = () => extracting.extractSourceMessages();
      await building.build();
    }
  } finally {
    console.warn = warn;
  }
  await layOut(made.filter((file) => file.endsWith('.ts')).map((file) => join(root, file)));
  return wrong;
}

/** Lays modules out as all code here is, so that a change of one word is a change of one line. */
async function layOut(modules) {
  const style = await prettier.resolveConfig(join(folder, 'locale.ts'));
  for (const file of modules) {
    // They break no rule, so they need no leave to.
    const text = readFileSync(file, 'utf8').replace(/^.*eslint-disable.*\n/gm, '');
    writeFileSync(file, await prettier.format(text, { ...style, parser: 'typescript' }));
  }
}
