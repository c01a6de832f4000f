// One question to an assistant at an OpenAI-compatible address, and its answer. The key goes to that address and nowhere else:
// no redirect is followed, and no text that comes back, answer or error, can carry it on.
import { z } from 'zod';
import { jsonIn } from '../../knowledge/problem.ts';

export interface Assistant {
  /** Of chat completions. */
  readonly address: URL;
  readonly model: string;
  /** Undefined where the address needs none. */
  readonly key: string | undefined;
  /** Milliseconds for one answer, its last byte included. */
  readonly timeLimit: number;
  readonly fetch: typeof fetch;
}

export interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export type Answered =
  | { readonly ok: true; readonly text: string; readonly isCut: boolean }
  /** `isFinal`: to ask again would be in vain. */
  | { readonly ok: false; readonly why: string; readonly isFinal: boolean };

const COMPLETIONS = '/chat/completions';

/** The address of chat completions below a base (http://127.0.0.1:11434/v1) or itself; or what is wrong with it, without it. */
export function addressOf(url: string): URL | string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    return 'is no web address. Write one such as http://127.0.0.1:11434/v1.';
  if (address.username !== '' || address.password !== '')
    return 'holds a name or a password. Leave it out; a key comes from VERBATIM_ASSISTANT_KEY.';
  if (address.search !== '' && /key|token|secret|sig/i.test(address.search))
    return 'holds a key. Leave it out; a key comes from VERBATIM_ASSISTANT_KEY.';
  if (!address.pathname.endsWith(COMPLETIONS))
    address.pathname = address.pathname.replace(/\/+$/, '') + COMPLETIONS;
  return address;
}

/** What of an address may be printed. */
export function shownAddress({ origin, pathname }: URL): string {
  return origin + pathname;
}

export function keyFault(key: string): string | undefined {
  if (/^[\x21-\x7e]+$/.test(key)) return undefined;
  return 'VERBATIM_ASSISTANT_KEY has spaces or characters that no key has. Copy it again.';
}

/** Bytes of an answer: hundreds of times what was asked for. */
const LONGEST_ANSWER = 4 * 1024 * 1024;
const STATUS = { unauthorised: 401, forbidden: 403, tooMany: 429, timeout: 408, server: 500 };

const content = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish();
const completion = z.object({
  choices: z.array(
    z.object({ message: z.object({ content }).nullish(), finish_reason: z.string().nullish() }),
  ),
});
const refusal = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

export async function askAssistant(assistant: Assistant, messages: readonly Message[]): Promise<Answered> {
  const answered = await attempt(assistant, messages);
  const redact = (text: string) => withoutKey(assistant, text);
  return answered.ok
    ? { ...answered, text: redact(answered.text) }
    : { ...answered, why: redact(answered.why) };
}

/** Whatever a server repeats of what it was sent. */
function withoutKey({ key }: Assistant, text: string): string {
  return key === undefined ? text : text.replaceAll(key, '[key]');
}

async function attempt(assistant: Assistant, messages: readonly Message[]): Promise<Answered> {
  const { address, model, key, timeLimit } = assistant;
  try {
    const response = await assistant.fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, stream: false }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimit),
    });
    const body = await bodyOf(response);
    if (body === undefined) return failed(`Its answer is longer than ${LONGEST_ANSWER / 1024 / 1024} MiB.`);
    // Before anything is cut: half a key is one too much.
    const safe = withoutKey(assistant, body);
    return response.ok ? read(safe) : refused(response, safe, address);
  } catch (error) {
    return failed(unreached(error, assistant));
  }
}

function failed(why: string, isFinal = false): Answered {
  return { ok: false, why, isFinal };
}

/** Undefined where it is longer than any answer. */
async function bodyOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > LONGEST_ANSWER) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function read(body: string): Answered {
  const parsed = completion.safeParse(jsonIn(body));
  if (!parsed.success) return failed(`Its answer is no chat completion: ${shortened(body)}`);
  const [choice] = parsed.data.choices;
  const said = choice?.message?.content ?? '';
  const text = typeof said === 'string' ? said : said.map((part) => part.text ?? '').join('');
  if (text.trim() === '') return failed('Its answer is empty.');
  return { ok: true, text, isCut: choice?.finish_reason === 'length' };
}

function refused({ status, headers }: Response, body: string, address: URL): Answered {
  if (status === STATUS.unauthorised || status === STATUS.forbidden) {
    return failed(`It refuses the key (${status}). Correct VERBATIM_ASSISTANT_KEY, or the address.`, true);
  }
  if (status >= 300 && status < 400) {
    const location = headers.get('location') ?? '';
    const to = URL.canParse(location, address.href) ? ` to ${shownAddress(new URL(location, address))}` : '';
    return failed(
      `It sends on${to} (${status}), which is not followed. Name that address if you trust it.`,
      true,
    );
  }
  const parsed = refusal.safeParse(jsonIn(body));
  const error = parsed.success ? parsed.data.error : undefined;
  const said = typeof error === 'string' ? error : error?.message;
  const isPassing = status === STATUS.tooMany || status === STATUS.timeout || status >= STATUS.server;
  return failed(`It answers ${status}${said === undefined ? '' : `: ${shortened(said)}`}.`, !isPassing);
}

/** The code alone: a message may repeat what was sent. */
function unreached(error: unknown, { timeLimit }: Assistant): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `It has not answered within ${timeLimit / 1000} s. Allow more with --time-limit SECONDS.`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return `It cannot be reached, or broke off${code === undefined ? '' : ` (${code})`}. Is it running, and is the address right?`;
}

/** Characters of a server's words that show what they are. */
const SHOWN = 200;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${Array.from(line).slice(0, SHOWN).join('')}…` : line;
}
