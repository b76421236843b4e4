import { problem, type Problem } from '@linggong/core/domain';
import { codePointName } from '../../domain';

/** Names the characters by their code points only: they stand in somebody's name. */
export function unprintable(missing: readonly number[]): Problem {
  const names = missing.slice(0, 10).map(codePointName);
  const list = names.join(', ');
  return problem(
    422,
    'contract-character-unprintable',
    {
      zh: `合同中有字体未收录的字符：${names.join('、')}`,
      en: `The contract has characters that no installed font covers: ${list}`,
    },
    {
      fix: {
        zh: '请系统管理员安装字库（如 Debian 软件包 fonts-hanazono），或用 CONTRACT_FONTS 指定收录该字的 TrueType 字体',
        en: 'Have the system administrator install a wider font (Debian package fonts-hanazono), or name one in CONTRACT_FONTS',
      },
      extra: { codePoints: names },
    },
  );
}

export function contractUnsigned(): Problem {
  return problem(409, 'contract-unsigned', { zh: '合同尚未签署', en: 'The contract is not signed yet' });
}

export function documentNotSealed(): Problem {
  return problem(
    409,
    'document-not-sealed',
    { zh: '合同文件正在封存', en: 'The document is being sealed' },
    { fix: { zh: '请稍候再下载', en: 'Try again in a moment' }, extra: { retryAfterSeconds: 10 } },
  );
}

/** A time stamp authority is configured and gave no token: what should have one is not given away without. */
export function slipNotSealed(): Problem {
  return problem(
    503,
    'slip-not-sealed',
    { zh: '单据暂时无法封存', en: 'The document cannot be sealed at the moment' },
    { fix: { zh: '请稍候再下载', en: 'Try again in a moment' }, extra: { retryAfterSeconds: 60 } },
  );
}

export function reasonMissing(): Problem {
  return problem(
    400,
    'reason-required',
    { zh: '下载他人合同须填写理由', en: 'Say why you need somebody else’s contract' },
    { field: 'reason' },
  );
}
