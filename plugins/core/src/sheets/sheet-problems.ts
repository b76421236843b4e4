import { problem, type Problem, type Text2 } from '../domain';

/** What can be wrong with a whole sheet. 422: understood, but its content cannot be taken; 413: too large. */
export const sheetProblems = {
  empty: (): Problem =>
    problem(422, 'sheet-empty', { zh: '文件是空的', en: 'The file is empty' }, { fix: useTemplate }),
  tooLarge: (maxBytes: number): Problem => {
    const megabytes = Math.floor(maxBytes / 1_048_576);
    return problem(
      413,
      'sheet-too-large',
      { zh: `文件超过 ${megabytes} MB`, en: `The file is larger than ${megabytes} MB` },
      { fix: { zh: '请拆分为多个文件分批上传', en: 'Split it into several files' } },
    );
  },
  encoding: (): Problem =>
    problem(
      422,
      'sheet-encoding',
      { zh: '无法识别文件编码：既不是 UTF-8 也不是 GB18030', en: 'The encoding is neither UTF-8 nor GB18030' },
      { fix: { zh: '请另存为“CSV UTF-8”或 XLSX', en: 'Save it as "CSV UTF-8" or XLSX' } },
    ),
  otherContent: (kind: Text2): Problem =>
    problem(
      422,
      'sheet-other-content',
      { zh: `这不是表格文件，内容是 ${kind.zh}`, en: `This is no sheet: the file holds ${kind.en}` },
      {
        fix: {
          zh: '请选择 CSV 或 XLSX 文件；改文件名不会改变内容',
          en: 'Choose a CSV or XLSX file; another name does not change what is inside',
        },
      },
    ),
  oldFormat: (): Problem =>
    problem(
      422,
      'sheet-old-format',
      { zh: '不支持旧版 XLS 或加密的工作簿', en: 'Old XLS files and password-protected workbooks are not read' },
      { fix: { zh: '请去掉密码并另存为 XLSX', en: 'Remove the password and save it as XLSX' } },
    ),
  broken: (): Problem =>
    problem(
      422,
      'sheet-broken',
      { zh: '工作簿已损坏，无法读取', en: 'The workbook is damaged and cannot be read' },
      {
        fix: {
          zh: '请用表格软件打开后另存一份再上传',
          en: 'Open it in a spreadsheet program, save it again and retry',
        },
      },
    ),
  bomb: (): Problem =>
    problem(
      422,
      'sheet-too-large-unpacked',
      { zh: '工作簿解压后过大', en: 'The workbook is too large when unpacked' },
      { fix: { zh: '请删除多余内容或拆分后上传', en: 'Remove what is not needed, or split it' } },
    ),
  headerMissing: (titles: readonly string[]): Problem =>
    problem(
      422,
      'sheet-header-missing',
      {
        zh: `前 10 行中没有找到表头，应包含：${titles.join('、')}`,
        en: `No header row in the first 10 rows; expected: ${titles.join(', ')}`,
      },
      { fix: useTemplate, extra: { missing: titles } },
    ),
  headerOnly: (): Problem =>
    problem(
      422,
      'sheet-header-only',
      { zh: '文件只有表头，没有数据行', en: 'The file has a header but no rows' },
      { fix: { zh: '请填写数据后上传', en: 'Fill in the rows and upload again' } },
    ),
  tooManyRows: (maxRows: number): Problem =>
    problem(
      422,
      'sheet-too-many-rows',
      { zh: `数据超过 ${maxRows} 行`, en: `The sheet has more than ${maxRows} rows` },
      { fix: { zh: '请拆分为多个文件分批上传', en: 'Split it into several files' }, extra: { maxRows } },
    ),
  quoteOpen: (rowNo: number): Problem =>
    problem(
      422,
      'sheet-quote-open',
      { zh: `第 ${rowNo} 行附近有引号未闭合`, en: `A quote that opens near row ${rowNo} never closes` },
      { fix: { zh: '请补上或删去该引号后上传', en: 'Close or remove the quote and upload again' }, extra: { rowNo } },
    ),
  rowTooLong: (rowNo: number): Problem =>
    problem(
      422,
      'sheet-row-too-long',
      { zh: `第 ${rowNo} 行过长，不是表格中的一行`, en: `Row ${rowNo} is too long to be a row of a table` },
      {
        fix: { zh: '请检查换行符和引号后上传', en: 'Check its line ends and quotes and upload again' },
        extra: { rowNo },
      },
    ),
  severalSheets: (names: readonly string[]): Problem =>
    problem(
      422,
      'sheet-several',
      {
        zh: `有多个工作表都含表头：${names.join('、')}`,
        en: `Several worksheets carry the header: ${names.join(', ')}`,
      },
      { fix: { zh: '请只保留一个数据工作表', en: 'Keep one worksheet with rows' }, extra: { sheets: names } },
    ),
};

const useTemplate = { zh: '请下载模板填写', en: 'Use the template' };
