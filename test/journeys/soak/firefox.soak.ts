import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { siteHeaders } from '../../../scripts/response-headers.mjs';
import { serve } from '../../../scripts/static-server.mjs';
import { open } from '../../../src/exchange/age-file.ts';
import { verifyPdf } from '../../../src/signing/verify.ts';
import { fillScript, hostPages, styles } from '../../hosts/pages.ts';
import { hostPolicy } from '../harness.ts';
import { FirefoxPerson } from './firefox.ts';
import { note } from './store/evidence.ts';

const phrase = 'tree lamp river nine hollow';
const tags = ['framework', 'guidance', 'form', 'question', 'assessment', 'factors', 'progress', 'verify'];

/** From the list of tasks of `draft`: signs the first stage, and saves the PDF. */
async function sign(person: FirefoxPerson, address: string, draft: string): Promise<Uint8Array> {
  await person.page.goto(`${address}${draft}/check/stage-1-assess`);
  await person.click('[role="button"]', 'Go on to sign');
  await person.found('h1', 'Sign and save the PDF');
  await person.type('input', 'Your name', 'Tansy Holloway');
  await person.type('input', 'Your organisation', 'Thistlebridge Council');
  await person.type('input', 'Your mark, typed', 'T. Holloway');
  const paper = await person.saved(() => person.click('button', 'Sign and save the PDF'));
  await person.found('h1', 'Signed and saved');
  return paper;
}

async function expectIntact(paper: Uint8Array): Promise<void> {
  const verified = await verifyPdf(paper);
  if (!verified.ok) throw new Error(verified.problems[0].code);
  expect(verified.value.intact).toBe(true);
  expect(verified.value.signatures.map(({ name }) => name)).toEqual(['Tansy Holloway (TRAINING)']);
}

test(
  'the one file from a disk opens a case, changes it, saves it in an age file and signs it, in Firefox',
  { timeout: 300_000 },
  async () => {
    const address = pathToFileURL(resolve('dist/homeward.html')).href;
    const person = await FirefoxPerson.begin(address);
    const { page } = person;
    await page.goto(`${address}#/training/quillfeather`);
    await person.click('button', 'Open it with the model answers');
    await person.found('h1', 'Assessment');
    await person.found('p', 'Nothing is kept when this page closes.');
    const draft = await page.evaluate(() => location.hash);

    await page.goto(`${address}${draft}/child-voice`);
    await person.type('homeward-form textarea, textarea', '', 'Llŷn – é ');

    await page.goto(`${address}${draft}/output/copy`);
    await person.type('input', 'Your name or team', 'Team Tarn');
    await person.type('input', 'Passphrase for this file', phrase);
    const copy = await person.saved(() => person.click('button', 'Save the file'));
    const opened = await open(copy, { passphrase: phrase });
    if (!opened.ok) throw new Error(opened.problems[0].code);
    expect(new TextDecoder().decode(opened.value)).toContain('Llŷn – é');

    await expectIntact(await sign(person, address, draft));
    expect(person.faults).toEqual([]);
    await person.end();
    note('one-file-firefox', {
      done: 'the one file from a disk, in Firefox: a case opened, changed, saved in an age file and signed',
      seen: 'the file opens with its passphrase and holds what was written; the signature holds',
    });
  },
);

test('the site is loaded, typed into, saved and signed in Firefox', { timeout: 300_000 }, async () => {
  const server = await serve({
    mounts: { '/': 'dist/site' },
    pages: new Map([['/favicon.ico', '']]),
    headersFor: siteHeaders,
  });
  const address = `http://127.0.0.1:${server.port}/`;
  const person = await FirefoxPerson.begin(address);
  const { page } = person;
  await page.goto(`${address}#/training/quillfeather`);
  await person.click('button', 'Open it with the model answers');
  await person.found('h1', 'Assessment');
  const draft = await page.evaluate(() => location.hash);
  await page.goto(`${address}${draft}/child-voice`);
  await person.type('textarea', '', 'Llŷn – é ');
  await person.found('[data-saving="saved"]');
  await page.reload();
  const box = await person.found('textarea');
  expect(await box.evaluate((each) => (each as HTMLTextAreaElement).value)).toContain('Llŷn – é');
  await expectIntact(await sign(person, address, draft));
  expect(person.faults).toEqual([]);
  await person.end();
  await server.close();
  note('site-firefox', {
    done: 'the site in Firefox: a case opened, typed into, loaded again and signed',
    seen: 'what was typed is there, and the signature holds',
  });
});

describe('every element in a page of somebody else’s, in Firefox', () => {
  // What is printed, forced colours and plain http cannot be imitated there: 127.0.0.1 is safe to every browser.
  const imitated = hostPages.filter(({ media, origin }) => !media && !origin);
  const walked: string[] = [];

  test.each(imitated.map((host) => [host.name, host] as const))('%s', { timeout: 120_000 }, async (_, host) => {
    const pages = new Map([
      ['/host.html', host.html],
      ['/fill.js', fillScript],
      ['/favicon.ico', ''],
      ...Object.entries(styles),
    ]);
    for (const file of ['homeward.esm.js', 'homeward.iife.js'])
      pages.set(`/${file}`, await readFile(`dist/${file}`, 'utf8'));
    pages.set('/older/homeward.esm.js', `/* 0.0.9 */ ${pages.get('/homeward.esm.js') ?? ''}`);
    const policy = host.policy?.(hostPolicy) ?? hostPolicy;
    const server = await serve({ mounts: {}, pages, headersFor: () => ({ 'Content-Security-Policy': policy }) });
    const address = `http://127.0.0.1:${server.port}/`;
    const person = await FirefoxPerson.begin(address);
    await person.page.goto(`${address}host.html`);
    await person.found('body[data-filled]');
    for (const tag of tags) {
      const element = await person.found(`homeward-${tag}`);
      await expect
        .poll(
          () =>
            element.evaluate((each) => {
              const said = (root: ParentNode & Node): string =>
                `${root.textContent ?? ''} ${Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => (shadowRoot ? said(shadowRoot) : '')).join(' ')}`;
              return each.shadowRoot ? said(each.shadowRoot) : '';
            }),
          { timeout: 10_000 },
        )
        .toMatch(/\w{5}.*\w{5}/s);
      const size = await element.evaluate((each) => {
        const page = each.shadowRoot?.querySelector('.hw-page');
        return page ? getComputedStyle(page).fontSize : '';
      });
      expect(`${tag} ${size}`).toBe(`${tag} 16px`);
    }
    await person.type('textarea', '', 'Llŷn – é');
    await person.found('body[data-answers]');
    expect(person.faults).toEqual([]);
    await person.end();
    await server.close();
    walked.push(host.name);
    note('hosts-firefox', {
      done: `${walked.length} of ${imitated.length} pages that imitate intranets, in Firefox, with ${tags.length} elements each: ${walked.join(', ')}`,
      seen: 'each element shown in its own look, and typed into',
    });
  });
});
