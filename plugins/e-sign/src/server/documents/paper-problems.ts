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
