/** Text as FHIR takes it: signs it has no room for are shown as their code point, as in Word files. */
export const clean = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are what FHIR leaves out of a string
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Cs}/gu, (sign) => {
      const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `[U+${code}]`;
    })
    .trim();
