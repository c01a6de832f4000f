// Discord's limits on what a bot sends, in UTF-16 units (Discord's own count is never larger).

export const LONGEST = {
  content: 2000,
  author: 256,
  title: 256,
  description: 4096,
  footer: 2048,
  /** All texts of a message's embeds together. */
  embeds: 6000,
  buttonLabel: 80,
  optionLabel: 100,
  placeholder: 150,
  choiceName: 100,
  customId: 100,
} as const;

/** Options of a select, and choices of an autocomplete. */
export const MOST_OPTIONS = 25;
