import { problem, type Problem, type Text2 } from '@linggong/core/domain';
import type { ItemState } from '../../api';
import { transferBytesMax } from '../../domain';

const askAgain = { zh: '请对方重新导出，并以原文件上传', en: 'Have it exported anew, and upload the file as it is' };

export const fileTooLarge = (): Problem =>
  problem(
    413,
    'transfer-too-large',
    {
      zh: `文件超过 ${transferBytesMax / 1_048_576} MB`,
      en: `The file is larger than ${transferBytesMax / 1_048_576} MB`,
    },
    { field: 'file', fix: { zh: '请对方分几次导出', en: 'Have it exported in parts' } },
  );

/** @param where path of the first thing that does not fit; never a value */
export const noTransfer = (where = ''): Problem =>
  problem(
    422,
    'transfer-unreadable',
    {
      zh: `这不是配置导出文件${where === '' ? '' : `：${where} 不符合格式`}`,
      en: `This is no export of configurations${where === '' ? '' : `: ${where} is not as it should be`}`,
    },
    { field: 'file', fix: askAgain },
  );

export const tampered = (): Problem =>
  problem(
    422,
    'transfer-tampered',
    {
      zh: '签名与内容不符：文件在导出后被改动过，不能引入',
      en: 'The signature does not fit: the file was changed after it was exported, and is refused',
    },
    { field: 'file', fix: askAgain },
  );

export const namedTwice = (key: string): Problem =>
  problem(
    422,
    'transfer-repeated',
    { zh: `文件中 ${key} 出现了两次`, en: `The file holds ${key} twice` },
    { field: 'file', fix: askAgain },
  );

export const keyUnknown = (): Problem =>
  problem(
    409,
    'signing-key-unknown',
    { zh: '还没有人接受这把签名密钥', en: 'Nobody has accepted the key that signed this file' },
    {
      fix: {
        zh: '请与导出方核对指纹，一致后写明对方名称并接受',
        en: 'Compare its fingerprint with who exported the file, then accept it by their name',
      },
    },
  );

export const keyKnown = (): Problem =>
  problem(409, 'signing-key-known', {
    zh: '这把签名密钥已被接受',
    en: 'The key that signed this file is accepted already',
  });

/** Why a configuration of a file cannot become a draft, by how it stands here. */
const standing: Readonly<Record<ItemState, Text2>> = {
  taken: { zh: '已经引入过', en: 'was taken from this file already' },
  unreadable: { zh: '内容不符合本平台的格式', en: 'is not of a form that this platform reads' },
  same: { zh: '与生效中的版本完全相同', en: 'is the same as what is in force' },
  open: { zh: '已有进行中的版本', en: 'has a version under way here' },
  new: { zh: '刚刚有了变化', en: 'has changed just now' },
  changed: { zh: '刚刚有了变化', en: 'has changed just now' },
};

/** @param state undefined where the file has nothing of that place */
export function itemNotTakeable(key: string, state: ItemState | undefined): Problem {
  const why = state === undefined ? { zh: '不在这份文件中', en: 'is not in this file' } : standing[state];
  return problem(
    409,
    'import-item-state',
    { zh: `${key} 不能引入为草稿：${why.zh}`, en: `${key} cannot become a draft: it ${why.en}` },
    { field: 'places', fix: { zh: '请刷新后只选可以引入的', en: 'Load it again and pick those that can' } },
  );
}

export const nothingToExport = (): Problem =>
  problem(
    409,
    'nothing-to-export',
    { zh: '所选配置没有生效中的版本', en: 'None of these configurations has a version in force' },
    { field: 'ids', fix: { zh: '请选择已有生效版本的配置', en: 'Choose those of which a version is in force' } },
  );

export const noSigningKey = (): Problem =>
  problem(
    409,
    'signing-key-missing',
    {
      zh: '本平台的签名密钥无法使用，不能导出',
      en: 'The signing key of this platform cannot be used, so nothing is exported',
    },
    {
      fix: {
        zh: '请系统管理员检查签名密钥文件',
        en: 'Have the system administrator look at the file of the signing key',
      },
    },
  );
