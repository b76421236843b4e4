import type { ControlCheck } from '@linggong/core';

/** 8.1.4.11: of the reads of clear data within thirty days each says what for, or, where a person asked for the value, why. */
export const personalReads: ControlCheck = async (db) => {
  const { machine, people, bare } = await db.one<{ machine: bigint; people: bigint; bare: bigint }>(
    `SELECT count(*) FILTER (WHERE action = 'sensitive.read') AS machine,
            count(*) FILTER (WHERE action = 'sensitive-field.read') AS people,
            count(*) FILTER (WHERE coalesce(CASE action WHEN 'sensitive.read' THEN after ->> 'purpose' ELSE reason END, '') = '') AS bare
       FROM audit.published_entries
      WHERE action IN ('sensitive.read', 'sensitive-field.read') AND recorded_at > clock_timestamp() - interval '30 days'`,
  );
  return {
    state: bare > 0n ? 'not-met' : machine + people > 0n ? 'met' : 'unknown',
    figure: {
      zh: `近 30 天按用途读取明文 ${machine} 次、查看明文 ${people} 次，其中没有用途或理由的 ${bare} 次`,
      en: `Reads of clear data within 30 days: ${machine} by purpose, ${people} looks; without purpose or reason: ${bare}`,
    },
    link: '/audit-entries',
  };
};
