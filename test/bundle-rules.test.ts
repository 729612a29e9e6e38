import { describe, expect, test } from 'vitest';
import { faultsIn } from '../scripts/bundle-rules.mjs';

describe('built files are looked through for what must not run', () => {
  test.each([
    ['eval("1")', 'text run as a program'],
    ['const f=new Function("return 1")', 'text run as a program'],
    ['el.innerHTML=answer', 'text made into elements'],
    ['html`${unsafeHTML(text)}`', 'text made into elements'],
    ['range.createContextualFragment(text)', 'text made into elements'],
    ['a.href="javascript:"+text', 'a link that runs text'],
    ['fetch("https://example.org")', 'a way out of the page'],
    ['navigator.sendBeacon(there,text)', 'a way out of the page'],
    ['new RTCPeerConnection', 'a way out of the page'],
    ['window.fetch(there)', 'a way out of the page'],
    ['globalThis.fetch(there)', 'a way out of the page'],
    ['self.fetch(there)', 'a way out of the page'],
    ['window.open(there)', 'a way out of the page'],
    ['new WebTransport(there)', 'a way out of the page'],
    ['setTimeout("alert(1)",9)', 'text run as a program'],
    ['el.setHTML(text)', 'text made into elements'],
    ['styleMap({color})', 'a style attribute written by a program'],
    ['img.src="http://example.org/"', 'an address without encryption'],
  ])('%s is found', (text, what) => {
    expect(faultsIn(`let before=1;${text};let after=2`).map((fault) => fault.what)).toEqual([what]);
  });

  test('what is known in one place does not excuse the same beside it', () => {
    const known = 'createElement(`template`);return n.innerHTML=e,n}}';
    expect(faultsIn(known)).toEqual([]);
    expect(faultsIn(`${known};m.innerHTML=text`)).toHaveLength(1);
  });

  test('ordinary words are let through', () => {
    expect(faultsIn('isFunction(x);retrieval(y);this.fetch(z);prefetch(w);"evaluate (it)"')).toEqual([]);
  });
});
