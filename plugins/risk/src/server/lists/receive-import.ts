import type { Readable } from 'node:stream';
import { record } from '@linggong/audit';
import { readSheet, type Command, type Tx } from '@linggong/core';
import { businessNumber, holdsPersonalNumber, monthOf, Problem, problem, shanghaiDay } from '@linggong/core/domain';
import { listColumns, listRowsMax, type ListImportAnswer, type ListImportFault } from '../../api';
import { rulesInForce } from '../snoozes/rules-in-force';
import type { RiskTools } from '../tools';
import { readImport } from './import-rows';
import { readListRow, type GoodRow } from './read-list-row';

/** Faults that are kept and shown; the count tells of all. */
const FAULTS_KEPT = 500;

interface Read {
  readonly rows: number;
  readonly good: readonly GoodRow[];
  readonly faults: readonly ListImportFault[];
  readonly refused: number;
}

/**
 * Reads a sheet of entries (名单导入) and keeps its good rows sealed, as proposed: nobody is listed until a second person has approved
 * the import. Bad rows are told by number, column and reason.
 * @param finish called in the same transaction with the answer and the hash of the file
 * @throws Problem of the sheet reader (422, 413)
 */
export async function receiveListImport(
  tools: RiskTools,
  command: Command,
  file: { readonly name: string; readonly stream: Readable },
  finish: (tx: Tx, answer: ListImportAnswer, sha256: string) => Promise<void>,
): Promise<ListImportAnswer> {
  const wish = { columns: listColumns, fileName: file.name, maxRows: listRowsMax };
  const sheet = await readSheet(file.stream, wish).catch((error: unknown) => {
    throw byTheTemplate(error);
  });
  try {
    const today = shanghaiDay(command.at);
    const rules = await rulesInForce(tools.database);
    const all: { rowNo: number; read: GoodRow | ListImportFault[] }[] = [];
    for await (const row of sheet.rows)
      all.push({ rowNo: row.rowNo, read: readListRow(tools.vault, row, { today, rules }) });
    const read = withoutRepeats(all.map(({ read: one }) => one));
    return await tools.database.transaction(async (tx) => {
      const answer = await keep(tx, command, read, sheet.sha256);
      await finish(tx, answer, sheet.sha256);
      return answer;
    });
  } finally {
    await sheet.close();
  }
}

/** Columns of a list are those of its template: there is nowhere to say which one stands for which. */
function byTheTemplate(error: unknown): unknown {
  if (!(error instanceof Problem) || error.code !== 'sheet-columns') return error;
  const fix = {
    zh: '请下载模板，按模板的列名改正表头后重新上传',
    en: 'Download the template, name the columns as it does, and upload the sheet again',
  };
  return problem(error.status, error.code, error.text, { ...(error.extra && { extra: error.extra }), fix });
}

const repeated = { zh: '与前面的行重复', en: 'The same as a row above' };
const personal = { zh: '理由中不能有证件号码、手机号或银行卡号', en: 'The reason holds a number of a person' };

/** Sorts rows into good and bad; of the same subject on the same list the first row counts. */
function withoutRepeats(rows: readonly (GoodRow | ListImportFault[])[]): Read {
  const good = new Map<string, GoodRow>();
  const faults: ListImportFault[] = [];
  let refused = 0;
  const refuse = (...why: ListImportFault[]): void => {
    refused += 1;
    faults.push(...why);
  };
  for (const row of rows) {
    if (Array.isArray(row)) {
      refuse(...row);
      continue;
    }
    const { rowNo, entry, value } = row;
    const key = `${entry.kind}:${entry.subjectKind}:${value.key}`;
    if (holdsPersonalNumber(entry.reason)) refuse({ rowNo, field: 'reason', code: 'reason-personal', ...personal });
    else if (good.has(key)) refuse({ rowNo, field: 'value', code: 'repeated-in-sheet', ...repeated });
    else good.set(key, row);
  }
  return { rows: rows.length, good: [...good.values()], faults, refused };
}

async function keep(tx: Tx, command: Command, read: Read, sha256: string): Promise<ListImportAnswer> {
  const today = shanghaiDay(command.at);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.list_import_serials') AS serial`);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.list_imports (number, state, sha256, rows_read, rows_good, rows_refused, faults, created_at, created_by,
       created_name) VALUES ($1, 'read', $2, $3, $4, $5, $6::jsonb, $7, $8, $9) RETURNING id`,
    [
      businessNumber('RLI', today, serial),
      sha256,
      read.rows,
      read.good.length,
      read.refused,
      JSON.stringify(read.faults.slice(0, FAULTS_KEPT)),
      command.at,
      command.actor.accountId ?? null,
      command.actor.name,
    ],
  );
  await propose(tx, command, id, read.good);
  await record(tx, command, {
    action: 'risk-list-import.receive',
    subject: { kind: 'risk-list-import', id },
    after: { state: 'read', rowsRead: read.rows, rowsGood: read.good.length, rowsRefused: read.refused, sha256 },
  });
  return readImport(tx, id);
}

async function propose(tx: Tx, command: Command, importId: number, rows: readonly GoodRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO risk.list_entries (number, kind, subject_kind, subject_key, value_sealed, value_masked, rules, source, reason,
       ends_on, state, import_id, created_at, created_by, created_name)
     SELECT risk.list_number($1, nextval('risk.list_serials')), kind, subject_kind, subject_key, sealed, masked,
            CASE WHEN rules = '' THEN '{}'::text[] ELSE string_to_array(rules, ',') END, source, reason, ends_on, 'proposed', $2, $3,
            $4, $5
       FROM unnest($6::text[], $7::text[], $8::text[], $9::bytea[], $10::text[], $11::text[], $12::text[], $13::text[], $14::date[])
         AS r (kind, subject_kind, subject_key, sealed, masked, rules, source, reason, ends_on)`,
    [
      monthOf(shanghaiDay(command.at)),
      importId,
      command.at,
      command.actor.accountId ?? null,
      command.actor.name,
      rows.map(({ entry }) => entry.kind),
      rows.map(({ entry }) => entry.subjectKind),
      rows.map(({ value }) => value.key),
      rows.map(({ value }) => value.sealed),
      rows.map(({ value }) => value.masked),
      rows.map(({ entry }) => (entry.rules ?? []).join(',')),
      rows.map(({ entry }) => entry.source),
      rows.map(({ entry }) => entry.reason),
      rows.map(({ entry }) => entry.endsOn ?? null),
    ],
  );
}
