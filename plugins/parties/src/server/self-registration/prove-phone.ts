import { randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { limitsOf, messagesOf } from '@linggong/access';
import type { Command } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { consentsOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import type { AskedConsent } from '../../api';
import { RegistrationReading } from '../../domain/registration-reading';
import { registrationProblem } from '../registration-problem';
import { toolsOf } from '../services';
import { registrationCodeWrong } from './problems';
import { codeMinutes, codeText, insertRegistration, notePhoneProved, tryCode } from './registration-rows';

/**
 * Sends a code to a telephone by which somebody wants to register (自助注册). Whether it is on record already is not looked at, so nothing tells it.
 * @returns the word of this registration, of which only the hash is kept: who holds it goes on, and nobody else
 * @throws Problem 422 `registration-refused`; 429 `too-many-requests`
 */
export async function startRegistration(strapi: Core.Strapi, phone: string, command: Command): Promise<string> {
  const { database, vault, ports } = toolsOf(strapi);
  const reading = new RegistrationReading(ports.identifierRules, shanghaiDay(command.at));
  const mobile = reading.identifier('phone', 'mobile', phone);
  if (mobile === undefined) throw registrationProblem(reading.faults);
  const phoneKey = vault.blind('phone', mobile.normalised);
  await limitsOf(strapi).demand('registration-phone', phoneKey.toString('hex'));
  const word = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const code = randomInt(1_000_000).toString().padStart(6, '0');
  const codeKey = vault.blind('registration-code', codeText(id, code));
  await insertRegistration(database, { id, word, phoneKey, codeKey, at: command.at });
  const message = { kind: 'registration-code', phone: mobile.normalised, code, minutes: codeMinutes } as const;
  // Whoever waits in vain for a message asks for another.
  messagesOf(strapi).post(message, async () => undefined);
  return word;
}

interface ProvedPhone {
  readonly consents: AskedConsent[];
  readonly minutes: number;
}

/**
 * Takes the code of the message, and tells what he is asked to agree to.
 * @throws Problem 401 `registration-code-wrong`
 */
export async function provePhone(
  strapi: Core.Strapi,
  told: { readonly registration: string; readonly code: string },
  { at }: Command,
): Promise<ProvedPhone> {
  const { database, vault } = toolsOf(strapi);
  const tried = await tryCode(database, told.registration, at);
  const key = vault.blind('registration-code', codeText(tried?.id ?? 'none', told.code));
  if (tried === undefined || !timingSafeEqual(key, tried.codeKey)) throw registrationCodeWrong();
  await notePhoneProved(database, tried.id, at);
  const minutes = Math.floor((tried.expiresAt.getTime() - at.getTime()) / 60_000);
  return { consents: await consentsAsked(strapi, at), minutes };
}

/** Every purpose in the words in force, in the order in which he is asked. */
export async function consentsAsked(strapi: Core.Strapi, at: Date): Promise<AskedConsent[]> {
  // Of nobody yet: what anybody said of them before is not told.
  const consents = await consentsOf(toolsOf(strapi).database, 0, at);
  return consents.map(({ purpose, needed, version, text }) => ({ purpose, needed, version, text }));
}
