// The values printed in an article's front matter, folded once: what a question about the article may name.
import type { Article } from '../knowledge/interview.ts';
import { fold } from '../search/fold.ts';
import type { ArticleKey } from './reply.ts';

export interface PrintedValue {
  readonly key: ArticleKey;
  readonly folded: string;
}

const ARTICLE_KEYS: readonly ArticleKey[] = [
  'title',
  'publication',
  'author',
  'dateline',
  'subtitle',
  'date',
  'series',
  'event',
  'url',
];

export function printedValues(article: Article): readonly PrintedValue[] {
  return ARTICLE_KEYS.flatMap((key) => {
    const value = article[key];
    return value === undefined ? [] : [{ key, folded: fold(value) }];
  });
}
