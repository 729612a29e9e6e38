/** Where in the app somebody is. Only routes that are built are here; nothing else is linked. */
export type Route =
  | { readonly page: 'start' | 'assessments' | 'new' | 'settings' | 'help' | 'training' | 'not-found' }
  | { readonly page: 'case'; readonly case: string }
  | { readonly page: 'tasks'; readonly id: string }
  | { readonly page: 'section'; readonly id: string; readonly section: string }
  | { readonly page: 'check' | 'sign'; readonly id: string; readonly stage: string };

/** Words in a route that can therefore be no id. */
const reserved = new Set(['new', 'edit', 'check', 'sign', 'round', 'output', 'history']);
const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z0-9_-]+$/.test(text) && !reserved.has(text);

/** The route an address names; `not-found` where it names none. */
export function parseRoute(hash: string): Route {
  const [first, second, third, fourth, ...more] = hash.replace(/^#\/?/, '').split('/');
  const nowhere: Route = { page: 'not-found' };
  if (more.length > 0) return nowhere;
  if (first === '') return { page: 'start' };
  if (first === 'settings' || first === 'help') return second === undefined ? { page: first } : nowhere;
  if (first === 'training') return trainingRoute(second, third);
  if (first !== 'assessments') return nowhere;
  if (second === undefined) return { page: 'assessments' };
  if (second === 'new') return third === undefined ? { page: 'new' } : nowhere;
  if (!isId(second)) return nowhere;
  if (third === undefined) return { page: 'tasks', id: second };
  if (third === 'check' || third === 'sign') return isId(fourth) ? { page: third, id: second, stage: fourth } : nowhere;
  return isId(third) && fourth === undefined ? { page: 'section', id: second, section: third } : nowhere;
}

function trainingRoute(name: string | undefined, more: string | undefined): Route {
  if (name === undefined) return { page: 'training' };
  return isId(name) && more === undefined ? { page: 'case', case: name } : { page: 'not-found' };
}

/** The address of a route. */
export function hashOf(route: Route): string {
  switch (route.page) {
    case 'start':
    case 'not-found':
      return '#/';
    case 'assessments':
    case 'settings':
    case 'help':
    case 'training':
      return `#/${route.page}`;
    case 'case':
      return `#/training/${route.case}`;
    case 'new':
      return '#/assessments/new';
    case 'tasks':
      return `#/assessments/${route.id}`;
    case 'section':
      return `#/assessments/${route.id}/${route.section}`;
    case 'check':
    case 'sign':
      return `#/assessments/${route.id}/${route.page}/${route.stage}`;
  }
}

/** The assessment a route is about, or null. */
export const assessmentOf = (route: Route): string | null => ('id' in route ? route.id : null);
