import type { Verification, WitnessVerification } from '@linggong/audit';

/** What a verification found, in both languages; the first broken row by number, time, action and object. */
export function reportLines({ ok, firstBroken, blocks, rows, roots, head, sealedUntil }: Verification): string[] {
  const seen = [
    `区块 Blocks ${blocks}，记录 rows ${rows}，日根 signed roots ${roots}，封存至 sealed until ${sealedUntil?.toISOString() ?? '—'}`,
    ...(head ? [`链尾 Head of the chain: ${head.block} ${head.hash}`] : []),
  ];
  if (ok || firstBroken === undefined) return ['✓ 审计日志完整 The audit log is whole', ...seen];
  const { kind, block, seq, day, month, entry } = firstBroken;
  const place = [
    `${kinds[kind]}`,
    ...(block === null ? [] : [`区块 block ${block}`]),
    ...(seq === null ? [] : [`记录 entry ${seq}`]),
    ...(day === undefined ? [] : [`日根 root ${day}`]),
    ...(month === undefined ? [] : [`归档 archive ${month}`]),
  ].join('，');
  const told = entry
    ? [`  ${entry.recordedAt.toISOString()} ${entry.actorName} ${entry.action} ${entry.subjectKind} ${entry.subjectId}`]
    : [];
  return [`✗ 审计日志已被改动 The audit log is broken: ${place}`, ...told, ...seen];
}

/** The records of the witness have a chain of their own. */
export function witnessLine({ records, broken }: WitnessVerification): string {
  return broken === undefined
    ? `✓ 旁证完整，共 ${records} 条 The witness’s ${records} records are whole`
    : `✗ 旁证已被改动，自第 ${broken} 条起 The witness’s records are broken from record ${broken} on`;
}

const kinds = {
  changed: '记录被改 a row was changed',
  missing: '记录缺失 a row is missing',
  added: '多出记录 a row was added',
  chain: '链断开 the chain is broken',
  seal: '封存不符 a seal does not fit',
  unsealed: '久未封存 a row waits for its seal',
  root: '日根不符 a signed root does not fit',
  archive: '归档不符 an archive does not open, or is another',
  witness: '旁证不符 the records of the witness do not fit',
} as const;
