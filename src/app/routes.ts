/** Where in the app somebody is. Only routes that are built are here; nothing else is linked. */
export type Route =
  | { readonly page: 'start' | 'assessments' | 'new' | 'settings' | 'help' | 'training' | 'not-found' }
  | { readonly page: 'open' | 'review' | 'copies' | 'verify' | 'recovery-key' | 'overlay' }
  | { readonly page: 'case'; readonly case: string }
  | { readonly page: 'tasks'; readonly id: string }
  | { readonly page: 'section'; readonly id: string; readonly section: string }
  /** `stage` is empty for the picture of all of them. */
  | { readonly page: 'framework'; readonly stage: string }
  /** `topic` is an article, a question, a factor or a word of the glossary; empty for the list of articles. */
  | { readonly page: 'guidance'; readonly topic: string }
  | { readonly page: 'search'; readonly words: string }
  | { readonly page: 'round'; readonly id: string; readonly round: number; readonly person: string }
  | { readonly page: 'output'; readonly id: string; readonly kind: string }
  | { readonly page: 'check' | 'sign'; readonly id: string; readonly stage: string };

/** Words in a route that can therefore be no id. */
const reserved = new Set(['new', 'edit', 'check', 'sign', 'round', 'output', 'history']);
const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z0-9_-]+$/.test(text) && !reserved.has(text);

/** The route an address names; `not-found` where it names none. */
export function parseRoute(hash: string): Route {
  const [first, second, third, fourth, fifth, ...more] = hash.replace(/^#\/?/, '').split('/');
  const nowhere: Route = { page: 'not-found' };
  if (more.length > 0) return nowhere;
  if (first === '') return { page: 'start' };
  if (first === 'settings' || first === 'help') return second === undefined ? { page: first } : nowhere;
  if (
    first === 'open' ||
    first === 'review' ||
    first === 'copies' ||
    first === 'verify' ||
    first === 'recovery-key' ||
    first === 'overlay'
  )
    return second === undefined ? { page: first } : nowhere;
  if (first === 'training') return trainingRoute(second, third);
  if (first === 'framework' || first === 'guidance' || first === 'search')
    return third === undefined ? learningRoute(first, second ?? '') : nowhere;
  if (first !== 'assessments') return nowhere;
  if (second === undefined) return { page: 'assessments' };
  if (second === 'new') return third === undefined ? { page: 'new' } : nowhere;
  if (!isId(second)) return nowhere;
  if (third === undefined) return { page: 'tasks', id: second };
  if (third === 'round') return roundRoute(second, fourth, fifth);
  if (fifth !== undefined) return nowhere;
  if (third === 'check' || third === 'sign') return isId(fourth) ? { page: third, id: second, stage: fourth } : nowhere;
  if (third === 'output') return isId(fourth) ? { page: third, id: second, kind: fourth } : nowhere;
  return isId(third) && fourth === undefined ? { page: 'section', id: second, section: third } : nowhere;
}

function trainingRoute(name: string | undefined, more: string | undefined): Route {
  if (name === undefined) return { page: 'training' };
  return isId(name) && more === undefined ? { page: 'case', case: name } : { page: 'not-found' };
}

function roundRoute(id: string, round: string | undefined, person: string | undefined): Route {
  return isId(person) && round !== undefined && /^[1-9]\d?$/.test(round)
    ? { page: 'round', id, round: Number(round), person }
    : { page: 'not-found' };
}

function learningRoute(page: 'framework' | 'guidance' | 'search', what: string): Route {
  if (page === 'search') return { page, words: readable(what) };
  if (what !== '' && !isId(what)) return { page: 'not-found' };
  return page === 'framework' ? { page, stage: what } : { page, topic: what };
}

/** Words of an address as they were typed; an address somebody broke is read as it stands. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
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
    case 'open':
    case 'review':
    case 'copies':
    case 'verify':
    case 'recovery-key':
    case 'overlay':
      return `#/${route.page}`;
    case 'case':
      return `#/training/${route.case}`;
    case 'framework':
      return route.stage === '' ? '#/framework' : `#/framework/${route.stage}`;
    case 'guidance':
      return route.topic === '' ? '#/guidance' : `#/guidance/${route.topic}`;
    case 'search':
      return `#/search/${encodeURIComponent(route.words)}`;
    case 'round':
      return `#/assessments/${route.id}/round/${route.round}/${route.person}`;
    case 'output':
      return `#/assessments/${route.id}/output/${route.kind}`;
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
