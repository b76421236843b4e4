import type { Manifest, Proof } from '@linggong/continuity';
import type { Allowed } from './authority';
import type { RestoredBase } from './restore-base';
import type { RestoredFiles } from './restore-files';
import type { Say } from './restore-job';

/** What the command that restores says on its way. */
export function tellReplay(
  { lastCommit, walFiles, unpackSeconds, recoverSeconds, gapAt }: RestoredBase,
  { finishedAt }: Manifest,
  to: Date | undefined,
  say: Say,
): void {
  say(`✓ 文件 Files unpacked (${unpackSeconds.toFixed(1)} s)`);
  const last = lastCommit?.toISOString() ?? finishedAt;
  say(`✓ 日志 Log replayed, ${walFiles} files (${recoverSeconds.toFixed(1)} s); 最后一笔提交 last commit ${last}`);
  if (to === undefined) tellGap(gapAt, say);
}

export function tellGap(gapAt: string | undefined, say: Say): void {
  if (gapAt === undefined) return;
  say(`! 日志缺段，只恢复到此处 The log lacks a segment, and nothing after it was restored: ${gapAt}`);
}

export function tellNote(isWritten: boolean, { by, askedBy, decidedBy }: Allowed, say: Say): void {
  const how = by === 'grant' ? '授权 grant' : '紧急恢复 emergency';
  say(
    `${isWritten ? '✓' : '!'} 审计 Audit: ${how}, ${askedBy} + ${decidedBy}${isWritten ? '' : ' （未能写入 not written）'}`,
  );
}

export function tellFiles({ files, missing }: RestoredFiles, say: Say): void {
  say(`${missing.length === 0 ? '✓' : '!'} 私有文件 Private files: ${files}, 缺失 missing ${missing.length}`);
  for (const id of missing.slice(0, 20)) say(`    ${id}`);
}

export function tellProof({ rows, seconds, checks }: Proof, say: Say): void {
  for (const { name, broken, compared } of checks) {
    say(`${broken === 0 ? '✓' : '!'} ${name}: ${compared} rows, broken ${broken}`);
  }
  say(`  核对 Proof: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / Math.max(seconds, 0.001))} rows/s`);
}
