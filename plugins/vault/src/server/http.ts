import type { Core } from '@strapi/strapi';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import type { SuiteName } from '../domain';
import {
  dataKeyParams,
  dataKeysAnswer,
  destroyedKeyAnswer,
  reasonBody,
  reencryptionAnswer,
  reencryptionParams,
  rewrapAnswer,
  rotationAnswer,
  rotationBody,
} from '../api';
import { dataKeyFacts } from './keys/data-key-facts';
import { destroyDataKey, shownKey } from './keys/destroy-key';
import { cancelReencryption, rewrapKeys, rotateDataKey, startReencryption } from './reseal/rotation';
import { openedVaultOf } from './services';
import { demandSuite } from './suites';

/**
 * Endpoints of this plugin as plain values. The HTTP kit stands in access, above this plugin, so access gives them to its `route` and
 * mounts them. Who may call them, and with which second person (复核), is said by the lines of `config/src/access/vault.matrix.ts`.
 */
interface Call {
  readonly strapi: Core.Strapi;
  readonly command: Command;
}

interface ReasonedCall extends Call {
  readonly body: { reason: string };
}

export const listDataKeys = {
  method: 'GET' as const,
  path: '/data-keys',
  resource: 'data-key',
  action: 'list',
  summary: { zh: '数据密钥与重新加密进度', en: 'Data keys, and how far a re-encryption is' },
  answers: { 200: dataKeysAnswer },
  handle: async ({ strapi }: Call) => ({
    status: 200 as const,
    body: await dataKeyFacts(databaseOf(strapi), openedVaultOf(strapi).keyring),
  }),
};

interface RotationCall extends Call {
  readonly body: { suite: SuiteName; reason: string };
  remember(tx: Tx, answer: { status: 202; body: { number: number; reencryptionId: string } }): Promise<void>;
}

export const rotateKey = {
  method: 'POST' as const,
  path: '/data-keys/rotations',
  resource: 'data-key',
  action: 'rotate',
  summary: { zh: '轮换数据密钥', en: 'Rotate the data key' },
  description: {
    zh: '生成新的数据密钥，两分钟后启用；后台随即把全部敏感字段重新加密，期间业务照常。也用于更换算法套件。',
    en: 'Makes a new data key, sealed under two minutes later; a job then seals every sensitive field anew while work goes on. Also the way to another suite.',
  },
  body: rotationBody,
  answers: { 202: rotationAnswer },
  remembers: true as const,
  shows: async ({ strapi, body }: RotationCall) => {
    const { keys } = await dataKeyFacts(databaseOf(strapi), openedVaultOf(strapi).keyring);
    const { number = 0, suite = null } = keys.find(({ state }) => state === 'current') ?? {};
    return {
      subject: { id: 'fields', label: `#${number}` },
      before: { dataKey: number, suite },
      after: { dataKey: number + 1, suite: body.suite },
    };
  },
  handle: async ({ strapi, body, command, remember }: RotationCall) => {
    const { wrapper, dataKeys } = openedVaultOf(strapi);
    const order = { suite: demandSuite(body.suite), reason: body.reason };
    const rotation = await databaseOf(strapi).transaction(async (tx) => {
      const made = await rotateDataKey(tx, wrapper, command, order);
      await remember(tx, { status: 202, body: made });
      return made;
    });
    await dataKeys.refresh();
    return { status: 202 as const, body: rotation };
  },
};

export const rewrapDataKeys = {
  method: 'POST' as const,
  path: '/data-keys/rewraps',
  resource: 'data-key',
  action: 'rewrap',
  summary: { zh: '用当前主密钥重新封装数据密钥', en: 'Wrap the data keys under the current key of the ring' },
  description: {
    zh: '先用 npm run keyring -- 文件 --add 增加主密钥并重启所有进程。只改写几行，不动业务数据。',
    en: 'Add a key to the ring first (npm run keyring -- file --add) and start every process anew. A few rows; no value is touched.',
  },
  body: reasonBody,
  answers: { 200: rewrapAnswer },
  handle: async ({ strapi, body, command }: ReasonedCall) => {
    const { wrapper } = openedVaultOf(strapi);
    const rewrapped = await databaseOf(strapi).transaction((tx) => rewrapKeys(tx, wrapper, command, body.reason));
    return { status: 200 as const, body: { rewrapped } };
  },
};

interface DestructionCall extends ReasonedCall {
  readonly params: { number: number };
  remember(tx: Tx, answer: { status: 200; body: { number: number } }): Promise<void>;
}

export const destroyKey = {
  method: 'POST' as const,
  path: '/data-keys/:number/destruction',
  resource: 'data-key',
  action: 'destroy',
  summary: { zh: '销毁已停用的数据密钥', en: 'Destroy a retired data key' },
  description: {
    zh: '停用满 35 天且没有任何密文由它加密时才能销毁，须由另一人批准，不能恢复。更早的备份仍含有被封装的该密钥，直至备份到期清除。',
    en: 'Only 35 days after it was retired and with nothing left under it, by a second person, and for good. Older backups hold it, wrapped, until they go.',
  },
  params: dataKeyParams,
  body: reasonBody,
  answers: { 200: destroyedKeyAnswer },
  remembers: true as const,
  shows: ({ strapi, params }: Call & { params: { number: number } }) => shownKey(databaseOf(strapi), params.number),
  handle: async ({ strapi, params: { number }, body, command, remember }: DestructionCall) => {
    const answer = { status: 200 as const, body: { number } };
    await databaseOf(strapi).transaction(async (tx) => {
      await destroyDataKey(tx, command, number, body.reason);
      await remember(tx, answer);
    });
    await openedVaultOf(strapi).dataKeys.refresh();
    return answer;
  },
};

export const startResealing = {
  method: 'POST' as const,
  path: '/reencryptions',
  resource: 'data-key',
  action: 'reencrypt',
  summary: { zh: '重新开始重新加密', en: 'Seal everything under the current key again' },
  description: {
    zh: '上一次失败或被取消之后使用；没有旧密文时只是核对一遍。',
    en: 'After one that failed or was cancelled; where nothing is left under an older key it only looks through everything.',
  },
  body: reasonBody,
  answers: { 202: reencryptionAnswer },
  handle: async ({ strapi, body, command }: ReasonedCall) => {
    const id = await databaseOf(strapi).transaction((tx) => startReencryption(tx, command, body.reason));
    return { status: 202 as const, body: { id } };
  },
};

export const cancelResealing = {
  method: 'POST' as const,
  path: '/reencryptions/:id/cancel',
  resource: 'data-key',
  action: 'cancel',
  summary: { zh: '取消重新加密', en: 'Cancel a re-encryption' },
  params: reencryptionParams,
  body: reasonBody,
  answers: { 200: reencryptionAnswer },
  handle: async ({ strapi, params: { id }, body, command }: ReasonedCall & { params: { id: string } }) => {
    await databaseOf(strapi).transaction((tx) => cancelReencryption(tx, command, id, body.reason));
    return { status: 200 as const, body: { id } };
  },
};
