import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import type { ContactConsentAnswer } from '../../api';
import { contactKinds, contactPurpose, type ContactAct, type ContactKind } from '../../domain';
import { lockEnterprise } from '../enterprises/enterprise-rows';

// By the version of the text that is in force at that instant.
const NOTE = `
INSERT INTO parties.contact_consents (enterprise_id, contact, act, version, method, at, actor_name, trace_id)
SELECT $1, c.contact, c.act, (SELECT t.version FROM vault.published_consent_texts t WHERE t.purpose = c.purpose AND t.effective_from <= $5
  ORDER BY t.version DESC LIMIT 1), $6, $5, $7, $8
FROM unnest($2::text[], $3::text[], $4::text[]) AS c (contact, purpose, act)`;

const methodOf = ({ actor }: Command): 'declared' | 'operator' =>
  actor.role === 'enterprise' ? 'declared' : 'operator';

async function note(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  acts: readonly (readonly [ContactKind, ContactAct])[],
): Promise<void> {
  await tx.query(NOTE, [
    enterpriseId,
    acts.map(([contact]) => contact),
    acts.map(([contact]) => contactPurpose(contact)),
    acts.map(([, act]) => act),
    command.at,
    methodOf(command),
    command.actor.name,
    command.traceId,
  ]);
}

/**
 * Notes that the people whom an application names were told, and that the handler agreed: whoever sends it in declares so, as with a sheet of
 * workers. Another name or number is another act.
 */
export async function noteContacts(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  contacts: readonly ContactKind[],
): Promise<void> {
  if (contacts.length === 0) return;
  const acts = contacts.map((contact) => [contact, contact === 'handler' ? 'given' : 'noted'] as const);
  await note(tx, command, enterpriseId, acts);
}

type Row = Omit<ContactConsentAnswer, 'text' | 'withdrawable'> & { readonly zh: string; readonly en: string };

const READ = `
SELECT k.contact, CASE k.contact WHEN 'handler' THEN num_nonnulls(e.contact_name_sealed, e.contact_phone_sealed) > 0
    ELSE e.legal_representative_sealed IS NOT NULL END AS named,
  t.version, t.zh, t.en, c.act, c.version AS "actVersion", c.method, c.at
FROM unnest($2::text[], $3::text[]) AS k (contact, purpose)
JOIN public.enterprises e ON e.id = $1
JOIN LATERAL (SELECT * FROM vault.published_consent_texts t WHERE t.purpose = k.purpose AND t.effective_from <= $4
  ORDER BY t.version DESC LIMIT 1) t ON true
LEFT JOIN LATERAL (SELECT * FROM parties.contact_consents c WHERE c.enterprise_id = e.id AND c.contact = k.contact
  ORDER BY c.id DESC LIMIT 1) c ON true
ORDER BY array_position($2::text[], k.contact)`;

/** The people whom an enterprise names, each with the text in force and the last act. */
export async function contactsOf(db: Queryable, enterpriseId: number, at: Date): Promise<ContactConsentAnswer[]> {
  const rows = await db.query<Row>(READ, [enterpriseId, contactKinds, contactKinds.map(contactPurpose), at]);
  return rows.map(({ zh, en, ...row }) => ({
    ...row,
    text: { zh, en },
    withdrawable: row.contact === 'handler' && row.named,
  }));
}

function keptByLaw(): Problem {
  return problem(
    409,
    'contact-kept-by-law',
    {
      zh: '法定代表人姓名由登记机关依法公开，不以同意为前提，不能撤回（个人信息保护法第十三条、第二十七条）',
      en: 'The name of a legal representative is published by the register and handled by law, not by consent (PIPL art. 13, 27)',
    },
    { fix: { zh: '登记变更后，请由企业更正', en: 'When the register changes, the enterprise corrects it' } },
  );
}

function nobodyNamed(): Problem {
  return problem(409, 'contact-absent', {
    zh: '企业资料中没有经办人',
    en: 'The enterprise names no handler',
  });
}

/**
 * Takes back the consent of a handler (撤回, PIPL art. 15, 47): no reason is asked, his name and number are deleted in the same transaction, and
 * the enterprise names somebody else when it next needs one.
 * @throws Problem `not-found`; 409 `contact-kept-by-law`, `contact-absent`
 */
export async function withdrawContact(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  contact: ContactKind,
): Promise<void> {
  await lockEnterprise(tx, enterpriseId);
  if (contact === 'representative') throw keptByLaw();
  const cleared = await tx.query(
    `UPDATE public.enterprises SET contact_name_sealed = NULL, contact_name_masked = NULL, contact_phone_sealed = NULL,
       contact_phone_blind = NULL, contact_phone_masked = NULL, version = version + 1, updated_at = $2::timestamptz
     WHERE id = $1 AND num_nonnulls(contact_name_sealed, contact_phone_sealed) > 0 RETURNING 1`,
    [enterpriseId, command.at],
  );
  if (cleared.length === 0) throw nobodyNamed();
  await note(tx, command, enterpriseId, [[contact, 'withdrawn']]);
  await record(tx, command, {
    action: 'contact-consent.withdraw',
    subject: { kind: 'enterprise', id: enterpriseId },
    after: { contact },
  });
}
