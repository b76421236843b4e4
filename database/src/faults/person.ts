import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createTelephone, type Telephone } from './telephone';
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
const codeWaitMs = 15_000;

/** Where somebody works, and the sign-ins of its people: who comes back is signed in still. */
export interface Workplace {
  readonly base: string;
  readonly folder: string;
}

interface SignedIn {
  token: string | undefined;
  readonly telephone: Telephone;
}

const known = new WeakMap<Workplace, Map<string, SignedIn>>();

function signedInAt(place: Workplace, identifier: string): SignedIn {
  const people = known.get(place) ?? new Map<string, SignedIn>();
  known.set(place, people);
  const one = people.get(identifier) ?? { token: undefined, telephone: createTelephone(place.folder, identifier) };
  people.set(identifier, one);
  return one;
}

export function createPerson(place: Workplace, identifier: string): Person {
  const troubles = new Map<string, number>();
  const me = signedInAt(place, identifier);
  const call = async (path: string, init: RequestInit): Promise<Heard> => {
    try {
      const answer = await fetch(`${place.base}/api${path}`, init);
      const text = await answer.text();
      // Every answer of the API is a JSON object.
      const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
      return { status: answer.status, code: String(body['code'] ?? answer.status), body };
    } catch {
      return undefined; // nobody listens, or he who did was killed
    }
  };
  const post = (path: string, body: object): Promise<Heard> =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const signIn = async (): Promise<void> => {
    if (me.token !== undefined) return;
    const heard = await post('/auth/local', { identifier, password: passwordOf(identifier) });
    const challenge = heard?.body['challenge'];
    const code = challenge === undefined ? undefined : me.telephone.nextCode();
    const answered = code === undefined ? heard : await post('/auth/second-factor', { challenge, code });
    if (answered?.status === 200) me.token = String(answered.body['jwt']);
    // A code that was typed opens nothing again; guesses without one would lock the account.
    else if (challenge !== undefined && code === undefined) await pause(codeWaitMs);
  };
  const send = ({ path, body }: Button, key: string): Promise<Heard> => {
    const content = body();
    const form = content instanceof FormData;
    return call(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${me.token ?? ''}`,
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
        if (me.token === undefined) await signIn();
        const heard = me.token === undefined ? undefined : await send(button, key);
        // A decision takes a code of the last half hour: who has none signs in again.
        if (heard?.status === 401 || heard?.code === 'second-factor-stale') me.token = undefined;
        if (heard && heard.status >= 400) troubles.set(heard.code, (troubles.get(heard.code) ?? 0) + 1);
        const isAnswered = heard !== undefined && heard.status < 500 && me.token !== undefined;
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
