import type { Answered } from '../../database/src/canary/places/answers';
import type { Platform } from './start-platform';

interface Sent {
  readonly status: number;
  readonly text: string;
}

/** One caller of the API, whose every answer is told of. */
export interface Hand {
  send(path: string, body: object): Promise<Sent>;
  /** As `send`. @throws Error where the answer is none of success; the rest of the work stands on it */
  done<A>(path: string, body?: object): Promise<A>;
  upload(path: string, file: UploadedFile): Promise<Sent>;
  get<A>(path: string): Promise<A>;
  /** Anything at all, as it is. */
  raw(path: string, init: RequestInit): Promise<Sent>;
}

export interface UploadedFile {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
  /** Further fields of the form. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** @param tell of every answer to him, with its head and its body */
export function handOf(
  { address }: Platform,
  caller: { readonly role: string; readonly token: string | undefined },
  tell: (answered: Answered) => void,
): Hand {
  const { role, token } = caller;
  const raw: Hand['raw'] = async (where, init) => {
    const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(init.headers as object | undefined) };
    const answer = await fetch(`${address}${where}`, { ...init, headers });
    // Bytes as they came: a spelling that is no text is found as well.
    const body = Buffer.from(await answer.arrayBuffer());
    const text = body.toString('utf8');
    const heads = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    tell({ role, method: init.method ?? 'GET', path: where, piece: Buffer.concat([Buffer.from(`${heads}\n`), body]) });
    return { status: answer.status, text };
  };
  const send: Hand['send'] = (where, body) =>
    raw(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const read = <A>(where: string, { status, text }: Sent): A => {
    if (status < 200 || status > 202) throw new Error(`${status.toString()} ${role} ${where} ${text}`);
    // The caller names the part of the checked answer that he uses.
    return JSON.parse(text) as A;
  };
  return {
    raw,
    send,
    done: async <A>(where: string, body: object = {}): Promise<A> => read<A>(where, await send(where, body)),
    upload: (where, { name, text, type = 'text/csv', fields = {} }) => {
      const form = new FormData();
      Object.entries(fields).forEach(([field, value]) => form.append(field, value));
      form.append('file', new Blob([text], { type }), name);
      return raw(where, { method: 'POST', body: form });
    },
    get: async <A>(where: string): Promise<A> => read<A>(where, await raw(where, {})),
  };
}

/** Rows that the hunt made, by the console list that they stand in. */
export type PlantedRows = Readonly<Record<string, number>>;

/** Everybody who works on the platform, by role. */
export interface Hands {
  of(role: string): Hand;
  readonly all: ReadonlyMap<string, Hand>;
  readonly anybody: Hand;
}

export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`;

/** @throws Error with what was asked, where it does not become so */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 3_000; round += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`what was planted is not worked off: ${what}`);
}
