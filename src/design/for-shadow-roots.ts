import postcss, { type AtRule, type Container, type Declaration, type PluginCreator, type Rule } from 'postcss';

const sides: Readonly<Record<string, string>> = { left: 'inline-start', right: 'inline-end' };
const corners: Readonly<Record<string, string>> = {
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
};

/** `left` becomes the side where a line of text starts, so that a right-to-left page needs no second sheet. */
function logicalSides(declaration: Declaration): void {
  const { prop, value } = declaration;
  const [, edge, side, rest] = /^(?:(margin|padding|border)-)?(left|right)(-\w+)?$/.exec(prop) ?? [];
  if (side) declaration.prop = `${edge ?? 'inset'}-${sides[side] ?? ''}${rest ?? ''}`;
  declaration.prop = corners[prop] ?? declaration.prop;

  if (prop === 'text-align' || prop === 'justify-content') {
    declaration.value = value.replace('left', 'start').replace('right', 'end');
  }
  // Chrome understands logical floats from 118 and we serve 111, so the physical one stays in front.
  if (prop === 'float' && sides[value]) declaration.cloneAfter({ value: sides[value] });

  const [top, right, bottom, left] = postcss.list.space(value);
  if ((prop === 'margin' || prop === 'padding') && top && right && bottom && left && left !== right) {
    declaration.cloneBefore({ prop: `${prop}-block`, value: `${top} ${bottom}` });
    declaration.cloneBefore({ prop: `${prop}-inline`, value: `${left} ${right}` });
    declaration.remove();
  }
}

/** Widths are those of the place the element stands in, not of the window; rules for Internet Explorer go. */
function containerWidths(rule: AtRule): void {
  if (/screen(\\0|\uFFFD)|^screen and \(-ms-high-contrast/.test(rule.params)) {
    rule.remove();
    return;
  }
  rule.params = rule.params.replace(/, ?\(-ms-high-contrast: active\)/, '');
  if (/^\((min|max)-width: ?[\d.]+(em|px)\)$/.test(rule.params)) rule.name = 'container';
}

function withinReach(rule: Rule): void {
  // Every use of such a property carries its default, and a page can set them above us only if nobody sets them here.
  if (rule.selector === ':root') {
    rule.remove();
    return;
  }
  if (/(^|[\s,])(:root|html|body)\b/.test(rule.selector)) {
    throw rule.error(`${rule.selector} matches nothing inside a shadow root`);
  }
}

/** `* + *` asks every element for the one before it: where one question comes in, all of its section is styled anew. */
function withoutNeighboursOfAll(rule: Rule): void {
  rule.selector = rule.selector.replace(/> ?\* ?\+ ?\*/g, '>:where(:not(:first-child))');
}

function inPrint(declaration: Declaration): boolean {
  const above = declaration.parent?.parent;
  return above?.type === 'atrule' && 'params' in above && above.params === 'print';
}

function removeEmpty(container: Container): void {
  container.each((node) => {
    if (node.type !== 'rule' && node.type !== 'atrule') return;
    removeEmpty(node);
    if (node.nodes?.length === 0) node.remove();
  });
}

/** Makes a sheet written for whole pages hold inside a shadow root, whatever the page around it does. */
export const forShadowRoots: PluginCreator<never> = () => ({
  postcssPlugin: 'homeward-for-shadow-roots',
  OnceExit(root) {
    root.walkRules(withinReach);
    root.walkRules(withoutNeighboursOfAll);

    root.walkAtRules('media', containerWidths);
    root.walkDecls((declaration) => {
      // A council's font is its font on paper too. Safari reads clip-path unprefixed from 16.4.
      if ((declaration.prop === 'font-family' && inPrint(declaration)) || declaration.prop === '-webkit-clip-path') {
        declaration.remove();
        return;
      }
      // The page owns `rem`; this one follows the reader's own font size instead (see frame.ts).
      declaration.value = declaration.value.replace(/(-?[\d.]+)rem\b/g, 'calc($1*var(--homeward-rem))');
      logicalSides(declaration);
    });
    removeEmpty(root);
  },
});
forShadowRoots.postcss = true;
