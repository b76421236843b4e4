import { existsSync } from 'node:fs';
import { yuanText } from '@linggong/core/domain';
import { accountsFileOf } from './founding';
import { say } from './progress';
import type { ServingReport } from './serving-report';
import type { Installation } from './installation';

/** The one summary at the end of a start: where everything is. */
export function printSummary(installation: Installation, { waiting }: ServingReport): void {
  const { host, port } = installation.settings.http;
  const base = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const accounts = accountsFileOf(installation);
  const lines: [string, string][] = [
    ['控制台 Console', `${base}/console`],
    ['接口文档 API', `${base}/api/v1/docs`],
    ['内容管理 Panel', `${base}/admin`],
    ['就绪检查 Ready', `${base}/_ready`],
    ...(existsSync(accounts) ? [['演示账号 Accounts', accounts] as [string, string]] : []),
    ['数据目录 Data', installation.dataFolder],
    ...waiting.map(batchLine),
  ];
  say(`\n灵工 Linggong\n${lines.map(([name, value]) => `  ${name}  ${value}`).join('\n')}\n`);
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
