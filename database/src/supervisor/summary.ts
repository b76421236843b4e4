import { existsSync } from 'node:fs';
import { yuanText } from '@linggong/core/domain';
import { accountsFileOf } from './founding';
import { say } from './progress';
import type { ServingReport } from './serving-report';
import type { Installation } from './installation';

/** The one summary at the end of a start: where everything is. */
export function printSummary(installation: Installation, { waiting }: ServingReport): void {
  const { host, port, tls } = installation.settings.http;
  const base = `${tls ? 'https' : 'http'}://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const accounts = accountsFileOf(installation);
  const lines: [string, string][] = [
    ['控制台 Console', `${base}/console`],
    ['接口文档 API', `${base}/api/v1/docs`],
    ['内容管理 Panel', `${base}/admin`],
    ['就绪检查 Ready', `${base}/_ready`],
    ...(existsSync(accounts) ? [['演示账号 Accounts', accounts] as [string, string]] : []),
    ['数据目录 Data', installation.dataFolder],
    ...transportLine(installation),
    ...waiting.map(batchLine),
  ];
  say(`\n灵工 Linggong\n${lines.map(([name, value]) => `  ${name}  ${value}`).join('\n')}\n`);
}

/** Said at every start: nobody should find out later that passwords travelled in clear. */
function transportLine({ settings }: Installation): [string, string][] {
  const { host, tls, proxyHops } = settings.http;
  if (tls !== undefined || proxyHops > 0 || ['127.0.0.1', '::1', 'localhost'].includes(host)) return [];
  const zh = '未启用传输加密：请设置 TLS_CERT_FILE 与 TLS_KEY_FILE，或置于 HTTPS 代理之后并设置 PROXY_HOPS';
  const en = 'not encrypted: set TLS_CERT_FILE and TLS_KEY_FILE, or stand behind an https proxy and set PROXY_HOPS';
  return [['传输 Transport', `${zh} (${en})`]];
}

function batchLine(batch: ServingReport['waiting'][number]): [string, string] {
  const { number, lines, ready, blocked, held } = batch;
  const zh = `${lines} 行：可发 ${ready}、受阻 ${blocked}、待定 ${held}`;
  const en = `${lines} lines: ${ready} ready, ${blocked} blocked, ${held} held`;
  const money = `应发 gross ¥${yuan(batch.grossFen)}, 实发 net ¥${yuan(batch.netFen)}`;
  return ['待确认批次 Waiting', `${number}  ${zh} (${en}); ${money}`];
}

/** Yuan text with thousands separators. */
function yuan(fen: number): string {
  return yuanText(BigInt(fen)).replace(/\B(?=(\d{3})+\.)/g, ',');
}
