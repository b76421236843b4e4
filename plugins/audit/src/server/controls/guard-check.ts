import type { ControlCheck } from '@linggong/core';

/** Tables of the log that nobody may write past its functions. */
const tables = ['audit.entries', 'audit.blocks', 'audit.roots', 'audit.verifications', 'audit.unsealed'];
const guarded = ['entries', 'blocks', 'roots', 'verifications'];

/**
 * 8.1.4.3 c and 8.1.4.2 d: what this process signs in as can neither change the log nor become somebody who can, and the triggers that
 * refuse everybody are on.
 */
export const auditGuard: ControlCheck = async (db) => {
  const { rights, power } = await db.one<{ rights: bigint; power: boolean }>(
    `SELECT (SELECT count(*) FROM unnest($1::text[]) t, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p
              WHERE has_table_privilege(t, p)) AS rights,
            r.rolsuper OR r.rolcreaterole OR r.rolreplication OR r.rolbypassrls OR pg_has_role(r.oid, 'linggong_audit', 'MEMBER')
              OR pg_has_role(r.oid, 'linggong_owner', 'MEMBER') AS power
       FROM pg_roles r WHERE r.rolname = current_user`,
    [tables],
  );
  const { off } = await db.one<{ off: bigint }>(
    `SELECT count(*) AS off FROM unnest($1::text[]) named
      WHERE (SELECT count(*) FROM pg_trigger g WHERE g.tgrelid = to_regclass('audit.' || named) AND NOT g.tgisinternal
               AND g.tgenabled IN ('O', 'A') AND g.tgfoid = to_regproc('audit.refuse_change')) < 2`,
    [guarded],
  );
  const isKept = rights === 0n && !power && off === 0n;
  return {
    state: isKept ? 'met' : 'not-met',
    figure: {
      zh: `应用的数据库角色对审计表的写权限 ${rights} 项，可提升权限：${power ? '是' : '否'}；${guarded.length} 张表中保护触发器不全的 ${off} 张`,
      en: `Rights of the application’s database role to write the log: ${rights}; it can gain power: ${power ? 'yes' : 'no'}; of ${guarded.length} tables without both guards: ${off}`,
    },
    link: '/audit-chain',
  };
};
