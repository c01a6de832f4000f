// What a marked-up text says aloud: its words without the marks.
import type { Inline, MarkdownBlock } from './nodes.ts';
import { parseMarkdown } from './parse.ts';

/** `nameOf` tells whom a mention means. */
export function plainText(markup: string, nameOf: (id: string) => string): string {
  const inline = (node: Inline): string => {
    switch (node.kind) {
      case 'text':
      case 'code':
      case 'everyone':
        return node.text;
      case 'bold':
      case 'italic':
      case 'underline':
      case 'strike':
      case 'spoiler':
      case 'link':
        return node.children.map(inline).join('');
      case 'mention':
        return node.what === 'person' ? `@${nameOf(node.id)}` : nameOf(node.id);
      case 'time':
        return new Date(node.seconds * MS_PER_SECOND).toISOString();
      case 'emoji':
        return `:${node.name}:`;
    }
  };
  const block = (node: MarkdownBlock): string => {
    switch (node.kind) {
      case 'lines':
      case 'heading':
      case 'small':
        return node.children.map(inline).join('');
      case 'quote':
        return node.blocks.map(block).join('\n');
      case 'list':
        return node.items.map(({ children }) => children.map(inline).join('')).join('\n');
      case 'code-block':
        return node.text;
    }
  };
  return parseMarkdown(markup).map(block).join('\n');
}

const MS_PER_SECOND = 1000;
