/**
 * What must not be in a built file, and where the packages we ship say it all the same.
 *
 * The page's policy stops most of these at run time as well; this is so that none gets as far.
 */
export const rules = [
  {
    what: 'text run as a program',
    pattern: /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bimportScripts\b|\bset(?:Timeout|Interval)\s*\(\s*["'`]/g,
    known: [
      /\[`fetch`,(?:`\w+`,)+`\w+`\]/, // what our worker takes away from itself before it reads a file
    ],
  },
  {
    what: 'text made into elements',
    pattern:
      /\bunsafe(?:HTML|SVG|MathML|Static)\b|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bsetHTML(?:Unsafe)?\b|\bcreateContextualFragment\b|\bdocument\.write\b|\bsrcdoc\b/g,
    known: [
      /createElement\(`template`\);return \w+\.innerHTML=\w+,\w+/, // Lit: the fixed strings of a template, through its own policy
      /\w\.innerHTML&&\w\.dompurify&&\(\w\.innerHTML=\w\.dompurify\.sanitize\(\w\.innerHTML\)\)|\{innerHTML:\w,dompurify:\w\}/, // jsPDF's html(), which nothing calls and whose sanitiser is left out
      /appendChild\(\w+\)\}\),\w+\.outerHTML\}/, // signature_pad writes a picture out as text
    ],
  },
  { what: 'a link that runs text', pattern: /javascript:/gi, known: [] },
  {
    what: 'a way out of the page',
    pattern:
      /\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bWebTransport\b|(?<![.\w$])fetch\s*\(|\b(?:window|globalThis|self|top|parent)\.(?:fetch|open)\s*\(/g,
    known: [
      /\[`fetch`,(?:`\w+`,)+`\w+`\]/, // what our worker takes away from itself before it reads a file
      /=new XMLHttpRequest[;,]/, // jsPDF loads and saves by address where it is asked to, which nothing does; the policy forbids it too
      /\.match\(\w+\)\?\?fetch\(\w+\)\}/, // the service worker asks for a file of ours that it does not have
      /await fetch\(\w+,\{credentials:`same-origin`,redirect:`error`\}\)/, // a council’s overlay, from its own site alone
      /\}fetch\(\w+,\w+\)\{/, // minisearch names a method so
    ],
  },
  { what: 'a style attribute written by a program', pattern: /\bstyleMap\b/g, known: [] },
  {
    what: 'an address without encryption',
    pattern: /\bhttp:\/\//g,
    known: [
      /"url":"http:\/\//, // a published source that has no other address: shown, and fetched by nobody
      /http:\/\/(?:www\.w3\.org|ns\.adobe\.com|purl\.org|purl\.oclc\.org|www\.aiim\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com|jspdf\.default)/, // names of XML vocabularies
      /http:\/\/(?:hl7\.org\/fhir|terminology\.hl7\.org)\//, // names in FHIR, fetched by nobody
      /===`www\.`\?`http:\/\/`/, // marked reads www.… as an address of the open web
      /\[href\^="http:\/\/"\]/, // GOV.UK Frontend's rule for printing addresses
    ],
  },
];

/** How much before and after a hit is shown, and is looked at for what is known. */
const around = 160;

/** What `text` holds against the rules: `{ what, excerpt }`, empty where all is well. */
export function faultsIn(text) {
  return rules.flatMap(({ what, pattern, known }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: hit }) => {
      const start = Math.max(0, index - around);
      const excerpt = text.slice(start, index + hit.length + around);
      const isKnown = known.some((each) =>
        [...excerpt.matchAll(new RegExp(each, 'g'))].some(
          (found) => found.index <= index - start && found.index + found[0].length >= index - start + hit.length,
        ),
      );
      return isKnown ? [] : [{ what, excerpt: text.slice(Math.max(0, index - 40), index + hit.length + 40) }];
    }),
  );
}
