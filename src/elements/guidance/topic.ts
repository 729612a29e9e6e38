import type { Article } from '../../content/articles.ts';
import { loadArticle } from '../../content/load-article.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Factor, GlossaryEntry, Locale, Pack, Question, Stage } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { packIn } from '../shared/pack-in.ts';

/** What guidance can be shown about. */
export const topicKinds = ['article', 'question', 'stage', 'factor', 'term'] as const;
export type TopicKind = (typeof topicKinds)[number];

/** One thing with everything needed to show its guidance. */
export type Topic = { readonly pack: Pack } & (
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'factor'; readonly factor: Factor }
  | { readonly kind: 'term'; readonly entry: GlossaryEntry }
);

/** A question by its id, or by one it had before. */
export const questionCalled = ({ questions }: Pack, id: string): Question | undefined =>
  questions.find((each) => each.id === id) ?? questions.find(({ formerly }) => formerly?.includes(id));

/**
 * Fetches what there is about `id`; `local` puts on top what a council adds. Problems: `unknown-content`, and `not-loaded`
 * where it could not be fetched.
 */
export async function fetchTopic(
  kind: TopicKind,
  id: string,
  language: Locale,
  local: (pack: Pack) => Promise<Pack>,
): Promise<Outcome<Topic>> {
  const plain = await packIn(language);
  if (!plain.ok) return plain;
  const core = await local(plain.value);
  const question = kind === 'question' ? questionCalled(core, id) : undefined;
  const [pack, article] = await Promise.all([
    core.complete ? outcome(core, []) : packIn(language, question ? stagesOf(core, question) : [], true),
    kind === 'article' ? loadArticle(core, id) : null,
  ]);
  if (!pack.ok) return pack;
  if (article) return article.ok ? outcome({ kind: 'article', pack: pack.value, article: article.value }, []) : article;
  const found = topicIn(pack.value, kind, id);
  return found ? outcome(found, []) : problem('unknown-content', {}, `${kind} ${id}`);
}

function stagesOf(pack: Pack, { id }: Question): readonly string[] {
  const asked = packIndex(pack).askedIn.get(id) ?? [];
  return [...new Set(asked.map(({ section }) => section.stage))];
}

function topicIn(pack: Pack, kind: TopicKind, id: string): Topic | null {
  switch (kind) {
    case 'article':
      return null;
    case 'question': {
      const question = questionCalled(pack, id);
      return question ? { kind, pack, question } : null;
    }
    case 'stage': {
      const stage = packIndex(pack).stages.get(id);
      return stage ? { kind, pack, stage } : null;
    }
    case 'factor': {
      const factor = packIndex(pack).factors.get(id);
      return factor ? { kind, pack, factor } : null;
    }
    case 'term': {
      const entry = pack.glossary.find((each) => each.id === id);
      return entry ? { kind, pack, entry } : null;
    }
  }
}
