// The JSON body of a request, of bounded length.
import type { IncomingMessage } from 'node:http';

export type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/** Bytes: a command with its longest option in four-byte characters, twice over. */
const LONGEST_BODY = 64 * 1024;

/** Only bodies declared as JSON: a form on another site cannot send those. */
export async function readJson(request: IncomingMessage): Promise<ReadBody> {
  if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? ''))
    return { ok: false, status: 415 };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > LONGEST_BODY) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, status: 400 };
    throw error;
  }
}
