import { LOCALE_STATUS_EVENT, msg } from '@lit/localize';
import { expect } from '@open-wc/testing';
import { languageAround } from './first-language.ts';
import { begin, contentLanguage, languageTag, speak, spoken } from './locale.ts';

const help = (): string => msg('Help', { id: 'help' });

describe('the language of a page', () => {
  afterEach(() => speak('en'));

  it('is that of the nearest ancestor, also around a shadow root', () => {
    const around = document.createElement('div');
    around.lang = 'cy';
    const host = document.createElement('div');
    const inside = document.createElement('span');
    host.attachShadow({ mode: 'open' }).append(inside);
    around.append(host);
    expect(languageAround(inside)).to.equal('cy');
    host.lang = 'en';
    expect(languageAround(inside)).to.equal('en');
    around.removeAttribute('lang');
    host.removeAttribute('lang');
    expect(languageAround(inside)).to.equal(null);
  });

  it('changes every message, and says itself in a tag that browsers know', async () => {
    expect([spoken(), help()]).to.deep.equal(['en', 'Help']);
    expect(await speak('pseudo')).to.equal(true);
    expect(help()).to.equal('[[Ĥéļþ]]');
    expect([languageTag(), contentLanguage()]).to.deep.equal(['en-XA', 'en']);
    expect(await speak('cy')).to.equal(true);
    expect([languageTag(), contentLanguage(), msg('Day', { id: 'day' })]).to.deep.equal(['cy', 'cy', 'Diwrnod']);
  });

  it('is the one asked for last, whichever comes first', async () => {
    await Promise.all([speak('pseudo'), speak('cy'), speak('en')]);
    expect(spoken()).to.equal('en');
  });

  it('follows another copy of the toolkit on the page', async () => {
    await begin(document.body);
    window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, { detail: { status: 'ready', readyLocale: 'cy' } }));
    for (let tries = 50; spoken() !== 'cy' && tries > 0; tries -= 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(spoken()).to.equal('cy');
  });

  it('does not follow somebody else’s app into a language we do not speak', async () => {
    await begin(document.body);
    window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, { detail: { status: 'ready', readyLocale: 'fr' } }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(spoken()).to.equal('en');
  });
});
