// What a text in Discord's markup says, as a tree.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Emphasis; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'mention'; readonly what: 'person' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  /** Seconds since 1970; the style is one of Discord's letters. */
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'emoji'; readonly name: string };

export type Emphasis = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

export type MarkdownBlock =
  /** Lines of text; line breaks stay in the text. */
  | { readonly kind: 'lines'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'small'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'code-block'; readonly text: string };

export interface ListItem {
  /** 0 for the outermost. */
  readonly depth: number;
  readonly children: readonly Inline[];
}
