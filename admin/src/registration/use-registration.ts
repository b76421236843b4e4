import type { AskedConsent } from '@linggong/parties/api';
import { useState } from 'react';
import { useAuthProvider } from 'react-admin';
import { useHref } from 'react-router-dom';
import { isSpent } from '../provider/key';
import { ProblemError } from '../provider/problem';
import { dropBegun, keepBegun, readBegun, type Begun } from './begun';
import { registrationCalls } from './registration-calls';
import type { RegistrationStep } from './step-parts';

/** What is typed: it lives in the page and ends with it. */
export interface Typed {
  readonly phone: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly address: string;
}

const nothing: Typed = { phone: '', name: '', identityNumber: '', address: '' };

/** After these nothing that was typed is of any use: the way leads back to the first step. */
const endings: readonly string[] = ['registration-ended', 'consent-text-changed'];

const isEnding = (refusal: unknown): boolean =>
  refusal instanceof ProblemError && endings.includes(refusal.problem.code);

const isSignInRefused = (refusal: unknown): boolean => refusal instanceof ProblemError && refusal.status === 401;

const minuteMs = 60_000;

/** The registration of this tab, and its last state kept for when the page is loaded anew. */
function useBegun() {
  const [begun, setBegun] = useState<Begun | undefined>(() => readBegun(sessionStorage, Date.now()));
  const [resumed, setResumed] = useState(begun !== undefined);
  const keep = (next: Begun): void => {
    keepBegun(sessionStorage, next);
    setBegun(next);
  };
  const drop = (): void => {
    dropBegun(sessionStorage);
    setBegun(undefined);
    setResumed(false);
  };
  return { begun, resumed, keep, drop };
}

/** Where a registration stands, and the moves from step to step. */
export function useRegistration() {
  const auth = useAuthProvider();
  const home = useHref('/');
  const { begun, resumed, keep, drop } = useBegun();
  const [checking, setChecking] = useState(false);
  const [typed, setTyped] = useState(nothing);
  /** The telephone was told before the page was loaded anew: it is asked for once more. */
  const [phoneKnown, setPhoneKnown] = useState(false);
  const [proved, setProved] = useState<{ number: string; hasAccount: boolean } | undefined>(undefined);
  /** Whether the account was opened, or nobody knows; undefined while it certainly was not. */
  const [opening, setOpening] = useState<'lost' | 'done' | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const again = (): void => {
    drop();
    // The number may be the right one, and only its code have lapsed.
    setTyped({ ...nothing, phone: typed.phone });
    setProved(undefined);
    setOpening(undefined);
    setError(undefined);
  };
  const run = (work: () => Promise<void>): void => {
    setBusy(true);
    setError(undefined);
    work()
      .catch((refusal: unknown) => {
        if (isEnding(refusal)) again();
        setError(refusal);
      })
      .finally(() => {
        setBusy(false);
        setChecking(false);
      });
  };
  const move = (to: Begun['step'], more: Partial<Begun> = {}): void => {
    setError(undefined);
    if (begun !== undefined) keep({ ...begun, step: to, ...more });
  };
  const start = (): void => {
    run(async () => {
      const { registration, minutes } = await registrationCalls.start(typed.phone);
      setPhoneKnown(true);
      keep({ registration, step: 'phone', asked: [], agreed: [], until: Date.now() + minutes * minuteMs });
    });
  };
  const confirm = (code: string): void => {
    run(async () => {
      if (begun === undefined) return;
      const { consents, minutes } = await registrationCalls.confirmPhone(begun.registration, code);
      move('consents', { asked: consents, until: Date.now() + minutes * minuteMs });
    });
  };
  const check = (): void => {
    if (begun === undefined) return;
    setChecking(true);
    run(async () => {
      const answer = await registrationCalls.proveIdentity(proofOf(begun, typed));
      setProved(answer);
      setTyped(nothing);
      move('account');
      // Who has an account is at the end of his way.
      if (answer.hasAccount) dropBegun(sessionStorage);
    });
  };
  /** Opens the account, once. Gives the refusal that may come of its being open already: the answer to the first try was lost. */
  const open = async (account: object): Promise<unknown> => {
    if (opening === 'done') return undefined;
    try {
      await registrationCalls.openAccount(account);
    } catch (refusal) {
      if (opening === 'lost' && isEnding(refusal)) return refusal;
      if (!isSpent(refusal)) setOpening('lost');
      throw refusal;
    }
    setOpening('done');
    return undefined;
  };
  const finish = (identifier: string, password: string): void => {
    run(async () => {
      const ended = await open({ registration: begun?.registration, identifier, password });
      try {
        await auth?.login({ identifier, password });
      } catch (refusal) {
        // No account of his: then the registration has ended without one.
        throw ended !== undefined && isSignInRefused(refusal) ? ended : refusal;
      }
      dropBegun(sessionStorage);
      // A clean page: this one remembers that nobody is signed in, and would sign him out again.
      window.location.replace(home);
    });
  };
  const step: RegistrationStep = checking ? 'check' : (begun?.step ?? 'phone');
  const moves = { start, confirm, move, check, finish, again };
  return { ...moves, step, begun, resumed, typed, setTyped, phoneKnown, proved, busy, error };
}

function proofOf({ registration, asked, agreed }: Begun, typed: Typed): object {
  const isAgreed = ({ purpose }: AskedConsent): boolean => agreed.includes(purpose);
  const consents = asked.filter(isAgreed).map(({ purpose, version }) => ({ purpose, version }));
  const address = typed.address.trim();
  return {
    registration,
    phone: typed.phone,
    consents,
    name: typed.name.trim(),
    identityNumber: typed.identityNumber,
    ...(address === '' ? {} : { address }),
  };
}
