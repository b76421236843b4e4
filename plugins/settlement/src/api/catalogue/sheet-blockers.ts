import type { CatalogueEntry } from './entry';

const editLine = { action: 'edit-line', label: { zh: '就地改正', en: 'Correct in place' } } as const;

const sheetFault = (zh: string, en: string, explainZh: string, explainEn: string): CatalogueEntry => ({
  scope: 'line',
  severity: 'error',
  title: { zh, en },
  explain: { zh: explainZh, en: explainEn },
  remedy: editLine,
});

/** What is wrong with the row itself. Found while reading, with the row number of the sheet. */
export const sheetBlockers = {
  'row-broken': sheetFault(
    '该行无法读取',
    'Row cannot be read',
    '该行的列数与表头不一致，可能有引号未闭合、多余的分隔符，或金额带千分位逗号，请改正该行',
    'The row has another number of cells than the header: an unclosed quote, a stray separator, or an amount with separators; correct the row',
  ),
  'cell-error': sheetFault(
    '单元格含错误值',
    'Cell holds an error value',
    '“{column}”列含 #REF!、#N/A 一类错误值，请填写实际内容',
    'Column "{column}" holds an error such as #REF! or #N/A; type the value itself',
  ),
  'cell-formula': sheetFault(
    '单元格是公式',
    'Cell is a formula',
    '“{column}”列是公式，请粘贴为数值后重新上传或就地改正',
    'Column "{column}" holds a formula; paste it as a value',
  ),
  'cell-merged': sheetFault(
    '单元格被合并',
    'Cell is merged',
    '“{column}”列属于合并单元格，无法确定该行的值，请取消合并后填写',
    'Column "{column}" is part of a merged range, so the value of this row is unknown; unmerge and fill it in',
  ),
  'cell-too-long': sheetFault(
    '内容过长',
    'Text is too long',
    '“{column}”列超过 {maximum} 个字符',
    'Column "{column}" is longer than {maximum} characters',
  ),
  'cell-not-text': sheetFault(
    '证件号码或卡号是数值单元格',
    'Identity or card number is a numeric cell',
    '“{column}”列是数值格式，超过 15 位的号码会被表格软件改掉末几位，请改为文本格式后重新填写',
    'Column "{column}" is numeric; spreadsheets change digits beyond the 15th, so format it as text and type it again',
  ),
  'cell-masked': sheetFault(
    '内容已脱敏',
    'Cell is masked',
    '“{column}”列含星号，是脱敏后的内容，请填写完整内容',
    'Column "{column}" holds asterisks: it was copied from a masked screen; type it in full',
  ),
  'name-missing': sheetFault('缺少姓名', 'Name is missing', '“姓名”列为空', 'Column "姓名" is empty'),
  'identity-missing': sheetFault(
    '缺少证件号码',
    'Identity number is missing',
    '“证件号码”列为空',
    'Column "证件号码" is empty',
  ),
  'identity-format': sheetFault(
    '证件号码格式不正确',
    'Identity number has the wrong form',
    '“证件号码”列应为 18 位居民身份证号，或港澳台居民居住证、外国人永久居留证号码，请对照证件改正',
    'Column "证件号码": expected an 18-character resident identity number, or an HMT residence permit or PR card number',
  ),
  'identity-check-digit': sheetFault(
    '身份证号校验位错误',
    'Identity number has a wrong check digit',
    '“证件号码”列末位校验码与前 17 位不符，通常是录错了一位，请对照证件改正',
    'Column "证件号码": the last character does not agree with the first 17; usually one digit was mistyped, compare it with the document',
  ),
  'identity-birthday': sheetFault(
    '身份证号出生日期无效',
    'Identity number holds an impossible birthday',
    '“证件号码”列中的出生日期不存在或晚于今天，请对照证件改正',
    'Column "证件号码": the birthday inside the number does not exist or lies in the future; compare it with the document',
  ),
  'phone-format': sheetFault(
    '手机号格式不正确',
    'Phone number has the wrong form',
    '“手机号”列应为 11 位大陆手机号，请改正或留空',
    'Column "手机号": expected an 11-digit mainland mobile number',
  ),
  'card-missing': sheetFault(
    '缺少银行卡号',
    'Card number is missing',
    '“银行卡号”列为空',
    'Column "银行卡号" is empty',
  ),
  'card-format': sheetFault(
    '银行卡号无效',
    'Card number is not valid',
    '“银行卡号”列位数或校验位（Luhn）不正确，请对照银行卡改正',
    'Column "银行卡号": its length or its check digit (Luhn) is wrong; compare it with the card',
  ),
  'task-missing': sheetFault(
    '缺少任务编号',
    'Task number is missing',
    '“任务编号”列为空',
    'Column "任务编号" is empty',
  ),
  'amount-missing': sheetFault('缺少应发金额', 'Amount is missing', '“应发金额”列为空', 'Column "应发金额" is empty'),
  'amount-format': sheetFault(
    '应发金额格式不正确',
    'Amount has the wrong form',
    '“应发金额”列只接受半角数字和小数点，例如 1234.50；不接受千分位、货币符号、全角数字、科学计数或日期',
    'Column "应发金额" takes only plain digits and a point, such as 1234.50: no separators, currency signs, full-width digits, exponents or dates',
  ),
  'amount-fraction': sheetFault(
    '应发金额超过两位小数',
    'Amount has more than two decimals',
    '“应发金额”列精确到分，最多两位小数，请改正',
    'Column "应发金额": the smallest unit is the fen (0.01); give at most two decimals',
  ),
  'amount-zero': sheetFault(
    '应发金额为零',
    'Amount is zero',
    '“应发金额”列必须大于零，请填写金额或剔除该行',
    'Column "应发金额" must be above zero; type the amount or exclude the line',
  ),
  'amount-negative': sheetFault(
    '应发金额为负数',
    'Amount is negative',
    '“应发金额”列必须大于零；扣款请在任务验收中处理',
    'Column "应发金额" must be above zero; deductions belong to the acceptance of the task',
  ),
  'amount-range': sheetFault(
    '应发金额超出可处理范围',
    'Amount is beyond what can be processed',
    '“应发金额”列超过上限，请核对是否多录了位数',
    'Column "应发金额" is above the maximum; check whether digits were typed twice',
  ),
} satisfies Record<string, CatalogueEntry>;
