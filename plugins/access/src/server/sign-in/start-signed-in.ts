import type { Core } from '@strapi/strapi';
import { signInPolicy } from '@linggong/config/access';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { startSession } from '../accounts/sessions';
import { newRefreshToken } from '../refresh/refresh-tokens';
import type { Renewed } from '../refresh/renew';
import { noteSignals, partyOf } from '../signals/note-signals';
import { signInHearersOf } from '../signals/sign-in-hearers';
import { clearAttempts } from './attempts';
import { identifierKey } from './identifier-key';
import { commandAs, type SignInAccount } from './sign-in-account';
import { issueToken } from './token';

/** From what somebody signs in, as its requests say. */
export interface SigningDevice {
  /** What the browser or program calls itself. */
  readonly device?: string | undefined;
  /** The number of the device (设备号), in the form in which it is kept; undefined where it said none. */
  readonly deviceNumber?: string | undefined;
}

export interface HowSignedIn extends SigningDevice {
  readonly secondFactor?: 'totp' | 'recovery-code';
}

/** Everything that was asked for was right: the count of wrong passwords ends and a session starts. @returns its tokens */
export async function startSignedIn(
  strapi: Core.Strapi,
  tx: Tx,
  account: SignInAccount,
  command: Command,
  { device, deviceNumber, secondFactor }: HowSignedIn,
): Promise<Renewed> {
  const { accountId, identifier } = account;
  const vault = vaultOf(strapi);
  await clearAttempts(tx, identifierKey(vault, identifier));
  const { at, address } = command;
  const sessionId = await startSession(
    tx,
    { accountId, at, address, device, deviceNumber, secondFactor },
    signInPolicy,
  );
  await noteSignals(tx, vault, account, deviceNumber, command);
  const party = partyOf(account);
  if (party && deviceNumber !== undefined)
    await signInHearersOf(strapi).tell(tx, { ...party, deviceNumber }, commandAs(command, account, sessionId));
  await record(tx, commandAs(command, account, sessionId), {
    action: 'session.start',
    subject: { kind: 'account', id: String(accountId) },
    ...(secondFactor === undefined ? {} : { after: { secondFactor } }),
  });
  const refreshToken = await newRefreshToken(tx, sessionId, at);
  return { jwt: issueToken(strapi, accountId, sessionId), refreshToken };
}
