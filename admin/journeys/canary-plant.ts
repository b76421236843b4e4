import { plantedCompany } from '../../database/src/canary/planted';
import { companyCode } from '../../database/src/demo/synthetic/numbers';
import { csv, until, type Hands, type PlantedRows } from './canary-hand';
import { imported, registered, stray, valuesOf } from './canary-people';
import { plantForm } from './canary-form';
import { plantLife } from './canary-life';
import { plantLists } from './canary-lists';
import { plantMoney } from './canary-money';
import { plantWords } from './canary-words';

/** A sheet in which each value of the stray stands once in each column, below rows that are right. */
function everywhere(header: readonly string[], right: readonly string[]): string {
  const strays = header.flatMap((_title, place) => valuesOf(stray).map((value) => right.with(place, value)));
  return csv([header, right, ...strays]);
}

interface Row {
  readonly id: number;
}

/** Through every door by which personal data come in, right and wrong, as people do it. @returns the rows that came of it */
export async function plant(hands: Hands): Promise<PlantedRows> {
  const operator = hands.of('operator');
  const { email: _noField, ...form } = registered;
  const worker = await operator.done<Row>('/api/v1/workers', form);
  const company = { name: '探针测试有限公司', uscc: companyCode('430102', 990_077), ...plantedCompany };
  const enterprise = await operator.done<Row>('/api/v1/enterprises', company);
  const batch = await plantSheets(hands);
  const money = await plantMoney(hands);
  const life = await plantLife(hands, worker.id);
  await plantForm(hands);
  await plantLists(hands);
  await plantWords(hands, worker.id);
  return { workers: worker.id, enterprises: enterprise.id, 'settlement-batches': batch, ...money, ...life };
}

const importHeader = ['姓名', '证件类型', '证件号码', '手机号', '银行卡号', '开户银行', '联行号', '地址'];
const payoutHeader = ['姓名', '证件号码', '手机号', '银行卡号', '任务编号', '应发金额', '备注'];

async function plantSheets(hands: Hands): Promise<number> {
  const [operator, enterprise] = [hands.of('operator'), hands.of('enterprise')];
  const { name, identityNumber, phone, cardNumber, address } = imported;
  const importRow = [name, '居民身份证', identityNumber, phone, cardNumber, '中国工商银行', '102100099996', address];
  const upload = await operator.upload('/api/v1/workers/imports', {
    name: `导入${stray.identityNumber}.csv`,
    text: everywhere(importHeader, importRow),
  });
  await operator.upload('/api/v1/workers/imports', { name: '无表头.csv', text: csv([valuesOf(stray), importRow]) });
  await until('the import', async () => {
    const { id } = JSON.parse(upload.text) as { id: string };
    const { state } = await operator.get<{ state: string }>(`/api/v1/workers/imports/${id}`);
    return state !== 'waiting' && state !== 'running';
  });
  const { name: payee, identityNumber: number, phone: mobile, cardNumber: card } = registered;
  const sheet = everywhere(payoutHeader, [payee, number, mobile, card, 'TK-0', '1.00', '探针']);
  await enterprise.upload('/api/v1/settlement-batches', { name: '无表头.csv', text: csv([valuesOf(stray)]) });
  const received = await enterprise.upload('/api/v1/settlement-batches', {
    name: `发放${stray.cardNumber}.csv`,
    text: sheet,
  });
  const { batch } = JSON.parse(received.text) as { batch: { id: number } };
  await until('the check of a sheet', async () => {
    const { state } = await enterprise.get<{ state: string }>(`/api/console/settlement-batches/${batch.id.toString()}`);
    return !['uploaded', 'checking'].includes(state);
  });
  return batch.id;
}
