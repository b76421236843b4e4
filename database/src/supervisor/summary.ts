import { existsSync } from 'node:fs';
import { accountsFileOf } from './founding';
import { say } from './progress';
import type { Installation } from './start-platform';

/** The one summary at the end of a start: where everything is. */
export function printSummary(installation: Installation): void {
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
  ];
  say(`\n灵工 Linggong\n${lines.map(([name, value]) => `  ${name}  ${value}`).join('\n')}\n`);
}
