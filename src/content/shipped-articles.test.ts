import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plainText, type RichText } from '../model/rich-text.ts';
import { compileFolder } from './vite-plugin-folder.ts';

const compiled = compileFolder(fileURLToPath(new URL('../../guidance', import.meta.url)), 'sparf');
if (!compiled.ok) throw new Error('the pack has faults');
const { articles, packs } = compiled.value;
const all = Object.values(articles);
/** The one without sources: it tells of this tool alone. */
const withFacts = all.filter(({ id }) => id !== 'how-a-class-is-suggested');

/** How an article names each source; an article that names one must list it, and the other way round. */
const names: Readonly<Record<string, RegExp>> = {
  'biehal-2015': /Biehal/,
  'ca-1989': /Children Act 1989|[Ss]ection (?:20|22|34|38)/,
  'case-reviews': /[Cc]ase reviews/,
  'cpag-handbook': /Child Poverty Action Group/,
  'cpr-2010': /[Rr]egulations? \d/,
  'cwsa-2026': /Wellbeing and Schools Act/,
  'eastriding-proc': /East Riding/,
  'eusarf-2016': /conference abstract by Farmer and others, 2016/,
  'farmer-2014': /Farmer,? \(?2014/,
  'farmer-cypn-2014': /Children & Young People Now/,
  'farmer-review-2015': /Farmer’s review, 2015|Farmer's review, 2015/,
  frg: /Family Rights Group/,
  'goldacre-2022': /Goldacre/,
  'harnett-2007': /Harnett/,
  'hindley-2006': /Hindley/,
  'holmes-2024': /Holmes/,
  'home-again-2024': /Home again/,
  'leeds-form': /[Ff]orm that Leeds uses|Leeds' form/,
  'leeds-omg': /one minute guide/,
  'leeds-proc': /Leeds' procedures of 2016|Leeds procedures, 2016/,
  'leeds-pwp': /Leeds procedures on placements|Leeds' placement page/,
  'lgl-reg19': /Local Government Lawyer/,
  'nspcc-2012': /NSPCC, 2012/,
  'nspcc-bristol-2015': /NSPCC and Bristol, 2015/,
  'nspcc-eval-2016': /NSPCC and Bristol evaluation, 2016/,
  'nspcc-scaleup-2018': /NSPCC scale-up study, 2018/,
  'platt-2016': /Platt/,
  'qld-kit': /Queensland/,
  're-jw-2023': /Court of Appeal/,
  'rip-capacity': /Research in Practice/,
  'scie-42': /Social Care Institute for Excellence/,
  'southwark-proc': /Southwark/,
  'taking-care-2015': /(?:Taking Care e|\(e)valuation(?: report)?, 2015/,
  'taking-care-2016': /Taking Care, 2016/,
  'tees-proc': /Tees/,
  'wade-2010': /Wade/,
  'ward-2012': /Ward and others[,(\s]+2012/,
  'ward-2014': /Ward and others[,(\s]+2014/,
  'white-2014': /White and others/,
  'wilts-proc': /Wiltshire/,
  'wt-2023': /Working Together, 2023/,
};

const said = (text: RichText): string =>
  text
    .map((block) => {
      switch (block.kind) {
        case 'list':
          return block.items.map(plainText).join('\n');
        case 'call-out':
          return said(block.of);
        default:
          return plainText(block.of);
      }
    })
    .join('\n');

describe('G15 the articles of the SPARF pack', () => {
  test('are twelve, and one on how a class is suggested', () => {
    expect(withFacts).toHaveLength(12);
    expect(all).toHaveLength(13);
  });

  test.each(withFacts)('$id has 400 to 900 words', ({ text }) => {
    const words = said(text).match(/\S+/g) ?? [];

    expect(words.length).toBeGreaterThanOrEqual(400);
    expect(words.length).toBeLessThanOrEqual(900);
  });

  test.each(withFacts)('$id names the sources it lists and lists those it names', ({ text, sources }) => {
    const words = said(text);

    const named = Object.keys(names).filter((id) => names[id]?.test(words));
    expect(named.sort()).toEqual([...sources].sort());
  });

  test.each(withFacts)('$id says where a source was read second-hand', ({ text, sources }) => {
    const secondHand = packs.en?.sources.filter(({ id, read }) => read === 'second-hand' && sources.includes(id));

    expect((said(text).match(/second-hand/g) ?? []).length).toBeGreaterThanOrEqual(secondHand?.length ?? 0);
  });

  test.each(withFacts)('$id belongs to a stage and questions, and marks practice judgement', (article) => {
    expect(article.stages.length).toBeGreaterThan(0);
    expect(article.questions.length).toBeGreaterThan(0);
    const headings = article.text.flatMap((block) => (block.kind === 'heading' ? [plainText(block.of)] : []));
    expect(headings.filter((heading) => heading.startsWith('Practice judgement: ')).length).toBeGreaterThan(0);
    expect(headings.filter((heading) => !heading.startsWith('Practice judgement: ')).length).toBeGreaterThan(0);
  });
});
