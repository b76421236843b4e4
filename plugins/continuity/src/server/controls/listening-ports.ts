import { readdir, readFile, readlink } from 'node:fs/promises';
import type { ControlCheck } from '@linggong/core';

/** State LISTEN in `/proc/net/tcp` of Linux. */
const LISTEN = '0A';
/** Descriptors that are looked at; a process has a few hundred. */
const DESCRIPTORS_MAX = 20_000;

/** TCP ports at which this process listens, ascending. @throws ENOENT where there is no /proc: not Linux */
export async function listeningPorts(): Promise<number[]> {
  const names = (await readdir('/proc/self/fd')).slice(0, DESCRIPTORS_MAX);
  const links = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  const own = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/self/net/${name}`, 'utf8').catch(() => '')),
  );
  const rows = tables.flatMap((table) => table.split('\n').slice(1)).map((line) => line.trim().split(/\s+/));
  const listening = rows.filter(([, , , state, , , , , , inode = '']) => state === LISTEN && own.has(inode));
  const ports = listening.map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16));
  return [...new Set(ports)].sort((a, b) => a - b);
}

/** 8.1.4.4 b: the process that looks listens where it was told to, and nowhere else. @param configured its ports */
export function listeners(configured: readonly number[], ports = listeningPorts): ControlCheck {
  return async () => {
    const open = await ports().catch(() => undefined);
    if (open === undefined) {
      return {
        state: 'unknown',
        figure: { zh: '此系统没有 /proc，无法列出端口', en: 'This system has no /proc to tell the ports' },
      };
    }
    const further = open.filter((port) => !configured.includes(port));
    return {
      state: further.length > 0 ? 'not-met' : 'met',
      figure: {
        zh: `本进程监听端口 ${open.join('、') || '无'}，配置之外 ${further.join('、') || '无'}`,
        en: `This process listens at ${open.join(', ') || 'no port'}; beyond its configuration at ${further.join(', ') || 'none'}`,
      },
    };
  };
}
