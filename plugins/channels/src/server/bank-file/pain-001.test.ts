import fc from 'fast-check';
import { FEN_MAX } from '@linggong/core/domain';
import {
  fenOfIsoAmount,
  isoAmount,
  pain001,
  type ClearFile,
  type ClearTransfer,
  type Pain001Version,
} from '../../domain';
import { validatePain001 } from './iso-schema';

const versions: readonly Pain001Version[] = ['pain.001.001.03', 'pain.001.001.09'];

function transfer(more: Partial<ClearTransfer> = {}): ClearTransfer {
  return {
    endToEndId: 'PO-2026-11-0001',
    amountFen: 123_456n,
    payeeName: '张三',
    payeeAccount: '6222028872946788639',
    payeeIdentity: '110101199001019995',
    payeeBankCode: '102100099996',
    remark: 'ST-2026-11-0001-1',
    ...more,
  };
}

function file(transfers: readonly ClearTransfer[], more: Partial<ClearFile> = {}): ClearFile {
  return {
    messageId: 'PF-2026-11-0001',
    createdAt: new Date('2026-11-20T02:00:00Z'),
    initiator: '灵工平台',
    payers: [{ account: '3100660188000000001', name: '湖南测试企业', bankCode: '102100099996', transfers }],
    ...more,
  };
}

describe.each(versions)('%s', (version) => {
  it('is valid by the schema, with CNAPS, purpose, identity and exact control sums', async () => {
    const xml = pain001(
      file([transfer(), transfer({ endToEndId: 'PO-2', amountFen: 1n, payeeIdentity: null })]),
      version,
    );
    expect(await validatePain001(xml, version)).toEqual({ valid: true, faults: [] });
    expect(xml.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>1234\.57<\/CtrlSum>/g)).toHaveLength(2);
    expect(xml).toContain('<ClrSysMmbId><ClrSysId><Cd>CNAPS</Cd></ClrSysId><MmbId>102100099996</MmbId></ClrSysMmbId>');
    expect(xml).toContain('<InstdAmt Ccy="CNY">1234.56</InstdAmt>');
    expect(xml).toContain('<Othr><Id>110101199001019995</Id><SchmeNm><Cd>NIDN</Cd></SchmeNm></Othr>');
    expect(xml).toContain('<Purp><Cd>OTHR</Cd></Purp>');
  });

  it.each([
    [
      'an identifier of 36 characters',
      (xml: string) => xml.replace('PO-2026-11-0001</InstrId>', `${'x'.repeat(36)}</InstrId>`),
    ],
    ['six decimals', (xml: string) => xml.replace('>1234.56</InstdAmt>', '>1234.560001</InstdAmt>')],
    [
      'elements in another order',
      (xml: string) => xml.replace(/(<MsgId>.*?<\/MsgId>)(<CreDtTm>.*?<\/CreDtTm>)/, '$2$1'),
    ],
    ['no EndToEndId', (xml: string) => xml.replace(/<EndToEndId>.*?<\/EndToEndId>/, '')],
    ['a currency of four letters', (xml: string) => xml.replace('Ccy="CNY"', 'Ccy="YUAN"')],
    ['a count with a letter', (xml: string) => xml.replace('<NbOfTxs>1<', '<NbOfTxs>1a<')],
    ['an empty name', (xml: string) => xml.replace('<Nm>张三</Nm>', '<Nm></Nm>')],
    ['an element of nobody', (xml: string) => xml.replace('<Purp>', '<Purps/><Purp>')],
  ])('the schema refuses %s', async (_words, spoil) => {
    const xml = pain001(file([transfer()]), version);
    const spoilt = spoil(xml);
    expect(spoilt).not.toBe(xml);
    expect((await validatePain001(spoilt, version)).valid).toBe(false);
  });
});

it('escapes what XML would read as markup', async () => {
  const xml = pain001(file([transfer({ remark: 'a<b>&"c' })]), 'pain.001.001.09');
  expect(xml).toContain('a&lt;b&gt;&amp;&quot;c');
  expect((await validatePain001(xml, 'pain.001.001.09')).valid).toBe(true);
});

it('writes and reads amounts exactly, up to the largest', () => {
  fc.assert(fc.property(fc.bigInt(0n, FEN_MAX), (fen) => expect(fenOfIsoAmount(isoAmount(fen))).toBe(fen)));
  expect(['1', '1.5', '1.50000', '0.01'].map(fenOfIsoAmount)).toEqual([100n, 150n, 150n, 1n]);
  for (const text of ['1.005', '-1', '1e5', '1,000.00', '', '１', '1.000001', '12345678901234567']) {
    expect(fenOfIsoAmount(text)).toBeUndefined();
  }
});
