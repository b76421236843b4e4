import type { Command, Tx } from '@linggong/core';
import type { Core } from '@strapi/strapi';

/** A worker, or an account of an enterprise, signed in on a device that said its number. */
export interface DeviceSignIn {
  readonly partyKind: 'worker' | 'enterprise';
  readonly partyId: number;
  readonly deviceNumber: string;
}

type SignInHearer = (tx: Tx, signIn: DeviceSignIn, command: Command) => Promise<void>;

/** Where plugins that stand above this one hear of sign-ins on a device: in the transaction of the session, so briefly. */
export interface SignInHearers {
  add(hearer: SignInHearer): void;
  tell: SignInHearer;
}

export function createSignInHearers(): SignInHearers {
  const hearers: SignInHearer[] = [];
  return {
    add: (hearer) => void hearers.push(hearer),
    tell: async (tx, signIn, command) => {
      for (const hear of hearers) await hear(tx, signIn, command);
    },
  };
}

export function signInHearersOf(strapi: Core.Strapi): SignInHearers {
  return strapi.plugin('access').service('signInHearers');
}
