// An embed as Discord draws it: a coloured edge, author, title, text, fields, footer.
import type { EmbedView } from '../../protocol.ts';
import { type App, readerOf } from '../app.ts';
import { el } from '../dom.ts';
import { link, renderBlockless, renderMarkdown } from '../markdown/render.ts';
import { timeInWords } from '../markdown/time.ts';

const MS_PER_SECOND = 1000;

export function embedNode(app: App, embed: EmbedView): HTMLElement {
  const reader = readerOf(app);
  const { author, title, url, description, fields, color } = embed;
  const heading = title === null ? null : renderBlockless(title, reader);
  const text =
    description === null ? null : el('div', { class: 'embed-text' }, renderMarkdown(description, reader));
  const node = el(
    'div',
    { class: 'embed' },
    author === null ? null : el('div', { class: 'embed-author' }, author),
    heading && el('div', { class: 'embed-title' }, url === null ? heading : link(url, [heading])),
    text,
    ...fields.map(({ name, value, inline }) =>
      el(
        'div',
        { class: inline ? 'embed-field is-inline' : 'embed-field' },
        el('div', { class: 'embed-field-name' }, renderBlockless(name, reader)),
        el('div', {}, renderMarkdown(value, reader)),
      ),
    ),
    footerNode(app, embed),
  );
  if (color !== null) node.style.borderInlineStartColor = `#${color.toString(16).padStart(6, '0')}`;
  return node;
}

function footerNode(app: App, { footer, timestamp }: EmbedView): HTMLElement | null {
  const seconds = timestamp === null ? Number.NaN : Date.parse(timestamp) / MS_PER_SECOND;
  const time = Number.isNaN(seconds) ? [] : [timeInWords(seconds, 'f', readerOf(app))];
  const words = [...(footer === null ? [] : [footer]), ...time];
  return words.length === 0 ? null : el('div', { class: 'embed-footer' }, words.join(' • '));
}
