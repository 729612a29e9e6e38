/** Elements that stand in lines of their own: blanks beside their tags are never seen. */
const blocks =
  /^<\/?(article|aside|blockquote|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|optgroup|option|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/;

/** Where blanks are not seen: after the tag that begins what stands here, and before the one that ends it. */
const begins = new RegExp(`${blocks.source}|^<button\\b`);
const ends = new RegExp(`${blocks.source}|^</button\\b`);

/** Elements whose blanks are part of what they say. */
const kept = /^<(pre|textarea|style|script)\b/;

/** A tag, a comment, or what stands between them. */
const pieces = /<!--[^]*?-->|<[/a-z\ue000](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gi;

/** Stands for an expression. */
const hole = '\ue000';

/**
 * The texts of a template without the blanks that only lay out its source. Each is a node to be made at every question,
 * and a third of all nodes of a form. Between words and elements within a line one blank stays.
 */
export function tight(texts: readonly string[]): readonly string[] {
  const found = texts.join(hole).match(pieces) ?? [];
  let within = '';
  const said = found.map((piece, at) => {
    if (within !== '') {
      if (piece.startsWith(`</${within}`)) within = '';
      return piece;
    }
    if (piece.startsWith('<!--')) return piece;
    if (piece.length > 1 && piece.startsWith('<')) {
      within = kept.exec(piece)?.[1] ?? '';
      return tightTag(piece);
    }
    // Not \s: a blank that holds words together is one of them.
    let text = piece.replaceAll(/[ \t]*\n[ \t\n]*/g, ' ');
    if (begins.test(found[at - 1] ?? '')) text = text.replace(/^ +/, '');
    if (ends.test(found[at + 1] ?? '')) text = text.replace(/ +$/, '');
    return text;
  });
  return said.join('').split(hole);
}

/** A tag on one line; what stands in quotes is left as it is. */
const tightTag = (tag: string): string =>
  tag.replaceAll(
    /("[^"]*"|'[^']*')|[ \t]*\n[ \t\n]*(>?)/g,
    (_all, quoted?: string, end?: string) => quoted ?? (end === '>' ? end : ' '),
  );
