import { z } from 'zod';
import { dataKeyStates, realms, reencryptionStates, suiteNames } from '../domain/key-states';

const instant = z.union([z.date(), z.iso.datetime()]);
const count = z.int().min(0);
const suite = z.enum(suiteNames).meta({ description: '算法套件 · algorithm suite' });
// In the words of the house's other reasons; access, which has them, stands above this plugin.
const reason = z.string().trim().min(2).max(500).meta({ description: '理由 · reason' });

const dataKey = z
  .strictObject({
    number: z.int(),
    realm: z
      .enum(realms)
      .meta({ description: 'fields 加密字段，files 封装文件密钥 · seals fields, or wraps keys of files' }),
    suite,
    state: z.enum(dataKeyStates),
    wrappedBy: z.int().meta({ description: '封装它的主密钥编号 · key of the ring that wraps it' }),
    madeAt: instant,
    activeFrom: instant,
    retiredAt: instant.nullable(),
    destroyedAt: instant.nullable(),
    madeBy: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'DataKey' });

const reencryption = z
  .strictObject({
    id: z.string(),
    toNumber: z.int(),
    state: z.enum(reencryptionStates),
    sweep: z.int(),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: instant,
    finishedAt: instant.nullable(),
    sources: z.array(
      z.strictObject({
        name: z.string(),
        total: count,
        seen: count,
        moved: count.meta({ description: '已重新加密的行（全部轮次）· rows sealed anew, of all sweeps' }),
        broken: count.meta({ description: '无法解开的行 · rows that do not open' }),
      }),
    ),
    faults: z.array(z.strictObject({ source: z.string(), rowKey: z.string() })),
  })
  .meta({ id: 'Reencryption' });

/** Keys and their renewal as they stand (数据密钥). No key and no value is in it. */
export const dataKeysAnswer = z
  .strictObject({
    ring: z.strictObject({
      current: z.int(),
      suite,
      waiting: count.meta({
        description: '仍由旧主密钥封装的数据密钥 · data keys still wrapped by an older key of the ring',
      }),
      files: count.meta({
        description:
          '仍直接由主密钥加密的文件 · files that still lie directly under the ring, without a key of their own',
      }),
    }),
    keys: z.array(dataKey),
    reencryption: reencryption.nullable(),
  })
  .meta({ id: 'DataKeys' });

export type DataKeysAnswer = z.infer<typeof dataKeysAnswer>;

export const rotationBody = z.strictObject({ suite, reason });
export const rotationAnswer = z.strictObject({ number: z.int(), reencryptionId: z.string() });
export const dataKeyParams = z.strictObject({
  number: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
});
export const destroyedKeyAnswer = z.strictObject({ number: z.int() });
export const reasonBody = z.strictObject({ reason });
export const rewrapAnswer = z.strictObject({ rewrapped: count });
export const reencryptionAnswer = z.strictObject({ id: z.string() });
export const reencryptionParams = z.strictObject({ id: z.string().regex(/^[1-9]\d{0,17}$/) });
