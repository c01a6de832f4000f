// Reads a request's body: JSON, or multipart with payload_json and files.
import type { IncomingMessage } from 'node:http';
import type { Attachment } from '../world/nouns.ts';

export interface RequestBody {
  /** Undefined without a body, or when it is no JSON. */
  readonly json: unknown;
  readonly attachments: readonly Attachment[];
}

export async function readBody(request: IncomingMessage, newId: () => string): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type, newId);
  return { json: parse(bytes.toString('utf8')), attachments: [] };
}

async function readForm(bytes: Buffer, type: string, newId: () => string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const attachments = [...form.values()].flatMap((value) =>
    typeof value === 'string'
      ? []
      : [{ id: newId(), filename: value.name, size: value.size, contentType: value.type || undefined }],
  );
  return { json: typeof payload === 'string' ? parse(payload) : undefined, attachments };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
