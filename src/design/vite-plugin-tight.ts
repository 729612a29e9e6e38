import { Visitor, type Plugin } from 'vite';
import { tight } from './tight-templates.ts';

/** Leaves out of every `html` template what only lays out its source; in what is built, so that line numbers hold elsewhere. */
export function tightTemplates(): Plugin {
  return {
    name: 'homeward-tight-templates',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/[^?]*\.ts$/, code: 'html`' },
      handler(code) {
        const changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];
        new Visitor({
          TaggedTemplateExpression({ tag, quasi: { quasis } }) {
            if (tag.type !== 'Identifier' || tag.name !== 'html') return;
            const texts = tight(quasis.map(({ value }) => value.raw));
            quasis.forEach(({ start, end }, at) => changes.push({ start, end, text: texts[at] ?? '' }));
          },
        }).visit(this.parse(code));
        // From the end, so that what comes before stays where it was; a template within another lies between two of its texts.
        changes.sort((one, other) => other.start - one.start);
        let said = code;
        for (const { start, end, text } of changes) said = said.slice(0, start) + text + said.slice(end);
        return { code: said, map: null };
      },
    },
  };
}
