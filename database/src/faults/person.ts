import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { passwordOf } from './world-order';

/** What the platform answered, or that it did not. */
export type Heard =
  { readonly status: number; readonly code: string; readonly body: Record<string, unknown> } | undefined;

/** Somebody at the screen who presses again where nothing happened. */
export interface Person {
  /** Where nobody answers it is made up for at the first button. */
  signIn(): Promise<void>;
  /**
   * Presses a button until it is done: with the same Idempotency-Key where no answer came, and with a new one only where the
   * platform says that the first broke off and a look shows that nothing was done (as its problem tells him).
   * @param look what the button does, where it is done
   */
  press<A>(button: Button, look: () => Promise<A | undefined>): Promise<A>;
  /** Answers that were no success, by code: what people saw while something was down. */
  readonly troubles: ReadonlyMap<string, number>;
}

export interface Button {
  readonly path: string;
  /** Made anew for each try: a form is read once. */
  body(): FormData | object;
}

const triesMax = 2_000;
const againMs = 250;

export function createPerson(base: string, identifier: string): Person {
  const troubles = new Map<string, number>();
  let token: string | undefined;
  const call = async (path: string, init: RequestInit): Promise<Heard> => {
    try {
      const answer = await fetch(`${base}/api${path}`, init);
      const text = await answer.text();
      // Every answer of the API is a JSON object.
      const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
      return { status: answer.status, code: String(body['code'] ?? answer.status), body };
    } catch {
      return undefined; // nobody listens, or he who did was killed
    }
  };
  const signIn = async (): Promise<void> => {
    const body = JSON.stringify({ identifier, password: passwordOf(identifier) });
    const heard = await call('/auth/local', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (heard?.status === 200) token = String(heard.body['jwt']);
  };
  const send = ({ path, body }: Button, key: string): Promise<Heard> => {
    const content = body();
    const form = content instanceof FormData;
    return call(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token ?? ''}`,
        'idempotency-key': key,
        'accept-language': 'en',
        ...(form ? {} : { 'content-type': 'application/json' }),
      },
      body: form ? content : JSON.stringify(content),
    });
  };
  return {
    troubles,
    signIn,
    async press(button, look) {
      let key: string = randomUUID();
      for (let attempt = 0; attempt < triesMax; attempt += 1) {
        if (token === undefined) await signIn();
        const heard = token === undefined ? undefined : await send(button, key);
        if (heard?.status === 401) token = undefined;
        if (heard && heard.status >= 400) troubles.set(heard.code, (troubles.get(heard.code) ?? 0) + 1);
        const isAnswered = heard !== undefined && heard.status < 500 && heard.status !== 401;
        const done = isAnswered ? await look() : undefined;
        if (done !== undefined) return done;
        if (isAnswered && !isPassing(heard.status, heard.code)) {
          throw new Error(`${button.path}: ${heard.status} ${heard.code} ${JSON.stringify(heard.body).slice(0, 500)}`);
        }
        if (isAnswered) key = randomUUID();
        await pause(againMs);
      }
      throw new Error(`${button.path}: pressed ${triesMax} times in vain; heard ${JSON.stringify([...troubles])}`);
    },
  };
}

/** Refusals that speak of the moment: another try is under way or broke off, or the quote has just been made anew. */
function isPassing(status: number, code: string): boolean {
  return (
    status === 409 &&
    /^(idempotency-(in-progress|outcome-unknown)|quote-stale|batch-(busy|changed)|illegal-transition)$/.test(code)
  );
}
