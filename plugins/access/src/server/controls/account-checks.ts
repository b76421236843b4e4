import { existsSync } from 'node:fs';
import { administratorRoles, isRole, roleNames, secondFactorRoles, signInPolicy } from '@linggong/config/access';
import type { ControlCheck } from '@linggong/core';

const DAY_MS = 86_400_000;
/** GB/T 22239-2019 8.1.4.2 c: an account that nobody used for a quarter of a year is not needed. */
const UNUSED_DAYS = 90;
/** A first password that was not changed within a week was handed out and forgotten. */
const FIRST_PASSWORD_DAYS = 7;
/** More places at once than one person sits at. */
const ADDRESSES_MAX = 3;

/** Who can sign in at all: not blocked, with a password. */
const able = `public.up_users u JOIN access.credentials c ON c.account_id = u.id
  WHERE NOT coalesce(u.blocked, false) AND u.account_role IS NOT NULL`;

const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS);

/** 8.1.4.1 a: one identity an account; passwords that are long, mixed and changed. */
export const passwords: ControlCheck = async (db, at) => {
  const { accounts, old, twice } = await db.one<{ accounts: bigint; old: bigint; twice: bigint }>(
    `SELECT count(*) AS accounts, count(*) FILTER (WHERE c.changed_at < $1) AS old,
            count(*) - count(DISTINCT lower(u.username)) AS twice FROM ${able}`,
    [daysBefore(at, signInPolicy.passwordDays)],
  );
  const { passwordLengthMin: length, passwordClassesMin: classes, passwordDays: days, formerPasswords } = signInPolicy;
  return {
    state: twice > 0n ? 'not-met' : old > 0n ? 'partly' : 'met',
    figure: {
      zh: `口令至少 ${length} 位、${classes} 类字符，${days} 天到期，不同于前 ${formerPasswords} 次；${accounts} 个账号中口令已过期（只能修改口令）${old} 个，登录名重复 ${twice} 个`,
      en: `Passwords: ${length} characters, ${classes} classes, ${days} days, unlike the last ${formerPasswords}; of ${accounts} accounts ${old} have one that ended (and can only change it), ${twice} share an identifier`,
    },
    link: '/accounts',
  };
};

/** 8.1.4.1 d: two factors, one of them cryptographic, for administrators, finance and approvers. */
export const secondFactor: ControlCheck = async (db) => {
  const rows = await db.query<{ administrator: boolean; accounts: bigint; enrolled: bigint }>(
    `SELECT u.account_role = ANY($1) AS administrator, count(*) AS accounts, count(f.confirmed_at) AS enrolled
       FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id
       LEFT JOIN access.second_factors f ON f.account_id = u.id
      WHERE NOT coalesce(u.blocked, false) AND u.account_role = ANY($2) GROUP BY 1`,
    [administratorRoles, [...secondFactorRoles]],
  );
  const of = (administrator: boolean) =>
    rows.find((row) => row.administrator === administrator) ?? { accounts: 0n, enrolled: 0n };
  const [admins, others] = [of(true), of(false)];
  const isOnForAdmins = admins.accounts > 0n && admins.enrolled === admins.accounts;
  return {
    state: !isOnForAdmins ? 'not-met' : others.enrolled < others.accounts ? 'partly' : 'met',
    figure: {
      zh: `全部管理员已启用双因素：${isOnForAdmins ? '是' : '否'}，${admins.enrolled} / ${admins.accounts}；财务与审批：${others.enrolled} / ${others.accounts}`,
      en: `2FA is on for every administrator: ${isOnForAdmins ? 'yes' : 'no'}, ${admins.enrolled} of ${admins.accounts}; finance and approvers: ${others.enrolled} of ${others.accounts}`,
    },
    link: '/accounts',
  };
};

/** 8.1.4.2 b: nothing that came with the box can be signed in with. @param demoAccountsFile where a demo writes its passwords */
export function defaultAccounts(demoAccountsFile: string): ControlCheck {
  return async (db, at) => {
    const { first, forgotten } = await db.one<{ first: bigint; forgotten: bigint }>(
      `SELECT count(*) FILTER (WHERE c.must_change) AS first,
              count(*) FILTER (WHERE c.must_change AND c.changed_at < $1) AS forgotten FROM ${able}`,
      [daysBefore(at, FIRST_PASSWORD_DAYS)],
    );
    const { panel } = await db.one<{ panel: bigint }>(
      `SELECT count(*) AS panel FROM public.admin_users WHERE is_active AND email NOT LIKE 'account-%@panel.invalid'`,
    );
    const isDemo = existsSync(demoAccountsFile);
    const demo = isDemo
      ? {
          zh: '；这是演示平台，全部口令写在演示账号文件中',
          en: '; this is a demo: all passwords stand in its file of accounts',
        }
      : { zh: '', en: '' };
    return {
      state: panel > 0n || isDemo ? 'not-met' : forgotten > 0n ? 'partly' : 'met',
      figure: {
        zh: `首个口令尚未修改 ${first} 个，其中超过 ${FIRST_PASSWORD_DAYS} 天 ${forgotten} 个；内容面板自带账户 ${panel} 个${demo.zh}`,
        en: `First passwords not changed yet: ${first}, for more than ${FIRST_PASSWORD_DAYS} days: ${forgotten}; accounts of the panel’s own: ${panel}${demo.en}`,
      },
      link: '/accounts',
    };
  };
}

/** 8.1.4.2 c: no account that nobody uses, none that several use. */
export const unusedAccounts: ControlCheck = async (db, at) => {
  const { accounts, unused } = await db.one<{ accounts: bigint; unused: bigint }>(
    `SELECT count(*) AS accounts, count(*) FILTER (WHERE s.account_id IS NULL AND c.changed_at < $1) AS unused
       FROM public.up_users u JOIN access.credentials c ON c.account_id = u.id
       LEFT JOIN (SELECT DISTINCT account_id FROM access.sessions WHERE last_seen_at >= $1) s ON s.account_id = u.id
      WHERE NOT coalesce(u.blocked, false) AND u.account_role NOT IN ('enterprise', 'worker', 'partner')`,
    [daysBefore(at, UNUSED_DAYS)],
  );
  const { shared } = await db.one<{ shared: bigint }>(
    `SELECT count(*) AS shared FROM (SELECT s.account_id FROM access.sessions s JOIN access.credentials c USING (account_id)
        WHERE s.ended_at IS NULL AND s.ends_at > $1 AND s.last_seen_at > $2
        GROUP BY s.account_id HAVING count(DISTINCT s.address) > ${ADDRESSES_MAX}) many`,
    [at, new Date(at.getTime() - signInPolicy.sessionIdleMinutes * 60_000)],
  );
  return {
    state: unused > 0n ? 'not-met' : shared > 0n ? 'partly' : 'met',
    figure: {
      zh: `平台账号 ${accounts} 个，超过 ${UNUSED_DAYS} 天未用而未停用 ${unused} 个；同时在 ${ADDRESSES_MAX} 个以上地址使用的账号 ${shared} 个`,
      en: `${accounts} accounts of the platform, not used for ${UNUSED_DAYS} days and not blocked: ${unused}; in use at more than ${ADDRESSES_MAX} addresses at once: ${shared}`,
    },
    link: '/accounts',
  };
};

/** 8.1.4.2 d and 8.1.5: three administrators who are three people. */
export const administratorsApart: ControlCheck = async (db) => {
  const counts = await db.query<{ role: string; accounts: bigint }>(
    `SELECT u.account_role AS role, count(*) AS accounts FROM ${able} AND u.account_role = ANY($1) GROUP BY 1`,
    [administratorRoles],
  );
  const { both, untold, unseen } = await db.one<{ both: bigint; untold: bigint; unseen: bigint }>(
    `WITH admins AS (SELECT u.id, u.account_role AS role, h.identity_key, h.phone_key, h.confirmed_how
        FROM public.up_users u LEFT JOIN access.holders h ON h.account_id = u.id
       WHERE NOT coalesce(u.blocked, false) AND u.account_role = ANY($1)
         AND EXISTS (SELECT FROM access.credentials c WHERE c.account_id = u.id))
     SELECT (SELECT count(*) FROM admins a WHERE EXISTS (SELECT FROM admins b WHERE b.role <> a.role
               AND (b.identity_key = a.identity_key OR b.phone_key = a.phone_key))) AS both,
            (SELECT count(*) FROM admins WHERE identity_key IS NULL AND phone_key IS NULL) AS untold,
            (SELECT count(*) FROM admins WHERE confirmed_how = 'founding') AS unseen`,
    [administratorRoles],
  );
  const of = (role: string): bigint => counts.find((row) => row.role === role)?.accounts ?? 0n;
  const told = (language: 'zh' | 'en'): string =>
    administratorRoles.map((role) => `${roleNames[role][language]} ${of(role)}`).join(language === 'zh' ? '、' : ', ');
  const isWhole = administratorRoles.every((role) => isRole(role) && of(role) > 0n);
  return {
    state: !isWhole || both > 0n ? 'not-met' : untold > 0n ? 'partly' : 'met',
    figure: {
      zh: `${told('zh')}；一人兼任两类的账号 ${both} 个，未登记持有人 ${untold} 个，仅凭部署方或本人登记、须另附证件核对记录的 ${unseen} 个`,
      en: `${told('en')}; accounts of a person who is two of them: ${both}, with no holder on record: ${untold}, on the word of who deploys or holds them alone, which takes a record of the papers that were seen: ${unseen}`,
    },
    link: '/accounts',
  };
};
