import { statementOf } from '@linggong/database/testing';
import { csv, type Hands, type PlantedRows } from './canary-hand';
import { numbersOf, payer, stray, valuesOf } from './canary-people';

interface Deposit {
  readonly id: number;
  readonly subAccountNumber: string;
}

const reason = '股东代付，说明已存档';

/** A person pays in for an enterprise: told by hand, by a statement of the bank, and in the columns of a sheet of receipts. */
export async function plantMoney(hands: Hands): Promise<PlantedRows> {
  const finance = hands.of('finance-officer');
  const [own] = await hands.of('enterprise').get<{ id: number }[]>('/api/console/enterprises?range=[0,0]');
  const told = { enterpriseId: own?.id, bankSerial: '99007701', amountFen: 100, payerName: payer.name, reason };
  for (const number of numbersOf(payer)) {
    const { status } = await finance.send('/api/v1/deposits', { ...told, remark: `电话 ${number}` });
    if (status !== 400) throw new Error('a remark with a number was taken');
  }
  const deposit = await finance.done<Deposit>('/api/v1/deposits', told);
  const account = deposit.subAccountNumber;
  const remark = [payer.name, ...numbersOf(payer), payer.email].join(' ');
  const at = new Date();
  const credit = { account, serial: '99007702', amount: '2.00', payer: payer.name, at, remark };
  await finance.upload('/api/v1/bank-files?channel=bank-file-iso-09', {
    name: `对账单${payer.phone}.xml`,
    text: statementOf(credit),
    type: 'application/xml',
  });
  const filter = encodeURIComponent(JSON.stringify({ unregistered: true }));
  const lines = await finance.get<{ id: number; bankSerial: string }[]>(
    `/api/console/statement-lines?filter=${filter}`,
  );
  const line = lines.find(({ bankSerial }) => bankSerial === credit.serial);
  if (!line) throw new Error('the statement has no line');
  await finance.done(`/api/v1/statement-lines/${line.id.toString()}/deposit`, { reason });
  await plantBankSheets(hands, account);
  return { deposits: deposit.id, 'statement-lines': line.id };
}

/** Sheets with the stray in every column: receipts that are refused as a whole, and an answer of a bank. */
async function plantBankSheets(hands: Hands, account: string): Promise<void> {
  const finance = hands.of('finance-officer');
  const header = ['收款账号', '银行流水号', '到账金额', '付款人', '到账时间', '代付理由', '备注'];
  const right = [account, '99007703', '1.00', stray.name, '2026-11-20 09:30:00', reason, ''];
  const wrong = header.flatMap((_title, place) => valuesOf(stray).map((value) => right.with(place, value)));
  await finance.upload('/api/v1/deposits/imports', { name: `入金${stray.phone}.csv`, text: csv([header, ...wrong]) });
  for (const channel of ['bank-file-ccb', 'bank-file-iso-09', 'sandbox-bank']) {
    await finance.upload(`/api/v1/bank-files?channel=${channel}`, {
      name: `回单${stray.phone}.csv`,
      text: csv([
        ['收款人', '账号', '附言'],
        [stray.name, stray.cardNumber, valuesOf(stray).join(' ')],
      ]),
    });
  }
}
