import { payoutColumns, type PayoutColumnKey } from '@linggong/settlement/api';
import type { SheetTemplate } from '../sheets/drop-zone';

interface ColumnNote {
  readonly example: string;
  readonly note: { readonly zh: string; readonly en: string };
}

/** How each column is filled in. Who is named here does not exist: the number has no valid check digit. */
const notes: Readonly<Record<PayoutColumnKey, ColumnNote>> = {
  name: {
    example: '张示例',
    note: { zh: '与证件上的姓名完全一致', en: 'Exactly as on the identity document' },
  },
  identityNumber: {
    example: '11010119900101000X',
    note: {
      zh: '18 位居民身份证号，或港澳台居民居住证、外国人永久居留证号码；请保持单元格为文本',
      en: 'Resident identity number of 18 characters, or a residence permit number; keep the cell a text',
    },
  },
  phone: {
    example: '13800000000',
    note: { zh: '11 位手机号，用于通知与核对', en: 'Mobile number of 11 digits, for notices and as a check' },
  },
  cardNumber: {
    example: '6222020000000000000',
    note: {
      zh: '本人名下的借记卡，须已通过核验；请保持单元格为文本',
      en: 'A debit card of his own that was checked; keep the cell a text',
    },
  },
  taskNumber: {
    example: 'TK-2026-11-0001',
    note: { zh: '已发布任务的编号，成果须已验收', en: 'Number of a published task whose work was accepted' },
  },
  amount: {
    example: '3180.00',
    note: {
      zh: '税前应发金额，单位元，最多两位小数；个税等由平台代扣，请勿填实发',
      en: 'Gross before tax in yuan, two decimals at most; taxes are withheld from it, so not the net',
    },
  },
  remark: { example: '11月配送', note: { zh: '可留空，随付款显示', en: 'May be empty; shown with the payment' } },
};

/** The payout sheet to fill in, with its notes. */
export const payoutTemplate: SheetTemplate = {
  name: '发放表',
  columns: payoutColumns.map(({ key, titles, kind, required }) => ({ titles, kind, required, ...notes[key] })),
};
