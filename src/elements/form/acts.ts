import type { CSSResult } from 'lit';
import type { Change, Place } from '../../model/assessment.ts';
import type { AnySession } from '../../session/any-session.ts';
import type { Acts, FieldForm } from '../fields/context.ts';

/** What only the form itself can do. */
interface Means extends Pick<Acts, 'tell' | 'showAnew'> {
  readonly session: () => AnySession | null;
}

/** What the buttons of the fields of `form` act on. */
export function actsOf(form: FieldForm, { session, tell, showAnew }: Means): Acts {
  const worn = new Set<CSSResult>();
  return {
    form,
    get session() {
      return session();
    },
    removed: null,
    tell,
    showAnew,
    change: (of) => {
      if (!session()?.change(of).ok) return false;
      placesOf(of).forEach(tell);
      return true;
    },
    wear: (styles) => {
      const { renderRoot: root } = form;
      if (worn.has(styles) || !styles.styleSheet || !(root instanceof ShadowRoot)) return;
      worn.add(styles);
      root.adoptedStyleSheets.push(styles.styleSheet);
    },
  };
}

/** The question a row was taken out of, while nothing else was done: only then it is what would be undone. */
export const removedFrom = ({ removed, session }: Acts): string | null =>
  removed && removed.from === session?.assessment ? removed.key : null;

/** The places whose answers a change changes; of people there are none. */
function placesOf(change: Change): readonly Place[] {
  if (change.do === 'together') return change.changes.flatMap(placesOf);
  return 'at' in change ? [change.at] : [];
}
