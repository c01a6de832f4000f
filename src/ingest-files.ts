// What `ingest` reads and writes: a file or standard input, at most as much as may be; written whole, over another only where told to.
import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import writeFileAtomic from 'write-file-atomic';
import { LARGEST_SOURCE } from './editor/ingest/decode.ts';
import type { IngestPort } from './editor/ingest-command.ts';
import { write } from './terminal/streams.ts';

export const ingestFiles: IngestPort = {
  read: (source) =>
    orFault(async () => {
      if (source === '-') return await head(process.stdin);
      const found = await stat(source);
      if (found.isDirectory()) return { code: 'EISDIR' };
      if (!found.isFile()) return { code: 'EINVAL' };
      return await buffer(createReadStream(source, { end: LARGEST_SOURCE }));
    }),
  write: (path, text, mayReplace) =>
    orFault(async () => {
      if (!mayReplace && (await exists(path))) return { code: 'EEXIST' };
      await writeFileAtomic(path, text);
      return undefined;
    }),
  print: (text) => write(process.stdout, text),
  complain: (text) => write(process.stderr, text),
};

/** One byte more than may be is enough to refuse it. */
async function head(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_SOURCE) break;
  }
  return Buffer.concat(chunks);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The system's refusals as values; anything else is a mistake of ours. */
async function orFault<T>(work: () => Promise<T>): Promise<T | { readonly code: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { code: error.code };
    throw error;
  }
}
