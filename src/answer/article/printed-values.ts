// The values printed in an article's front matter, folded once: what a question about the article may name.
import { PRINTED_KEYS } from '../../knowledge/article.ts';
import type { Article } from '../../knowledge/interview.ts';
import { fold } from '../../language/fold.ts';
import type { ArticleKey } from '../reply.ts';

export interface PrintedValue {
  readonly key: ArticleKey;
  readonly folded: string;
}

export function printedValues(article: Article): readonly PrintedValue[] {
  return PRINTED_KEYS.flatMap((key) => {
    const value = article[key];
    return value === undefined ? [] : [{ key, folded: fold(value) }];
  });
}
