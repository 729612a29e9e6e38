// English in strange letters: a language for tests, in which whatever was never made translatable stands out.

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const strange = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const letters = new Map([...plain].map((letter, index) => [letter, [...strange][index]]));

/** `words` with every letter changed. */
export const pseudo = (words) => [...words].map((letter) => letters.get(letter) ?? letter).join('');

/** The XLIFF of another language with pseudo words for every unit, in brackets that show where a message ends. */
export function pseudoXliff(xliff) {
  return xliff
    .replace(/target-language="[^"]*"/, 'target-language="pseudo"')
    .replace(/\s*<target[^>]*>[\s\S]*?<\/target>/g, '')
    .replace(/<source>([\s\S]*?)<\/source>/g, (whole, source) => {
      // Neither tags, which stand for what is put in, nor entities are words.
      const words = source.replace(/(<[^>]*>|&[a-z]+;)|([^<&]+)/g, (_, kept, text) => kept ?? pseudo(text));
      return `${whole}<target>[[${words}]]</target>`;
    });
}
