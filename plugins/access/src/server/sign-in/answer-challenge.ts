import type { Core } from '@strapi/strapi';
import { databaseOf, type Command } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { endChallenge, tryChallenge } from '../second-factor/challenges';
import type { Renewed } from '../refresh/renew';
import { challengeEnded } from '../second-factor/factor-problems';
import { countCode, useCode, type GivenCode } from '../second-factor/use-code';
import { recordRefused } from './refused';
import { accountToSignIn } from './sign-in-account';
import { startSignedIn, type SigningDevice } from './start-signed-in';

export interface AnsweredChallenge extends SigningDevice {
  readonly challenge: string;
  readonly code: string;
}

/**
 * Ends a sign-in with the code of the second factor. @returns the tokens of the session
 * @throws Problem 401 `challenge-ended`, `code-wrong`, `code-used`; 429 `sign-in-locked`
 */
export async function answerChallenge(
  strapi: Core.Strapi,
  { challenge, code, device, deviceNumber }: AnsweredChallenge,
  command: Command,
): Promise<Renewed> {
  const db = databaseOf(strapi);
  const { at } = command;
  const accountId = await tryChallenge(db, challenge, at, command.address);
  const given: GivenCode = { accountId, code, at, refusedAs: 401 };
  try {
    await countCode(strapi, given);
    return await db.transaction(async (tx) => {
      const account = await accountToSignIn(tx, { accountId });
      if (!account) throw challengeEnded();
      await endChallenge(tx, challenge, at);
      const secondFactor = await useCode(tx, vaultOf(strapi), given);
      return startSignedIn(strapi, tx, account, command, { device, deviceNumber, secondFactor });
    });
  } catch (error) {
    if (error instanceof Problem) await recordRefused(db, accountId, 'code', command);
    throw error;
  }
}
