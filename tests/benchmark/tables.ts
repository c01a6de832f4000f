// Figures -> Markdown tables.

/** The first column reads from the left, all others are figures. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, column) => (column === 0 ? '---' : '--:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function percent(share: number | undefined): string {
  return share === undefined ? '' : (share * 100).toFixed(1);
}

const BYTES_PER_MEGABYTE = 1_000_000;
const MS_PER_SECOND = 1000;

/** A process may hold less than before, by chance: that is nothing. */
export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'not told' : whole(Math.max(0, bytes) / BYTES_PER_MEGABYTE);
}

export function seconds(milliseconds: number): string {
  return (milliseconds / MS_PER_SECOND).toFixed(2);
}

/** Two decimals where they matter, none where they do not. */
export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

export function whole(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}
