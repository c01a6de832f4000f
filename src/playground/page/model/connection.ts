// The line to the server: who we are, the news as it comes, and our acts. A lost line is tried again for ever.
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
  const whisper = (what: Whisper) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what));
  };
  const retry = () => {
    options.onLost();
    setTimeout(open, RETRY_MS);
  };
  const listen = (own: string) => {
    socket = new WebSocket(`ws://${location.host}/socket`);
    socket.addEventListener('open', () => {
      whisper({ kind: 'hello', token: own });
      if (options.isInspecting()) whisper({ kind: 'inspect', on: true });
    });
    socket.addEventListener('message', ({ data }) => options.onNews(JSON.parse(String(data)) as News));
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
  };
}

async function visit(locale: PageLocale): Promise<Welcome | undefined> {
  const response = await post('/api/visit', { locale });
  return response.ok ? ((await response.json()) as Welcome) : undefined;
}

async function send(act: Act, token: string): Promise<ActResult | undefined> {
  try {
    const response = await post('/api/act', act, token);
    const result = (await response.json()) as ActResult;
    return RESULTS.includes(result.outcome) ? result : undefined;
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
