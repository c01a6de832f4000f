// The line to the server: who we are, the news as it comes, and our acts. A lost line is tried again for ever.
import type { OwnTextDraft, OwnTextResult } from '../../protocol/own-text.ts';
import type { Act, ActResult, News, PageLocale, Welcome, Whisper } from '../../protocol/protocol.ts';

export interface ConnectionOptions {
  readonly locale: () => PageLocale;
  readonly isInspecting: () => boolean;
  readonly onNews: (news: News) => void;
  readonly onLost: () => void;
}

export interface Connection {
  readonly open: () => void;
  readonly inspect: (on: boolean) => void;
  /** Undefined where the server could not be reached. */
  readonly act: (act: Act) => Promise<ActResult | undefined>;
  /** An opened text's room is entered at once. Undefined where the server could not be reached. */
  readonly tryText: (draft: OwnTextDraft) => Promise<OwnTextResult | undefined>;
  /** Back from that room. */
  readonly leave: () => Promise<void>;
}

/** Each tab is a visitor of its own, and stays the same one when it is reloaded. */
const TOKEN_KEY = 'verbatim-visitor';
/** The server's close code for a token that it does not know (any more). */
const UNKNOWN_VISITOR = 4401;
/** Milliseconds before the next try. */
const RETRY_MS = 1_000;
const RESULTS: readonly string[] = ['done', 'form', 'choices', 'refused', 'failed'];

export function createConnection(options: ConnectionOptions): Connection {
  let token = sessionStorage.getItem(TOKEN_KEY);
  let socket: WebSocket | undefined;
  let arrive = () => {};
  const whisper = (what: Whisper) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what));
  };
  const retry = () => {
    options.onLost();
    setTimeout(open, RETRY_MS);
  };
  const introduce = (own: string) => {
    whisper({ kind: 'hello', token: own });
    if (options.isInspecting()) whisper({ kind: 'inspect', on: true });
  };
  /** Resolves once the page shows where that visitor is: until then, what is pressed would be meant for the place before. */
  const become = (other: string) =>
    new Promise<void>((resolve) => {
      arrive = resolve;
      token = other;
      sessionStorage.setItem(TOKEN_KEY, other);
      introduce(other);
    });
  const listen = (own: string) => {
    socket = new WebSocket(`ws://${location.host}/socket`);
    socket.addEventListener('open', () => introduce(own));
    socket.addEventListener('message', ({ data }) => {
      const news = JSON.parse(String(data)) as News;
      options.onNews(news);
      if (news.kind === 'snapshot') arrive();
    });
    socket.addEventListener('close', ({ code }) => {
      if (code !== UNKNOWN_VISITOR) return retry();
      sessionStorage.removeItem(TOKEN_KEY);
      token = null;
      open();
    });
  };
  const open = () => {
    if (token !== null) return listen(token);
    visit(options.locale()).then((welcome) => {
      if (!welcome) return retry();
      token = welcome.token;
      sessionStorage.setItem(TOKEN_KEY, token);
      listen(token);
    }, retry);
  };
  return {
    open,
    inspect: (isOn) => whisper({ kind: 'inspect', on: isOn }),
    act: (act) => send(act, token ?? ''),
    tryText: async (draft) => {
      const result = await ask<OwnTextResult>('/api/own-text', draft, token ?? '');
      if (result?.outcome === 'opened') await become(result.token);
      return result;
    },
    leave: async () => {
      const home = await ask<Welcome>('/api/leave', {}, token ?? '');
      if (home) await become(home.token);
    },
  };
}

async function visit(locale: PageLocale): Promise<Welcome | undefined> {
  const response = await post('/api/visit', { locale });
  return response.ok ? ((await response.json()) as Welcome) : undefined;
}

async function send(act: Act, token: string): Promise<ActResult | undefined> {
  const result = await ask<ActResult>('/api/act', act, token);
  return result && RESULTS.includes(result.outcome) ? result : undefined;
}

/** Undefined where the server could not be reached, or refused. */
async function ask<T>(path: string, body: unknown, token: string): Promise<T | undefined> {
  try {
    const response = await post(path, body, token);
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch (error) {
    // fetch throws a TypeError where the server cannot be reached.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function post(path: string, body: unknown, token?: string): Promise<Response> {
  const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const headers = { 'Content-Type': 'application/json', ...authorization };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}
