import { continuityLimits } from '@linggong/config';
import type { ControlCheck, Queryable } from '@linggong/core';

interface Seen {
  readonly machine: string;
  readonly role: string;
  readonly loopback: boolean;
  readonly secured: boolean;
}

function seenLately(db: Queryable, at: Date): Promise<Seen[]> {
  return db.query<Seen>(
    `SELECT machine, role, loopback, tls OR proxied AS secured FROM continuity.processes
      WHERE seen_at > $1 ORDER BY machine, role, port LIMIT 1000`,
    [new Date(at.getTime() - continuityLimits.processMinutesMax * 60_000)],
  );
}

/** 8.1.4.1 c and 8.1.4.8 a: who works from afar does it over TLS, ours or a proxy's. */
export const transport: ControlCheck = async (db, at) => {
  const serving = (await seenLately(db, at)).filter(({ role }) => role !== 'worker');
  const plain = serving.filter(({ secured }) => !secured);
  const open = plain.filter(({ loopback }) => !loopback);
  const state = serving.length === 0 ? 'unknown' : open.length > 0 ? 'not-met' : plain.length > 0 ? 'partly' : 'met';
  const local = plain.length - open.length;
  return {
    state,
    figure: {
      zh: `服务进程 ${serving.length} 个：TLS 或 https 代理 ${serving.length - plain.length}，仅本机可达的明文 ${local}，网络可达的明文 ${open.length}`,
      en: `Serving processes: ${serving.length}; by TLS or a proxy with https: ${serving.length - plain.length}, plain and reached from this machine only: ${local}, plain and reached over the network: ${open.length}`,
    },
  };
};

/** 8.1.4.9 c: one machine may fail. */
export const redundancy: ControlCheck = async (db, at) => {
  const seen = await seenLately(db, at);
  const machines = (roles: readonly string[]): number =>
    new Set(seen.filter(({ role }) => roles.includes(role)).map(({ machine }) => machine)).size;
  const [web, worker] = [machines(['all', 'web']), machines(['all', 'worker'])];
  const state = Math.min(web, worker) > 1 ? 'met' : Math.max(web, worker) > 1 ? 'partly' : 'not-met';
  return {
    state: seen.length === 0 ? 'unknown' : state,
    figure: {
      zh: `${continuityLimits.processMinutesMax} 分钟内在运行：提供服务的机器 ${web} 台，后台处理的机器 ${worker} 台`,
      en: `Seen within ${continuityLimits.processMinutesMax} minutes: machines that serve ${web}, machines that work in the background ${worker}`,
    },
  };
};
