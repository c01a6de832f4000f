// Addresses that Discord refuses in embeds and link buttons, which its schema calls any text.
import { isObject, type Json, objectsIn, stringIn } from './json.ts';
import { COMPONENT, everyComponent } from './message-format.ts';
import { type FormProblem, problem } from './problems.ts';

/** discord.js#5724, discord-api-docs#5837: `Scheme "" is not supported. Scheme must be one of ('http', 'https').` */
const WEB = ['http', 'https'];
/** Pictures may also be files of the same request (documentation, "Using attachments within embeds"). */
const PICTURE = [...WEB, 'attachment'];
/** Link buttons may also lead into Discord's client (documentation, "Component Reference", "Button"). */
const BUTTON = [...WEB, 'discord'];

/** @param body a message to create, or the result of an edit */
export function addressProblems(body: Json): readonly FormProblem[] {
  const inEmbeds = objectsIn(body['embeds']).flatMap((embed, index) =>
    embedAddresses(embed).flatMap(({ path, address, schemes }) =>
      problemsOf(['embeds', index, ...path], address, schemes),
    ),
  );
  const inButtons = everyComponent(objectsIn(body['components'])).flatMap((component) => {
    const url = component['type'] === COMPONENT.button ? stringIn(component, 'url') : undefined;
    return url === undefined ? [] : problemsOf(['components', 'button', 'url'], url, BUTTON);
  });
  return [...inEmbeds, ...inButtons];
}

interface Address {
  readonly path: readonly string[];
  readonly address: string;
  readonly schemes: readonly string[];
}

const EMBED_PLACES: readonly (readonly [path: readonly string[], schemes: readonly string[]])[] = [
  [['url'], WEB],
  [['author', 'url'], WEB],
  [['author', 'icon_url'], PICTURE],
  [['footer', 'icon_url'], PICTURE],
  [['image', 'url'], PICTURE],
  [['thumbnail', 'url'], PICTURE],
];

function embedAddresses(embed: Json): readonly Address[] {
  return EMBED_PLACES.flatMap(([path, schemes]) => {
    const address = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), embed);
    return typeof address === 'string' ? [{ path, address, schemes }] : [];
  });
}

function problemsOf(
  path: readonly PropertyKey[],
  address: string,
  schemes: readonly string[],
): readonly FormProblem[] {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase() ?? '';
  const listed = `(${schemes.map((known) => `'${known}'`).join(', ')})`;
  if (!schemes.includes(scheme)) {
    const message = `Scheme "${scheme}" is not supported. Scheme must be one of ${listed}.`;
    return [problem(path, 'URL_TYPE_INVALID_SCHEME', message)];
  }
  return WEB.includes(scheme) && !isWellFormed(address)
    ? [problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')]
    : [];
}

/**
 * A host without a dot is refused as well (go-gitea/gitea#14379, grafana#65270, bugsink#280), and so is white space; an
 * address that is not encoded is reported to be, which is not documented.
 */
function isWellFormed(address: string): boolean {
  return (
    /^[\x21-\x7e]+$/.test(address) && URL.canParse(address) && /[^.]\.[^.]/u.test(new URL(address).hostname)
  );
}
