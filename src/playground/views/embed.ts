// Discord's embeds -> what the page draws of them: text and links, never a picture from elsewhere.
import { isObject, type Json, numberIn, objectsIn, stringIn } from '../../simulator/json.ts';
import type { EmbedView } from '../protocol.ts';

export function embedView(embed: Json): EmbedView {
  const text = (key: string) => stringIn(embed, key) ?? null;
  return {
    color: numberIn(embed, 'color') ?? null,
    author: textWithin(embed['author'], 'name'),
    title: text('title'),
    url: webAddress(stringIn(embed, 'url')),
    description: text('description'),
    fields: objectsIn(embed['fields']).map((field) => ({
      name: stringIn(field, 'name') ?? '',
      value: stringIn(field, 'value') ?? '',
      inline: field['inline'] === true,
    })),
    footer: textWithin(embed['footer'], 'text'),
    timestamp: text('timestamp'),
  };
}

/** Only addresses of the web: `javascript:` and the like are dropped. */
export function webAddress(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol) ? url : null;
}

function textWithin(value: unknown, key: string): string | null {
  return isObject(value) ? (stringIn(value, key) ?? null) : null;
}
